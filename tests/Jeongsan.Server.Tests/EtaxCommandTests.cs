using System.Diagnostics;
using System.Text;
using Jeongsan.Etax;
using Jeongsan.TestKit;

namespace Jeongsan.Server.Tests;

/// <summary><c>./run etax …</c> as people run it: a process, its exit status and what it says.</summary>
public sealed class EtaxCommandTests : IDisposable
{
    private const string Supplier = "1234567891";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Verify_ValidDocuments_EndsWith0AndSaysWhatIsNotSigned()
    {
        var (status, output, _) = await RunAsync("verify", Save("a.xml", Signed()), Save("b.xml", Signed()));
        Assert.Equal(0, status);
        Assert.Equal(2, output.Split(": 유효합니다.").Length - 1);
        Assert.Contains("서명 대상이 아닙니다", output, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Invalid => new()
    {
        { "changed", "서명한 뒤에 내용이 바뀌었습니다.", "DigestMismatch" },
        { "unsigned", "서명이 없습니다.", "NoSignature" },
        { "broken", "XML이 깨져 있습니다.", "Malformed" },
        { "entities", "문서 형식 선언(DTD)이 들어 있습니다.", "DocumentType" },
        { "another", "표준 전자세금계산서(TaxInvoice) 문서가 아닙니다.", "WrongRoot" },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task Verify_InvalidBesideAValidOne_EndsWith1AndSaysWhy(string what, string message, string reason)
    {
        var xml = Encoding.UTF8.GetString(Signed());
        var content = what switch
        {
            "changed" => xml.Replace(">10000<", ">90000<", StringComparison.Ordinal),
            "unsigned" => Encoding.UTF8.GetString(EtaxInvoiceWriter.Write(Invoice())),
            "broken" => xml[..^5],
            "entities" => "<!DOCTYPE a [<!ENTITY b \"c\">]>" + xml,
            _ => "<a/>",
        };
        var (status, output, _) = await RunAsync("verify", Save("good.xml", Signed()), Save("bad.xml", Encoding.UTF8.GetBytes(content)));
        Assert.Equal(1, status);
        Assert.Contains("good.xml: 유효합니다.", output, StringComparison.Ordinal);
        Assert.Contains($"bad.xml: 유효하지 않습니다. {message}", output, StringComparison.Ordinal);
        Assert.Contains($"({reason})", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_Trust_RefusesOthersThanItsAuthorities()
    {
        var document = Save("a.xml", Signed());
        var ours = Directory.CreateDirectory(Path.Combine(folder.Path, "ours")).FullName;
        File.WriteAllBytes(Path.Combine(ours, "test.cer"), TestAuthority.Certificate.RawData);
        Assert.Equal(0, (await RunAsync("verify", "--trust", ours, document)).Status);
        var (status, output, _) = await RunAsync("verify", "--trust", Directory.CreateDirectory(Path.Combine(folder.Path, "none")).FullName, document);
        Assert.Equal(1, status);
        Assert.Contains("신뢰하는 공인 인증기관이 발급한 인증서가 아닙니다.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_NoSuchFile_EndsWith1()
    {
        var (status, _, errors) = await RunAsync("verify", Path.Combine(folder.Path, "none.xml"));
        Assert.Equal(1, status);
        Assert.Contains("none.xml: 파일이 없습니다.", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pfx")]
    [InlineData("npki")]
    public async Task Sign_WithTheSuppliersCertificate_IsVerifiedByVerify(string form)
    {
        var certificate = Certificate();
        var signed = Path.Combine(folder.Path, "signed.xml");
        string[] key = form == "pfx"
            ? ["--cert", Save("key.p12", certificate.Pfx.ToArray())]
            : ["--cert", Save("signCert.der", certificate.SignCert.ToArray()), "--key", Save("signPri.key", certificate.SignPri.ToArray())];
        var (status, output, errors) = await RunAsync(["sign", Save("plain.xml", EtaxInvoiceWriter.Write(Invoice())), .. key, "--password", TestCertificate.Password, "--out", signed]);
        Assert.Equal((0, "", $"{signed}: 서명했습니다."), (status, errors.Trim(), output.Trim()));
        Assert.Equal(0, (await RunAsync("verify", signed)).Status);
    }

    [Fact]
    public async Task Sign_PasswordFromTheInput_Signs()
    {
        var (status, _, errors) = await RunWithInputAsync(TestCertificate.Password + "\n", "sign", Save("plain.xml", EtaxInvoiceWriter.Write(Invoice())), "--cert", Save("key.p12", Certificate().Pfx.ToArray()), "--password", "-");
        Assert.Equal((0, ""), (status, errors.Trim()));
        Assert.True(File.Exists(Path.Combine(folder.Path, "plain.signed.xml")));
    }

    public static TheoryData<string, string> Unsignable => new()
    {
        { "wrong password", "비밀번호" },
        { "no certificate", "인증서" },
        { "another company", "공급자의 인증서가 아닙니다." },
        { "expired", "유효기간이 아닌 인증서입니다." },
        { "already signed", "이미 서명된 문서입니다." },
        { "wrong sum", "품목별 공급가액의 합이 공급가액 합계와 다릅니다." },
        { "broken", "읽을 수 없습니다." },
    };

    [Theory]
    [MemberData(nameof(Unsignable))]
    public async Task Sign_WhatMayNotBeSigned_EndsWith1AndSaysWhyAndWritesNothing(string what, string message)
    {
        var certificate = what switch
        {
            "another company" => Certificate("2222222227"),
            "expired" => TestAuthority.IssueCertificate(Supplier, "시험공급", DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(51)),
            _ => Certificate(),
        };
        var xml = what switch
        {
            "already signed" => Signed(),
            "wrong sum" => EtaxInvoiceWriter.Write(Invoice() with { SupplyTotal = 20_000, TaxTotal = 1_000, GrandTotal = 21_000 }),
            "broken" => "<TaxInvoice"u8.ToArray(),
            _ => EtaxInvoiceWriter.Write(Invoice()),
        };
        var target = Path.Combine(folder.Path, "out.xml");
        var (status, _, errors) = await RunAsync(
            "sign", Save("plain.xml", xml), "--cert", Save("key.p12", what == "no certificate" ? "hello"u8.ToArray() : certificate.Pfx.ToArray()),
            "--password", what == "wrong password" ? "wrong" : TestCertificate.Password, "--out", target);
        Assert.Equal(1, status);
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.False(File.Exists(target));
    }

    /// <summary>Every place where a file is named, with what is no file for it.</summary>
    public static TheoryData<string, string, string> NoFiles
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var verb in (string[])["verify", "show", "pdf", "sign", "sign with it as the certificate"])
                foreach (var (what, message) in ((string, string)[])[("missing", "파일이 없습니다."), ("directory", "폴더입니다."), ("empty", "빈 파일입니다."), ("huge", "10MB보다 큰 파일은 읽지 않습니다.")])
                    cases.Add(verb, what, message);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(NoFiles))]
    public async Task Etax_WhatIsNoFileForIt_EndsWith1AndSaysWhy(string verb, string what, string message)
    {
        var bad = Path.Combine(folder.Path, "bad");
        if (what == "directory") Directory.CreateDirectory(bad);
        if (what is "empty" or "huge")
        {
            // A sparse file: two gigabytes that take no room.
            using var file = File.Create(bad);
            file.SetLength(what == "huge" ? 2L << 30 : 0);
        }
        string[] arguments = verb switch
        {
            "sign" => ["sign", bad, "--cert", Save("key.p12", Certificate().Pfx.ToArray()), "--password", TestCertificate.Password],
            "verify" or "show" or "pdf" => [verb, bad],
            _ => ["sign", Save("plain.xml", EtaxInvoiceWriter.Write(Invoice())), "--cert", bad, "--password", "x"],
        };
        var (status, _, errors) = await RunAsync(arguments);
        Assert.Equal((1, $"{bad}: {message}"), (status, errors.Trim()[..Math.Min(errors.Trim().Length, $"{bad}: {message}".Length)]));
    }

    [Theory]
    [InlineData("sign")]
    [InlineData("pdf")]
    public async Task Etax_TargetThatCannotBeWritten_EndsWith1AndSaysSo(string verb)
    {
        var target = Path.Combine(folder.Path, "no-such-folder", "out.xml");
        var (status, _, errors) = await RunAsync(verb == "sign"
            ? ["sign", Save("plain.xml", EtaxInvoiceWriter.Write(Invoice())), "--cert", Save("key.p12", Certificate().Pfx.ToArray()), "--password", TestCertificate.Password, "--out", target]
            : ["pdf", Save("a.xml", Signed()), "--out", target]);
        Assert.Equal(1, status);
        Assert.Contains("여기에는 쓸 수 없습니다.", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("pdf")]
    public async Task Etax_FileOfAnotherKind_EndsWith1AndSaysWhy(string verb)
    {
        var (status, output, errors) = await RunAsync(verb, Save("photo.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]));
        Assert.Equal((1, ""), (status, output));
        Assert.Contains("읽을 수 없습니다.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_SignedDocument_SaysItsContentAndSignature()
    {
        var (status, output, _) = await RunAsync("show", Save("a.xml", Signed()));
        Assert.Equal(0, status);
        Assert.Contains("전자세금계산서 (0101)", output, StringComparison.Ordinal);
        Assert.Contains("11,000원", output, StringComparison.Ordinal);
        Assert.Contains("서명      유효", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_FaultyDocument_EndsWith1AndNamesFieldAndPath()
    {
        var (status, _, errors) = await RunAsync("show", Save("a.xml", EtaxInvoiceWriter.Write(Invoice() with { ApprovalNumber = "1" })));
        Assert.Equal(1, status);
        Assert.Contains("승인번호", errors, StringComparison.Ordinal);
        Assert.Contains("TaxInvoiceDocument/IssueID", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("form.pdf", "%PDF-")]
    [InlineData("form.png", "\u0089PNG")]
    [InlineData("form.svg", "<svg")]
    public async Task Pdf_ByTheFilesName_WritesPdfPngOrSvg(string name, string start)
    {
        var target = Path.Combine(folder.Path, name);
        var (status, _, errors) = await RunAsync("pdf", Save("a.xml", Signed()), "--out", target, "--copy", "recipient");
        Assert.Equal((0, ""), (status, errors.Trim()));
        Assert.StartsWith(start, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(target)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("verify", "--unknown", "x")]
    [InlineData("sign", "a.xml")]
    [InlineData("sign", "a.xml", "--cert", "b", "--password")]
    [InlineData("pdf", "a.xml", "--copy", "third")]
    [InlineData("other")]
    public async Task Etax_WrongUse_EndsWith2AndShowsHow(params string[] arguments)
    {
        var (status, _, errors) = await RunAsync(arguments);
        Assert.Equal(2, status);
        Assert.Contains("./run etax verify", errors, StringComparison.Ordinal);
    }

    private static Task<(int Status, string Output, string Errors)> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    private static async Task<(int Status, string Output, string Errors)> RunWithInputAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Repository.ServerAssembly);
        start.ArgumentList.Add("etax");
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await output, await errors);
    }

    private string Save(string name, byte[] content)
    {
        var file = Path.Combine(folder.Path, name);
        File.WriteAllBytes(file, content);
        return file;
    }

    private static TestCertificate Certificate(string number = Supplier) =>
        TestAuthority.IssueCertificate(number, "시험공급", TimeProvider.System.GetUtcNow().AddDays(-30), TimeProvider.System.GetUtcNow().AddDays(300));

    private static byte[] Signed()
    {
        using var key = SignerCertificate.OpenPfx(Certificate().Pfx, TestCertificate.Password).Certificate!;
        return EtaxSigner.Sign(Invoice() with { IssuedAt = TimeProvider.System.GetUtcNow() }, key);
    }

    private static EtaxInvoice Invoice()
    {
        // Long past on any clock.
        var writeDate = new DateOnly(2024, 1, 31);
        var supplier = new EtaxParty { RegistrationNumber = Supplier, CompanyName = "시험공급", RepresentativeName = "가나다", Contact = new() { Email = "supplier@example.com" } };
        return new()
        {
            ApprovalNumber = "202401314100000800000001",
            IssuedAt = new DateTimeOffset(2024, 2, 9, 0, 0, 0, TimeSpan.Zero),
            Kind = EtaxKind.TaxInvoice,
            Class = EtaxClass.General,
            WriteDate = writeDate,
            Purpose = EtaxPurpose.Charge,
            Supplier = supplier,
            Recipient = supplier with { RegistrationNumber = "2222222227", Kind = EtaxRecipientKind.Business },
            SupplyTotal = 10_000,
            TaxTotal = 1_000,
            GrandTotal = 11_000,
            Lines = [new() { SupplyDate = writeDate, Name = "시험", SupplyAmount = 10_000, TaxAmount = 1_000 }],
        };
    }
}
