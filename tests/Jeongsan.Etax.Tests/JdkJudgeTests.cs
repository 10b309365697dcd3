using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace Jeongsan.Etax.Tests;

/// <summary>The JDK and Apache Santuario accept what we sign, and we accept what the JDK signs; both digest the same bytes.</summary>
public sealed class JdkJudgeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jeongsan-etax-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Verify_EveryKindOfOurDocuments_IsValidForTheJdkAndDigestsTheSameBytes()
    {
        var samples = SignedSamples.All().Select(sample => (sample.Name, sample.Xml)).ToList();
        var verdicts = JdkJudge.Verify([.. samples.Select(sample => Save(sample.Name, sample.Xml))]);
        Assert.Equal(samples.Count, verdicts.Count);
        foreach (var ((name, xml), verdict) in samples.Zip(verdicts))
        {
            Assert.True(verdict.IsValid, name);
            Assert.Equal(DigestInputHash(xml), verdict.DigestInputSha256);
            Assert.Null(EtaxVerifier.Verify(xml).Reason);
        }
    }

    [Fact]
    public void Verify_EveryKindOfOurDocuments_IsValidForSantuarioAndDigestsTheSameBytes()
    {
        var samples = SignedSamples.All().Select(sample => (sample.Name, sample.Xml)).ToList();
        var changed = Encoding.UTF8.GetString(samples[0].Xml).Replace("라마바", "라마사", StringComparison.Ordinal);
        var verdicts = JdkJudge.VerifyBySantuario([.. samples.Select(sample => Save(sample.Name, sample.Xml)), Save("changed", Encoding.UTF8.GetBytes(changed))]);
        Assert.Equal(samples.Count + 1, verdicts.Count);
        foreach (var ((name, xml), verdict) in samples.Zip(verdicts)) Assert.Equal((name, true, DigestInputHash(xml)), (name, verdict.IsValid, verdict.DigestInputSha256));
        Assert.False(verdicts[^1].IsValid);
    }

    /// <summary>Any document, not only the golden ones: also with whitespace, comments, CDATA and other line ends, none of which our signer writes.</summary>
    [Fact]
    public void Verify_RandomDocuments_DigestsTheSameBytesAsTheJdk()
    {
        using var key = Samples.Key();
        var documents = new List<byte[]>();
        PropertyTests.Invoice.Sample(invoice => documents.Add(EtaxSigner.SignUnchecked(invoice, key)), iter: 120, threads: 1);
        foreach (var canonical in documents.Take(60).ToList())
        {
            var xml = Encoding.UTF8.GetString(canonical);
            documents.Add(Encoding.UTF8.GetBytes(xml.Replace("><Issue", ">\r\n  <!-- a --><Issue", StringComparison.Ordinal).Replace("</TaxInvoice>", "\t</TaxInvoice>\n", StringComparison.Ordinal)));
            documents.Add(Encoding.UTF8.GetBytes(xml.Replace("<PurposeCode>01<", "<PurposeCode><![CDATA[01]]><", StringComparison.Ordinal).Replace("<TaxInvoiceTradeLineItem>", "<TaxInvoiceTradeLineItem >", StringComparison.Ordinal)));
        }
        var verdicts = JdkJudge.Verify([.. documents.Select((xml, number) => Save($"random-{number}", xml))]);
        Assert.Equal(documents.Count, verdicts.Count);
        foreach (var (xml, verdict) in documents.Zip(verdicts))
        {
            Assert.True(DigestInputHash(xml) == verdict.DigestInputSha256, Encoding.UTF8.GetString(xml));
            Assert.Equal(verdict.IsValid, EtaxVerifier.Verify(xml).IsValid);
        }
    }

    [Fact]
    public void Verify_ChangedDocument_IsInvalidForTheJdkToo()
    {
        using var key = Samples.Key();
        var changed = Encoding.UTF8.GetString(EtaxSigner.Sign(Samples.Invoice(), key)).Replace("라마바", "라마사", StringComparison.Ordinal);
        Assert.False(Assert.Single(JdkJudge.Verify(Save("changed", Encoding.UTF8.GetBytes(changed)))).IsValid);
        Assert.Equal(EtaxRefusal.DigestMismatch, EtaxVerifier.Verify(Encoding.UTF8.GetBytes(changed)).Reason);
    }

    /// <summary>The JDK and Santuario write a standalone declaration, self-closed elements and broken base64 lines; the documents here also have whitespace, comments and more namespaces.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Verify_DocumentsThatTheJdkOrSantuarioSigned_IsValidWithTheSameContent(bool bySantuario)
    {
        var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var certificate = TestAuthority.IssueCertificate("1234567891", "시험공급 주식회사", from, from.AddYears(1));
        var pfx = Save("key", certificate.Pfx.ToArray());
        var unsigned = Samples.All().Select(sample => (sample.Name, Xml: EtaxInvoiceWriter.Write(sample.Invoice), Expected: sample.Invoice)).ToList();
        var plain = Encoding.UTF8.GetString(EtaxInvoiceWriter.Write(Samples.Invoice()));
        unsigned.Add(("indented", Encoding.UTF8.GetBytes(plain.Replace("><", ">\r\n  <", StringComparison.Ordinal)), Samples.Invoice()));
        unsigned.Add(("comments", Encoding.UTF8.GetBytes(plain.Replace("<IssueID>", "<!-- a --><IssueID>2026<!-- b -->", StringComparison.Ordinal).Replace("-->20261031", "-->1031", StringComparison.Ordinal)), Samples.Invoice()));
        unsigned.Add(("namespaces", Encoding.UTF8.GetBytes(plain.Replace("<TaxInvoice ", "<TaxInvoice xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" xmlns:a=\"urn:a&amp;b\" ", StringComparison.Ordinal)), Samples.Invoice()));
        unsigned.Add(("empty", Encoding.UTF8.GetBytes(plain.Replace("<PurposeCode>", "<OriginalIssueID/><PurposeCode>", StringComparison.Ordinal).Replace("가나다", "<![CDATA[가나다]]>", StringComparison.Ordinal)), Samples.Invoice()));
        var pairs = unsigned.Select(document => (In: Save(document.Name, document.Xml), Out: Path.Combine(folder, document.Name + ".signed.xml"))).ToList();
        Action<string, string, IEnumerable<string>> sign = bySantuario ? (key, password, files) => JdkJudge.SignBySantuario(key, password, files) : (key, password, files) => JdkJudge.Sign(key, password, files);
        sign(pfx, TestCertificate.Password, pairs.SelectMany(pair => (string[])[pair.In, pair.Out]));
        var trust = new EtaxTrust([TestAuthority.Certificate]);
        foreach (var (document, pair) in unsigned.Zip(pairs))
        {
            var verification = EtaxVerifier.Verify(File.ReadAllBytes(pair.Out), trust);
            Assert.Equal((document.Name, null, ""), (document.Name, verification.Reason, verification.Message));
            Assert.Equal(document.Expected, verification.Invoice);
        }
    }

    private string Save(string name, byte[] content)
    {
        var file = Path.Combine(folder, name + ".xml");
        File.WriteAllBytes(file, content);
        return file;
    }

    private static string DigestInputHash(byte[] xml) => Convert.ToHexString(SHA256.HashData(EtaxXmlDocument.Parse(xml).DigestInput));
}
