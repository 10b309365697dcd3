using System.Text.Json.Serialization;

namespace Jeongsan.Server.Api.Contracts;

internal sealed record ArchivePlatformAdditionalFeePolicyResponse
{
    public required PlatformAdditionalFeePolicy AdditionalFeePolicy { get; init; }
}

internal sealed record ArchivePlatformContractResponse
{
    public required PlatformContract Contract { get; init; }
}

internal sealed record ArchivePlatformDiscountSharePolicyResponse
{
    public required PlatformDiscountSharePolicy DiscountSharePolicy { get; init; }
}

internal sealed record CancelPlatformAdditionalFeePolicyScheduleResponse;

internal sealed record CancelPlatformContractScheduleResponse;

internal sealed record CancelPlatformDiscountSharePolicyScheduleResponse;

internal sealed record CreatePlatformAdditionalFeePolicyResponse
{
    public required PlatformAdditionalFeePolicy AdditionalFeePolicy { get; init; }
}

internal sealed record CreatePlatformContractResponse
{
    public required PlatformContract Contract { get; init; }
}

internal sealed record CreatePlatformDiscountSharePolicyResponse
{
    public required PlatformDiscountSharePolicy DiscountSharePolicy { get; init; }
}

internal sealed record GetPlatformAdditionalFeePoliciesResponse
{
    public required IReadOnlyList<PlatformAdditionalFeePolicy> Items { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record GetPlatformContractsResponse
{
    public required IReadOnlyList<PlatformContract> Items { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record GetPlatformDiscountSharePoliciesResponse
{
    public required IReadOnlyList<PlatformDiscountSharePolicy> Items { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record PlatformAdditionalFeePolicy
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required string Name { get; init; }

    public required PlatformFee Fee { get; init; }

    public string? Memo { get; init; }

    public required PlatformPayer VatPayer { get; init; }

    public required bool IsArchived { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }

    public required bool IsForTest { get; init; }
}

internal sealed record PlatformContract
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required string Name { get; init; }

    public string? Memo { get; init; }

    public required PlatformFee PlatformFee { get; init; }

    public required PlatformSettlementCycle SettlementCycle { get; init; }

    public required PlatformPayer PlatformFeeVatPayer { get; init; }

    public required bool SubtractPaymentVatAmount { get; init; }

    /// <summary>Ours, not PortOne's. True: a payout waits until the NTS has its invoices.</summary>
    public required bool PaysAfterInvoice { get; init; }

    public required bool IsArchived { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }

    public required bool IsForTest { get; init; }
}

internal sealed record PlatformDiscountSharePolicy
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required string Name { get; init; }

    public required int PartnerShareRate { get; init; }

    public string? Memo { get; init; }

    public required bool IsArchived { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }

    public required bool IsForTest { get; init; }
}

internal sealed record PlatformDiscountSharePolicyFilterOptions
{
    public required IReadOnlyList<int> PartnerShareRates { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlatformFixedAmountFee), "FIXED_AMOUNT")]
[JsonDerivedType(typeof(PlatformFixedRateFee), "FIXED_RATE")]
internal abstract record PlatformFee;

internal sealed record PlatformFixedAmountFee : PlatformFee
{
    public required long Amount { get; init; }
}

internal sealed record PlatformFixedRateFee : PlatformFee
{
    public required int Rate { get; init; }
}

internal sealed record PlatformSettlementCycle
{
    public required int LagDays { get; init; }

    public required PlatformSettlementCycleDatePolicy DatePolicy { get; init; }

    public required PlatformSettlementCycleMethod Method { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlatformSettlementCycleMethodDaily), "DAILY")]
[JsonDerivedType(typeof(PlatformSettlementCycleMethodManualDates), "MANUAL_DATES")]
[JsonDerivedType(typeof(PlatformSettlementCycleMethodMonthly), "MONTHLY")]
[JsonDerivedType(typeof(PlatformSettlementCycleMethodWeekly), "WEEKLY")]
internal abstract record PlatformSettlementCycleMethod;

internal sealed record PlatformSettlementCycleMethodDaily : PlatformSettlementCycleMethod;

internal sealed record PlatformSettlementCycleMethodManualDates : PlatformSettlementCycleMethod
{
    public required IReadOnlyList<MonthDay> Dates { get; init; }
}

internal sealed record PlatformSettlementCycleMethodMonthly : PlatformSettlementCycleMethod
{
    public required IReadOnlyList<int> DaysOfMonth { get; init; }
}

internal sealed record PlatformSettlementCycleMethodWeekly : PlatformSettlementCycleMethod
{
    public required IReadOnlyList<Weekday> DaysOfWeek { get; init; }
}

internal sealed record RecoverPlatformAdditionalFeePolicyResponse
{
    public required PlatformAdditionalFeePolicy AdditionalFeePolicy { get; init; }
}

internal sealed record RecoverPlatformContractResponse
{
    public required PlatformContract Contract { get; init; }
}

internal sealed record RecoverPlatformDiscountSharePolicyResponse
{
    public required PlatformDiscountSharePolicy DiscountSharePolicy { get; init; }
}

internal sealed record ReschedulePlatformAdditionalFeePolicyResponse
{
    public required PlatformAdditionalFeePolicy ScheduledAdditionalFeePolicy { get; init; }
}

internal sealed record ReschedulePlatformContractResponse
{
    public required PlatformContract ScheduledContract { get; init; }
}

internal sealed record ReschedulePlatformDiscountSharePolicyResponse
{
    public required PlatformDiscountSharePolicy ScheduledDiscountSharePolicy { get; init; }
}

internal sealed record SchedulePlatformAdditionalFeePolicyResponse
{
    public required PlatformAdditionalFeePolicy ScheduledAdditionalFeePolicy { get; init; }
}

internal sealed record SchedulePlatformContractResponse
{
    public required PlatformContract ScheduledContract { get; init; }
}

internal sealed record SchedulePlatformDiscountSharePolicyResponse
{
    public required PlatformDiscountSharePolicy ScheduledDiscountSharePolicy { get; init; }
}

internal sealed record UpdatePlatformAdditionalFeePolicyResponse
{
    public required PlatformAdditionalFeePolicy AdditionalFeePolicy { get; init; }
}

internal sealed record UpdatePlatformContractResponse
{
    public required PlatformContract Contract { get; init; }
}

internal sealed record UpdatePlatformDiscountSharePolicyResponse
{
    public required PlatformDiscountSharePolicy DiscountSharePolicy { get; init; }
}
