// Starts the emulator on a free port and drives it with the official Node SDK, unmodified.
// usage: dotnet run --project tests/Conformance/popbill [folder of the scripts]; node and an `npm ci` there come first.
using System.Diagnostics;
using Jeongsan.Etax;
using Jeongsan.Popbill.Emulator;

var scripts = args is [var given, ..] ? given : Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../.."));
var folder = Directory.CreateTempSubdirectory("popbill-conformance-");
try
{
    var certificate = TestAuthority.IssueCertificate(
        "1008100027", "공급상사", new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2040, 6, 1, 0, 0, 0, TimeSpan.Zero));
    await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "signCert.der"), certificate.SignCert.ToArray());
    await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "signPri.key"), certificate.SignPri.ToArray());

    await using var emulator = PopbillEmulator.Create(new PopbillEmulatorOptions { Urls = "http://127.0.0.1:0", DataFolder = Path.Combine(folder.FullName, "data") });
    await emulator.StartAsync();
    var start = new ProcessStartInfo("node", ["-r", "./redirect.js", "conformance.js"]) { WorkingDirectory = scripts };
    start.Environment["POPBILL_EMULATOR"] = emulator.Urls.First();
    start.Environment["POPBILL_CERTIFICATE"] = folder.FullName;
    using var node = Process.Start(start) ?? throw new InvalidOperationException("node could not be started.");
    await node.WaitForExitAsync();
    await emulator.StopAsync();
    return node.ExitCode;
}
finally
{
    folder.Delete(recursive: true);
}
