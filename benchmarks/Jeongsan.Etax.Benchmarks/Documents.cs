using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Jeongsan.Etax.Benchmarks;

/// <summary>What is measured: an invoice of one line as platforms issue them, and one of 99 lines.</summary>
internal static class Documents
{
    private static readonly DateOnly WriteDate = new(2026, 10, 31);

    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TestCertificate Certificate { get; } = TestAuthority.IssueCertificate("1234567891", "시험공급 주식회사", From, From.AddYears(1));

    public static SignerCertificate OpenKey() => SignerCertificate.OpenPfx(Certificate.Pfx, TestCertificate.Password).Certificate!;

    public static EtaxInvoice Create(int lineCount)
    {
        var supplier = new EtaxParty
        {
            RegistrationNumber = "1234567891",
            CompanyName = "시험공급 주식회사",
            RepresentativeName = "가나다",
            Address = "서울특별시 시험구 보기로 1",
            BusinessType = "서비스",
            BusinessItem = "소프트웨어",
            Contact = new() { Email = "supplier@example.com" },
        };
        return new()
        {
            ManagementId = "BENCH-1",
            IssuedAt = new DateTimeOffset(2026, 11, 9, 0, 0, 0, TimeSpan.Zero),
            ApprovalNumber = "202610314100000800000001",
            Kind = EtaxKind.TaxInvoice,
            Class = EtaxClass.General,
            Remarks = ["2026년 10월 정산"],
            WriteDate = WriteDate,
            Purpose = EtaxPurpose.Charge,
            Supplier = supplier,
            Recipient = supplier with { RegistrationNumber = "2222222227", Kind = EtaxRecipientKind.Business },
            SupplyTotal = 10_000 * lineCount,
            TaxTotal = 1_000 * lineCount,
            GrandTotal = 11_000 * lineCount,
            Lines = ValueList.Create<EtaxLine>([.. Enumerable.Range(1, lineCount).Select(number => new EtaxLine { SupplyDate = WriteDate, Name = $"강의 정산금 {number}", SupplyAmount = 10_000, TaxAmount = 1_000 })]),
        };
    }

    /// <summary>The bare RSA key of a certificate that the machine's own provider made, for the yardstick.</summary>
    public static RSA CreateBareKey() => RSA.Create(2048);

    public static byte[] SomeSignedInfo { get; } = RandomNumberGenerator.GetBytes(1_200);
}
