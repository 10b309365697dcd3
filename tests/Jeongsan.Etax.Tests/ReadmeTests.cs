using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Jeongsan.Etax.Transmission;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;

namespace Jeongsan.Etax.Tests;

/// <summary>Every example of the README stands word for word in <see cref="ReadmeExamples"/>, and that runs.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jeongsan-readme-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Examples_OfTheReadme_AreTheOnesThatRun()
    {
        var source = Words(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "readme", "ReadmeExamples.cs")));
        var examples = Example().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "readme", "README.md")));
        Assert.Equal(6, examples.Count);
        foreach (Match example in examples) Assert.Contains(Words(example.Groups[1].Value), source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Examples_Run_SayWhatTheyPromise()
    {
        var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var issued = TestAuthority.IssueCertificate("1234567891", "시험공급 주식회사", from, from.AddYears(1));
        await File.WriteAllBytesAsync(Path.Combine(folder, "cert.p12"), WithPassword(issued, "password"));
        using var output = new StringWriter();
        using var key = Samples.Key();
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=gateway", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, critical: true));
        using var encryption = request.CreateSelfSigned(from, from.AddYears(1));
        var issuer = new NtsIssuer
        {
            Party = new("1234567891", "시험공급 주식회사"),
            RegistrationNumber = "42000001",
            SigningKey = key,
            EncryptionCertificate = encryption,
            DecryptionKey = rsa,
            ReplyTo = new Uri("http://127.0.0.1/results"),
        };
        // No gateway listens there: the whole way of a submission runs over HTTP in the emulator's tests.
        using var http = new HttpClient();
        await new ReadmeExamples(folder, output).RunAsync(http, new(new Uri("http://127.0.0.1:1/"), key.Certificate, encryption), issuer);
        var said = output.ToString();
        foreach (var expected in (string[])["비밀번호", "시험공급 주식회사 1,100,000", "서명 대상이 아닙니다", "0201 ", "-200,000", "권장: ", "다른 방법: ", "접수 여부를 모릅니다"])
            Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(Path.Combine(folder, "form.svg")), StringComparison.Ordinal);
    }

    private static byte[] WithPassword(TestCertificate issued, string password)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(issued.SignCert.Span);
        var encrypted = EncryptedPrivateKeyInfo.GetInstance(Asn1Object.FromByteArray(issued.SignPri.ToArray()));
        return PfxFile.Write(certificate, EncryptedKey.Decrypt(encrypted, TestCertificate.Password), password, "시험");
    }

    private static string Words(string code) => Whitespace().Replace(code, " ").Trim();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
