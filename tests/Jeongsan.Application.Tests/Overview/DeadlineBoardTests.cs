using Jeongsan.Application.Overview;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.Tests.Payouts;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Overview;

/// <summary>마감 관제: what is stuck where, until when, and what missing it costs.</summary>
public sealed class DeadlineBoardTests(PayoutWorlds worlds) : IClassFixture<PayoutWorlds>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Board_OfAnEventfulMonth_HasEachSupplyOnceAtItsStep(DatabaseKind kind)
    {
        var happened = await EventfulMonth.HappenAsync(await worlds.OnAsync(kind), worlds.Bank);
        var platform = happened.Platform;

        var board = await ReadAsync(platform, platform.Today);

        // 10 October 2026 is a Saturday.
        var september = Assert.Single(board.Months);
        Assert.Equal((SeoulMonth.Of(platform.Today), new DateOnly(2026, 10, 12)), (september.Month, september.Due));
        Assert.Equal(
            [("p1", InvoiceStep.Unpaid), ("p3", InvoiceStep.Unpaid), ("p5", InvoiceStep.Awaiting), ("p6", InvoiceStep.Missing), ("p8", InvoiceStep.Refused), ("p9", InvoiceStep.Unpaid)],
            board.Rows.Select(row => (row.PartnerId!.Value.Value, row.Step)).Order());
        Assert.Equal(2, september.Steps[InvoiceStep.Done].Count);
        Assert.Equal((3, 1, 1, 1), (september.Steps[InvoiceStep.Unpaid].Count, september.Steps[InvoiceStep.Missing].Count, september.Steps[InvoiceStep.Awaiting].Count, september.Steps[InvoiceStep.Refused].Count));
        var payouts = await platform.RowsAsync<Payout>();
        foreach (var row in board.Rows)
        {
            // 지연발급: 1 % of the supplier's, 0.5 % of ours.
            Assert.Equal((row.Supply.Value / 100, row.Supply.Value / 200), (row.TheirPenalty.Value, row.OurPenalty.Value));
            if (payouts.Find(payout => payout.PartnerId == row.PartnerId) is { } payout)
            {
                Assert.Equal((payout.SupplyAmount, payout.Amount), (row.Supply, row.Total));
            }
        }
        Assert.Equal(board.Rows.Total(row => row.AtRisk), september.AtRisk);
        // Nobody of them is connected: what was not requested yet can't be.
        Assert.All(board.Rows, row => Assert.Equal(row.Step == InvoiceStep.Awaiting ? DeadlineBlocker.None : DeadlineBlocker.NotConnected, row.Blocker));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Board_AfterTheDeadlineAndTheFinalReturn_SaysWhatTheDelayCostsThen(DatabaseKind kind)
    {
        var happened = await EventfulMonth.HappenAsync(await worlds.OnAsync(kind), worlds.Bank);
        var platform = happened.Platform;

        // 미발급 from the day after the final return of the second half year: 2 % of the supplier's.
        var never = await ReadAsync(platform, new DateOnly(2027, 1, 26));
        Assert.All(never.Rows, row => Assert.Equal((row.Supply.Value / 50, row.Supply.Value / 200), (row.TheirPenalty.Value, row.OurPenalty.Value)));
        // What is issued in time and not sent costs the supplier 0.3 %, and nothing more is asked of us.
        await happened.SetAsync("p5", TaxInvoiceStatus.SendingFailed);
        await platform.CommandAsync(async work =>
        {
            var id = new PartnerId("p5");
            await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteUpdateAsync(work.Db.Set<TaxInvoice>().Where(row => row.PartnerId == id), set => set.SetProperty(row => row.IssuedAt, work.Now), Ct);
            return new Domain.Foundation.Done();
        });
        var unsent = (await ReadAsync(platform, platform.Today)).Rows.Single(row => row.PartnerId == new PartnerId("p5"));
        Assert.Equal((InvoiceStep.SendFailed, platform.Today.AddDays(1), unsent.Supply.Value * 3 / 1000, 0L), (unsent.Step, unsent.Due, unsent.TheirPenalty.Value, unsent.OurPenalty.Value));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Board_RefusedInvoiceWrittenAgain_ShowsTheNewDraftAlone(DatabaseKind kind)
    {
        var happened = await EventfulMonth.HappenAsync(await worlds.OnAsync(kind), worlds.Bank);
        var platform = happened.Platform;
        var refused = (await ReadAsync(platform, platform.Today)).Rows.Single(row => row.Step == InvoiceStep.Refused);

        var drafted = Platform.Must(await platform.World.Get<DraftFromPayouts>().HandleAsync(platform.Tenant, Platform.Actor, new NewPayoutInvoices(null, [refused.PayoutId!.Value], null, null), Ct));

        var row = (await ReadAsync(platform, platform.Today)).Rows.Single(row => row.PartnerId == refused.PartnerId);
        Assert.Equal((InvoiceStep.Draft, Assert.Single(drafted.Drafted).Id.Value, refused.Total), (row.Step, row.Id, row.Total));
    }

    /// <summary>The invoice of a payout that failed stands for the payout that pays its settlements anew.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Board_PaidAnewAfterItWasInvoiced_CallsForNoOtherInvoice(DatabaseKind kind)
    {
        var happened = await EventfulMonth.HappenAsync(await worlds.OnAsync(kind), worlds.Bank);
        var platform = happened.Platform;
        var failed = (await platform.RowsAsync<Payout>()).Single(payout => payout.Status == PayoutStatus.Failed);
        Platform.Must(await platform.World.Get<DraftFromPayouts>().HandleAsync(platform.Tenant, Platform.Actor, new NewPayoutInvoices(null, [failed.Id], null, null), Ct));
        Assert.Equal(InvoiceStep.Draft, (await ReadAsync(platform, platform.Today)).Rows.Single(row => row.PartnerId == failed.PartnerId).Step);

        var again = Platform.Must(await happened.Payouts.RetryAsync(failed.BulkPayoutId));
        Platform.Must(await happened.Payouts.ConfirmAsync(again.Id));

        Assert.Equal(InvoiceStep.Draft, (await ReadAsync(platform, platform.Today)).Rows.Single(row => row.PartnerId == failed.PartnerId).Step);
        await using var db = platform.World.Store.Read(platform.Tenant);
        var flow = await ReadMonthFlow.ReadAsync(db, SeoulMonth.Of(platform.Today), Ct);
        Assert.Equal((1, failed.Amount), (flow.Stage(FlowStageKind.Invoices).Find(FlowPartKind.Draft)!.Count, flow.Stage(FlowStageKind.Invoices).Find(FlowPartKind.Draft)!.Amount));
    }

    private static async Task<DeadlineBoard> ReadAsync(Platform platform, DateOnly today)
    {
        await using var db = platform.World.Store.Read(platform.Tenant);
        return await ReadDeadlines.ReadAsync(db, today, Ct);
    }
}
