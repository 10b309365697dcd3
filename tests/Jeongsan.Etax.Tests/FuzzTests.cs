using System.Diagnostics;

namespace Jeongsan.Etax.Tests;

/// <summary>Twenty seconds of fuzzing with a fixed seed; JEONGSAN_FUZZ_SECONDS and JEONGSAN_FUZZ_SEED ask for more and for others.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int SecondsDefault = 20;
    private const int SeedDefault = 20_260_110;

    [Fact]
    [Trait("Duration", "Long")]
    public void Readers_MutatedDocuments_NeverThrowAndNeverAcceptAChange()
    {
        var fuzzer = new EtaxFuzzer(Setting("JEONGSAN_FUZZ_SEED", SeedDefault));
        var clock = Stopwatch.StartNew();
        var limit = TimeSpan.FromSeconds(Setting("JEONGSAN_FUZZ_SECONDS", SecondsDefault));
        fuzzer.Run(Corpus(), () => clock.Elapsed < limit);
        output.WriteLine($"{fuzzer.Runs} runs, {fuzzer.Answers} different answers");
        Assert.InRange(fuzzer.Answers, 30, int.MaxValue);
    }

    /// <summary>Without the clock: the same everywhere, and short enough for every run.</summary>
    [Fact]
    public void Readers_OneThousandMutations_NeverThrow()
    {
        var fuzzer = new EtaxFuzzer(1);
        fuzzer.Run(Corpus(), () => fuzzer.Runs < 1_000);
        Assert.InRange(fuzzer.Answers, 15, 1_000);
    }

    /// <summary>The corpus of the repository: one small file for each form of input, and the signed vector.</summary>
    private static List<byte[]> Corpus() =>
        [.. Directory.EnumerateFiles(Vectors.PathOf("corpus")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes), Vectors.Read("signed-0101.xml")];

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
