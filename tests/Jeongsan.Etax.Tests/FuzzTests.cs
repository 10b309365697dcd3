using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Jeongsan.Etax.Tests;

/// <summary>The coverage-guided fuzzer (<c>tools/Jeongsan.Etax.Fuzz</c>) for a short time; the long form is a command.</summary>
public sealed partial class FuzzTests(ITestOutputHelper log)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    [Fact]
    [Trait("Duration", "Long")]
    public async Task Readers_TwentySecondsOfMutations_NeverThrowNorAcceptAChangeAndReachNewBranches()
    {
        var report = await RunAsync("--seconds", "20");
        Assert.InRange(report.Branches, report.CorpusBranches + 50, int.MaxValue);
        Assert.InRange(report.Answers, 30, int.MaxValue);
    }

    /// <summary>Without the clock, and short enough for every run.</summary>
    [Fact]
    public async Task Readers_OneThousandMutations_NeverThrow()
    {
        var report = await RunAsync("--runs", "1000", "--seed", "1");
        Assert.Equal(1_000, report.Runs);
        Assert.InRange(report.Branches, 1_000, int.MaxValue);
    }

    private sealed record Report(long Runs, int CorpusBranches, int Branches, int Answers);

    private async Task<Report> RunAsync(params string[] options)
    {
        // Beside this test's own output in the source tree: tests/Jeongsan.Etax.Tests/bin/Release/net10.0.
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var fuzzer = Path.Combine(built.Parent!.Parent!.Parent!.Parent!.Parent!.FullName, "tools", "Jeongsan.Etax.Fuzz", "bin", built.Parent.Name, built.Name, "Jeongsan.Etax.Fuzz.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[fuzzer, Vectors.PathOf("corpus"), .. options]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Limit);
        Assert.True(process.ExitCode == 0, await errors);
        var said = await output;
        log.WriteLine(said);
        var match = Figures().Match(said);
        Assert.True(match.Success);
        long Number(int group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        return new(Number(1), (int)Number(2), (int)Number(3), (int)Number(4));
    }

    [GeneratedRegex(@"^(\d+) runs; branches (\d+) by the corpus, (\d+) now; \d+ inputs found; (\d+) different answers")]
    private static partial Regex Figures();
}
