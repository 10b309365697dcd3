using System.Diagnostics;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Policies;

/// <summary>Contracts and policies between the domain and the wire.</summary>
internal static class PolicyMapping
{
    public static PlatformContract Write(Contract contract) => Write(contract.Snapshot(), contract.Mode);

    public static PlatformContract Write(ContractSnapshot contract, Mode mode) => new()
    {
        Id = contract.Id.Value,
        GraphqlId = GraphqlId.Of("PlatformContract", contract.Id.Value),
        Name = contract.Terms.Name,
        Memo = contract.Terms.Memo,
        PlatformFee = Write(contract.Terms.PlatformFee),
        SettlementCycle = Write(contract.Terms.SettlementCycle),
        PlatformFeeVatPayer = Code.Of(contract.Terms.PlatformFeeVatPayer).As<PlatformPayer>(),
        SubtractPaymentVatAmount = contract.Terms.SubtractPaymentVatAmount,
        PaysAfterInvoice = contract.Terms.PaysAfterInvoice,
        IsArchived = contract.IsArchived,
        AppliedAt = contract.AppliedAt,
        IsForTest = mode == Mode.Test,
    };

    public static PlatformAdditionalFeePolicy Write(AdditionalFeePolicy policy) => Write(policy.Snapshot(), policy.Mode);

    public static PlatformAdditionalFeePolicy Write(AdditionalFeeSnapshot policy, Mode mode) => new()
    {
        Id = policy.Id.Value,
        GraphqlId = GraphqlId.Of("PlatformAdditionalFeePolicy", policy.Id.Value),
        Name = policy.Terms.Name,
        Fee = Write(policy.Terms.Fee),
        Memo = policy.Terms.Memo,
        VatPayer = Code.Of(policy.Terms.VatPayer).As<PlatformPayer>(),
        IsArchived = policy.IsArchived,
        AppliedAt = policy.AppliedAt,
        IsForTest = mode == Mode.Test,
    };

    public static PlatformDiscountSharePolicy Write(DiscountSharePolicy policy) => Write(policy.Snapshot(), policy.Mode);

    public static PlatformDiscountSharePolicy Write(DiscountShareSnapshot policy, Mode mode) => new()
    {
        Id = policy.Id.Value,
        GraphqlId = GraphqlId.Of("PlatformDiscountSharePolicy", policy.Id.Value),
        Name = policy.Terms.Name,
        PartnerShareRate = policy.Terms.PartnerShareRate.Per100000,
        Memo = policy.Terms.Memo,
        IsArchived = policy.IsArchived,
        AppliedAt = policy.AppliedAt,
        IsForTest = mode == Mode.Test,
    };

    /// <summary>As it will be once its scheduled change is made.</summary>
    public static PlatformContract WriteScheduled(Contract contract) => Write(contract.SnapshotAt(contract.ScheduledAt!.Value), contract.Mode);

    public static PlatformDiscountSharePolicy WriteScheduled(DiscountSharePolicy policy) => Write(policy.SnapshotAt(policy.ScheduledAt!.Value), policy.Mode);

    public static PlatformAdditionalFeePolicy WriteScheduled(AdditionalFeePolicy policy) => Write(policy.SnapshotAt(policy.ScheduledAt!.Value), policy.Mode);

    public static PlatformFee Write(Fee fee) => fee switch
    {
        Fee.FixedRate rate => new PlatformFixedRateFee { Rate = rate.Rate.Per100000 },
        Fee.FixedAmount amount => new PlatformFixedAmountFee { Amount = amount.Amount.Value },
        _ => throw new UnreachableException(fee.GetType().Name),
    };

    /// <summary>Exactly one of the two ways to state a fee.</summary>
    public static Outcome<Fee> Read(string field, PlatformFeeInput fee) => (fee.FixedRate, fee.FixedAmount) switch
    {
        ({ } rate, null) => PolicyLimits.RateOf($"{field}.fixedRate", rate).Then<Fee>(known => new Fee.FixedRate(known)),
        (null, { } amount) => PolicyLimits.FixedAmountOf($"{field}.fixedAmount", amount),
        _ => new RequestRefusal(field, "fixedRate와 fixedAmount 가운데 하나만 적어 주세요."),
    };

    public static Outcome<SettlementCycle> Read(string field, PlatformSettlementCycleInput cycle) =>
        Read($"{field}.method", cycle.Method).Then<SettlementCycle>(method =>
            new SettlementCycle(cycle.LagDays, Code.Of(cycle.DatePolicy).As<SettlementDatePolicy>(), method));

    private static PlatformSettlementCycle Write(SettlementCycle cycle) => new()
    {
        LagDays = cycle.LagDays,
        DatePolicy = Code.Of(cycle.DatePolicy).As<PlatformSettlementCycleDatePolicy>(),
        Method = cycle.Method switch
        {
            SettlementCycleMethod.Daily => new PlatformSettlementCycleMethodDaily(),
            SettlementCycleMethod.Weekly weekly => new PlatformSettlementCycleMethodWeekly { DaysOfWeek = [.. weekly.DaysOfWeek.Select(Write)] },
            SettlementCycleMethod.Monthly monthly => new PlatformSettlementCycleMethodMonthly { DaysOfMonth = monthly.DaysOfMonth },
            SettlementCycleMethod.ManualDates manual => new PlatformSettlementCycleMethodManualDates
            {
                Dates = [.. manual.Dates.Select(date => new MonthDay { Month = date.Month, Day = date.Day })],
            },
            _ => throw new UnreachableException(cycle.Method.GetType().Name),
        },
    };

    private static Outcome<SettlementCycleMethod> Read(string field, PlatformSettlementCycleMethodInput method) =>
        (method.Daily, method.Weekly, method.Monthly, method.ManualDates) switch
        {
            ({ }, null, null, null) => new SettlementCycleMethod.Daily(),
            (null, { } weekly, null, null) => new SettlementCycleMethod.Weekly([.. weekly.DaysOfWeek.Distinct().Select(Read)]),
            (null, null, { } monthly, null) => new SettlementCycleMethod.Monthly([.. monthly.DaysOfMonth.Distinct()]),
            (null, null, null, { } manual) => new SettlementCycleMethod.ManualDates([.. manual.Dates.Select(date => new MonthAndDay(date.Month, date.Day)).Distinct()]),
            _ => new RequestRefusal(field, "daily, weekly, monthly, manualDates 가운데 하나만 적어 주세요."),
        };

    private static Weekday Write(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => Weekday.Mon,
        DayOfWeek.Tuesday => Weekday.Tue,
        DayOfWeek.Wednesday => Weekday.Wed,
        DayOfWeek.Thursday => Weekday.Thu,
        DayOfWeek.Friday => Weekday.Fri,
        DayOfWeek.Saturday => Weekday.Sat,
        DayOfWeek.Sunday => Weekday.Sun,
        _ => throw new UnreachableException(day.ToString()),
    };

    private static DayOfWeek Read(Weekday day) => day switch
    {
        Weekday.Mon => DayOfWeek.Monday,
        Weekday.Tue => DayOfWeek.Tuesday,
        Weekday.Wed => DayOfWeek.Wednesday,
        Weekday.Thu => DayOfWeek.Thursday,
        Weekday.Fri => DayOfWeek.Friday,
        Weekday.Sat => DayOfWeek.Saturday,
        Weekday.Sun => DayOfWeek.Sunday,
        _ => throw new UnreachableException(day.ToString()),
    };
}
