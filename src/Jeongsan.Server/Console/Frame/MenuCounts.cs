using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Console.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Console.Frame;

/// <summary>How many things behind each entry of the menu need somebody of the platform.</summary>
internal static class MenuCounts
{
    /// <summary>Address of the entry → count; what waits for others isn't counted.</summary>
    internal static async Task<IReadOnlyDictionary<string, int>> ReadAsync(JeongsanContext db, DateOnly today, CancellationToken ct)
    {
        var (open, ours) = (TaxInvoiceLooks.StatesOf("late")!, TaxInvoiceLooks.StatesOf("trouble")!.Append(TaxInvoiceStatus.Drafted).ToArray());
        return new Dictionary<string, int>
        {
            ["/partners"] = await db.Set<Partner>().CountAsync(row => row.NtsConnection == NtsConnectionStatus.ConnectFailed && !row.IsArchived, ct),
            ["/counterparties"] = await db.Set<Counterparty>().CountAsync(row => row.NtsConnection == NtsConnectionStatus.ConnectFailed, ct),
            ["/settlements"] = await db.Set<PartnerSettlement>().CountAsync(row => row.Status == PartnerSettlementStatus.PayoutPrepared || row.Status == PartnerSettlementStatus.PayoutFailed, ct),
            ["/bulk-payouts"] = await db.Set<BulkPayout>().CountAsync(row => row.Status == BulkPayoutStatus.Prepared || row.Status == BulkPayoutStatus.Preparing, ct),
            ["/tax-invoices"] = await db.Set<TaxInvoice>().CountAsync(row =>
                row.DeletedAt == null && (ours.Contains(row.Status) || (open.Contains(row.Status) && row.IssuanceDueDate < today)), ct),
            ["/statements"] = await db.Set<StatementSending>().CountAsync(row => row.Status == StatementSendingStatus.Failed && row.ReplacedAt == null, ct),
            ["/settings/webhooks"] = await db.Set<WebhookEndpoint>().CountAsync(row => row.SwitchedOffAt != null, ct),
            ["/messages"] = await GivenUpMessages.Of(db).CountAsync(ct),
        };
    }
}
