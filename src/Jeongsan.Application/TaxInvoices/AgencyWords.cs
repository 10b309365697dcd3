using Jeongsan.Application.Outbox;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>The ASP's answers in words for people.</summary>
internal static class AgencyWords
{
    /// <summary>The start of every problem that points tell of; the console counts by it.</summary>
    public const string PointsTooLow = "팝빌 포인트가 부족합니다.";

    public static Delivery.Later NotReached() => new("팝빌에 연결하지 못했습니다. 잠시 뒤 자동으로 다시 시도합니다.");

    /// <summary>Null when the refusal is about the document, so that waiting would change nothing.</summary>
    public static Delivery.Later? Wait(Refusal refusal) => refusal switch
    {
        AgencyRefusal.NotReached => NotReached(),
        AgencyRefusal.Unavailable unavailable => new($"팝빌이 지금 처리하지 못합니다: {unavailable.Words} 잠시 뒤 자동으로 다시 시도합니다."),
        AgencyRefusal.PointsTooLow => new($"{PointsTooLow} 포인트를 충전하면 자동으로 이어서 처리합니다.") { WaitsForPerson = true },
        _ => null,
    };

    /// <summary>The ASP says that it has a document and doesn't show it: its own parts tell different things for a moment.</summary>
    public static Delivery.Later NotShownYet() => new("팝빌이 문서의 상태를 아직 알려 주지 않았습니다. 잠시 뒤 다시 확인합니다.");

    public static string Of(Refusal refusal) => refusal switch
    {
        AgencyRefusal.Refused refused => refused.Words,
        AgencyRefusal.CertificateMissing missing => missing.Words,
        AgencyRefusal.KeyUsed used => used.Words,
        _ => refusal.Reason,
    };
}
