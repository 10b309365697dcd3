using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy.Erasures;
using Jeongsan.Domain.Tests.Lifecycles;
using Xunit;

namespace Jeongsan.Domain.Tests.Partners;

/// <summary>개인정보 보호법 제21조: destroyed when the purpose is over; what another law demands is kept apart.</summary>
public sealed class ErasureTests
{
    private static readonly ErasureFacts Ended = new(IsArchived: true, IsErased: false, NtsConnectionStatus.NotConnected, HasUnpaid: false, HasInvoiceUnderWay: false, HasMessagesWaiting: false, null, null, null);
    private static readonly DateOnly Today = new(2026, 12, 1);

    [Fact]
    public void Plan_BusinessOverAndNothingEverPaid_NothingStandsInTheWayAndNothingIsKept()
    {
        var plan = ErasureRule.Plan(Ended, Today, BusinessDays.WithoutEdits);

        Assert.Empty(plan.Blocks);
        Assert.Null(plan.KeepUntil);
    }

    // 국세기본법 제85조의3 ②: five years from the last day of the return. Paid in 2026: the platform's own return is due on 31 March 2027.
    // Invoiced on 5 January 2027: the VAT return is due on 25 July 2027, a Sunday, so on the 26th.
    [Theory]
    [InlineData("2026-09-30", null, "2032-03-31")]
    [InlineData("2026-09-30", "2026-09-30", "2032-03-31")]
    [InlineData("2026-12-31", "2027-01-05", "2032-07-26")]
    [InlineData(null, "2026-08-31", "2032-01-25")]
    public void Plan_PaidOrInvoiced_IsKeptFiveYearsAfterTheReturn(string? paid, string? written, string keepUntil) => Assert.Equal(
        Day(keepUntil),
        ErasureRule.Plan(Ended with { LastPaidOn = Day(paid), LastWriteDate = Day(written) }, Today, BusinessDays.WithoutEdits).KeepUntil);

    // 소득세법 제164조 ①: statements of business income of 2026 are due on 10 March 2027.
    [Theory]
    [InlineData("2027-03-10", true)]
    [InlineData("2027-03-11", false)]
    public void Plan_TaxWithheldThisYear_WaitsForTheStatementOfTheYearAfter(string today, bool isBlocked)
    {
        var plan = ErasureRule.Plan(Ended with { LastPaidOn = new(2026, 11, 30), LastWithheldOn = new(2026, 11, 30) }, Day(today)!.Value, BusinessDays.WithoutEdits);

        Assert.Equal(isBlocked ? [new ErasureBlock(ErasureObstacle.WithholdingNotReported, new DateOnly(2027, 3, 10))] : [], plan.Blocks);
    }

    [Fact]
    public void Plan_BusinessGoesOn_NamesEverythingThatStandsInTheWay()
    {
        var plan = ErasureRule.Plan(
            new ErasureFacts(IsArchived: false, IsErased: false, NtsConnectionStatus.Connected, HasUnpaid: true, HasInvoiceUnderWay: true, HasMessagesWaiting: true, null, null, null), Today, BusinessDays.WithoutEdits);

        Assert.Equal(
            [ErasureObstacle.NotArchived, ErasureObstacle.StillConnected, ErasureObstacle.NotPaidOut, ErasureObstacle.InvoiceUnderWay, ErasureObstacle.MessagesWaiting],
            plan.Blocks.Select(block => block.Obstacle));
    }

    [Fact]
    public void Erase_APartner_LeavesTheKindOfPartnerAndNothingElse()
    {
        var profile = Sample.Profile();

        var erased = profile.Erased();

        Assert.Equal(profile.DefaultContractId, erased.DefaultContractId);
        Assert.Equal(profile.Account.Bank, erased.Account.Bank);
        Assert.Equal(((PartnerType.Business)profile.Type).TaxationType, ((PartnerType.Business)erased.Type).TaxationType);
        var text = System.Text.Json.JsonSerializer.Serialize(erased);
        foreach (var known in new[] { profile.Name, profile.Contact.Name, profile.Contact.Email, profile.Account.Number, profile.Account.Holder, ((PartnerType.Business)profile.Type).RepresentativeName })
        {
            Assert.DoesNotContain(known, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true, "Erasing:Finish=Locked Locked:Destroy=Erased")]
    [InlineData(false, "Erasing:Finish=Erased Locked:Destroy=Erased")]
    public void Erasure_EveryPair_MovesOrIsRefusedAsNotInState(bool keeps, string moves) => LifecycleTests.Walk(
        ErasureLifecycle.Table,
        new KeptPart(keeps),
        moves,
        (status, command) => new ErasureRefusal.NotInState(status, command));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
