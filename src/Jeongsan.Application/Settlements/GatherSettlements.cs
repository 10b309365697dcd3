using Jeongsan.Application.Ledger;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Ledger;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Settlements;

/// <summary>
/// 정산 모으기: due transfers become partner settlements. Set-based: a few statements for each <see cref="GroupCountMax"/>
/// settlements, whatever the number of transfers, and one object for each settlement.
/// </summary>
internal sealed class GatherSettlements(Store store) : DueStep
{
    /// <summary>Settlements that are held in memory together.</summary>
    private const int GroupCountMax = 500;

    public override int Order => 10;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        await using (var db = store.Read(tenant))
        {
            var today = Domain.Calendar.SeoulTime.DateOf(await store.NowAsync(tenant, ct));
            if (!await Due(db, today).AnyAsync(ct) && !await Starting(db, today).AnyAsync(ct))
            {
                return;
            }
        }
        await store.CommandAsync<Done>(tenant, Actor.System, work => GatherAsync(work, ct), ct);
    }

    /// <summary>Order transfers and cancellations when their settlement date has come; manual ones at once.</summary>
    private static IQueryable<Transfer> Due(JeongsanContext db, DateOnly today) => db.Set<Transfer>().Where(transfer =>
        (transfer.Status == TransferStatus.Scheduled || transfer.Status == TransferStatus.InProcess)
        && (transfer.Kind == TransferKind.Manual || transfer.SettlementDate <= today));

    private static IQueryable<Transfer> Starting(JeongsanContext db, DateOnly today) => db.Set<Transfer>().Where(transfer =>
        transfer.Status == TransferStatus.Scheduled && transfer.SettlementStartDate <= today && transfer.SettlementDate > today);

    private static async Task<Outcome<Done>> GatherAsync(Work work, CancellationToken ct)
    {
        await TenantLock.TakeAsync(work, "gather", ct);
        await work.MoveAsync(Starting(work.Db, work.Today), TransferCommand.Begin, ct);
        var perTransfer = (await PlatformSettings.ReadAsync(work.Db, ct)).ManualSettlementPerTransfer;
        // The run's mark makes the rows that are summed and the rows that were moved the same ones, whatever arrives meanwhile.
        var run = work.NewId("gathering");
        foreach (var keys in (await KeysAsync(Due(work.Db, work.Today), perTransfer, ct)).Chunk(GroupCountMax))
        {
            await GatherAsync(work, run, keys, ct);
        }
        return new Done();
    }

    private static async Task<List<GatheringKey>> KeysAsync(IQueryable<Transfer> due, bool perTransfer, CancellationToken ct)
    {
        var keys = await (perTransfer ? due.Where(row => row.Kind != TransferKind.Manual) : due)
            .GroupBy(row => new { row.PartnerId, row.ContractId, row.Kind, row.SettlementDate, row.SettlementCurrency })
            .Select(group => new GatheringKey(group.Key.PartnerId, group.Key.ContractId, group.Key.Kind, group.Key.SettlementDate, group.Key.SettlementCurrency, null)).ToListAsync(ct);
        if (perTransfer)
        {
            keys.AddRange(await due.Where(row => row.Kind == TransferKind.Manual)
                .Select(row => new GatheringKey(row.PartnerId, row.ContractId, row.Kind, row.SettlementDate, row.SettlementCurrency, row.Id)).ToListAsync(ct));
        }
        return keys;
    }

    private static async Task GatherAsync(Work work, string run, GatheringKey[] keys, CancellationToken ct)
    {
        var open = await OpenAsync(work, keys, ct);
        var targets = keys.Select(key => new GatheringTarget(
            key, open.TryGetValue(key, out var found) ? found.Id : new PartnerSettlementId(work.NewId("settlement")))).ToList();
        await work.SettleAsync(run, targets, ct);
        var mine = work.Db.Set<Transfer>().Where(row => EF.Property<string?>(row, TransferMapping.GatheringId) == run);
        var sums = await GatheringSums.BySettlementAsync(work, run, mine, [.. targets.Select(target => target.Settlement)], ct);
        var firsts = await FirstsAsync(work, [.. targets.Where(target => !open.ContainsKey(target.Key)).Select(target => target.Settlement)], ct);
        var opened = new List<PartnerSettlement>();
        var lines = new List<HistoryRow>();
        var booked = new List<LedgerLine>();
        // A group whose transfers were all deleted meanwhile has no sum: nothing opens for it.
        foreach (var (key, id) in targets.Where(target => sums.ContainsKey(target.Settlement)))
        {
            if (open.TryGetValue(key, out var grown))
            {
                var before = LedgerSides.Of(grown);
                grown.Add(sums[id]);
                booked.AddRange(work.SettlementLines(grown, "PartnerSettlementGrew", before, LedgerSides.Of(grown)));
                lines.Add(work.Line("PartnerSettlement", id.Value, "PartnerSettlementGrew", why: $"{sums[id].TransferCount}건이 더해졌습니다."));
                continue;
            }
            var settlement = PartnerSettlement.Open(id, key, firsts[id], sums[id], work.Now);
            opened.Add(settlement);
            booked.AddRange(work.SettlementLines(settlement, "PartnerSettlementOpened", LedgerSides.None, LedgerSides.Of(settlement)));
            lines.Add(work.Line("PartnerSettlement", id.Value, "PartnerSettlementOpened", to: settlement.Status.ToString()));
        }
        await work.Db.InsertAsync(opened, ct);
        await work.RecordAsync(lines, ct);
        await work.Db.InsertAsync(booked, ct);
        await work.Db.SaveChangesAsync(ct);
        work.Db.ChangeTracker.Clear();
    }

    /// <summary>The settlements that may still grow, by their keys.</summary>
    private static async Task<Dictionary<GatheringKey, PartnerSettlement>> OpenAsync(Work work, GatheringKey[] keys, CancellationToken ct)
    {
        PartnerId[] partners = [.. keys.Select(key => key.PartnerId).Distinct()];
        DateOnly[] dates = [.. keys.Select(key => key.SettlementDate).Distinct()];
        var open = await work.Db.Set<PartnerSettlement>().Where(row => partners.Contains(row.PartnerId) && dates.Contains(row.SettlementDate)
            && row.OnlyTransferId == null && row.Status == PartnerSettlementStatus.PayoutPrepared).OrderBy(row => row.Id).ToListAsync(ct);
        var byKey = new Dictionary<GatheringKey, PartnerSettlement>();
        foreach (var row in open)
        {
            byKey.TryAdd(new GatheringKey(row.PartnerId, row.ContractId, row.Kind, row.SettlementDate, row.SettlementCurrency), row);
        }
        return byKey;
    }

    /// <summary>The oldest transfer of each: a settlement copies partner and contract from it.</summary>
    private static async Task<Dictionary<PartnerSettlementId, Transfer>> FirstsAsync(Work work, IReadOnlyList<PartnerSettlementId> settlements, CancellationToken ct)
    {
        var (merchant, mode, ids) = (work.Tenant.Merchant.Value, work.Tenant.Mode.ToString(), StorageJson.Write(settlements));
        // One look into the index for each settlement: the planner has not seen how many rows are in it by now.
        var firsts = work.Db is PostgresJeongsanContext
            ? work.Db.Database.SqlQuery<string>($"""
                SELECT (SELECT t.id FROM transfers AS t WHERE t.merchant_id = {merchant} AND t.mode = {mode} AND t.partner_settlement_id = g.id ORDER BY t.created_at, t.id LIMIT 1) AS "Value"
                FROM jsonb_array_elements_text({ids}::jsonb) AS g(id)
                """)
            : work.Db.Database.SqlQuery<string>($"""
                SELECT (SELECT t.id FROM transfers AS t WHERE t.merchant_id = {merchant} AND t.mode = {mode} AND t.partner_settlement_id = g.value ORDER BY t.created_at, t.id LIMIT 1) AS "Value"
                FROM json_each({ids}) AS g
                """);
        TransferId[] found = [.. (await firsts.ToListAsync(ct)).Where(id => id is not null).Select(TransferId.From)];
        return await work.Db.Set<Transfer>().AsNoTracking().Where(row => found.Contains(row.Id)).ToDictionaryAsync(row => row.PartnerSettlementId!.Value, ct);
    }
}

/// <summary>Which settlement the due transfers of a key go into.</summary>
internal sealed record GatheringTarget(GatheringKey Key, PartnerSettlementId Settlement);
