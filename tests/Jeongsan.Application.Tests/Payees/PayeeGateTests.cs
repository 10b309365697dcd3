using Jeongsan.Application.Payees;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Policies;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.Tests.Payouts;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Payees;

/// <summary>지급 전 확인 at the moment when money leaves.</summary>
public sealed class PayeeGateTests : IClassFixture<PayoutWorlds>
{
    private static readonly PartnerId First = new("p0");
    private readonly PayoutWorlds _worlds;

    public PayeeGateTests(PayoutWorlds worlds)
    {
        _worlds = worlds;
        worlds.Bank.Decide = _ => Task.FromResult<RemittanceState?>(RemittanceState.Succeeded);
        worlds.Bank.BalanceWon = 1_000_000_000;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Execute_ClosedBusiness_StopsThatPayoutAndSaysWhy_AndTheOthersArePaid(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        await FoundAsync(platform, First, business: BusinessStatus.Closed);

        Platform.Must(await platform.ExecuteAsync(bulk.Id));

        // Halted: a person decides what becomes of the one that was stopped.
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Prepared);
        Assert.Equal([PayoutStatus.Stopped, PayoutStatus.Succeeded, PayoutStatus.Succeeded], (await platform.PayoutsAsync(bulk.Id)).Select(payout => payout.Status));
        Assert.Contains("폐업", Assert.Single(await platform.Platform.RowsAsync<HistoryRow>(), row => row.What == "PayoutStopped").Why, StringComparison.Ordinal);
        Assert.DoesNotContain((await platform.PayoutsAsync(bulk.Id))[0].Id.Value, _worlds.Bank.Paid);

        // It was a mistake of the register: found open, the payout is taken up and paid.
        await FoundAsync(platform, First, business: BusinessStatus.InBusiness);
        Platform.Must(await platform.ResumeAsync(bulk.Id));
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);
        Assert.All(await platform.PayoutsAsync(bulk.Id), payout => Assert.Contains(payout.Id.Value, _worlds.Bank.Paid));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Execute_NobodyPayable_IsRefusedAndChangesNothing(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        Platform.Must(await platform.Get<PayeeCheckPolicy>().SetAsync(platform.Tenant, Platform.Actor, ageDaysMax: 30, Ct));

        var refused = Assert.IsType<PayeeRefusal.NonePayable>((await platform.ExecuteAsync(bulk.Id)).Refusal);

        Assert.All(refused.Problems.Values, problem => Assert.Equal(PayeeProblem.NotChecked, problem));
        Assert.Equal(3, refused.Problems.Count);
        Assert.All(await platform.PayoutsAsync(bulk.Id), payout => Assert.Equal(PayoutStatus.Confirmed, payout.Status));
        Assert.Equal(BulkPayoutStatus.Prepared, (await platform.ReadAsync(bulk.Id)).Status);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Execute_CheckDemanded_PaysOnlyWhoWasCheckedLatelyEnough(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        Platform.Must(await platform.Get<PayeeCheckPolicy>().SetAsync(platform.Tenant, Platform.Actor, ageDaysMax: 30, Ct));
        await FoundAsync(platform, First, business: BusinessStatus.InBusiness);
        await FoundAsync(platform, new("p1"), business: BusinessStatus.InBusiness, age: TimeSpan.FromDays(31));

        Platform.Must(await platform.ExecuteAsync(bulk.Id));

        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Prepared);
        Assert.Equal([PayoutStatus.Succeeded, PayoutStatus.Stopped, PayoutStatus.Stopped], (await platform.PayoutsAsync(bulk.Id)).Select(payout => payout.Status));
        Assert.Equal(
            [PayeeWords.Of(PayeeProblem.CheckTooOld), PayeeWords.Of(PayeeProblem.NotChecked)],
            (await platform.Platform.RowsAsync<HistoryRow>()).Where(row => row.What == "PayoutStopped").OrderBy(row => row.Sequence).Select(row => row.Why));
    }

    /// <summary>The check came back while the others were being paid.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task GoOn_HolderFoundToDifferWhileItRuns_StopsTheOneWhoseTurnComes(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        var isFirst = true;
        _worlds.Bank.Decide = async _ =>
        {
            if (isFirst)
            {
                isFirst = false;
                await FoundAsync(platform, new("p1"), holder: "다른사람");
            }
            return RemittanceState.Succeeded;
        };

        Platform.Must(await platform.ExecuteAsync(bulk.Id));

        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Prepared);
        Assert.Equal([PayoutStatus.Succeeded, PayoutStatus.Stopped, PayoutStatus.Succeeded], (await platform.PayoutsAsync(bulk.Id)).Select(payout => payout.Status));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Schedule_NobodyPayableWhenItsTimeComes_LosesItsScheduleAndSaysWhy(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind), partners: 1);
        var bulk = await platform.ConfirmedAsync();
        var day = platform.Platform.Today.AddDays(1);
        Platform.Must(await platform.ScheduleAsync(bulk.Id, SeoulTime.At(day, new TimeOnly(11, 0))));
        await FoundAsync(platform, First, holder: null);

        Platform.Must(await platform.Platform.MoveToAsync(day));

        Assert.Equal(PayoutStatus.Confirmed, Assert.Single(await platform.PayoutsAsync(bulk.Id)).Status);
        Assert.Equal(PartnerSettlementStatus.Confirmed, Assert.Single(await platform.SettlementsAsync()).Status);
        Assert.Contains("은행에 없는 계좌", Assert.Single(await platform.Platform.RowsAsync<HistoryRow>(), row => row.What == "BulkPayoutScheduleDropped").Why, StringComparison.Ordinal);
    }

    /// <summary>먼저 발행: the money follows the invoice, also that of the payout which failed.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Execute_ContractThatPaysAfterInvoice_PaysWhoseInvoiceReachedTheNts(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind), partners: 2);
        Platform.Must(await platform.Get<Contracts>().UpdateAsync(platform.Tenant, Platform.Actor, "A", new ContractChange(PaysAfterInvoice: true), Ct));
        var bulk = await platform.ConfirmedAsync();
        Assert.All(Assert.IsType<PayeeRefusal.NonePayable>((await platform.ExecuteAsync(bulk.Id)).Refusal).Problems.Values, problem => Assert.Equal(PayeeProblem.InvoiceNotSent, problem));
        Platform.Must(await platform.Get<DraftFromPayouts>().HandleAsync(platform.Tenant, Platform.Actor, new NewPayoutInvoices(bulk.Id, null, null, null), Ct));
        Assert.IsType<PayeeRefusal.NonePayable>((await platform.ExecuteAsync(bulk.Id)).Refusal);
        await SentAsync(platform, First);

        _worlds.Bank.Decide = _ => Task.FromResult<RemittanceState?>(RemittanceState.Failed);
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Prepared);
        Assert.Equal([PayoutStatus.Failed, PayoutStatus.Stopped], (await platform.PayoutsAsync(bulk.Id)).Select(payout => payout.Status));

        // The supply is invoiced once: the retry needs no invoice of its own.
        _worlds.Bank.Decide = _ => Task.FromResult<RemittanceState?>(RemittanceState.Succeeded);
        var retry = Platform.Must(await platform.RetryAsync(bulk.Id));
        Platform.Must(await platform.ConfirmAsync(retry.Id));
        Platform.Must(await platform.ExecuteAsync(retry.Id));
        await platform.UntilAsync(retry.Id, BulkPayoutStatus.Completed);
    }

    /// <summary>The NTS took the partner's invoices.</summary>
    private static Task SentAsync(PayoutPlatform platform, PartnerId id) => platform.Platform.CommandAsync(async work =>
    {
        var payouts = work.Db.Set<Payout>().Where(payout => payout.PartnerId == id);
        await work.Db.Set<TaxInvoice>().Where(row => payouts.Any(payout => payout.TaxInvoiceId == row.Id || payout.TaxFreeInvoiceId == row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, TaxInvoiceStatus.SendingCompleted), Ct);
        return new Done();
    });

    /// <summary>As the answers of the ASP are written down.</summary>
    private static Task FoundAsync(PayoutPlatform platform, PartnerId id, string? holder = "", BusinessStatus? business = null, TimeSpan age = default) => platform.Platform.CommandAsync(async work =>
    {
        var partner = (await work.Db.Set<Partner>().FindAsync([platform.Tenant.Merchant, platform.Tenant.Mode, id], Ct))!;
        if (await work.Db.Set<PayeeCheck>().FindAsync([platform.Tenant.Merchant, platform.Tenant.Mode, id], Ct) is not { } check)
        {
            check = PayeeCheck.Of(platform.Tenant, id);
            work.Db.Add(check);
        }
        check.ConcludeAccount(partner.Account, holder?.Length == 0 ? partner.Account.Holder : holder, work.Now - age);
        if (business is { } status)
        {
            check.ConcludeBusiness(partner.BusinessRegistrationNumber!.Value, status, work.Now - age);
        }
        return new Done();
    });
}
