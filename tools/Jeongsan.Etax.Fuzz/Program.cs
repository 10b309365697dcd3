using System.Diagnostics;
using System.Globalization;
using Jeongsan.Etax.Fuzz;

// Fuzzes everything of Jeongsan.Etax that reads what strangers send, guided by coverage (SharpFuzz instruments a copy of the library):
//   dotnet run -c Release --project tools/Jeongsan.Etax.Fuzz -- CORPUS [--seconds 600] [--runs N] [--seed S] [--keep FOLDER]
// The same seed and number of runs do the same. Ends 0 when nothing failed; else the input lies beside, named crash-….
const string LibraryName = "Jeongsan.Etax.dll";
const string WorkerMark = "--worker";

if (args is [WorkerMark, .. var given]) return Work(Options.Read(given));
var copy = Directory.CreateTempSubdirectory("jeongsan-fuzz-").FullName;
try
{
    foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
    SharpFuzz.Fuzzer.Instrument(Path.Combine(copy, LibraryName), _ => true, SharpFuzz.Options.Value);
    var start = new ProcessStartInfo("dotnet");
    foreach (var argument in (string[])[Path.Combine(copy, "Jeongsan.Etax.Fuzz.dll"), WorkerMark, .. args]) start.ArgumentList.Add(argument);
    // Coverage must depend on the input alone, not on when the runtime recompiles a method.
    start.Environment["DOTNET_TieredPGO"] = "0";
    using var worker = Process.Start(start)!;
    worker.WaitForExit();
    return worker.ExitCode;
}
finally
{
    Directory.Delete(copy, recursive: true);
}

static int Work(Options options)
{
    var corpus = Directory.EnumerateFiles(options.Corpus).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
    using var coverage = new Coverage();
    var fuzzer = new EtaxFuzzer(options.Seed, coverage);
    var clock = Stopwatch.StartNew();
    try
    {
        fuzzer.Run(corpus, () => (options.Seconds is not { } seconds || clock.Elapsed.TotalSeconds < seconds) && (options.Runs is not { } runs || fuzzer.Runs < runs));
    }
    catch (FuzzFailureException failure)
    {
        var file = Path.GetFullPath($"crash-{options.Seed}-{fuzzer.Runs}");
        File.WriteAllBytes(file, failure.Input);
        Console.Error.WriteLine($"Seed {options.Seed}, run {fuzzer.Runs}, input {file}: {failure.InnerException}");
        return 1;
    }
    if (options.Keep is { } folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var input in fuzzer.Found) File.WriteAllBytes(Path.Combine(folder, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(input))[..16]), input);
    }
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{fuzzer.Runs} runs; branches {fuzzer.CorpusBranches} by the corpus, {coverage.BranchCount} now; {fuzzer.Found.Count} inputs found; {fuzzer.Answers} different answers"));
    return 0;
}

/// <summary>What was asked for.</summary>
internal sealed record Options(string Corpus, int Seed, int? Seconds, long? Runs, string? Keep)
{
    private const int SecondsDefault = 600;
    private const int SeedDefault = 20_260_110;

    public static Options Read(string[] arguments)
    {
        var named = new Dictionary<string, string>();
        for (var i = 1; i + 1 < arguments.Length; i += 2) named[arguments[i]] = arguments[i + 1];
        if (arguments.Length % 2 == 0 || named.Keys.Except(["--seed", "--seconds", "--runs", "--keep"]).Any())
            throw new ArgumentException("CORPUS [--seconds N] [--runs N] [--seed S] [--keep FOLDER]", nameof(arguments));
        int? Number(string name) => named.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        return new(arguments[0], Number("--seed") ?? SeedDefault, Number("--seconds") ?? (named.ContainsKey("--runs") ? null : SecondsDefault), Number("--runs"), named.GetValueOrDefault("--keep"));
    }
}
