using Jeongsan.Application.Merchants;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Ledger;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Ledger;

/// <summary>이월: books what stands in an installation that is older than its ledger, once, before anything else is done.</summary>
public sealed class OpenLedger(ContextFactory contexts, Store store)
{
    private const string Opened = "LedgerOpened";

    public async Task RunAsync(CancellationToken ct)
    {
        List<MerchantId> merchants;
        await using (var db = contexts.CreateForAll())
        {
            merchants = await db.Set<Merchant>().AsNoTracking().Select(merchant => merchant.Id).ToListAsync(ct);
        }
        foreach (var tenant in merchants.SelectMany(merchant => new[] { new Tenant(merchant, Mode.Live), new Tenant(merchant, Mode.Test) }))
        {
            if (await IsMissingAsync(tenant, ct))
            {
                await store.CommandAsync<Done>(tenant, Actor.System, work => OpenAsync(work, ct), ct);
            }
        }
    }

    private async Task<bool> IsMissingAsync(Tenant tenant, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        return !await db.Set<LedgerLine>().AnyAsync(ct) && (await db.Set<PartnerSettlement>().AnyAsync(ct) || await db.Set<AccountTransfer>().AnyAsync(ct));
    }

    private static async Task<Outcome<Done>> OpenAsync(Work work, CancellationToken ct)
    {
        // Another process may start at the same moment.
        await TenantLock.TakeAsync(work, Opened, ct);
        if (await work.Db.Set<LedgerLine>().AnyAsync(ct))
        {
            return new Done();
        }
        var lines = new List<LedgerLine>();
        await foreach (var settlement in work.Db.Set<PartnerSettlement>().AsNoTracking().OrderBy(row => row.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            lines.AddRange(work.SettlementLines(settlement, Opened, LedgerSides.None, LedgerSides.Of(settlement)));
        }
        foreach (var payouts in (await work.Db.Set<Payout>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct)).Chunk(500))
        {
            var byHand = await PayoutWork.CompletedByHandAsync(work.Db, payouts, ct);
            lines.AddRange(payouts.SelectMany(row => work.Lines(PayoutWork.Subject, row.Id.Value, row.PartnerId, row.Currency, Opened, LedgerSides.Of(row, row.Status, byHand.Contains(row.Id)))));
        }
        foreach (var deposit in await work.Db.Set<AccountTransfer>().AsNoTracking().Where(row => row.Type == AccountTransferType.Deposit).OrderBy(row => row.Id).ToListAsync(ct))
        {
            lines.AddRange(work.Lines(LedgerWork.DepositSubject, deposit.Id.Value, null, deposit.Currency, Opened, LedgerSides.OfDeposit(deposit)));
        }
        await work.Db.InsertAsync(lines, ct);
        return new Done();
    }
}
