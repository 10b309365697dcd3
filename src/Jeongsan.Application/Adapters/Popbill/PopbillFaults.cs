using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Popbill;

namespace Jeongsan.Application.Adapters.Popbill;

/// <summary>What a call that did not succeed means for us.</summary>
internal static class PopbillFaults
{
    // Codes of the published table that are about the account and the service, not about the document.
    private const int BonusPointsTooLow = -99005004;
    private const int PaidPointsTooLow = -99005003;

    /// <summary>True when it says that the ASP can't be worked with, whatever is asked of it.</summary>
    public static bool IsOutage(PopbillException fault) => fault.Outcome != PopbillOutcome.Refused || IsUnavailable(fault);

    public static string Words(PopbillException fault) => fault.Outcome switch
    {
        PopbillOutcome.NotSent => "팝빌에 연결하지 못했습니다.",
        PopbillOutcome.Unknown => "팝빌의 답을 받지 못했습니다.",
        _ => $"팝빌이 지금 처리하지 못합니다: {fault.AspMessage}",
    };

    /// <summary>The sure "no"; throws when it isn't sure, and the outcome must be asked for.</summary>
    public static AgencyRefusal Read(PopbillException fault) => fault switch
    {
        { Outcome: PopbillOutcome.NotSent } => new AgencyRefusal.NotReached(),
        { Outcome: PopbillOutcome.Unknown } => throw new AgencyUnknownException(fault),
        // An answer from 500 on is trouble of the ASP's own: nothing is said about the document, not even that it was left alone.
        { HttpStatus: >= 500 } => throw new AgencyUnknownException(fault),
        { Code: PopbillCodes.PointsTooLow or PopbillCodes.PartnerPointsTooLow or BonusPointsTooLow or PaidPointsTooLow } => new AgencyRefusal.PointsTooLow(fault.AspMessage),
        { Code: PopbillCodes.NoCertificate or PopbillCodes.NoCertificateOnFile or PopbillCodes.CertificateExpired or PopbillCodes.CertificateRevoked or PopbillCodes.CertificateInvalid }
            => new AgencyRefusal.CertificateMissing(fault.Code.Value, fault.AspMessage),
        { Code: PopbillCodes.SupplierKeyUsed or PopbillCodes.RecipientKeyUsed } => new AgencyRefusal.KeyUsed(fault.AspMessage),
        _ when IsUnavailable(fault) => new AgencyRefusal.Unavailable(fault.AspMessage),
        _ => new AgencyRefusal.Refused(fault.Code ?? 0, fault.AspMessage),
    };

    /// <summary>Tokens, settings, maintenance, too many calls. Only that a company is no member is about the company.</summary>
    private static bool IsUnavailable(PopbillException fault) =>
        fault.HttpStatus >= 500 || fault.Code is PopbillCodes.TooManyCalls || (fault.Code is <= -99_000_000 and not PopbillCodes.NotAMember && !IsAboutPoints(fault.Code.Value));

    private static bool IsAboutPoints(int code) => code is <= -99_005_000 and > -99_010_000;
}

/// <summary>The outcome of a call is unknown. Its words are for the console.</summary>
internal sealed class AgencyUnknownException(PopbillException fault) : Exception(PopbillFaults.Words(fault), fault);
