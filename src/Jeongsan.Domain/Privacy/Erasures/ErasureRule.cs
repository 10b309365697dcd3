using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Domain.Privacy.Erasures;

/// <summary>Why a partner's data may not be erased yet.</summary>
public enum ErasureObstacle
{
    /// <summary>The business with the partner goes on.</summary>
    NotArchived = 0,
    AlreadyErased,

    /// <summary>The ASP still has the partner as a member of ours.</summary>
    StillConnected,

    /// <summary>Something is still to be settled, paid out or asked back.</summary>
    NotPaidOut,
    InvoiceUnderWay,

    /// <summary>Messages that carry its data wait to be sent.</summary>
    MessagesWaiting,

    /// <summary>The statement of what was withheld is due in the year after (소득세법 제164조): until then it is needed for it.</summary>
    WithholdingNotReported,
}

/// <param name="Until">The last day on which it stands in the way, where the calendar says it.</param>
public sealed record ErasureBlock(ErasureObstacle Obstacle, DateOnly? Until = null);

/// <param name="LastPaidOn">When money last reached the partner, in Seoul.</param>
/// <param name="LastWithheldOn">The same, of payouts from which tax was withheld.</param>
/// <param name="LastWriteDate">The latest 작성일자 of its invoices.</param>
public sealed record ErasureFacts(
    bool IsArchived,
    bool IsErased,
    NtsConnectionStatus Connection,
    bool HasUnpaid,
    bool HasInvoiceUnderWay,
    bool HasMessagesWaiting,
    DateOnly? LastPaidOn,
    DateOnly? LastWithheldOn,
    DateOnly? LastWriteDate);

/// <param name="KeepUntil">The last day for which the law demands that name, business data and account be kept; null when nothing does.</param>
public sealed record ErasurePlan(IReadOnlyList<ErasureBlock> Blocks, DateOnly? KeepUntil);

/// <summary>When personal data is destroyed, and what must stay (개인정보 보호법 제21조).</summary>
public static class ErasureRule
{
    /// <summary>국세기본법 제85조의3 ②: books and evidence are kept for five years from the last day of the return of the period that the deal belongs to.</summary>
    public const int KeptYears = 5;

    public static ErasurePlan Plan(ErasureFacts facts, DateOnly today, BusinessDays businessDays) =>
        new([.. Blocks(facts, today, businessDays)], KeepUntil(facts, businessDays));

    /// <summary>소득세법 제164조 ①: statements of business income are handed in by 10 March, of other income by the end of February of the year after; the later of the two.</summary>
    public static DateOnly WithholdingReportedBy(DateOnly paidOn, BusinessDays businessDays) => businessDays.LegalDeadline(new DateOnly(paidOn.Year + 1, 3, 10));

    private static IEnumerable<ErasureBlock> Blocks(ErasureFacts facts, DateOnly today, BusinessDays businessDays)
    {
        if (facts.IsErased)
        {
            yield return new ErasureBlock(ErasureObstacle.AlreadyErased);
            yield break;
        }
        if (!facts.IsArchived)
        {
            yield return new ErasureBlock(ErasureObstacle.NotArchived);
        }
        if (facts.Connection is not (NtsConnectionStatus.NotConnected or NtsConnectionStatus.ConnectFailed))
        {
            yield return new ErasureBlock(ErasureObstacle.StillConnected);
        }
        if (facts.HasUnpaid)
        {
            yield return new ErasureBlock(ErasureObstacle.NotPaidOut);
        }
        if (facts.HasInvoiceUnderWay)
        {
            yield return new ErasureBlock(ErasureObstacle.InvoiceUnderWay);
        }
        if (facts.HasMessagesWaiting)
        {
            yield return new ErasureBlock(ErasureObstacle.MessagesWaiting);
        }
        if (facts.LastWithheldOn is { } withheld && WithholdingReportedBy(withheld, businessDays) is var until && today <= until)
        {
            yield return new ErasureBlock(ErasureObstacle.WithholdingNotReported, until);
        }
    }

    /// <summary>
    /// What was paid belongs to the platform's own year, whose return is due on 31 March (법인세법 제60조); an invoice to its VAT period
    /// (부가가치세법 제49조). The later of the two counts, and five years after it.
    /// </summary>
    private static DateOnly? KeepUntil(ErasureFacts facts, BusinessDays businessDays)
    {
        var returns = new List<DateOnly>();
        if (facts.LastPaidOn is { } paid)
        {
            returns.Add(businessDays.LegalDeadline(new DateOnly(paid.Year + 1, 3, 31)));
        }
        if (facts.LastWriteDate is { } written)
        {
            returns.Add(IssueDeadline.FinalReturn(written, businessDays));
        }
        return returns.Count == 0 ? null : returns.Max().AddYears(KeptYears);
    }
}
