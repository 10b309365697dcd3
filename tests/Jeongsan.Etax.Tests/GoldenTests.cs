using System.Text;

namespace Jeongsan.Etax.Tests;

/// <summary>Signed documents of every type and amendment, kept byte for byte: the signature is deterministic, so any change of a document shows here.</summary>
public sealed class GoldenTests
{
    private static readonly (string Name, EtaxInvoice Invoice, byte[] Xml)[] Documents = [.. SignedSamples.All()];

    public static TheoryData<string> Names => [.. Documents.Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sign_EverySample_IsTheGoldenDocument(string name) =>
        Assert.Equal(File.ReadAllText(Vectors.PathOf("golden", name + ".xml")), Encoding.UTF8.GetString(Documents.Single(document => document.Name == name).Xml));

    [Theory]
    [MemberData(nameof(Names))]
    public void Verify_EveryGoldenDocument_IsValidAndReadAsTheInvoice(string name)
    {
        var verification = EtaxVerifier.Verify(File.ReadAllBytes(Vectors.PathOf("golden", name + ".xml")));
        Assert.Null(verification.Reason);
        Assert.Equal(Documents.Single(document => document.Name == name).Invoice, verification.Invoice);
    }

    [Fact]
    public void Golden_EveryTypeAndReason_IsThere()
    {
        var types = Enum.GetValues<EtaxKind>().SelectMany(kind => Enum.GetValues<EtaxClass>().Where(@class => EtaxCodes.IsKnown(kind, @class)).Select(@class => EtaxCodes.TypeCode(kind, @class)));
        Assert.Empty(types.Except(Documents.Select(document => document.Invoice.TypeCode)));
        Assert.Equal(Enum.GetValues<EtaxAmendmentReason>(), Documents.Select(document => document.Invoice.AmendmentReason).OfType<EtaxAmendmentReason>().Distinct().Order());
    }

    [Fact]
    public void Golden_EveryFile_IsOfASample() =>
        Assert.Equal(
            Documents.Select(document => document.Name + ".xml").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Vectors.PathOf("golden")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
