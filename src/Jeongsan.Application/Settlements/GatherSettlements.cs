using Jeongsan.Application.Schedules;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Settlements;

/// <summary>
/// 정산 모으기: due transfers become partner settlements. Set-based: three statements whatever the number of transfers, and
/// one object for each settlement.
/// </summary>
internal sealed class GatherSettlements(Store store) : DueStep
{
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
        // The run's mark makes the rows that are summed and the rows that are moved the same ones, whatever arrives meanwhile.
        var run = work.NewId("gathering");
        var taken = await Due(work.Db, work.Today).ExecuteUpdateAsync(set => set.SetProperty(row => EF.Property<string?>(row, TransferMapping.GatheringId), run), ct);
        if (taken == 0)
        {
            return new Done();
        }
        var perTransfer = (await PlatformSettings.ReadAsync(work.Db, ct)).ManualSettlementPerTransfer;
        var mine = work.Db.Set<Transfer>().Where(row => EF.Property<string?>(row, TransferMapping.GatheringId) == run);
        foreach (var group in await GroupsAsync(Due(work.Db, work.Today).Where(row => EF.Property<string?>(row, TransferMapping.GatheringId) == run), perTransfer, ct))
        {
            var settlement = await OpenAsync(work, group, mine, ct);
            var members = Members(mine, group.Key);
            // First where to, then the state: the mark and the key name the same rows in both.
            await members.ExecuteUpdateAsync(set => set.SetProperty(row => row.PartnerSettlementId, settlement.Id), ct);
            await work.MoveAsync(members, TransferCommand.Settle, ct);
        }
        return new Done();
    }

    private static async Task<List<GatheredGroup>> GroupsAsync(IQueryable<Transfer> mine, bool perTransfer, CancellationToken ct)
    {
        var groups = await GatheringSums.ByKeyAsync(perTransfer ? mine.Where(row => row.Kind != TransferKind.Manual) : mine, ct);
        if (perTransfer)
        {
            groups.AddRange(await GatheringSums.EachAsync(mine.Where(row => row.Kind == TransferKind.Manual), ct));
        }
        return groups;
    }

    private static IQueryable<Transfer> Members(IQueryable<Transfer> mine, GatheringKey key)
    {
        var members = mine.Where(row => row.PartnerId == key.PartnerId && row.Kind == key.Kind
            && row.SettlementDate == key.SettlementDate && row.SettlementCurrency == key.Currency);
        members = key.ContractId is { } contract ? members.Where(row => row.ContractId == contract) : members.Where(row => row.ContractId == null);
        return key.OnlyTransferId is { } only ? members.Where(row => row.Id == only) : members;
    }

    /// <summary>The open settlement of the key, grown; or a new one.</summary>
    private static async Task<PartnerSettlement> OpenAsync(Work work, GatheredGroup group, IQueryable<Transfer> mine, CancellationToken ct)
    {
        var key = group.Key;
        var open = key.OnlyTransferId is not null ? null : await work.Db.Set<PartnerSettlement>().FirstOrDefaultAsync(row =>
            row.PartnerId == key.PartnerId && row.ContractId == key.ContractId && row.Kind == key.Kind && row.SettlementDate == key.SettlementDate
            && row.SettlementCurrency == key.Currency && row.OnlyTransferId == null && row.Status == PartnerSettlementStatus.PayoutPrepared, ct);
        if (open is not null)
        {
            open.Add(group.Sums);
            work.Record("PartnerSettlement", open.Id.Value, "PartnerSettlementGrew", why: $"{group.Sums.TransferCount}건이 더해졌습니다.");
            return open;
        }
        var first = await Members(mine, key).AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).FirstAsync(ct);
        var settlement = PartnerSettlement.Open(new PartnerSettlementId(work.NewId("settlement")), key, first, group.Sums, work.Now);
        work.Db.Add(settlement);
        work.Record("PartnerSettlement", settlement.Id.Value, "PartnerSettlementOpened", to: settlement.Status.ToString());
        return settlement;
    }
}
