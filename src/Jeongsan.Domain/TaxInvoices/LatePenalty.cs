using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;

namespace Jeongsan.Domain.TaxInvoices;

/// <summary>가산세 on the supply amount's absolute value (부가가치세법 제60조; for 계산서 the rates of the income tax law).</summary>
/// <param name="RecipientDeducts">False when the recipient loses the deduction of the tax, and where there is no tax.</param>
/// <param name="IsTaxFree">A 계산서.</param>
public sealed record LatePenalty(LatePenaltyReason Reason, Won Supplier, Won Recipient, bool RecipientDeducts, bool IsTaxFree)
{
    private static readonly Rate OnePercent = new(1_000);
    private static readonly Rate TwoPercent = new(2_000);
    private static readonly Rate HalfPercent = new(500);
    private static readonly Rate ThirtyHundredths = new(300);

    /// <param name="issueDate">Null while it is not issued; then the penalty of today.</param>
    /// <param name="sentDate">Null while it is not sent.</param>
    public static LatePenalty Of(TaxInvoiceTaxation taxation, Won supply, DateOnly writeDate, DateOnly? issueDate, DateOnly? sentDate, DateOnly today, BusinessDays businessDays)
    {
        var amount = supply.Abs();
        var isFree = taxation == TaxInvoiceTaxation.Free;
        var issued = issueDate ?? today;
        var finalReturn = IssueDeadline.FinalReturn(writeDate, businessDays);
        // ② 2: not issued by the final return of the supply's period.
        if (issued > finalReturn)
        {
            // 시행령 제75조 no. 7: received within a year after the deadline, with an amended return, the tax is deductible; ⑦ 1 applies then.
            var deducts = !isFree && issued <= finalReturn.AddYears(1);
            return new(LatePenaltyReason.NotIssued, amount.MulFloor(isFree ? OnePercent : TwoPercent), deducts ? amount.MulFloor(HalfPercent) : Won.Zero, deducts, isFree);
        }

        // ② 1, ⑦ 1: after the 10th, but by the final return. Where this applies, the penalties on sending don't.
        if (issued > IssueDeadline.For(writeDate, businessDays))
        {
            return new(LatePenaltyReason.IssuedLate, amount.MulFloor(isFree ? HalfPercent : OnePercent), isFree ? Won.Zero : amount.MulFloor(HalfPercent), !isFree, isFree);
        }

        var sending = issueDate is { } issuedOn ? OfSending(amount, issuedOn, sentDate ?? today, finalReturn, businessDays) : None;
        return sending with { IsTaxFree = isFree, RecipientDeducts = !isFree };
    }

    private static LatePenalty None { get; } = new(LatePenaltyReason.None, Won.Zero, Won.Zero, true, false);

    private static LatePenalty OfSending(Won amount, DateOnly issued, DateOnly sent, DateOnly finalReturn, BusinessDays businessDays) =>
        sent <= IssueDeadline.ToSend(issued, businessDays) ? None
        : sent <= finalReturn ? new(LatePenaltyReason.SentLate, amount.MulFloor(ThirtyHundredths), Won.Zero, true, false)
        : new(LatePenaltyReason.NotSent, amount.MulFloor(HalfPercent), Won.Zero, true, false);
}

public enum LatePenaltyReason
{
    None = 0,

    /// <summary>지연발급.</summary>
    IssuedLate,

    /// <summary>미발급.</summary>
    NotIssued,

    /// <summary>지연전송.</summary>
    SentLate,

    /// <summary>미전송.</summary>
    NotSent,
}
