using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Operations;

// 계산 관리: formulas and parameters of the platform.

internal enum FormulaRounding
{
    Floor,
    Ceiling,
    HalfUp,
}

internal enum SettlementParameterScope
{
    Order,
    Product,
}

internal sealed record SettlementFormulaText
{
    /// <summary>+ − * ( ), numbers, variables, FLOOR, CEIL, ROUND, MIN, MAX.</summary>
    public required string Expression { get; init; }

    public required FormulaRounding Rounding { get; init; }
}

internal sealed record UserDefinedFormulaText
{
    /// <summary>The key in amount.userDefinedFormulas; formulas after this one may use it.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string Expression { get; init; }

    public required FormulaRounding Rounding { get; init; }
}

internal sealed record SettlementParameterText
{
    /// <summary>The key in an order's parameters, and in formulas.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>ORDER by default: once for an order. PRODUCT: also for each order line.</summary>
    public SettlementParameterScope? Scope { get; init; }

    /// <summary>Where an order gives none.</summary>
    public required PlatformSettlementParameterValue Default { get; init; }
}

/// <summary>All formulas together. In a request what is absent is the default formula.</summary>
internal sealed record SettlementFormulaSet
{
    public SettlementFormulaText? PlatformFee { get; init; }

    public SettlementFormulaText? DiscountShare { get; init; }

    public SettlementFormulaText? AdditionalFee { get; init; }

    public SettlementFormulaText? Settlement { get; init; }

    public SettlementFormulaText? SettlementTaxFree { get; init; }

    /// <summary>Of the VAT on fees; FLOOR by default.</summary>
    public FormulaRounding? VatRounding { get; init; }

    /// <summary>Evaluated in this order.</summary>
    public IReadOnlyList<UserDefinedFormulaText>? UserDefined { get; init; }

    public IReadOnlyList<SettlementParameterText>? Parameters { get; init; }
}

internal sealed record SettlementFormulaVersionView
{
    /// <summary>0 while the platform has set none.</summary>
    public required int Version { get; init; }

    public DateTimeOffset? AppliesFrom { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>A scheduled one that was called off.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    public string? Memo { get; init; }

    public required SettlementFormulaSet Formulas { get; init; }
}

internal sealed record SettlementVariable
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>In which formulas it may stand.</summary>
    public required IReadOnlyList<SettlementFormulaKind> AllowedIn { get; init; }
}

internal enum SettlementFormulaKind
{
    PlatformFee,
    DiscountShare,
    AdditionalFee,
    Settlement,
    SettlementTaxFree,
    UserDefined,
}

internal sealed record GetSettlementFormulasResponse
{
    /// <summary>What holds now.</summary>
    public required SettlementFormulaVersionView Current { get; init; }

    /// <summary>What is saved for later.</summary>
    public SettlementFormulaVersionView? Scheduled { get; init; }

    public required IReadOnlyList<SettlementVariable> Variables { get; init; }
}

internal sealed record GetSettlementFormulaVersionsResponse
{
    public required IReadOnlyList<SettlementFormulaVersionView> Items { get; init; }
}

internal sealed record ValidateSettlementFormulasBody
{
    public required SettlementFormulaSet Formulas { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record FormulaMistakeView
{
    /// <summary>platformFee, discountShare, additionalFee, settlement, settlementTaxFree, or the key of a user-defined formula or parameter.</summary>
    public required string Key { get; init; }

    /// <summary>The character of the expression where it is, from 0; absent when it is not in the expression.</summary>
    public int? Position { get; init; }

    /// <summary>A stable name, e.g. OPERAND_MISSING.</summary>
    public required string Reason { get; init; }

    public required string Message { get; init; }
}

internal sealed record ValidateSettlementFormulasResponse
{
    public required bool IsValid { get; init; }

    /// <summary>At most one for each formula and parameter.</summary>
    public required IReadOnlyList<FormulaMistakeView> Mistakes { get; init; }
}

internal sealed record SaveSettlementFormulasBody
{
    public required SettlementFormulaSet Formulas { get; init; }

    /// <summary>The newest version that the author has seen; refused when there is a newer one.</summary>
    public int? BaseVersion { get; init; }

    /// <summary>Now when absent.</summary>
    public DateTimeOffset? ApplyAt { get; init; }

    public string? Memo { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record SettlementFormulaVersionResponse
{
    public required SettlementFormulaVersionView Version { get; init; }
}

internal sealed record TestSettlementFormulasBody
{
    /// <summary>To be tried before they are saved; those that hold when absent.</summary>
    public SettlementFormulaSet? Formulas { get; init; }

    /// <summary>As for registering an order; nothing of it is kept.</summary>
    public required CreatePlatformOrderTransferBody Order { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record TestSettlementFormulasResponse
{
    public required PlatformOrderTransfer Transfer { get; init; }

    public required TransferExplanation Explanation { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class GetSettlementFormulasError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(SettlementFormulaVersionNotFoundError))]
internal sealed class GetSettlementFormulaVersionError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(SettlementFormulasWrongError),
    typeof(SettlementFormulasMovedError), typeof(SettlementFormulasAlreadyScheduledError))]
internal sealed class SaveSettlementFormulasError;

/// <summary>What registering the order may answer, and what saving the formulas may.</summary>
[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformAdditionalFeePoliciesNotFoundError),
    typeof(PlatformAdditionalFixedAmountFeeCurrencyAndSettlementCurrencyMismatchedError),
    typeof(PlatformContractNotFoundError),
    typeof(PlatformContractPlatformFixedAmountFeeCurrencyAndSettlementCurrencyMismatchedError),
    typeof(PlatformCurrencyNotSupportedError),
    typeof(PlatformDiscountSharePoliciesNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(PlatformPaymentNotFoundError),
    typeof(PlatformProductIdDuplicatedError),
    typeof(PlatformSettlementAmountExceededError),
    typeof(PlatformSettlementDateEarlierThanSettlementStartDateError),
    typeof(PlatformSettlementParameterNotFoundError),
    typeof(PlatformSettlementPaymentAmountExceededPortOnePaymentError),
    typeof(PlatformSettlementSupplyWithVatAmountExceededPortOnePaymentError),
    typeof(PlatformSettlementTaxFreeAmountExceededPortOnePaymentError),
    typeof(PlatformTransferAlreadyExistsError),
    typeof(PlatformTransferIdAlreadyUsedError),
    typeof(PlatformUserDefinedPropertyNotFoundError),
    typeof(UnauthorizedError),
    typeof(SettlementFormulasWrongError))]
internal sealed class TestSettlementFormulasError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(SettlementFormulaVersionNotFoundError), typeof(SettlementFormulasAlreadyAppliedError))]
internal sealed class CancelSettlementFormulasError;

[ErrorType("SETTLEMENT_FORMULA_VERSION_NOT_FOUND", 404, "그 버전의 계산식이 없어요. 버전을 확인해 주세요.")]
internal sealed record SettlementFormulaVersionNotFoundError : ApiError;

[ErrorType("SETTLEMENT_FORMULAS_WRONG", 400, "고쳐야 할 계산식이 있어요. mistakes의 자리와 이유를 확인해 주세요.")]
internal sealed record SettlementFormulasWrongError : ApiError
{
    public required IReadOnlyList<FormulaMistakeView> Mistakes { get; init; }
}

[ErrorType("SETTLEMENT_FORMULAS_MOVED", 409, "그사이 다른 사람이 계산식을 바꿨어요. 새 버전을 확인하고 다시 저장해 주세요.")]
internal sealed record SettlementFormulasMovedError : ApiError
{
    public required int NewestVersion { get; init; }
}

[ErrorType("SETTLEMENT_FORMULAS_ALREADY_SCHEDULED", 409, "이미 예약한 계산식이 있어요. 그 예약을 취소하고 다시 저장해 주세요.")]
internal sealed record SettlementFormulasAlreadyScheduledError : ApiError
{
    public required int Version { get; init; }

    public required DateTimeOffset AppliesFrom { get; init; }
}

[ErrorType("SETTLEMENT_FORMULAS_ALREADY_APPLIED", 409, "이미 적용된 계산식은 취소할 수 없어요. 새 버전을 저장해 주세요.")]
internal sealed record SettlementFormulasAlreadyAppliedError : ApiError;
