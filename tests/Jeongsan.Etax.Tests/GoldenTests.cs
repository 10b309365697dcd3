using System.Text;

namespace Jeongsan.Etax.Tests;

/// <summary>Signed documents of every kind, kept byte for byte: the signature is deterministic, so any change of a document shows here.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Names => [.. Samples.All().Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sign_EverySample_IsTheGoldenDocument(string name)
    {
        using var key = Samples.Key();
        var signed = EtaxSigner.Sign(Samples.All().Single(sample => sample.Name == name).Invoice, key);
        Assert.Equal(File.ReadAllText(Vectors.PathOf("golden", name + ".xml")), Encoding.UTF8.GetString(signed));
    }

    [Fact]
    public void Golden_EveryFile_IsOfASample() =>
        Assert.Equal(
            Samples.All().Select(sample => sample.Name + ".xml").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Vectors.PathOf("golden")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
