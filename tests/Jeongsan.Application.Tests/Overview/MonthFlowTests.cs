using Jeongsan.Application.Overview;
using Jeongsan.Application.Tests.Payouts;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Overview;

/// <summary>A month as a picture: its figures are those of the documents, and each is the sum of the list that it opens.</summary>
public sealed class MonthFlowTests(PayoutWorlds worlds) : IClassFixture<PayoutWorlds>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Flow_OfAnEventfulMonth_TiesFromStageToStageAndToItsDocuments(DatabaseKind kind)
    {
        var happened = await EventfulMonth.HappenAsync(await worlds.OnAsync(kind), worlds.Bank);
        var month = SeoulMonth.Of(happened.Platform.Today);
        await using var db = happened.Platform.World.Store.Read(happened.Platform.Tenant);

        var flow = await ReadMonthFlow.ReadAsync(db, month, Ct);

        Assert.Equal(month, await ReadMonthFlow.NewestAsync(db, happened.Platform.Today, Ct));
        Assert.All(flow.Stages, stage => Assert.Equal(stage.Amount, stage.Of(FlowCourse.On) + stage.Of(FlowCourse.Out)));
        Assert.All(flow.Stages.Zip(flow.Stages.Skip(1)), pair => Assert.Equal(pair.Second.Amount, pair.First.Of(FlowCourse.On) + pair.First.Of(FlowCourse.Change)));

        var transfers = (await happened.Platform.RowsAsync<Transfer>()).Where(row => row.SettlementDate >= month.First && row.SettlementDate <= month.Last).ToList();
        var settlements = (await happened.Platform.RowsAsync<PartnerSettlement>()).Where(row => row.SettlementDate >= month.First).ToList();
        var payouts = (await happened.Platform.RowsAsync<Payout>()).Where(row => row.Status != PayoutStatus.Failed).ToList();
        var invoices = await happened.Platform.RowsAsync<TaxInvoice>();
        Assert.Equal(
            [
                transfers.Where(row => row.Kind == TransferKind.Order).Total(row => row.Amounts.Order), transfers.Total(row => row.SignedSettlement), settlements.Total(row => row.SignedSettlement),
                payouts.Total(row => row.Amount), payouts.Where(row => row.PartnerId.Value != "p9").Total(row => row.Amount), invoices.Where(row => row.Status == TaxInvoiceStatus.SendingCompleted).Total(row => row.TotalAmount),
            ],
            flow.Stages.Select(stage => stage.Amount));
        Assert.Equal([10, 12, 11, 6, 5, 2], flow.Stages.Select(stage => stage.Count));
        Won PaidTo(string partner) => payouts.Single(row => row.PartnerId.Value == partner).Amount;
        Won SettledOf(string partner) => settlements.Where(row => row.PartnerId.Value == partner).Total(row => row.SignedSettlement);
        Assert.Equal(
            [
                (FlowPartKind.Cancelled, new Won(30_000)), (FlowPartKind.Manual, new Won(-20_000)), (FlowPartKind.NotGathered, transfers.Single(row => row.PartnerId.Value == "p4").SignedSettlement),
                (FlowPartKind.Owing, new Won(-20_000)), (FlowPartKind.Failed, SettledOf("p3")), (FlowPartKind.Withheld, SettledOf("p1")), (FlowPartKind.Excluded, SettledOf("p7")), (FlowPartKind.Waiting, Won.Zero),
                (FlowPartKind.OtherMonths, new Won(15_000)), (FlowPartKind.WithheldTax, -payouts.Total(row => row.IncomeTaxAmount + row.LocalIncomeTaxAmount)), (FlowPartKind.Unconfirmed, PaidTo("p9")),
                (FlowPartKind.NotInvoiced, PaidTo("w0")), (FlowPartKind.Missing, PaidTo("p6")), (FlowPartKind.Awaiting, PaidTo("p5")), (FlowPartKind.Refused, PaidTo("p8")), (FlowPartKind.Issued, PaidTo("p0")), (FlowPartKind.Sent, PaidTo("p0")),
            ],
            new[]
            {
                FlowPartKind.Cancelled, FlowPartKind.Manual, FlowPartKind.NotGathered, FlowPartKind.Owing, FlowPartKind.Failed, FlowPartKind.Withheld, FlowPartKind.Excluded, FlowPartKind.Waiting, FlowPartKind.OtherMonths,
                FlowPartKind.WithheldTax, FlowPartKind.Unconfirmed, FlowPartKind.NotInvoiced, FlowPartKind.Missing, FlowPartKind.Awaiting, FlowPartKind.Refused, FlowPartKind.Issued, FlowPartKind.Sent,
            }.Select(part => (part, AmountOf(flow, part))));
        Assert.True(AmountOf(flow, FlowPartKind.WithheldTax).IsNegative && AmountOf(flow, FlowPartKind.Vat) > Won.Zero);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Figures_OfAMonth_AreTheSumsOfTheListsBehindThem(DatabaseKind kind)
    {
        var happened = await EventfulMonth.HappenAsync(await worlds.OnAsync(kind), worlds.Bank);
        var month = SeoulMonth.Of(happened.Platform.Today);
        await using var db = happened.Platform.World.Store.Read(happened.Platform.Tenant);
        var flow = await ReadMonthFlow.ReadAsync(db, month, Ct);
        var (settlements, payouts, invoices) = (db.Set<PartnerSettlement>(), db.Set<Payout>(), db.Set<TaxInvoice>());

        foreach (var (part, group) in new[]
        {
            (FlowPartKind.Held, SettlementGroup.Held), (FlowPartKind.Waiting, SettlementGroup.Waiting), (FlowPartKind.Failed, SettlementGroup.Failed), (FlowPartKind.Withheld, SettlementGroup.Withheld),
            (FlowPartKind.Excluded, SettlementGroup.Excluded), (FlowPartKind.Owing, SettlementGroup.Owing),
        })
        {
            Assert.Equal(AmountOf(flow, part).Value, await settlements.OfMonth(month).In(group, db).SumAsync(row => (long)(object)row.SignedSettlement, Ct));
        }
        Assert.Equal(AmountOf(flow, FlowPartKind.NotGathered).Value, await db.Set<Transfer>().OfMonth(month).Open().SumAsync(row => (long)(object)row.SignedSettlement, Ct));
        Assert.Equal(flow.Stage(FlowStageKind.Payouts).Amount.Value, await payouts.ForSettlementsOf(month, db).SumAsync(row => (long)(object)row.Amount, Ct));
        Assert.Equal(flow.Stage(FlowStageKind.Invoices).Amount.Value, await payouts.ForSettlementsOf(month, db).ToInvoice().SumAsync(row => (long)(object)row.Amount, Ct));
        Assert.Equal(0, await payouts.ForSettlementsOf(month, db).NotPaid().CountAsync(Ct));

        var bars = await MonthTotals.ReadAsync(db, month, Ct);
        Assert.Equal(MonthTotals.Count, bars.Count);
        foreach (var bar in bars)
        {
            Assert.Equal((bar.Settled.Value, bar.SettlementCount), (await settlements.OfMonth(bar.Month).SumAsync(row => (long)(object)row.SignedSettlement, Ct), await settlements.OfMonth(bar.Month).CountAsync(Ct)));
            Assert.Equal((bar.Paid.Value, bar.PayoutCount), (await payouts.PaidIn(bar.Month).SumAsync(row => (long)(object)row.Amount, Ct), await payouts.PaidIn(bar.Month).CountAsync(Ct)));
            Assert.Equal(bar.Invoiced.Value, await invoices.WrittenIn(bar.Month).In([.. InvoiceSteps.Issued]).SumAsync(row => (long)(object)row.TotalAmount, Ct));
        }
        Assert.Equal((flow.Stage(FlowStageKind.Settlements).Amount, flow.Stage(FlowStageKind.Nts).Amount), (bars[^1].Settled, bars[^1].Invoiced));
        Assert.Equal((new Won(15_000), 1, Won.Zero, 5), (bars[^2].Settled, bars[^2].SettlementCount, bars[^2].Paid, bars[^1].PayoutCount));
    }

    [Fact]
    public void Month_ReadFromAnAddress_IsItselfOrNothing()
    {
        Assert.Equal(SeoulMonth.Of(new DateOnly(2026, 2, 28)), SeoulMonth.Parse("2026-02"));
        Assert.Equal((new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28)), (SeoulMonth.Parse("2026-02")!.Value.First, SeoulMonth.Parse("2026-02")!.Value.Last));
        // Midnight in Seoul.
        Assert.Equal(new DateTimeOffset(2026, 1, 31, 15, 0, 0, TimeSpan.Zero), SeoulMonth.Parse("2026-02")!.Value.From);
        Assert.Equal(SeoulMonth.Parse("2026-03")!.Value.From, SeoulMonth.Parse("2026-02")!.Value.Until);
        Assert.All(new[] { null, "", "2026", "2026-13", "1899-01", "2026-2", "x" }, text => Assert.Null(SeoulMonth.Parse(text)));
    }

    private static Won AmountOf(MonthFlow flow, FlowPartKind kind) => flow.Stages.SelectMany(stage => stage.Parts).Single(part => part.Kind == kind).Amount;
}
