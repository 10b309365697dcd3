using Jeongsan.Application.Certificates;
using Jeongsan.Application.Mails;

namespace Jeongsan.Server.Console.Company;

/// <summary>A certificate's state in words.</summary>
internal static class CertificateLook
{
    internal static string Words(CompanyCertificate? certificate) => certificate switch
    {
        null or { Health: CertificateHealth.Unknown } => "아직 확인하지 않았어요. 하루에 한 번 팝빌에 물어봐요.",
        { Health: CertificateHealth.None } => "팝빌에 등록된 공동인증서가 없어요.",
        { Health: CertificateHealth.Usable, ExpiresAt: { } until } => $"{KoreanWords.InstantInTable(until)}까지 쓸 수 있어요.{Issuer(certificate)}",
        { Health: CertificateHealth.Expired, ExpiresAt: { } ended } => $"{KoreanWords.InstantInTable(ended)}에 유효기간이 끝났어요. 갱신한 인증서를 등록해 주세요.",
        _ => "등록된 공동인증서를 쓸 수 없어요(폐지되었거나 다른 사업자의 것). 다시 등록해 주세요.",
    };

    private static string Issuer(CompanyCertificate certificate) => certificate.IssuerName is { Length: > 0 } issuer ? $" 발급: {issuer}" : "";
}
