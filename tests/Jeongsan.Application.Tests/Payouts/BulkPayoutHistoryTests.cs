using System.Globalization;
using Jeongsan.Application.Audit;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TestClocks;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Payouts;

/// <summary>
/// Operators who work at once on the same bulk payouts, while the bank refuses, loses answers and takes its time: whatever they
/// do in whatever order, no settlement is held by two payouts, none is paid twice or lost, and the books tie at any moment. A seed makes the same choices;
/// <c>JEONGSAN_PAYOUT_SEEDS</c> (long ones), <c>JEONGSAN_PAYOUT_SHORT_SEEDS</c> and <c>JEONGSAN_PAYOUT_SEED</c> say how many and from which one on.
/// </summary>
public abstract class BulkPayoutHistoryTests(PayoutWorlds worlds, DatabaseKind kind)
{
    /// <summary>How many people do how much. The short ones are many, so that rare orders of events come up.</summary>
    private static readonly (int Operators, int Steps) Long = (4, 16), Short = (2, 5);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnyHistory_OfOperatorsAtOnce_HoldsAndPaysEachSettlementOnce()
    {
        var world = await OpenAsync();
        foreach (var seed in Enumerable.Range(Setting("JEONGSAN_PAYOUT_SEED", 1), Setting("JEONGSAN_PAYOUT_SEEDS", 4)))
        {
            await LiveAsync(world, seed, Long);
        }
    }

    [Fact]
    public async Task AnyShortHistory_OfTwoOperators_HoldsAndPaysEachSettlementOnce()
    {
        var world = await OpenAsync();
        foreach (var seed in Enumerable.Range(Setting("JEONGSAN_PAYOUT_SEED", 100_000), Setting("JEONGSAN_PAYOUT_SHORT_SEEDS", 500)))
        {
            await LiveAsync(world, seed, Short);
        }
    }

    private async Task<World> OpenAsync()
    {
        if (TestDatabases.WhyMissing(kind) is { } why)
        {
            Assert.Skip(why);
        }
        return await worlds.OnAsync(kind);
    }

    private async Task LiveAsync(World world, int seed, (int Operators, int Steps) size)
    {
        worlds.Bank.Decide = order => Task.FromResult<RemittanceState?>((HashOf(order.TransferId) % 8) switch
        {
            0 or 1 => RemittanceState.Failed,
            2 => null,
            _ => RemittanceState.Succeeded,
        });
        var platform = await PayoutPlatform.SoldAsync(world, partners: 4, days: 2);
        Platform.Must(await platform.Platform.ManualAsync(3, -2_000));
        await platform.Platform.GatherAsync();
        await Task.WhenAll(Enumerable.Range(0, size.Operators).Select(index => Task.Run(() => WorkAsync(platform, new Random((seed * 100) + index), size.Steps), Ct)));
        await RestAsync(platform);
        try
        {
            await JudgeAsync(platform);
        }
        catch (Exception)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed} on {platform.Tenant}\n{string.Join('\n', (await platform.Platform.RowsAsync<HistoryRow>()).OrderBy(row => row.Sequence).Select(row => $"{row.Subject} {row.SubjectId} {row.What} {row.FromState} → {row.ToState}"))}");
            throw;
        }
    }

    private async Task WorkAsync(PayoutPlatform platform, Random random, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            var bulks = await platform.Platform.RowsAsync<BulkPayout>();
            var refusal = bulks.Count == 0 || random.Next(8) == 0
                ? (await platform.Platform.PayAsync([.. Enumerable.Range(0, 1 + random.Next(2)).Select(day => platform.Platform.Today.AddDays(-day))])).Refusal
                : await DoAsync(platform, random, bulks[random.Next(bulks.Count)]);
            if (step % 4 == 3)
            {
                // Also while the others are at it.
                await AuditAsync(platform);
            }
            Assert.True(refusal is null or PayoutRefusal or StoredRefusal.NotFound or PartnerSettlementRefusal.NotInState or TestClockRefusal.ClockOnlyMovesForward, refusal?.ToString());
        }
    }

    private async Task<Refusal?> DoAsync(PayoutPlatform platform, Random random, BulkPayout bulk)
    {
        var id = bulk.Id;
        var partner = new PartnerId($"p{random.Next(4)}");
        switch (random.Next(16))
        {
            case 0 or 1:
                return (await platform.TakeOutAsync(id, new(null, new HashSet<PartnerId> { partner }))).Refusal;
            case 2:
                return (await platform.TakeOutAsync(id, new(new HashSet<PartnerSettlementId> { (await platform.SettlementsAsync())[random.Next(8)].Id }, null))).Refusal;
            case 3:
                return (await platform.PutBackAsync(id, new(null, new HashSet<PartnerId> { partner }))).Refusal;
            case 4 or 5:
                return (await platform.ConfirmAsync(id)).Refusal;
            case 6 or 7:
                return (await platform.ExecuteAsync(id)).Refusal;
            case 8:
                return (await platform.ScheduleAsync(id, await NextStepAsync(platform))).Refusal;
            case 9:
                return random.Next(2) == 0 ? (await platform.UnscheduleAsync(id)).Refusal : (await platform.RescheduleAsync(id, await NextStepAsync(platform))).Refusal;
            case 10:
                return (await platform.Get<AdvanceTestClock>().HandleAsync(platform.Tenant, Platform.Actor, await NextStepAsync(platform), Ct)).Refusal;
            case 11 or 12:
                return (await platform.StopAsync(id)).Refusal;
            case 13:
                return random.Next(3) == 0 ? (await platform.RetryAsync(id)).Refusal : (await platform.ResumeAsync(id)).Refusal;
            case 14 when await platform.PayoutsAsync(id) is { Count: > 0 } payouts:
                return (await platform.CancelAsync(payouts[random.Next(payouts.Count)].Id)).Refusal;
            case 15:
                return (await platform.CancelAsync(id)).Refusal;
            default:
                await platform.Get<DueWork>().RunAsync(platform.Tenant, Ct);
                return null;
        }
    }

    /// <summary>What the bank did not answer is asked again later, by a clock that nobody waits for.</summary>
    private async Task RestAsync(PayoutPlatform platform) => await Polling.UntilTrueAsync("the money to rest", async _ =>
    {
        worlds.Time.Advance(TimeSpan.FromMinutes(1));
        var messages = await platform.Platform.RowsAsync<OutboxMessage>();
        return messages.All(message => message.State == OutboxState.Done) && (await platform.Platform.RowsAsync<BulkPayout>()).All(bulk => bulk.Status != BulkPayoutStatus.Ongoing);
    }, PayoutPlatform.Limit, Ct);

    /// <summary>Everything ties to the won, the ledger to its documents included.</summary>
    private static async Task AuditAsync(PayoutPlatform platform) => Assert.Empty((await platform.Get<AuditBooks>().HandleAsync(platform.Tenant, Ct)).Differences);

    private async Task JudgeAsync(PayoutPlatform platform)
    {
        await AuditAsync(platform);
        var payouts = (await platform.Platform.RowsAsync<Payout>()).ToDictionary(payout => payout.Id);
        var settlements = (await platform.SettlementsAsync()).ToDictionary(row => row.Id);
        var bulks = (await platform.Platform.RowsAsync<BulkPayout>()).ToDictionary(bulk => bulk.Id);
        foreach (var payout in payouts.Values)
        {
            // The bank and we say the same, and what was paid is what the settlements come to.
            Assert.Equal(payout.Status == PayoutStatus.Succeeded, worlds.Bank.Paid.Contains(payout.Id.Value));
            Assert.Equal(payout.Status is PayoutStatus.Succeeded or PayoutStatus.Failed || (payout.Status == PayoutStatus.Cancelled && payout.FailReason is not null), worlds.Bank.Orders.ContainsKey(payout.Id.Value));
            Assert.Equal(payout.SettlementIds!.Sum(id => settlements[id].SignedSettlement.Value), payout.Amount.Value);
        }
        foreach (var settlement in settlements.Values)
        {
            var holding = payouts.Values.Where(payout => payout.SettlementIds!.Contains(settlement.Id) && payout.Status is not (PayoutStatus.Cancelled or PayoutStatus.Failed)).ToList();
            Assert.True(holding.Count <= 1, $"{settlement.Id} is held by {string.Join(", ", holding.Select(payout => payout.Id))}");
            var expected = holding.SingleOrDefault()?.Status switch
            {
                null => [PartnerSettlementStatus.PayoutPrepared, PartnerSettlementStatus.Cancelled, PartnerSettlementStatus.PayoutFailed],
                PayoutStatus.Prepared or PayoutStatus.Confirmed or PayoutStatus.Stopped => [PartnerSettlementStatus.Confirmed],
                PayoutStatus.Scheduled => [PartnerSettlementStatus.PayoutScheduled],
                PayoutStatus.Succeeded => (PartnerSettlementStatus[])[PartnerSettlementStatus.PaidOut],
                var status => throw new InvalidOperationException($"Still {status}."),
            };
            Assert.Contains(settlement.Status, expected);
            Assert.Equal((holding.SingleOrDefault()?.Id, holding.SingleOrDefault()?.BulkPayoutId), (settlement.PayoutId, settlement.BulkPayoutId));
        }
        foreach (var transfer in await platform.Platform.RowsAsync<Transfer>())
        {
            var settlement = settlements[transfer.PartnerSettlementId!.Value];
            var isFixed = settlement.BulkPayoutId is { } bulk && bulks[bulk].Status != BulkPayoutStatus.Preparing;
            Assert.Equal(settlement.Status == PartnerSettlementStatus.PaidOut ? TransferStatus.PaidOut : isFixed ? TransferStatus.PayoutConfirmed : TransferStatus.Settled, transfer.Status);
            Assert.Equal(isFixed ? settlement.PayoutId : null, transfer.PayoutId);
        }
        foreach (var bulk in bulks.Values.Where(bulk => bulk.Status == BulkPayoutStatus.Preparing))
        {
            Assert.Equal(payouts.Values.Where(payout => payout.BulkPayoutId == bulk.Id).Sum(payout => payout.Amount.Value), bulk.TotalPayoutAmount.Value);
        }
    }

    /// <summary>The next ten minutes of the platform's clock, but tomorrow's morning instead of the banks' night.</summary>
    private static async Task<DateTimeOffset> NextStepAsync(PayoutPlatform platform)
    {
        var now = await platform.Platform.World.Store.NowAsync(platform.Tenant, Ct);
        var next = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.FromMinutes(PayoutSchedule.StepMinutes).Ticks), TimeSpan.Zero).AddMinutes(PayoutSchedule.StepMinutes);
        return PayoutSchedule.IsMaintenance(next) ? next.AddHours(3) : next;
    }

    /// <summary>The same in every run, whatever process computes it.</summary>
    private static int HashOf(string text) => text.Aggregate(17, (hash, letter) => ((hash * 31) + letter) & 0xFFFFFF);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}

/// <summary>A class of its own, as its sister is: they take long, and run at the same time.</summary>
public sealed class BulkPayoutHistoryOnSqliteTests(PayoutWorlds worlds) : BulkPayoutHistoryTests(worlds, DatabaseKind.Sqlite), IClassFixture<PayoutWorlds>;

public sealed class BulkPayoutHistoryOnPostgreSqlTests(PayoutWorlds worlds) : BulkPayoutHistoryTests(worlds, DatabaseKind.PostgreSql), IClassFixture<PayoutWorlds>;
