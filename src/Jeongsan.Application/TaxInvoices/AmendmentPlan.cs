using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>From an original, what was amended before and what happened: the documents to write. Pure.</summary>
internal static class AmendmentPlan
{
    /// <summary>Checked in the order: the original's state, its other amendments, the corrected content, the law's rules.</summary>
    /// <param name="live">Amendments of the original that were neither refused nor cancelled.</param>
    public static Outcome<PlannedAmendment> Of(TaxInvoice original, IReadOnlyList<TaxInvoice> live, AmendmentCause cause, DateOnly today, BusinessDays days)
    {
        if (!Amendments.IsAmendable(original.Status))
        {
            return new AmendmentRefusal.OriginalNotIssued(original.Status);
        }
        if (Earlier(original, live, cause) is { } earlier)
        {
            return earlier;
        }
        var corrected = (cause as AmendmentCause.Corrected)?.Right;
        if (corrected?.IsTooLarge(original.Content) == true)
        {
            return new AmendmentRefusal.NotPlanned(EtaxAmendmentRefusal.RightContentFaulty, "바르게 고친 금액이 다룰 수 있는 범위를 넘습니다. 금액을 확인해 주세요.");
        }
        var right = corrected?.Of(original.Content);
        if (right is not null && TaxInvoiceChecks.Check(right) is { } faulty)
        {
            return faulty;
        }
        var planning = EtaxAmendmentPlanner.Plan(EtaxForm.Of(original), Facts(cause, right), today, days.LegalDeadline);
        if (planning.Plan is not { } plan)
        {
            var why = planning.Refusal is EtaxAmendmentRefusal.RightContentFaulty && right is not null ? Faults(right) : "";
            return new AmendmentRefusal.NotPlanned(planning.Refusal!.Value, planning.Message + why);
        }
        var link = new TaxInvoiceAmendment(cause.Reason, original.NtsApprovalNumber ?? "", original.Id, original.Content.Amendment?.RootTaxInvoiceId ?? original.Id);
        var documents = plan.Documents.Index().Select(one => one.Index > 0 && right is not null
            ? right with { Amendment = link }
            : Content(original, one.Item, link));
        // Where the law sets no day, the next ordinary deadline is the one to keep.
        return new PlannedAmendment([.. documents], plan.Article, plan.IssueBy ?? IssueDeadline.For(today, days), plan.DeadlineText, [.. plan.Explanation]);
    }

    /// <summary>What is taken back whole, is taken back once; and parts never take away more than there is.</summary>
    private static AmendmentRefusal? Earlier(TaxInvoice original, IReadOnlyList<TaxInvoice> live, AmendmentCause cause)
    {
        var change = cause switch
        {
            AmendmentCause.SupplyChanged changed => (changed.Supply, changed.Tax),
            AmendmentCause.Returned returned => (-returned.Supply, -returned.Tax),
            _ => ((Won Supply, Won Tax)?)null,
        };
        if (change is not { } parts)
        {
            return live.Count > 0 ? new AmendmentRefusal.AlreadyAmended(live[0].Id) : null;
        }
        if (live.FirstOrDefault(one => one.Content.Amendment!.Reason is not (AmendmentReason.ChangeInSupplyCost or AmendmentReason.Return)) is { } whole)
        {
            return new AmendmentRefusal.AlreadyAmended(whole.Id);
        }
        // Without earlier ones the law's own rules say it.
        return live.Count > 0 ? TooMuch(original, live, parts.Supply, parts.Tax) : null;
    }

    /// <summary>Null when the original, its live amendments and one more with these amounts leave something of the original's sign, or nothing.</summary>
    public static AmendmentRefusal.NotPlanned? TooMuch(TaxInvoice original, IReadOnlyList<TaxInvoice> live, Won supply, Won tax)
    {
        var rest = (Supply: original.TotalSupplyAmount.Value + live.Sum(one => one.TotalSupplyAmount.Value), Tax: original.TotalTaxAmount.Value + live.Sum(one => one.TotalTaxAmount.Value));
        return IsBeyond(rest.Supply, supply.Value, original.TotalSupplyAmount) || IsBeyond(rest.Tax, tax.Value, original.TotalTaxAmount)
            ? new AmendmentRefusal.NotPlanned(
                EtaxAmendmentRefusal.MoreThanOriginal, $"먼저 쓴 수정세금계산서까지 더하면 남은 공급가액은 {Digits(rest.Supply)}원, 세액은 {Digits(rest.Tax)}원입니다. 이보다 많이 줄일 수 없습니다.")
            : null;
    }

    /// <summary>What the issuer's own checks find in the corrected content, in Korean.</summary>
    private static string Faults(TaxInvoiceContent right) => string.Concat(EtaxInvoiceChecks.Check(EtaxForm.Of(right))
        .Where(problem => problem.IsError && problem.Code is not (EtaxProblemCode.ApprovalNumberMalformed or EtaxProblemCode.IssueTimeMissing))
        .Take(3).Select(problem => $" {problem.Message}"));

    private static bool IsBeyond(long rest, long change, Won original) => (rest + change) * (Int128)Math.Sign(original.Value) < 0;

    private static string Digits(long won) => won.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The original's parties and words, with the planned document's date, amounts and lines.</summary>
    private static TaxInvoiceContent Content(TaxInvoice original, EtaxInvoice planned, TaxInvoiceAmendment link) => original.Content with
    {
        WriteDate = planned.WriteDate,
        TotalSupply = new Won(planned.SupplyTotal),
        TotalTax = new Won(planned.TaxTotal),
        TotalAmount = new Won(planned.GrandTotal),
        PaymentMeans = null,
        Remarks = [.. planned.Remarks],
        Items = [.. planned.Lines.Select(Item)],
        Amendment = link,
    };

    private static TaxInvoiceItem Item(EtaxLine line) => new(
        line.SupplyDate, line.Name, line.Specification, Scaled(line.Quantity), Scaled(line.UnitPrice),
        line.SupplyAmount is { } supply ? new Won(supply) : null, line.TaxAmount is { } tax ? new Won(tax) : null, line.Remark);

    private static ScaledNumber? Scaled(Hundredths? number) => number is { } given ? new ScaledNumber(given.Value, 2) : null;

    private static EtaxAmendmentFacts Facts(AmendmentCause cause, TaxInvoiceContent? right) => cause switch
    {
        AmendmentCause.Corrected corrected => new EtaxAmendmentFacts.Correction(EtaxForm.Of(right!), corrected.Why),
        AmendmentCause.SupplyChanged changed => new EtaxAmendmentFacts.SupplyAmountChanged(changed.On, changed.Supply.Value, changed.Tax.Value),
        AmendmentCause.Returned returned => new EtaxAmendmentFacts.Returned(returned.On, returned.Supply.Value, returned.Tax.Value),
        AmendmentCause.ContractCancelled cancelled => new EtaxAmendmentFacts.ContractRescinded(cancelled.On),
        AmendmentCause.IssuedTwice => new EtaxAmendmentFacts.IssuedByMistake(EtaxMistake.IssuedTwice),
        AmendmentCause.NotSubject => new EtaxAmendmentFacts.IssuedByMistake(EtaxMistake.NotSubjectToInvoice),
        _ => throw new System.Diagnostics.UnreachableException(cause.GetType().Name),
    };
}
