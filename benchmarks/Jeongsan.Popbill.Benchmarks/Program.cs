// Invoices through client and emulator, both in this process, in processor time: it says what a machine could do even while others use it.
// dotnet run -c Release --project benchmarks/Jeongsan.Popbill.Benchmarks [invoices] [callers]
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Jeongsan.Etax;
using Jeongsan.Popbill;
using Jeongsan.Popbill.Benchmarks;
using Jeongsan.Popbill.Emulator;

var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 500;
var callers = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 16;
var folder = Directory.CreateTempSubdirectory("popbill-benchmark-");
try
{
    await using var emulator = PopbillEmulator.Create(new PopbillEmulatorOptions { Urls = "http://127.0.0.1:0", DataFolder = folder.FullName });
    await emulator.StartAsync();
    using var http = new HttpClient();
    var address = new Uri(emulator.Urls.First());
    using var popbill = new PopbillClient(
        new PopbillOptions { LinkId = "TESTER", SecretKey = new PopbillEmulatorOptions { Urls = "", DataFolder = "" }.SecretKey, BaseAddress = address, AuthAddress = address }, http, TimeProvider.System);
    var month = new Month(popbill, http, address);
    await month.JoinAsync();
    await month.RunAsync("warm", 100, callers, _ => { });

    using var key = RSA.Create(2048);
    var text = new byte[2_000];
    key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    var signing = Processor(() => { for (var n = 0; n < count; n++) key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1); }) / count;
    Console.WriteLine($"bare RSA-2048 signature: {signing.TotalMilliseconds:F2} ms of processor");

    var last = Process.GetCurrentProcess().TotalProcessorTime;
    var total = TimeSpan.Zero;
    var start = Stopwatch.GetTimestamp();
    await month.RunAsync("run", count, callers, step =>
    {
        var now = Process.GetCurrentProcess().TotalProcessorTime;
        var each = (now - last) / count;
        (last, total) = (now, total + each);
        Console.WriteLine($"{step,-10} {each.TotalMilliseconds,6:F2} ms of processor an invoice = {each / signing,5:F1} x a signature");
    });
    var perCore = TimeSpan.FromSeconds(1) / total;
    Console.WriteLine($"requested, issued and filed: {total.TotalMilliseconds:F2} ms an invoice; {perCore:F0} a second and core, client and emulator together; signing is {signing / total:P0} of it");
    Console.WriteLine($"in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s on a machine with {Environment.ProcessorCount} cores, working set {Environment.WorkingSet / 1_000_000} MB");
    await emulator.StopAsync();
}
finally
{
    folder.Delete(recursive: true);
}

static TimeSpan Processor(Action work)
{
    var before = Process.GetCurrentProcess().TotalProcessorTime;
    work();
    return Process.GetCurrentProcess().TotalProcessorTime - before;
}
