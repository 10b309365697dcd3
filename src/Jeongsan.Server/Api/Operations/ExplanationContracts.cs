using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Operations;

internal enum ExplanationStepKind
{
    Order,
    Discount,
    DiscountShare,
    Payment,
    PaymentVatBurden,
    PlatformFee,
    PlatformFeeVat,
    AdditionalFee,
    AdditionalFeeVat,
    Settlement,
    SettlementTaxFree,
    UserDefined,
    Cancellation,
    Manual,
    SettlementDate,
}

internal enum ExplanationPolicyType
{
    Contract,
    DiscountSharePolicy,
    AdditionalFeePolicy,
}

internal sealed record ExplanationPolicy
{
    public required ExplanationPolicyType Type { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Since when the terms hold that the transfer copied.</summary>
    public required DateTimeOffset AppliedAt { get; init; }
}

internal sealed record ExplanationInput
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>A decimal number, exact.</summary>
    public required string Value { get; init; }
}

internal sealed record ExplanationFormula
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string Expression { get; init; }

    public required IReadOnlyList<ExplanationInput> Inputs { get; init; }

    /// <summary>The expression with the inputs in their places.</summary>
    public required string Substituted { get; init; }

    /// <summary>Before rounding.</summary>
    public required string Exact { get; init; }

    public required FormulaRounding Rounding { get; init; }
}

internal sealed record ExplanationStep
{
    public required ExplanationStepKind Kind { get; init; }

    /// <summary>Of an order line; absent for the order itself.</summary>
    public string? ProductId { get; init; }

    public required string Title { get; init; }

    /// <summary>For people, in Korean.</summary>
    public required string Sentence { get; init; }

    public long? Amount { get; init; }

    public ExplanationFormula? Formula { get; init; }

    public ExplanationPolicy? Policy { get; init; }
}

internal sealed record TransferExplanation
{
    public required string TransferId { get; init; }

    /// <summary>0 for the formulas that hold while a platform sets none.</summary>
    public required int FormulaVersion { get; init; }

    public DateTimeOffset? FormulasApplyFrom { get; init; }

    public required string Sentence { get; init; }

    /// <summary>True when calculating it again gives the stored amounts.</summary>
    public required bool IsReproduced { get; init; }

    public required IReadOnlyList<ExplanationStep> Steps { get; init; }
}

internal sealed record GetTransferExplanationResponse
{
    public required TransferExplanation Explanation { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PlatformTransferNotFoundError))]
internal sealed class GetTransferExplanationError;
