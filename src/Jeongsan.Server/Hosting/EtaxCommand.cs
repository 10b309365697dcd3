using Jeongsan.Etax;
using Jeongsan.Etax.Pdf;

namespace Jeongsan.Server.Hosting;

/// <summary><c>./run etax …</c>: verifies, signs, shows and prints e-tax invoices for people who need nothing else of the server.</summary>
internal static class EtaxCommand
{
    private const int Failed = 1;

    /// <summary>Far beyond any invoice, certificate or key; a larger file is not even read.</summary>
    private const long FileSizeMax = 10 * 1024 * 1024;

    public const string Usage = """
          ./run etax verify [--trust 폴더] 파일…      전자세금계산서 XML의 서명을 검증합니다.
                                                    --trust: 이 폴더의 인증기관 인증서로 발급자와 유효기간까지 확인합니다.
          ./run etax sign 파일 --cert 인증서.p12 --password 비밀번호 [--out 나갈파일]
          ./run etax sign 파일 --cert signCert.der --key signPri.key --password 비밀번호 [--out 나갈파일]
                                                    서명하지 않은 XML에 서명합니다. 비밀번호 자리에 -를 쓰면 한 줄을 입력받습니다.
          ./run etax show 파일                       내용과 문제점을 보여 줍니다.
          ./run etax pdf 파일 [--out 나갈파일] [--copy supplier|recipient]
                                                    법정 서식을 PDF로 만듭니다. 나갈파일이 .png나 .svg로 끝나면 그림으로 만듭니다.
          끝난 값: 0 모두 맞음, 1 문서·인증서·파일에 문제가 있음, 2 쓰는 법이 틀림
        """;

    /// <summary>Null when the arguments are not understood; else the exit code: 0 only if everything asked for is right.</summary>
    public static async Task<int?> RunAsync(string[] arguments) => arguments switch
    {
        ["verify", "--trust", var folder, .. var files] when files.Length > 0 => await VerifyAsync(files, folder),
        ["verify", .. var files] when files.Length > 0 && !files[0].StartsWith("--", StringComparison.Ordinal) => await VerifyAsync(files, null),
        ["sign", var file, .. var rest] when Options(rest, "--cert", "--key", "--password", "--out") is { } options && options.ContainsKey("--cert") && options.ContainsKey("--password")
            => await SignAsync(file, options),
        ["show", var file] => await ShowAsync(file),
        ["pdf", var file, .. var rest] when Options(rest, "--out", "--copy") is { } options && options.GetValueOrDefault("--copy", "supplier") is "supplier" or "recipient" => await PrintAsync(file, options),
        _ => null,
    };

    private static async Task<int> VerifyAsync(string[] files, string? trustFolder)
    {
        EtaxTrust? trust = null;
        if (trustFolder is not null && (trust = ReadTrust(trustFolder)) is null) return await FailAsync($"{trustFolder}: 인증기관 인증서를 읽을 수 없습니다.");
        using var verifier = new EtaxBulkVerifier(trust);
        var (valid, invalid) = (0, 0);
        foreach (var file in files)
        {
            var verified = await ReadAsync(file) is { } xml ? verifier.Verify(xml) : null;
            if (verified is not null) await System.Console.Out.WriteLineAsync(verified.IsValid ? $"{file}: 유효합니다." : $"{file}: 유효하지 않습니다. {verified.Message} ({verified.Reason})");
            if (verified is { IsValid: true }) valid++;
            else invalid++;
        }
        if (valid > 0) await System.Console.Out.WriteLineAsync(EtaxVerification.NotSigned);
        return invalid == 0 ? 0 : Failed;
    }

    private static EtaxTrust? ReadTrust(string folder)
    {
        try
        {
            return EtaxTrust.FromFolder(folder);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static async Task<int> SignAsync(string file, Dictionary<string, string> options)
    {
        if (await ReadInvoiceAsync(file) is not { } reading || await ReadAsync(options["--cert"]) is not { } certificateFile) return Failed;
        byte[]? keyFile = null;
        if (options.TryGetValue("--key", out var keyName) && (keyFile = await ReadAsync(keyName)) is null) return Failed;
        if (reading.HasSignature) return await FailAsync("이미 서명된 문서입니다.");
        var password = options["--password"] == "-" ? await System.Console.In.ReadLineAsync() ?? "" : options["--password"];
        var opening = keyFile is null ? SignerCertificate.OpenPfx(certificateFile, password) : SignerCertificate.OpenNpki(certificateFile, keyFile, password);
        if (!opening.IsOpened) return await FailAsync(opening.Message);
        using var certificate = opening.Certificate;
        var now = TimeProvider.System.GetUtcNow();
        var invoice = reading.Invoice! with { IssuedAt = reading.Invoice!.IssuedAt ?? now };
        if (now < certificate.NotBefore || now > certificate.NotAfter) return await FailAsync("유효기간이 아닌 인증서입니다.");
        if (certificate.BelongsTo(invoice.Supplier.RegistrationNumber) == CertificateOwnership.No) return await FailAsync("공급자의 인증서가 아닙니다.");
        if (!certificate.MayIssueTaxInvoices) await System.Console.Error.WriteLineAsync("전자세금계산서용으로 알려진 종류의 인증서가 아닙니다. 국세청이 받지 않을 수 있습니다.");
        if (await ReportProblemsAsync(invoice)) return Failed;
        var target = options.GetValueOrDefault("--out") ?? Path.ChangeExtension(file, ".signed.xml");
        return await WriteAsync(target, EtaxSigner.Sign(invoice, certificate), "서명했습니다.") ? 0 : Failed;
    }

    private static async Task<int> ShowAsync(string file)
    {
        if (await ReadAsync(file) is not { } xml || await ReadInvoiceAsync(file, xml) is not { } reading) return Failed;
        await System.Console.Out.WriteLineAsync(EtaxText.Describe(reading.Invoice!));
        var verified = reading.HasSignature ? EtaxVerifier.Verify(xml) : null;
        await System.Console.Out.WriteLineAsync(verified is null ? "서명      없음" : verified.IsValid ? $"서명      유효 ({verified.Certificate!.Subject})" : $"서명      유효하지 않음: {verified.Message}");
        var hasErrors = await ReportProblemsAsync(reading.Invoice!);
        return hasErrors || verified is { IsValid: false } ? Failed : 0;
    }

    private static async Task<int> PrintAsync(string file, Dictionary<string, string> options)
    {
        if (await ReadInvoiceAsync(file) is not { } reading) return Failed;
        var target = options.GetValueOrDefault("--out") ?? Path.ChangeExtension(file, ".pdf");
        var copy = options.GetValueOrDefault("--copy") == "recipient" ? FormCopy.Recipient : FormCopy.Supplier;
        List<byte[]> pages = Path.GetExtension(target).ToUpperInvariant() switch
        {
            ".PNG" => [.. TaxInvoicePdf.RenderPng(reading.Invoice!, copy)],
            ".SVG" => [.. TaxInvoiceForm.RenderSvg(reading.Invoice!, copy).Select(System.Text.Encoding.UTF8.GetBytes)],
            _ => [TaxInvoicePdf.RenderPdf(reading.Invoice!, copy)],
        };
        for (var page = 0; page < pages.Count; page++)
        {
            var name = page == 0 ? target : Path.ChangeExtension(target, $".{page + 1}{Path.GetExtension(target)}");
            if (!await WriteAsync(name, pages[page], "만들었습니다.")) return Failed;
        }
        return 0;
    }

    /// <summary>True when there are errors, not only warnings.</summary>
    private static async Task<bool> ReportProblemsAsync(EtaxInvoice invoice)
    {
        var problems = EtaxInvoiceChecks.Check(invoice);
        foreach (var problem in problems)
            await System.Console.Error.WriteLineAsync($"{(problem.IsError ? "오류" : "주의")}      {problem.Field}: {problem.Message} ({problem.XmlPath})");
        return problems.Any(problem => problem.IsError);
    }

    private static async Task<EtaxReading?> ReadInvoiceAsync(string file) => await ReadAsync(file) is { } xml ? await ReadInvoiceAsync(file, xml) : null;

    private static async Task<EtaxReading?> ReadInvoiceAsync(string file, byte[] xml)
    {
        var reading = EtaxInvoiceReader.Read(xml);
        if (reading.Invoice is not null) return reading;
        await FailAsync($"{file}: 읽을 수 없습니다. {reading.Message} ({reading.Refusal})");
        return null;
    }

    /// <summary>Null, after a word on why, when there is nothing to read.</summary>
    private static async Task<byte[]?> ReadAsync(string file)
    {
        try
        {
            var problem = Directory.Exists(file) ? "폴더입니다. 파일을 지정해 주세요."
                : !File.Exists(file) ? "파일이 없습니다."
                : new FileInfo(file).Length switch { 0 => "빈 파일입니다.", > FileSizeMax => "10MB보다 큰 파일은 읽지 않습니다.", _ => null };
            if (problem is null) return await File.ReadAllBytesAsync(file);
            await FailAsync($"{file}: {problem}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            await FailAsync($"{file}: 파일을 읽을 권한이 없거나 읽는 중에 문제가 생겼습니다.");
        }
        return null;
    }

    private static async Task<bool> WriteAsync(string file, byte[] content, string done)
    {
        try
        {
            await File.WriteAllBytesAsync(file, content);
            await System.Console.Out.WriteLineAsync($"{file}: {done}");
            return true;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            await FailAsync($"{file}: 여기에는 쓸 수 없습니다. 폴더가 있는지, 쓸 권한이 있는지 확인해 주세요.");
            return false;
        }
    }

    private static async Task<int> FailAsync(string message)
    {
        await System.Console.Error.WriteLineAsync(message);
        return Failed;
    }

    /// <summary>Pairs of an option and its value; null when one is unknown, doubled or without a value.</summary>
    private static Dictionary<string, string>? Options(string[] arguments, params ReadOnlySpan<string> known)
    {
        var options = new Dictionary<string, string>();
        for (var i = 0; i < arguments.Length; i += 2)
            if (i + 1 == arguments.Length || !known.Contains(arguments[i]) || !options.TryAdd(arguments[i], arguments[i + 1])) return null;
        return options;
    }
}
