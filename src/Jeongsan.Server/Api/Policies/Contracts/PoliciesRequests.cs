namespace Jeongsan.Server.Api.Contracts;

internal sealed record CreatePlatformAdditionalFeePolicyBody
{
    public string? Id { get; init; }

    public required string Name { get; init; }

    public required PlatformFeeInput Fee { get; init; }

    public string? Memo { get; init; }

    public required PlatformPayer VatPayer { get; init; }
}

internal sealed record CreatePlatformContractBody
{
    public string? Id { get; init; }

    public required string Name { get; init; }

    public string? Memo { get; init; }

    public required PlatformFeeInput PlatformFee { get; init; }

    public required PlatformSettlementCycleInput SettlementCycle { get; init; }

    public required PlatformPayer PlatformFeeVatPayer { get; init; }

    public required bool SubtractPaymentVatAmount { get; init; }

    /// <summary>Ours, not PortOne's. True: payouts of its settlements wait until the NTS has their invoices. Absent: false.</summary>
    public bool? PaysAfterInvoice { get; init; }
}

internal sealed record CreatePlatformDiscountSharePolicyBody
{
    public string? Id { get; init; }

    public required string Name { get; init; }

    public required int PartnerShareRate { get; init; }

    public string? Memo { get; init; }
}

internal sealed record GetPlatformAdditionalFeePoliciesBody
{
    public PageInput? Page { get; init; }

    public PlatformAdditionalFeePolicyFilterInput? Filter { get; init; }
}

internal sealed record GetPlatformContractsBody
{
    public PageInput? Page { get; init; }

    public PlatformContractFilterInput? Filter { get; init; }
}

internal sealed record GetPlatformDiscountSharePoliciesBody
{
    public PageInput? Page { get; init; }

    public PlatformDiscountSharePolicyFilterInput? Filter { get; init; }
}

internal sealed record PlatformAdditionalFeePolicyFilterInput
{
    public bool? IsArchived { get; init; }

    public IReadOnlyList<PlatformPayer>? VatPayers { get; init; }

    public PlatformAdditionalFeePolicyFilterInputKeyword? Keyword { get; init; }
}

internal sealed record PlatformAdditionalFeePolicyFilterInputKeyword
{
    public string? Name { get; init; }

    public string? Id { get; init; }

    public string? Fee { get; init; }
}

internal sealed record PlatformContractFilterInput
{
    public IReadOnlyList<PlatformPayer>? PlatformFeePayers { get; init; }

    public IReadOnlyList<PlatformSettlementCycleType>? CycleTypes { get; init; }

    public IReadOnlyList<PlatformSettlementCycleDatePolicy>? DatePolicies { get; init; }

    public bool? IsArchived { get; init; }

    public PlatformContractFilterInputKeyword? Keyword { get; init; }
}

internal sealed record PlatformContractFilterInputKeyword
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}

internal sealed record PlatformDiscountSharePolicyFilterInput
{
    public bool? IsArchived { get; init; }

    public IReadOnlyList<int>? PartnerShareRates { get; init; }

    public PlatformDiscountSharePolicyFilterInputKeyword? Keyword { get; init; }
}

internal sealed record PlatformDiscountSharePolicyFilterInputKeyword
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}

internal sealed record PlatformFeeInput
{
    public int? FixedRate { get; init; }

    public long? FixedAmount { get; init; }
}

internal sealed record PlatformSettlementCycleInput
{
    public required int LagDays { get; init; }

    public required PlatformSettlementCycleDatePolicy DatePolicy { get; init; }

    public required PlatformSettlementCycleMethodInput Method { get; init; }
}

internal sealed record PlatformSettlementCycleMethodDailyInput;

internal sealed record PlatformSettlementCycleMethodInput
{
    public PlatformSettlementCycleMethodDailyInput? Daily { get; init; }

    public PlatformSettlementCycleMethodWeeklyInput? Weekly { get; init; }

    public PlatformSettlementCycleMethodMonthlyInput? Monthly { get; init; }

    public PlatformSettlementCycleMethodManualDatesInput? ManualDates { get; init; }
}

internal sealed record PlatformSettlementCycleMethodManualDatesInput
{
    public required IReadOnlyList<MonthDay> Dates { get; init; }
}

internal sealed record PlatformSettlementCycleMethodMonthlyInput
{
    public required IReadOnlyList<int> DaysOfMonth { get; init; }
}

internal sealed record PlatformSettlementCycleMethodWeeklyInput
{
    public required IReadOnlyList<Weekday> DaysOfWeek { get; init; }
}

internal sealed record ReschedulePlatformAdditionalFeePolicyBody
{
    public required UpdatePlatformAdditionalFeePolicyBody Update { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }
}

internal sealed record ReschedulePlatformContractBody
{
    public required UpdatePlatformContractBody Update { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }
}

internal sealed record ReschedulePlatformDiscountSharePolicyBody
{
    public required UpdatePlatformDiscountSharePolicyBody Update { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }
}

internal sealed record SchedulePlatformAdditionalFeePolicyBody
{
    public required UpdatePlatformAdditionalFeePolicyBody Update { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }
}

internal sealed record SchedulePlatformContractBody
{
    public required UpdatePlatformContractBody Update { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }
}

internal sealed record SchedulePlatformDiscountSharePolicyBody
{
    public required UpdatePlatformDiscountSharePolicyBody Update { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }
}

internal sealed record UpdatePlatformAdditionalFeePolicyBody
{
    public PlatformFeeInput? Fee { get; init; }

    public string? Name { get; init; }

    public string? Memo { get; init; }

    public PlatformPayer? VatPayer { get; init; }
}

internal sealed record UpdatePlatformContractBody
{
    public string? Name { get; init; }

    public string? Memo { get; init; }

    public PlatformFeeInput? PlatformFee { get; init; }

    public PlatformSettlementCycleInput? SettlementCycle { get; init; }

    public PlatformPayer? PlatformFeeVatPayer { get; init; }

    public bool? SubtractPaymentVatAmount { get; init; }

    /// <summary>Ours, not PortOne's. True: payouts of its settlements wait until the NTS has their invoices.</summary>
    public bool? PaysAfterInvoice { get; init; }
}

internal sealed record UpdatePlatformDiscountSharePolicyBody
{
    public string? Name { get; init; }

    public int? PartnerShareRate { get; init; }

    public string? Memo { get; init; }
}
