using Jeongsan.Application.Holidays;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>What tax invoice commands share.</summary>
internal static class TaxInvoiceWork
{
    public const string Subject = "TaxInvoice";

    public static string Aggregate(TaxInvoiceId id) => $"{Subject}:{id}";

    public static async Task<Outcome<TaxInvoice>> FindInvoiceAsync(this Work work, TaxInvoiceId id, CancellationToken ct) =>
        await work.Db.Set<TaxInvoice>().SingleOrDefaultAsync(row => row.Id == id && row.DeletedAt == null, ct) is { } invoice
            ? invoice : new StoredRefusal.NotFound(Subject, id.Value);

    /// <summary>Whose data the invoice holds: that of the side that is not us. The partner's, or the counterparty's where no partner has the number.</summary>
    public static async Task<DataSubject> SubjectAsync(this Work work, TaxInvoice invoice, CancellationToken ct)
    {
        if (invoice.PartnerId is { } partner)
        {
            return DataSubject.Of(partner);
        }
        return await work.SubjectAsync(invoice.Issuance == TaxInvoiceIssuance.Normal ? invoice.RecipientBrn : invoice.SupplierBrn, ct);
    }

    /// <summary>Whose number it is: a partner's, or a company's that is no partner.</summary>
    public static Task<DataSubject> SubjectAsync(this Work work, BusinessRegistrationNumber brn, CancellationToken ct) => work.Db.SubjectAsync(brn, ct);

    /// <inheritdoc cref="SubjectAsync(Work, BusinessRegistrationNumber, CancellationToken)"/>
    public static async Task<DataSubject> SubjectAsync(this JeongsanContext db, BusinessRegistrationNumber brn, CancellationToken ct)
    {
        var known = await db.Set<Partner>().Where(row => row.BusinessRegistrationNumber == brn)
            .OrderByDescending(row => row.NtsConnection == NtsConnectionStatus.Connected).ThenBy(row => row.Id).Select(row => (PartnerId?)row.Id).FirstOrDefaultAsync(ct);
        return known is { } own ? DataSubject.Of(own) : DataSubject.Of(brn);
    }

    /// <summary>Decides what the ASP is to do with the invoice, if the other side's data may go there.</summary>
    public static async Task<Outcome<Done>> SendToAgencyAsync<TPayload>(
        this Work work, TaxInvoice invoice, CarriedData.OfPartners carried, string type, string key, TPayload payload, OutboxPlace place, CancellationToken ct) =>
        await work.SendDisclosedAsync(carried.About(await work.SubjectAsync(invoice, ct)), type, key, Aggregate(invoice.Id), payload, ct, place: place);

    /// <summary>The time line's row and, when others are told of the move, the webhooks.</summary>
    public static async Task ToldAsync(this Work work, TaxInvoice invoice, Move move, CancellationToken ct)
    {
        work.Record(Subject, invoice.Id.Value, move.Says is null ? move.Command : $"TaxInvoice.{move.Says}", move.From, move.To, invoice.StatusReason);
        if (move.Says is not null && move.Says != nameof(TaxInvoiceEvent.SendingFailed))
        {
            // One version of one invoice says one thing: its key can't be decided twice.
            await work.PublishAsync(Aggregate(invoice.Id), $"{invoice.Id}.{invoice.Version}", $"TaxInvoice.{move.Says}", new
            {
                taxInvoiceId = invoice.Id.Value,
                supplierDocumentKey = invoice.SupplierDocumentKey,
                recipientDocumentKey = invoice.RecipientDocumentKey,
                status = WebhookWork.ApiName(invoice.Status),
                supplierBrn = invoice.SupplierBrn.Value,
                totalAmount = invoice.TotalAmount.Value,
                totalSupplyAmount = invoice.TotalSupplyAmount.Value,
                totalTaxAmount = invoice.TotalTaxAmount.Value,
            }, ct);
        }
    }

    /// <summary>Writes down what the ASP said, if it still tells something new. False when the invoice had moved on already.</summary>
    public static async Task<bool> ObserveAsync(this Work work, TaxInvoiceId id, TaxInvoiceObservation observation, CancellationToken ct)
    {
        var invoice = await work.Db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, ct);
        var observed = invoice.Observe(observation, work.Now);
        if (observed.IsRefused)
        {
            return false;
        }
        await work.ToldAsync(invoice, observed.Value, ct);
        // Whichever way we learn of it, from our own attempt or from the comparison, the supplier is told once.
        switch (observed.Value.Says)
        {
            case nameof(TaxInvoiceEvent.Issued):
                work.Send(ArchiveDocument.MessageType, ArchiveDocument.KeyOf(id), $"Archive:{id}", new ArchiveDocument.Payload(id), place: AgencyQueue.Last);
                if (invoice.Issuance == TaxInvoiceIssuance.Normal)
                {
                    TellRecipient.Send(work, invoice);
                }
                else
                {
                    await SupplierMails.IssuedAsync(work, invoice, Transmission.DateFor(invoice, await work.Db.BusinessDaysAsync(ct)), ct);
                }
                break;
            case nameof(TaxInvoiceEvent.Refused):
                await SupplierMails.RefusedAsync(work, invoice, ct);
                break;
            case nameof(TaxInvoiceEvent.RequestCancelled):
                await SupplierMails.RequestCancelledAsync(work, invoice, ct);
                break;
            default:
                break;
        }
        return true;
    }
}
