using System.Text.Json;
using CsCheck;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Xunit;

namespace Jeongsan.Domain.Tests.Policies;

/// <summary>Contracts stand for all kinds of policies: they share the one implementation.</summary>
public sealed class PolicyScheduleTests
{
    private static readonly DateTimeOffset Tomorrow = Sample.Now.AddDays(1);

    [Fact]
    public void Schedule_NotInFuture_ThenWrongTerms_AreRefused()
    {
        var contract = New();
        Assert.Equal(new PolicyRefusal.ScheduleNotInFuture(Sample.Now, Sample.Now), contract.Schedule(new(Name: "B"), Sample.Now, Sample.Now).Refusal);
        Assert.IsType<PolicyRefusal.NameMissing>(contract.Schedule(new(Name: " "), Tomorrow, Sample.Now).Refusal);
        Assert.IsType<PolicyRefusal.LagDaysOutOfRange>(contract.Schedule(new(SettlementCycle: Sample.CycleA with { LagDays = 11 }), Tomorrow, Sample.Now).Refusal);
        Assert.Null(contract.ScheduledAt);
    }

    [Fact]
    public void Schedule_OneAtATime_CanBeReplacedAndTakenBack()
    {
        var contract = New();
        Assert.IsType<PolicyRefusal.NotScheduled>(contract.Reschedule(new(Name: "B"), Tomorrow, Sample.Now).Refusal);
        Assert.False(contract.Schedule(new(Name: "B"), Tomorrow, Sample.Now).IsRefused);
        Assert.IsType<PolicyRefusal.ScheduleExists>(contract.Schedule(new(Name: "C"), Tomorrow, Sample.Now).Refusal);
        Assert.False(contract.Reschedule(new(Name: "C"), Tomorrow.AddDays(1), Sample.Now).IsRefused);
        Assert.Equal(("C", Tomorrow.AddDays(1)), (contract.AsOf(Tomorrow.AddDays(1)).Terms.Name, contract.ScheduledAt!.Value));
        Assert.False(contract.Unschedule().IsRefused);
        Assert.IsType<PolicyRefusal.NotScheduled>(contract.Unschedule().Refusal);
        Assert.IsType<PolicyRefusal.NotScheduled>(contract.ApplySchedule().Refusal);
    }

    [Fact]
    public void Archive_Scheduled_IsRefused_AndArchivedCannotBeScheduled()
    {
        var contract = New();
        contract.Schedule(new(Name: "B"), Tomorrow, Sample.Now);
        Assert.IsType<PolicyRefusal.ArchivedWhileScheduled>(contract.Archive().Refusal);
        contract.Unschedule();
        Assert.False(contract.Archive().IsRefused);
        Assert.IsType<PolicyRefusal.Archived>(contract.Schedule(new(Name: "B"), Tomorrow, Sample.Now).Refusal);
        Assert.IsType<PolicyRefusal.Archived>(contract.Update(new(Name: "B"), Sample.Now).Refusal);
    }

    /// <summary>Whatever is edited before a schedule is applied: what the schedule names is the schedule's, all else is the edit's.</summary>
    [Fact]
    public void ApplySchedule_AnyEditBefore_LosesNeither() =>
        Gen.Select(Change, Change).Sample((scheduled, edit) =>
        {
            var contract = New();
            Assert.False(contract.Schedule(scheduled, Tomorrow, Sample.Now).IsRefused);
            Assert.False(contract.Update(edit, Sample.Now.AddHours(1)).IsRefused);
            var expected = scheduled.ApplyTo(edit.ApplyTo(Sample.TermsA));
            Assert.Equal(expected, contract.SnapshotAt(Tomorrow).Terms);
            Assert.Equal(edit.ApplyTo(Sample.TermsA), contract.SnapshotAt(Tomorrow.AddTicks(-1)).Terms);
            Assert.False(contract.ApplySchedule().IsRefused);
            Assert.Equal((expected, Tomorrow), (contract.Terms(), contract.AppliedAt));
        });

    [Fact]
    public void Json_Changes_ComeBackAsTheyWere() => Change.Sample(change =>
    {
        var text = JsonSerializer.Serialize(change);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<ContractChange>(text)));
    });

    private static readonly Gen<ContractChange> Change =
        from name in Among("B", "C", null)
        from memo in Among("메모", null)
        from rate in Gen.Int[0, 100_000]
        from hasRate in Gen.Bool
        from payer in Among<Payer?>(Payer.Merchant, Payer.Partner, null)
        from subtract in Among<bool?>(true, false, null)
        from lag in Gen.Int[1, 10]
        from hasCycle in Gen.Bool
        select new ContractChange(name, memo, hasRate ? new Fee.FixedRate(new Rate(rate)) : null, payer, subtract, hasCycle ? Sample.CycleA with { LagDays = lag } : null);

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Contract New() => Contract.Create(Sample.Tenant, new ContractId("A"), Sample.TermsA, Sample.Now).Value;
}
