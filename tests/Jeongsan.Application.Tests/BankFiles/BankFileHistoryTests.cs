using System.Globalization;
using Jeongsan.Application.BankFiles;
using Jeongsan.Application.Imports;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Tests.Payouts;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.BankFiles;

/// <summary>
/// Operators who work at once on the same bulk payouts, as files and through the remittance service, with a bank that tells little
/// by little what became of its rows, and with result files that lie: whatever they do in whatever order, no settlement is filed
/// or paid twice or lost. A seed makes the same choices; <c>JEONGSAN_PAYOUT_SEEDS</c> and <c>JEONGSAN_PAYOUT_SEED</c> say how many
/// and from which one on.
/// </summary>
public sealed class BankFileHistoryTests(PayoutWorlds worlds) : IClassFixture<PayoutWorlds>
{
    private const int Operators = 4;
    private const int Steps = 16;

    private readonly BankSite _site = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task AnyHistory_OfOperatorsWithFiles_FilesAndPaysEachSettlementOnce(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        worlds.Bank.Decide = order => Task.FromResult<RemittanceState?>(BankSite.Pays(new PayoutId(order.TransferId)) ? RemittanceState.Succeeded : RemittanceState.Failed);
        foreach (var seed in Enumerable.Range(Setting("JEONGSAN_PAYOUT_SEED", 1), Setting("JEONGSAN_PAYOUT_SEEDS", 4)))
        {
            var platform = await FilePlatform.SoldAsync(world, partners: 4, days: 2);
            await Task.WhenAll(Enumerable.Range(0, Operators).Select(index => Task.Run(() => WorkAsync(platform, new Random((seed * 100) + index)), Ct)));
            await EndAsync(platform);
            try
            {
                await JudgeAsync(platform);
            }
            catch (Exception)
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed} on {platform.Tenant}\n{string.Join('\n', (await platform.Platform.RowsAsync<HistoryRow>()).OrderBy(row => row.Sequence).Select(row => $"{row.Subject} {row.SubjectId} {row.What} {row.FromState} → {row.ToState} {row.Why}"))}");
                throw;
            }
        }
    }

    private async Task WorkAsync(FilePlatform platform, Random random)
    {
        for (var step = 0; step < Steps; step++)
        {
            var bulks = await platform.Platform.RowsAsync<BulkPayout>();
            var files = await platform.Platform.RowsAsync<BankFile>();
            var refusal = bulks.Count == 0 || random.Next(8) == 0 ? (await platform.Platform.PayAsync([.. Enumerable.Range(0, 1 + random.Next(2)).Select(day => platform.Platform.Today.AddDays(-day))])).Refusal
                : files.Count > 0 && random.Next(2) == 0 ? await DoWithFileAsync(platform, random, files[random.Next(files.Count)])
                : await DoAsync(platform, random, bulks[random.Next(bulks.Count)]);
            Assert.True(
                refusal is null or PayoutRefusal or StoredRefusal.NotFound or PartnerSettlementRefusal.NotInState or BankFileRefusal or ResultRefusal or ExecutionRefusal.WayChanged or ImportRefusal.FileEmpty,
                refusal?.ToString());
        }
    }

    private static async Task<Refusal?> DoAsync(FilePlatform platform, Random random, BulkPayout bulk)
    {
        var (payouts, id) = (platform.Payouts, bulk.Id);
        var rows = await payouts.PayoutsAsync(id);
        return random.Next(14) switch
        {
            0 => (await payouts.TakeOutAsync(id, new(null, new HashSet<PartnerId> { new($"p{random.Next(4)}") }))).Refusal,
            1 or 2 or 3 => (await payouts.ConfirmAsync(id)).Refusal,
            4 or 5 or 6 or 7 => (await payouts.ExecuteAsync(id)).Refusal,
            8 => (await payouts.StopAsync(id)).Refusal,
            9 => (await payouts.ResumeAsync(id)).Refusal,
            10 => (await payouts.RetryAsync(id)).Refusal,
            11 when rows.Count > 0 => (await payouts.CancelAsync(rows[random.Next(rows.Count)].Id)).Refusal,
            12 => (await payouts.CancelAsync(id)).Refusal,
            _ => (await platform.ChooseAsync(random.Next(4) == 0 ? PayoutWay.RemittanceApi : PayoutWay.BankFile)).Refusal,
        };
    }

    private async Task<Refusal?> DoWithFileAsync(FilePlatform platform, Random random, BankFile file)
    {
        if (random.Next(6) == 0)
        {
            return await _site.DiscardAsync(platform, file.Id);
        }
        if (!_site.Taken.ContainsKey(file.Id))
        {
            return random.Next(3) == 0 ? null : await _site.TakeAsync(platform, file.Id);
        }
        var rows = await platform.RowsAsync(file.Id);
        switch (random.Next(6))
        {
            case 0:
                var one = rows[random.Next(rows.Count)].Payout.Id;
                return (await platform.MarkAsync(file.Id, one, BankSite.Pays(one))).Refusal;
            case 1:
                return await LieAsync(platform, random, file, rows);
            case 2:
                return await _site.TakeAsync(platform, file.Id);
            default:
                return (await platform.ApplyAsync(file.Id, BankSite.Tell(file, rows, random, ofAll: 60, known: 70))).Refusal;
        }
    }

    /// <summary>A result that says something else of a payout that has ended, or that names it twice: nothing of it is taken.</summary>
    private static async Task<Refusal?> LieAsync(FilePlatform platform, Random random, BankFile file, IReadOnlyList<(BankFileRow Row, Payout Payout)> rows)
    {
        var ended = rows.Where(row => row.Payout.Status is PayoutStatus.Succeeded or PayoutStatus.Failed).ToList();
        var content = BankSite.Tell(file, rows, random, ofAll: 100, known: 100);
        if (ended.Count > 0 && random.Next(2) == 0)
        {
            var lied = ended[random.Next(ended.Count)].Row.Number;
            content = FilePlatform.ResultOf(file, rows, row => (row.Number == lied) == BankSite.Pays(rows[row.Number - 1].Payout.Id) ? ("불능", null) : ("정상", null));
        }
        else
        {
            content = [.. content, .. "\r\n"u8, .. content.AsSpan(content.AsSpan().LastIndexOf("\n"u8) + 1)];
        }
        return Assert.IsType<ResultRefusal.Wrong>((await platform.ApplyAsync(file.Id, content)).Refusal);
    }

    /// <summary>Every file is given to the bank, which tells everything; what the service was asked rests.</summary>
    private async Task EndAsync(FilePlatform platform) => await Polling.UntilTrueAsync("the money to rest", async _ =>
    {
        foreach (var file in (await platform.Platform.RowsAsync<BankFile>()).Where(file => file.Status == BankFileStatus.AwaitingResults))
        {
            Assert.Null(await _site.TakeAsync(platform, file.Id));
            Platform.Must(await platform.ApplyAsync(file.Id, BankSite.Tell(file, await platform.RowsAsync(file.Id), new Random(1), ofAll: 100, known: 100)));
        }
        worlds.Time.Advance(TimeSpan.FromMinutes(1));
        return (await platform.Platform.RowsAsync<OutboxMessage>()).All(message => message.State == OutboxState.Done)
            && (await platform.Platform.RowsAsync<BulkPayout>()).All(bulk => bulk.Status != BulkPayoutStatus.Ongoing);
    }, PayoutPlatform.Limit, Ct);

    private async Task JudgeAsync(FilePlatform platform)
    {
        var payouts = (await platform.Platform.RowsAsync<Payout>()).ToDictionary(payout => payout.Id);
        var filed = (await platform.Platform.RowsAsync<BankFileRow>()).ToDictionary(row => row.PayoutId);
        var files = (await platform.Platform.RowsAsync<BankFile>()).ToDictionary(file => file.Id);
        var paid = new List<PartnerSettlementId>();
        foreach (var payout in payouts.Values)
        {
            var (byFile, byService) = (_site.Paid.ContainsKey(payout.Id), worlds.Bank.Paid.Contains(payout.Id.Value));
            // One way at most, and the banks and we say the same.
            Assert.False(filed.ContainsKey(payout.Id) && worlds.Bank.Orders.ContainsKey(payout.Id.Value), $"{payout.Id} left twice.");
            Assert.Equal(payout.Status == PayoutStatus.Succeeded, byFile || byService);
            paid.AddRange(byFile || byService ? payout.SettlementIds! : []);
        }
        Assert.Equal(paid.Count, paid.Distinct().Count());
        // In two files only if the first one's row failed or the whole file was discarded.
        foreach (var settlement in await platform.Payouts.SettlementsAsync())
        {
            var live = payouts.Values.Where(payout => payout.SettlementIds!.Contains(settlement.Id) && filed.TryGetValue(payout.Id, out var row)
                && files[row.BankFileId].Status != BankFileStatus.Discarded && payout.Status is not (PayoutStatus.Failed or PayoutStatus.Cancelled));
            Assert.True(live.Count() <= 1, $"{settlement.Id} is in two files.");
            Assert.Equal(paid.Contains(settlement.Id), settlement.Status == PartnerSettlementStatus.PaidOut);
        }
        Assert.Empty((await BankFileRuleTests.AuditAsync(platform)).Differences);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
