using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Operations;

[NotPersonal("The platform's own company.")]
internal sealed record SettlementStatementPlatform
{
    public required string CompanyName { get; init; }

    public required string BusinessRegistrationNumber { get; init; }

    public required string RepresentativeName { get; init; }
}

internal sealed record SettlementStatementLine
{
    public required string PartnerSettlementId { get; init; }

    public required PlatformTransferType Type { get; init; }

    /// <summary>Absent for manual transfers.</summary>
    public string? ContractName { get; init; }

    public required DateOnly SettlementDate { get; init; }

    public DateOnly? StartDateFrom { get; init; }

    /// <summary>Included.</summary>
    public DateOnly? StartDateUntil { get; init; }

    public required int TransferCount { get; init; }

    public required SignedAmountsView Amounts { get; init; }
}

internal sealed record SettlementStatementView
{
    public required string PayoutId { get; init; }

    public required PlatformPayoutStatus Status { get; init; }

    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Absent while the platform has entered no company of its own.</summary>
    public SettlementStatementPlatform? Platform { get; init; }

    public required PlatformPartner Partner { get; init; }

    public required CurrencyCode Currency { get; init; }

    /// <summary>They add up to the settlement amount.</summary>
    public required IReadOnlyList<SettlementStatementLine> Settlements { get; init; }

    public required long SettlementAmount { get; init; }

    public required long SettlementTaxFreeAmount { get; init; }

    /// <summary>Supply + tax-free + VAT − income tax − local income tax.</summary>
    public required PayoutAmountsView Payout { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PayoutNotFoundError))]
internal sealed class GetSettlementStatementError;
