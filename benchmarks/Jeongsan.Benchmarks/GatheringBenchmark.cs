using Jeongsan.Application.Audit;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Settlements;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Benchmarks;

/// <summary>Due order transfers, a hundred of each partner, gathered into settlements and these into one bulk payout, in this process.</summary>
internal static class GatheringBenchmark
{
    public const int TransfersOfPartner = 100;

    public static async Task RunAsync(DatabaseKind kind, int partnerCount, bool pays)
    {
        using var folder = new TemporaryFolder();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(database, folder.Path, partnerCount);
        await Shop.TimeAsync(kind, $"prepare {partnerCount * TransfersOfPartner:#,0} transfers of {partnerCount:#,0} partners", async () =>
        {
            await shop.SellAsync(partnerCount * TransfersOfPartner, partnerCount, new Dictionary<string, string>());
            return true;
        });
        await GatherAsync(kind, shop, "gather");
        if (!pays)
        {
            await GatherAsync(kind, shop, "gather again, nothing due");
            await AuditAsync(kind, shop);
            return;
        }
        var bulk = await Shop.TimeAsync(kind, "create the bulk payout", async () => Shop.Must(await shop.Get<CreateBulkPayout>().HandleAsync(
            shop.Tenant, Shop.Actor, new NewBulkPayout(null, null, [shop.Today], null), CancellationToken.None)));
        await Shop.TimeAsync(kind, $"confirm its {bulk.PayoutCount:#,0} payouts", async () => Shop.Must(await shop.Get<ConfirmBulkPayout>().HandleAsync(shop.Tenant, Shop.Actor, bulk.Id, CancellationToken.None)));
        await AuditAsync(kind, shop);
    }

    private static async Task GatherAsync(DatabaseKind kind, Shop shop, string what)
    {
        await Shop.TimeAsync(kind, what, async () =>
        {
            await shop.Get<DueWork>().RunAsync(shop.Tenant, CancellationToken.None);
            return true;
        });
        await using var db = shop.Get<Store>().Read(shop.Tenant);
        Console.WriteLine($"{kind}: {await db.Set<PartnerSettlement>().CountAsync():#,0} settlements of {await db.Set<PartnerSettlement>().SumAsync(one => one.TransferCount):#,0} transfers");
    }

    /// <summary>Everything against everything, and the proof of it; what differs is said.</summary>
    private static async Task AuditAsync(DatabaseKind kind, Shop shop)
    {
        var report = await Shop.TimeAsync(kind, "audit", () => shop.Get<AuditBooks>().HandleAsync(shop.Tenant, CancellationToken.None));
        await Shop.TimeAsync(kind, "prove", async () => Shop.Must(await shop.Get<ProveBooks>().HandleAsync(shop.Tenant, Shop.Actor, CancellationToken.None)));
        Console.WriteLine($"{kind}: {report.DifferenceCount:#,0} differences among {report.Transfers.Count:#,0} transfers");
        foreach (var difference in report.Differences.Take(5))
        {
            Console.WriteLine($"{kind}: {AuditWords.Of(difference)}");
        }
    }
}
