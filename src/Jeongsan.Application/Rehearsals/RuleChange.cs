using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Policies.Formulas;

namespace Jeongsan.Application.Rehearsals;

/// <summary>What of a partner is to be different.</summary>
/// <param name="DefaultContractId">For those of its orders that were registered under its default contract.</param>
/// <param name="Type">For what its payouts come to.</param>
public sealed record PartnerRuleChange(ContractId? DefaultContractId = null, PartnerTypeChange? Type = null);

/// <summary>Rules that are not approved yet. What is empty or null stays as each transfer remembers it, and for payouts as it is now.</summary>
/// <param name="Contracts">Made to the terms that each transfer copied, so that only this change makes the difference.</param>
/// <param name="Formulas">For all orders, whatever version they were calculated with.</param>
public sealed record RuleChange(
    IReadOnlyDictionary<ContractId, ContractChange> Contracts,
    IReadOnlyDictionary<DiscountSharePolicyId, DiscountShareChange> Discounts,
    IReadOnlyDictionary<AdditionalFeePolicyId, AdditionalFeeChange> AdditionalFees,
    IReadOnlyDictionary<PartnerId, PartnerRuleChange> Partners,
    SettlementFormulaTexts? Formulas = null,
    SettlementAmountType? AmountType = null,
    bool? DeductWht = null,
    bool? AdjustAfterHolidayIfEarlier = null)
{
    public static RuleChange None { get; } = new(
        new Dictionary<ContractId, ContractChange>(),
        new Dictionary<DiscountSharePolicyId, DiscountShareChange>(),
        new Dictionary<AdditionalFeePolicyId, AdditionalFeeChange>(),
        new Dictionary<PartnerId, PartnerRuleChange>());

    /// <summary>True if a transfer's amounts or date may come out differently.</summary>
    internal bool TouchesTransfers => Formulas is not null || Contracts.Count > 0 || Discounts.Count > 0 || AdditionalFees.Count > 0 || AdjustAfterHolidayIfEarlier is not null
        || Partners.Values.Any(partner => partner.DefaultContractId is not null);
}

/// <summary>Which transfers are replayed.</summary>
public enum RehearsalBasis
{
    /// <summary>Those whose settlement date falls into the period.</summary>
    SettlementDate = 0,

    /// <summary>Those whose start date does; manual ones have none and go by their settlement date.</summary>
    StartDate,
}

/// <param name="From">Included.</param>
/// <param name="Until">Included.</param>
public sealed record RehearsalPeriod(DateOnly From, DateOnly Until, RehearsalBasis Basis = RehearsalBasis.SettlementDate);

public static class RehearsalLimits
{
    public const int ChangeCountMax = 1_000;

    /// <summary>Partners of which the difference can be paged through; the totals count all.</summary>
    public const int RankedCountMax = 10_000;
}

public abstract record RehearsalRefusal : Refusal
{
    private RehearsalRefusal()
    {
    }

    public sealed record PeriodReversed(DateOnly From, DateOnly Until) : RehearsalRefusal;

    public sealed record TooManyChanges(int Count, int CountMax) : RehearsalRefusal;

    /// <summary>The page lies beyond the partners that are ranked.</summary>
    public sealed record PageTooFar(int CountMax) : RehearsalRefusal;

    /// <summary>What the change names is not there.</summary>
    public sealed record NotFound(string Subject, string Id) : RehearsalRefusal;

    /// <summary>The terms could not be saved either.</summary>
    public sealed record TermsRefused(string Subject, string Id, Refusal Why) : RehearsalRefusal;

    public sealed record FormulasWrong(IReadOnlyList<FormulaMistake> Mistakes) : RehearsalRefusal;
}
