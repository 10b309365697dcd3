using Jeongsan.Application.Adapters.Popbill;
using Jeongsan.Application.Holidays;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>What happened to an issued invoice; the law decides from it what is written (부가가치세법 시행령 제70조 제1항).</summary>
public abstract record AmendmentCause
{
    private AmendmentCause()
    {
    }

    /// <summary>공급가액 변동.</summary>
    /// <param name="Supply">What is added or, negative, taken away.</param>
    public sealed record SupplyChanged(DateOnly On, Won Supply, Won Tax) : AmendmentCause;

    /// <summary>환입.</summary>
    /// <param name="Supply">Of what came back; of the original's sign.</param>
    public sealed record Returned(DateOnly On, Won Supply, Won Tax) : AmendmentCause;

    /// <summary>계약의 해제.</summary>
    public sealed record ContractCancelled(DateOnly On) : AmendmentCause;

    /// <summary>착오에 의한 이중발급.</summary>
    public sealed record IssuedTwice : AmendmentCause;
}

/// <summary>Every way in which amending says no, beside what the new document's own content forbids.</summary>
public abstract record AmendmentRefusal : Refusal
{
    private AmendmentRefusal()
    {
    }

    /// <summary>Only what was issued is amended; what is not issued yet is edited or cancelled.</summary>
    public sealed record OriginalNotIssued(TaxInvoiceStatus Status) : AmendmentRefusal;

    /// <param name="Words">Why the law's rules give no document, in Korean with the mend.</param>
    public sealed record NotPlanned(EtaxAmendmentRefusal Why, string Words) : AmendmentRefusal;
}

/// <summary>
/// Writes the amendment that the law asks for and asks the supplier to approve it, on the same page and by the same mail as
/// any other. The ASP has it only from its issue on, which it does in the supplier's name.
/// </summary>
public sealed class AmendTaxInvoice(Store store)
{
    private static readonly TaxInvoiceStatus[] Issued =
    [
        TaxInvoiceStatus.Issued, TaxInvoiceStatus.BeforeSending, TaxInvoiceStatus.WaitingSending, TaxInvoiceStatus.SendingPending, TaxInvoiceStatus.Sending, TaxInvoiceStatus.SendingCompleted,
    ];

    public Task<Outcome<TaxInvoice>> HandleAsync(Tenant tenant, Actor actor, TaxInvoiceId original, AmendmentCause cause, string? memo, CancellationToken ct) =>
        store.CommandAsync<TaxInvoice>(tenant, actor, async work =>
        {
            var found = await work.FindInvoiceAsync(original, ct);
            if (found.IsRefused)
            {
                return found;
            }
            var drafted = Draft(work, found.Value, cause, memo, await work.Db.BusinessDaysAsync(ct));
            if (drafted.IsRefused)
            {
                return drafted;
            }
            work.Db.Add(drafted.Value);
            work.Record(TaxInvoiceWork.Subject, drafted.Value.Id.Value, "TaxInvoiceDrafted", to: drafted.Value.Status.ToString());
            work.Record(TaxInvoiceWork.Subject, original.Value, "TaxInvoiceAmended", why: drafted.Value.Id.Value);
            var requested = await RequestTaxInvoice.RequestAsync(work, drafted.Value, memo, ct);
            return requested.IsRefused ? requested.Refusal : drafted;
        }, ct);

    private static Outcome<TaxInvoice> Draft(Work work, TaxInvoice original, AmendmentCause cause, string? memo, BusinessDays days)
    {
        if (!Issued.Contains(original.Status))
        {
            return new AmendmentRefusal.OriginalNotIssued(original.Status);
        }
        var planning = EtaxAmendmentPlanner.Plan(EtaxForm.Of(original), Facts(cause), work.Today, days.LegalDeadline);
        if (planning.Plan is not { } plan)
        {
            return new AmendmentRefusal.NotPlanned(planning.Refusal!.Value, planning.Message);
        }
        var id = new TaxInvoiceId(work.NewId("tax-invoice"));
        var key = PopbillForms.DocumentKey(work.Tenant, id);
        var origin = new TaxInvoiceOrigin(key, key, original.PartnerId, Memo: memo);
        // Where the law sets no day, the next ordinary deadline is the one to keep.
        var due = plan.IssueBy ?? IssueDeadline.For(work.Today, days);
        return TaxInvoice.Draft(work.Tenant, id, Content(original, plan.Documents[0], Reason(cause)), origin, due, atAgency: false, work.Actor, work.Now);
    }

    /// <summary>The original's parties and words, with the planned document's date, amounts and lines.</summary>
    private static TaxInvoiceContent Content(TaxInvoice original, EtaxInvoice planned, AmendmentReason reason) => original.Content with
    {
        WriteDate = planned.WriteDate,
        TotalSupply = new Won(planned.SupplyTotal),
        TotalTax = new Won(planned.TaxTotal),
        TotalAmount = new Won(planned.GrandTotal),
        PaymentMeans = null,
        Remarks = [.. planned.Remarks],
        Items = [.. planned.Lines.Select(Item)],
        Amendment = new TaxInvoiceAmendment(reason, original.NtsApprovalNumber ?? "", original.Id, original.Content.Amendment?.RootTaxInvoiceId ?? original.Id),
    };

    private static TaxInvoiceItem Item(EtaxLine line) => new(
        line.SupplyDate, line.Name, line.Specification, Scaled(line.Quantity), Scaled(line.UnitPrice),
        line.SupplyAmount is { } supply ? new Won(supply) : null, line.TaxAmount is { } tax ? new Won(tax) : null, line.Remark);

    private static ScaledNumber? Scaled(Hundredths? number) => number is { } given ? new ScaledNumber(given.Value, 2) : null;

    private static EtaxAmendmentFacts Facts(AmendmentCause cause) => cause switch
    {
        AmendmentCause.SupplyChanged changed => new EtaxAmendmentFacts.SupplyAmountChanged(changed.On, changed.Supply.Value, changed.Tax.Value),
        AmendmentCause.Returned returned => new EtaxAmendmentFacts.Returned(returned.On, returned.Supply.Value, returned.Tax.Value),
        AmendmentCause.ContractCancelled cancelled => new EtaxAmendmentFacts.ContractRescinded(cancelled.On),
        AmendmentCause.IssuedTwice => new EtaxAmendmentFacts.IssuedByMistake(EtaxMistake.IssuedTwice),
        _ => throw new System.Diagnostics.UnreachableException(cause.GetType().Name),
    };

    private static AmendmentReason Reason(AmendmentCause cause) => cause switch
    {
        AmendmentCause.SupplyChanged => AmendmentReason.ChangeInSupplyCost,
        AmendmentCause.Returned => AmendmentReason.Return,
        AmendmentCause.ContractCancelled => AmendmentReason.CancellationOfContract,
        AmendmentCause.IssuedTwice => AmendmentReason.DuplicateIssuanceDueToError,
        _ => throw new System.Diagnostics.UnreachableException(cause.GetType().Name),
    };
}
