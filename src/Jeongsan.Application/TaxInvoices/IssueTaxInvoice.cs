using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>발행(승인): the supplier's approval. The ASP signs with the supplier's certificate, from the outbox.</summary>
public sealed class ApproveTaxInvoice(Store store)
{
    /// <param name="certificate">As the ASP told just now; null when it has none.</param>
    public Task<Outcome<TaxInvoice>> HandleAsync(
        Tenant tenant, Actor actor, TaxInvoiceId id, BusinessRegistrationNumber given, CertificateFacts? certificate, CancellationToken ct) =>
        store.CommandAsync<TaxInvoice>(tenant, actor, async work =>
        {
            var found = await work.FindInvoiceAsync(id, ct);
            if (found.IsRefused)
            {
                return found;
            }
            var approved = found.Value.Approve(given, certificate, actor, work.Today, work.Now);
            if (approved.IsRefused)
            {
                return approved.Refusal;
            }
            await work.ToldAsync(found.Value, approved.Value, ct);
            work.Send(CarryIssue.MessageType, $"issue-{id}-{found.Value.Version}", TaxInvoiceWork.Aggregate(id), new CarryIssue.Payload(id));
            return found;
        }, ct);
}

/// <summary>Has the ASP sign and issue an approved invoice.</summary>
internal sealed class CarryIssue(Store store, ITaxInvoiceAgency agency) : OutboxHandler
{
    public const string MessageType = "TaxInvoice.Issue";

    public sealed record Payload(TaxInvoiceId TaxInvoiceId);

    public override string Type => MessageType;

    public static void Send(Work work, TaxInvoice invoice) =>
        work.Send(MessageType, $"issue-{invoice.Id}-{invoice.Version}", TaxInvoiceWork.Aggregate(invoice.Id), new Payload(invoice.Id));

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = message.Read<Payload>().TaxInvoiceId;
        await using var db = store.Read(message.Tenant);
        var invoice = await db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, ct);
        var known = message.Attempts > 1 ? await agency.FindAsync(message.Tenant, invoice, ct) : null;
        if (known is null or { State: AgencyState.Requested })
        {
            var today = SeoulTime.DateOf(await store.NowAsync(message.Tenant, ct));
            var issued = await agency.IssueAsync(message.Tenant, invoice, late: today > invoice.IssuanceDueDate, ct);
            switch (issued.Refusal)
            {
                case AgencyRefusal.NotReached:
                    return AgencyWords.NotReached();
                case { } refusal:
                    return new Delivery.Finished(work => work.ObserveAsync(id, new(TaxInvoiceCommand.RejectIssue, AgencyWords.Of(refusal)), ct));
                default:
                    known = await agency.FindAsync(message.Tenant, invoice, ct);
                    break;
            }
        }
        return known is { ApprovalNumber: not null }
            ? new Delivery.Finished(work => ConfirmAsync(work, id, known, ct))
            : new Delivery.Later("팝빌이 승인번호를 아직 알려 주지 않았습니다.");
    }

    private static async Task ConfirmAsync(Work work, TaxInvoiceId id, AgencyDocument known, CancellationToken ct)
    {
        if (await work.ObserveAsync(id, new(TaxInvoiceCommand.ConfirmIssue, HappenedAt: known.IssuedAt, NtsApprovalNumber: known.ApprovalNumber), ct))
        {
            var invoice = await work.Db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, ct);
            await SupplierMails.IssuedAsync(work, invoice, Transmission.DateFor(invoice), ct);
        }
    }
}

/// <summary>When an issued invoice goes to the NTS by itself.</summary>
internal static class Transmission
{
    public static DateOnly DateFor(TaxInvoice invoice) =>
        IssueDeadline.ToSend(SeoulTime.DateOf(invoice.IssuedAt ?? invoice.StatusUpdatedAt), BusinessDays.WithoutEdits);
}
