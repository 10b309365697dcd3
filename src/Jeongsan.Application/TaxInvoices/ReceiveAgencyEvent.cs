using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Popbill;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>
/// The ASP tells that something happened to a document. It signs nothing, so what it says is believed in no point: it only
/// makes the comparison look at that document now. The same event any number of times does no more.
/// </summary>
public sealed class ReceiveAgencyEvent(Store store, ContextFactory contexts)
{
    /// <summary>Events that come together share one look.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromSeconds(1);

    /// <returns>False when no invoice of ours has such a number.</returns>
    public async Task<bool> HandleAsync(PopbillWebhook told, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(told);
        var found = await FindAsync(told, ct);
        foreach (var (tenant, id) in found)
        {
            await store.CommandAsync<Done>(tenant, new Actor(ActorKind.Agency, "popbill"), work => HintAsync(work, id, ct), ct);
        }
        return found.Count > 0;
    }

    /// <summary>The document number of either side; it names neither merchant nor mode, and is derived from both.</summary>
    private async Task<List<(Tenant Tenant, TaxInvoiceId Id)>> FindAsync(PopbillWebhook told, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(told.InvoiceeMgtKey) && string.IsNullOrEmpty(told.InvoicerMgtKey))
        {
            return [];
        }
        await using var db = contexts.CreateForAll();
        var ours = await InvoicesOf(db, told.InvoiceeMgtKey, told.InvoicerMgtKey).Select(row => new { row.MerchantId, row.Mode, row.Id }).ToListAsync(ct);
        return [.. ours.Select(row => (new Tenant(row.MerchantId, row.Mode), row.Id))];
    }

    /// <summary>Each of the two numbers has an index of its own.</summary>
    internal static IQueryable<TaxInvoice> InvoicesOf(JeongsanContext db, string? recipientKey, string? supplierKey)
    {
        var invoices = db.Set<TaxInvoice>().IgnoreQueryFilters().AsNoTracking();
        return string.IsNullOrEmpty(recipientKey) ? invoices.Where(row => row.SupplierDocumentKey == supplierKey) : invoices.Where(row => row.RecipientDocumentKey == recipientKey);
    }

    private static async Task<Outcome<Done>> HintAsync(Work work, TaxInvoiceId id, CancellationToken ct)
    {
        var watch = await work.Db.Set<AgencyWatch>().SingleOrDefaultAsync(row => row.Id == id, ct);
        if (watch is null)
        {
            work.Db.Add(watch = AgencyWatch.Begin(work.Tenant, id));
        }
        watch.Hint(work.Now);
        if (!await work.Db.Set<OutboxMessage>().AnyAsync(row => row.Type == LookAtAgency.MessageType && row.State == OutboxState.Pending, ct))
        {
            work.Send(LookAtAgency.MessageType, work.NewId("look"), LookAtAgency.Aggregate, new { }, Gather, AgencyQueue.First);
        }
        return new Done();
    }
}

/// <summary>Looks at once at what the ASP hinted at, instead of at the next round.</summary>
internal sealed class LookAtAgency(AgencyComparison comparison) : OutboxHandler
{
    public const string MessageType = "TaxInvoice.Compare";
    public const string Aggregate = "AgencyComparison";

    public override string Type => MessageType;

    public override CarriedData Carries => new CarriedData.Nothing("asks by our document numbers");

    /// <summary>The next round looks anyway.</summary>
    public override bool FailureBlocksLater => false;

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        await comparison.RunAsync(message.Tenant, ct);
        return new Delivery.Finished(_ => Task.CompletedTask);
    }
}
