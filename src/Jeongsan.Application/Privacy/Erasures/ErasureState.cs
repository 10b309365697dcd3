using Jeongsan.Application.Holidays;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy.Erasures;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Erasures;

/// <summary>What stands in the way of erasing a partner, and what of it must stay: read from the books.</summary>
public static class ErasureState
{
    private static readonly PartnerSettlementStatus[] SettledForGood = [PartnerSettlementStatus.PaidOut, PartnerSettlementStatus.PayoutExcluded];
    private static readonly PayoutStatus[] PaidForGood = [PayoutStatus.Succeeded, PayoutStatus.Failed, PayoutStatus.Cancelled];
    private static readonly TransferStatus[] NotGathered = [TransferStatus.Scheduled, TransferStatus.InProcess];
    private static readonly TaxInvoiceStatus[] UnderWay = [.. Enum.GetValues<TaxInvoiceStatus>().Where(TaxInvoiceLifecycle.IsUnderWay)];
    private static readonly OutboxState[] Waiting = [OutboxState.Pending, OutboxState.Running];

    public static async Task<ErasurePlan> PlanAsync(JeongsanContext db, Partner partner, DateOnly today, CancellationToken ct) =>
        ErasureRule.Plan(await FactsAsync(db, partner, ct), today, await db.BusinessDaysAsync(ct));

    /// <summary>Archived partners that still have personal data, and what stands in the way of each. The longest archived first.</summary>
    public static async Task<IReadOnlyList<(Partner Partner, ErasurePlan Plan)>> DueAsync(JeongsanContext db, DateOnly today, int countMax, CancellationToken ct)
    {
        var due = new List<(Partner, ErasurePlan)>();
        foreach (var partner in await ArchivedIn(db).OrderBy(partner => partner.AppliedAt).ThenBy(partner => partner.Id).Take(countMax).ToListAsync(ct))
        {
            due.Add((partner, await PlanAsync(db, partner, today, ct)));
        }
        return due;
    }

    public static IQueryable<Partner> ArchivedIn(JeongsanContext db) => db.Set<Partner>().Where(partner => partner.IsArchived && !partner.IsErased);

    /// <summary>Messages that carry this partner's data.</summary>
    internal static IQueryable<OutboxMessage> MessagesOf(JeongsanContext db, PartnerId partner)
    {
        var subject = StorageJson.Write(Domain.Privacy.DataSubject.Of(partner));
        return db.Set<OutboxMessage>().Where(message => message.Cargo != null && message.Cargo.Contains(subject));
    }

    private static async Task<ErasureFacts> FactsAsync(JeongsanContext db, Partner partner, CancellationToken ct)
    {
        var id = partner.Id;
        var payouts = db.Set<Payout>().Where(payout => payout.PartnerId == id);
        var paid = payouts.Where(payout => payout.Status == PayoutStatus.Succeeded);
        var hasUnpaid = await payouts.AnyAsync(payout => !PaidForGood.Contains(payout.Status), ct)
            || await db.Set<PartnerSettlement>().AnyAsync(settlement => settlement.PartnerId == id && !SettledForGood.Contains(settlement.Status), ct)
            || await db.Set<Transfer>().AnyAsync(transfer => transfer.PartnerId == id && NotGathered.Contains(transfer.Status), ct);
        var invoices = db.Set<TaxInvoice>().Where(invoice => invoice.PartnerId == id && invoice.DeletedAt == null);
        return new ErasureFacts(
            partner.IsArchived,
            partner.IsErased,
            partner.NtsConnection,
            hasUnpaid,
            await invoices.AnyAsync(invoice => UnderWay.Contains(invoice.Status), ct),
            await MessagesOf(db, id).AnyAsync(message => Waiting.Contains(message.State), ct),
            Day(await paid.MaxAsync(payout => payout.PaidAt, ct)),
            Day(await paid.Where(payout => payout.DeductWht && (long)(object)payout.IncomeTaxAmount != 0).MaxAsync(payout => payout.PaidAt, ct)),
            await invoices.Where(invoice => invoice.IssuedAt != null).MaxAsync(invoice => (DateOnly?)invoice.WriteDate, ct));
    }

    private static DateOnly? Day(DateTimeOffset? instant) => instant is { } at ? SeoulTime.DateOf(at) : null;
}
