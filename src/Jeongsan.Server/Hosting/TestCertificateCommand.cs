using Jeongsan.Etax;

namespace Jeongsan.Server.Hosting;

/// <summary>Makes a certificate of our test CA. It signs nothing that the real NTS would take.</summary>
internal static class TestCertificateCommand
{
    private const int Years = 1;

    /// <summary>The extra day keeps both ends of the period clear of now.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    public static async Task<int> RunAsync(string businessNumber, string folder, bool isExpired)
    {
        var digits = businessNumber.Replace("-", "", StringComparison.Ordinal);
        if (!BusinessNumber.IsValid(digits))
        {
            await System.Console.Error.WriteLineAsync($"'{businessNumber}'은(는) 사업자등록번호가 아닙니다. 열 자리 숫자와 마지막 검증 숫자를 확인해 주세요.");
            return 2;
        }
        var now = TimeProvider.System.GetUtcNow();
        var (from, until) = isExpired ? (now.AddYears(-Years) - Margin, now - Margin) : (now - Margin, now.AddYears(Years));
        var made = TestAuthority.IssueCertificate(digits, $"시험용 {digits}", from, until);
        Directory.CreateDirectory(folder);
        await WriteAsync(folder, "signCert.der", made.SignCert.ToArray());
        await WriteAsync(folder, "signPri.key", made.SignPri.ToArray());
        await WriteAsync(folder, $"{digits}.p12", made.Pfx.ToArray());
        System.Console.WriteLine($"비밀번호는 {TestCertificate.Password} 입니다. 시험용이며 실제 발행에는 쓸 수 없습니다.");
        return 0;
    }

    private static async Task WriteAsync(string folder, string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(path, content);
        System.Console.WriteLine(path);
    }
}
