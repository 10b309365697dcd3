using Jeongsan.Application.Mails;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <param name="Requested">Now on their way to the ASP.</param>
/// <param name="Refused">Left as they were, each with its reason.</param>
public sealed record RequestedTaxInvoices(IReadOnlyList<TaxInvoiceId> Requested, IReadOnlyDictionary<TaxInvoiceId, Refusal> Refused);

/// <summary>역발행 요청: has the ASP carry drafted invoices to their suppliers. The supplier's mail goes out when the ASP has the document.</summary>
public sealed class RequestTaxInvoice(Store store)
{
    public Task<Outcome<TaxInvoice>> HandleAsync(Tenant tenant, Actor actor, TaxInvoiceId id, string? memo, CancellationToken ct) =>
        store.CommandAsync<TaxInvoice>(tenant, actor, work => BeginAsync(work, id, memo, ct), ct);

    /// <summary>All of one bulk; what can't be requested stays drafted and is told with its reason.</summary>
    public Task<Outcome<RequestedTaxInvoices>> HandleBulkAsync(Tenant tenant, Actor actor, BulkTaxInvoiceId bulk, CancellationToken ct) =>
        store.CommandAsync<RequestedTaxInvoices>(tenant, actor, async work =>
        {
            if (!await work.Db.Set<BulkTaxInvoice>().AnyAsync(row => row.Id == bulk, ct))
            {
                return new StoredRefusal.NotFound("BulkTaxInvoice", bulk.Value);
            }
            var requested = new List<TaxInvoiceId>();
            var refused = new Dictionary<TaxInvoiceId, Refusal>();
            var invoices = work.Db.Set<TaxInvoice>().Where(row => row.BulkTaxInvoiceId == bulk && row.DeletedAt == null);
            var cancelled = await work.CancelledPayoutsAsync(invoices, ct);
            foreach (var invoice in await invoices.OrderBy(row => row.Id).ToListAsync(ct))
            {
                var outcome = invoice.PayoutId is { } payout && cancelled.Contains(payout) && IsDraft(invoice)
                    ? new TaxInvoiceRefusal.PayoutCancelled(payout.Value)
                    : await RequestAsync(work, invoice, null, ct);
                if (outcome.IsRefused)
                {
                    refused[invoice.Id] = outcome.Refusal;
                }
                else
                {
                    requested.Add(invoice.Id);
                }
            }
            return new RequestedTaxInvoices(requested, refused);
        }, ct);

    /// <summary>Nothing has changed when it is refused.</summary>
    internal static async Task<Outcome<TaxInvoice>> BeginAsync(Work work, TaxInvoiceId id, string? memo, CancellationToken ct)
    {
        var found = await work.FindInvoiceAsync(id, ct);
        if (found.IsRefused)
        {
            return found;
        }
        if ((await work.CancelledPayoutsAsync(work.Db.Set<TaxInvoice>().Where(row => row.Id == id), ct)).Count > 0 && IsDraft(found.Value))
        {
            return new TaxInvoiceRefusal.PayoutCancelled(found.Value.PayoutId!.Value.Value);
        }
        var requested = await RequestAsync(work, found.Value, memo, ct);
        return requested.IsRefused ? requested.Refusal : found;
    }

    /// <summary>What can be requested; others say their own reason.</summary>
    public static bool MayRequest(TaxInvoiceStatus status) => status is TaxInvoiceStatus.Drafted or TaxInvoiceStatus.RequestFailed;

    internal static bool IsDraft(TaxInvoice invoice) => MayRequest(invoice.Status);

    internal static async Task<Outcome<Move>> RequestAsync(Work work, TaxInvoice invoice, string? memo, CancellationToken ct)
    {
        var subject = await work.SubjectAsync(invoice, ct);
        var connection = await ConnectionAsync(work, invoice, ct);
        // What can't be requested anyway says its own reason.
        if (connection == NtsConnectionStatus.Connected && invoice.Status == TaxInvoiceStatus.Drafted && await NotAdmittedAsync(work, subject, ct) is { } untold)
        {
            return untold;
        }
        var requested = invoice.Request(connection, work.Actor, memo, work.Now);
        if (!requested.IsRefused)
        {
            await work.ToldAsync(invoice, requested.Value, ct);
            await work.SendDisclosedAsync(
                CarryRequest.Carried.About(subject), CarryRequest.MessageType, $"request-{invoice.Id}-{invoice.Version}", TaxInvoiceWork.Aggregate(invoice.Id), new CarryRequest.Payload(invoice.Id), ct,
                place: AgencyQueue.Request(invoice));
        }
        return requested;
    }

    /// <summary>Both ways on which the supplier's data goes: to the ASP, and into the mail that follows.</summary>
    private static async Task<Refusal?> NotAdmittedAsync(Work work, DataSubject subject, CancellationToken ct)
    {
        foreach (var carried in new[] { CarryRequest.Carried, SendMail.Carried })
        {
            if ((await work.Privacy.AdmitAsync(carried.About(subject), "", work.Now, ct)).Refusal is { } refusal)
            {
                return refusal;
            }
        }
        return null;
    }

    private static async Task<NtsConnectionStatus> ConnectionAsync(Work work, TaxInvoice invoice, CancellationToken ct)
    {
        var partners = work.Db.Set<Partner>();
        if (invoice.PartnerId is { } partner)
        {
            return await partners.Where(row => row.Id == partner).Select(row => row.NtsConnection).SingleOrDefaultAsync(ct);
        }
        var brn = invoice.SupplierBrn;
        return await partners.AnyAsync(row => row.BusinessRegistrationNumber == brn && row.NtsConnection == NtsConnectionStatus.Connected, ct)
            || await work.Db.Set<Counterparty>().AnyAsync(row => row.Brn == brn && row.NtsConnection == NtsConnectionStatus.Connected, ct)
                ? NtsConnectionStatus.Connected : NtsConnectionStatus.NotConnected;
    }
}
