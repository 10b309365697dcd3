using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Operations;

// 모의 정산: transfers of a period replayed under rules that nobody approved yet.

internal enum SettlementRehearsalBasis
{
    SettlementDate,
    StartDate,
}

internal sealed record SettlementRehearsalPeriod
{
    /// <summary>Included.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Included.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>SETTLEMENT_DATE by default: by which date transfers belong to the period.</summary>
    public SettlementRehearsalBasis? Basis { get; init; }
}

internal sealed record RehearsedContractChange
{
    public required string Id { get; init; }

    public required UpdatePlatformContractBody Update { get; init; }
}

internal sealed record RehearsedDiscountSharePolicyChange
{
    public required string Id { get; init; }

    public required UpdatePlatformDiscountSharePolicyBody Update { get; init; }
}

internal sealed record RehearsedAdditionalFeePolicyChange
{
    public required string Id { get; init; }

    public required UpdatePlatformAdditionalFeePolicyBody Update { get; init; }
}

internal sealed record RehearsedPartnerChange
{
    public required string Id { get; init; }

    /// <summary>For those of the partner's orders that were registered under its default contract.</summary>
    public string? DefaultContractId { get; init; }

    /// <summary>For what the partner's payouts come to.</summary>
    public UpdatePlatformPartnerBodyType? Type { get; init; }
}

/// <summary>Payout rules; what is absent is as the settings say.</summary>
internal sealed record RehearsedSettings
{
    public SettlementAmountType? SettlementAmountType { get; init; }

    public bool? DeductWht { get; init; }

    public bool? AdjustSettlementDateAfterHolidayIfEarlier { get; init; }
}

/// <summary>What is to be different. What is absent stays as each transfer remembers it.</summary>
internal sealed record SettlementRuleChange
{
    public IReadOnlyList<RehearsedContractChange>? Contracts { get; init; }

    public IReadOnlyList<RehearsedDiscountSharePolicyChange>? DiscountSharePolicies { get; init; }

    public IReadOnlyList<RehearsedAdditionalFeePolicyChange>? AdditionalFeePolicies { get; init; }

    public IReadOnlyList<RehearsedPartnerChange>? Partners { get; init; }

    /// <summary>For every order, whatever version it was calculated with.</summary>
    public SettlementFormulaSet? Formulas { get; init; }

    public RehearsedSettings? Settings { get; init; }
}

internal sealed record RehearseSettlementsBody
{
    public required SettlementRehearsalPeriod Period { get; init; }

    public SettlementRuleChange? Change { get; init; }

    /// <summary>Only partners (or transfers) for whom something changes; the totals count all.</summary>
    public bool? IsOnlyChanged { get; init; }

    public PageInput? Page { get; init; }

    public bool? IsForTest { get; init; }
}

/// <summary>With their sign in a settlement: cancellations are negative.</summary>
internal sealed record SignedAmountsView
{
    public required long Order { get; init; }
    public required long DiscountShare { get; init; }
    public required long PlatformFee { get; init; }
    public required long PlatformFeeVat { get; init; }
    public required long AdditionalFee { get; init; }
    public required long AdditionalFeeVat { get; init; }
    public required long PaymentVatBurden { get; init; }
    public required long Settlement { get; init; }
    public required long SettlementTaxFree { get; init; }
}

internal sealed record PayoutAmountsView
{
    public required long Supply { get; init; }
    public required long TaxFree { get; init; }
    public required long Vat { get; init; }
    public required long IncomeTax { get; init; }
    public required long LocalIncomeTax { get; init; }
    public required long Payout { get; init; }
}

internal sealed record RehearsedSideView
{
    public required int TransferCount { get; init; }

    public required SignedAmountsView Amounts { get; init; }

    /// <summary>As if what falls due on one day were paid out together. Absent in currencies that are not remitted.</summary>
    public PayoutAmountsView? Payout { get; init; }
}

internal sealed record RehearsedSumView
{
    public required CurrencyCode Currency { get; init; }

    /// <summary>Transfers with another amount, date or contract, the refused ones included.</summary>
    public required int ChangedCount { get; init; }

    public required int MovedCount { get; init; }

    /// <summary>Transfers that registering would refuse.</summary>
    public required int RefusedCount { get; init; }

    public required RehearsedSideView Before { get; init; }

    public required RehearsedSideView After { get; init; }

    /// <summary>What is paid more; in currencies that are not remitted, what is settled more.</summary>
    public required long Difference { get; init; }
}

internal sealed record RehearsedPartnerView
{
    public required string PartnerId { get; init; }

    public required string Name { get; init; }

    public required RehearsedSumView Sum { get; init; }
}

internal sealed record RehearseSettlementsResponse
{
    /// <summary>One for each currency.</summary>
    public required IReadOnlyList<RehearsedSumView> Totals { get; init; }

    /// <summary>The largest difference first.</summary>
    public required IReadOnlyList<RehearsedPartnerView> Partners { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record RehearsedSettlementSide
{
    public required int TransferCount { get; init; }

    public required SignedAmountsView Amounts { get; init; }
}

/// <summary>A settlement as gathering would open it.</summary>
internal sealed record RehearsedSettlementView
{
    public required PlatformTransferType Type { get; init; }

    public string? ContractId { get; init; }

    public required DateOnly SettlementDate { get; init; }

    public required CurrencyCode Currency { get; init; }

    public required RehearsedSettlementSide Before { get; init; }

    public required RehearsedSettlementSide After { get; init; }
}

internal sealed record RehearsedTransferSide
{
    public string? ContractId { get; init; }

    public required DateOnly SettlementDate { get; init; }

    public required SignedAmountsView Amounts { get; init; }
}

internal sealed record RehearsalProblem
{
    /// <summary>The error that registering would answer.</summary>
    public required string Type { get; init; }

    public required string Message { get; init; }
}

internal sealed record RehearsedTransferView
{
    public required string TransferId { get; init; }

    public required PlatformTransferType Type { get; init; }

    public string? PaymentId { get; init; }

    public required RehearsedTransferSide Before { get; init; }

    /// <summary>Absent when registering would be refused.</summary>
    public RehearsedTransferSide? After { get; init; }

    public RehearsalProblem? Problem { get; init; }
}

internal sealed record RehearsePartnerResponse
{
    public required IReadOnlyList<RehearsedSettlementView> Settlements { get; init; }

    public required IReadOnlyList<RehearsedTransferView> Transfers { get; init; }

    public required PageInfo Page { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(SettlementFormulasWrongError), typeof(PlatformContractNotFoundError),
    typeof(PlatformDiscountSharePolicyNotFoundError), typeof(PlatformAdditionalFeePolicyNotFoundError), typeof(PlatformPartnerNotFoundError), typeof(PlatformInsufficientDataToChangePartnerTypeError))]
internal sealed class RehearseSettlementsError;
