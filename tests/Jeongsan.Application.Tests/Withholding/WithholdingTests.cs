using System.Globalization;
using System.Text;
using Jeongsan.Application.Ledger;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Tests.Payouts;
using Jeongsan.Application.Transfers;
using Jeongsan.Application.Withholding;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Ledger;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Withholding;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Withholding;

/// <summary>원천징수 목록 out of payouts that were paid, failed, cancelled, or paid by hand.</summary>
public sealed class WithholdingTests(PayoutWorlds worlds) : IClassFixture<PayoutWorlds>
{
    private const string FailingAccount = "110900000004";
    private static readonly WithholdingPeriod August = WithholdingPeriod.OfMonth(2026, 8)!;
    private static readonly WithholdingPeriod September = WithholdingPeriod.OfMonth(2026, 9)!;
    private static readonly WithholdingPeriod Year = WithholdingPeriod.OfYear(2026)!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Read_PaidFailedCancelledAndByHand_HoldsWhatWasPaidAndTiesWithPayoutsAndLedger(DatabaseKind kind)
    {
        var platform = await PaidAsync(kind);

        var september = await ReadAsync(platform, September);
        var august = await ReadAsync(platform, August);
        var year = await ReadAsync(platform, Year);

        Assert.Equal(
            [
                ("가은", WithheldIncome.Business, 1, 1_000_000L, 0L, 30_000L, 3_000L),
                ("나래", WithheldIncome.Business, 1, 123_456L, 0L, 3_700L, 370L),
                ("다온\"type\":\"BUSINESS", WithheldIncome.Other, 1, 1_000_001L, 600_000L, 80_000L, 8_000L),
            ],
            september.Rows.Select(Facts));
        Assert.Equal([("바름", WithheldIncome.Business, 1, 500_000L, 0L, 15_000L, 1_500L)], august.Rows.Select(Facts));
        Assert.Equal(september.Rows.Select(Facts).Concat(august.Rows.Select(Facts)).Order(), year.Rows.Select(Facts).Order());
        Assert.Equal([8, 9], year.Months.Select(month => month.Month));
        Assert.Equal(("A25", 2, new DateOnly(2026, 10, 12), new DateOnly(2026, 11, 2)), (
            september.Months.Single().Lines[0].Code, september.Months.Single().Lines[0].PersonCount, september.Months.Single().Deadlines.TaxPayment, september.Months.Single().Deadlines.SimplifiedStatement));
        Assert.Equal([new DateOnly(1990, 1, 2), null, new DateOnly(1990, 1, 2)], september.Rows.Select(row => row.Person.Birthdate));

        // The same as the payouts' own columns, and what the ledger keeps for the tax office.
        var payouts = (await platform.RowsAsync<Payout>()).Where(payout => payout.Status == PayoutStatus.Succeeded && payout.Partner.Profile.Type is PartnerType.WhtPayer).ToList();
        Assert.Equal(4, payouts.Count);
        Assert.Equal(payouts.Total(payout => payout.Amount), year.Rows.Total(row => row.Net));
        Assert.Equal(payouts.Total(payout => payout.IncomeTaxAmount + payout.LocalIncomeTaxAmount), year.Rows.Total(row => row.IncomeTax + row.LocalIncomeTax));
        var paid = payouts.Select(payout => payout.Id.Value).ToHashSet();
        var withheld = (await platform.RowsAsync<LedgerLine>()).Where(line => line.Account == LedgerAccount.WithheldTax).ToList();
        Assert.Equal(-year.Rows.Total(row => row.IncomeTax + row.LocalIncomeTax), withheld.Where(line => paid.Contains(line.SubjectId)).Total(line => line.Amount));
        // What failed or was cancelled has left nothing there.
        Assert.Equal(Won.Zero, withheld.Where(line => !paid.Contains(line.SubjectId)).Total(line => line.Amount));
    }

    /// <summary>What counts is the minute in Seoul, to the last of the month.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Read_PaidAroundMidnightOfTheLastDay_BelongsToTheMonthInSeoul(DatabaseKind kind)
    {
        var platform = await PaidAsync(kind);
        await PaidAtAsync(platform, "p-가은", "2026-08-31T14:59:00Z");
        await PaidAtAsync(platform, "p-나래", "2026-08-31T15:01:00Z");
        await PaidAtAsync(platform, "p-다온", "2025-12-31T15:00:00Z");
        await PaidAtAsync(platform, "p-바름", "2026-12-31T15:00:00Z");

        Assert.Equal(["가은"], (await ReadAsync(platform, August)).Rows.Select(row => row.Person.Name));
        Assert.Equal(["나래"], (await ReadAsync(platform, September)).Rows.Select(row => row.Person.Name));
        Assert.Equal([1, 8, 9], (await ReadAsync(platform, Year)).Months.Select(month => month.Month));
        Assert.Equal([1], (await ReadAsync(platform, WithholdingPeriod.OfYear(2027)!)).Months.Select(month => month.Month));
        Assert.Empty((await ReadAsync(platform, WithholdingPeriod.OfYear(2025)!)).Rows);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Read_PaidWithoutDeduction_IsLeftOutAndCounted(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        await platform.CommandAsync(async work =>
        {
            (await PlatformSettings.ToChangeAsync(work, Ct)).DeductWht = false;
            return new Done();
        });
        await SellAsync(platform, Person("가은", "110900000001", WithheldIncome.Business), 1_000_000);
        await platform.GatherAsync();
        await CompleteByHandAsync(platform, "가은", platform.Today);

        var list = await ReadAsync(platform, September);

        Assert.Equal((0, 1, 0), (list.Rows.Count, list.LeftOut.NotDeductedCount, list.LeftOut.ForeignCurrencyCount));
    }

    /// <summary>Nothing in a cell runs, what isn't held stays empty and says so, and who took it is noted.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Download_AsCsv_IsTheSimplifiedStatementWithWhatIsNotHeldLeftEmpty(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        await SellAsync(platform, Person("=가은", "110900000001", WithheldIncome.Business), 123_456);
        await platform.GatherAsync();
        await CompleteByHandAsync(platform, "=가은", platform.Today);

        var file = Platform.Must(await platform.World.Get<DownloadWithholding>().HandleAsync(
            platform.Tenant, Platform.Actor, new WithholdingChoice(September, WithheldIncome.Business, WithholdingFormat.Csv), Ct));

        Assert.Equal("withholding-business-2026-09.csv", file.FileName);
        Assert.Equal(
            "\uFEFF일련번호,귀속연도,지급월,업종코드 (직접 입력: 정산에 없음),소득자 성명,생년월일,주민등록번호 (직접 입력: 정산에 없음),내·외국인 (직접 입력: 정산에 없음),지급 횟수,지급액,세율(%),소득세,지방소득세\r\n"
            + "1,2026,9,,'=가은,1990-01-02,,,1,123456,3,3700,370\r\n",
            Encoding.UTF8.GetString(file.Content));
        var noted = Assert.Single(await platform.RowsAsync<HistoryRow>(), row => row.What == "SheetDownloaded");
        Assert.Equal(Platform.Actor.Id, noted.ActorId);
    }

    private static (string, WithheldIncome, int, long, long, long, long) Facts(WithholdingRow row) =>
        (row.Person.Name, row.Income, row.PaymentCount, row.Paid.Value, row.Expenses.Value, row.IncomeTax.Value, row.LocalIncomeTax.Value);

    private static Task<WithholdingList> ReadAsync(Platform platform, WithholdingPeriod period) => platform.World.Get<ReadWithholding>().HandleAsync(platform.Tenant, period, Ct);

    /// <summary>가은, 나래 and 다온 were paid by the bank today, 라희's bank refused, 마루's payout was cancelled, 바름 was paid by hand in August; p0 is a business.</summary>
    private async Task<Platform> PaidAsync(DatabaseKind kind)
    {
        worlds.Bank.Decide = order => Task.FromResult<RemittanceState?>(order.AccountNumber == FailingAccount ? RemittanceState.Failed : RemittanceState.Succeeded);
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        await SellAsync(platform, Person("가은", "110900000001", WithheldIncome.Business), 1_000_000);
        await SellAsync(platform, Person("나래", "110900000002", WithheldIncome.Business, isBorn: false), 123_456);
        await SellAsync(platform, Person("다온", "110900000003", WithheldIncome.Other, name: "다온\"type\":\"BUSINESS"), 1_000_001);
        await SellAsync(platform, Person("라희", FailingAccount, WithheldIncome.Business), 700_000);
        await SellAsync(platform, Person("마루", "110900000005", WithheldIncome.Business), 800_000);
        await SellAsync(platform, Person("바름", "110900000006", WithheldIncome.Business), 500_000);
        Platform.Must(await platform.ManualAsync(0, 300_000));
        await platform.GatherAsync();
        await CompleteByHandAsync(platform, "바름", new DateOnly(2026, 8, 31));
        var payouts = new PayoutPlatform(platform);
        var bulk = await payouts.ConfirmedAsync();
        var cancelled = (await payouts.PayoutsAsync(bulk.Id)).Single(payout => payout.PartnerId == new PartnerId("p-마루"));
        Platform.Must(await payouts.CancelAsync(cancelled.Id));
        Platform.Must(await payouts.ExecuteAsync(bulk.Id));
        await Polling.UntilTrueAsync("each payout to end", async _ => (await payouts.PayoutsAsync(bulk.Id)).All(payout =>
            payout.Status is PayoutStatus.Succeeded or PayoutStatus.Failed or PayoutStatus.Cancelled), PayoutPlatform.Limit, Ct);
        return platform;
    }

    private static NewPartner Person(string id, string account, WithheldIncome income, bool isBorn = true, string? name = null) => new($"p-{id}", new PartnerProfile(
        name ?? id, new Contact("홍시험", null, "person@partner.example"), new BankAccount(Bank.Shinhan, Currency.Krw, account, id),
        new ContractId("A"), null, [], new PartnerType.WhtPayer(isBorn ? new DateOnly(1990, 1, 2) : null, income), []));

    private static async Task SellAsync(Platform platform, NewPartner person, long amount)
    {
        var made = Platform.Must(await platform.World.Get<CreatePartners>().HandleAsync(platform.Tenant, Platform.Actor, [person], Ct));
        Platform.Must(await platform.World.Get<RegisterManualTransfer>().HandleAsync(
            platform.Tenant, Platform.Actor, new NewManualTransfer(null, made[0].Id, new Won(amount), Won.Zero, platform.Today, Currency.Krw, null, []), Ct));
    }

    private static async Task CompleteByHandAsync(Platform platform, string person, DateOnly on)
    {
        var id = new PartnerId($"p-{person}");
        var settlements = (await platform.RowsAsync<PartnerSettlement>()).Where(row => row.PartnerId == id).Select(row => row.Id).ToList();
        Platform.Must(await platform.World.Get<CompletePayoutByHand>().HandleAsync(platform.Tenant, Platform.Actor, new PaidByHand(new BulkPayoutId("hand"), null, settlements, on), Ct));
    }

    private static Task PaidAtAsync(Platform platform, string partner, string instant)
    {
        var (id, at) = (new PartnerId(partner), DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        return platform.CommandAsync(async work =>
        {
            var changed = await work.Db.Set<Payout>().Where(payout => payout.PartnerId == id).ExecuteUpdateAsync(set => set.SetProperty(payout => payout.PaidAt, at), Ct);
            Assert.Equal(1, changed);
            return new Done();
        });
    }
}
