using Jeongsan.Application.Rehearsals;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Partners;
using Jeongsan.Server.Api.Policies;
using Jeongsan.Server.Api.Transfers;

namespace Jeongsan.Server.Api.Operations;

/// <summary>Rehearsals between the wire and the application.</summary>
internal static class RehearsalMapping
{
    public static Outcome<RuleChange> Read(SettlementRuleChange change)
    {
        var contracts = Each("contracts", change.Contracts, one => one.Id, one => ContractId.From(one.Id), one => ContractEndpoints.Read(one.Update));
        var discounts = Each("discountSharePolicies", change.DiscountSharePolicies, one => one.Id, one => DiscountSharePolicyId.From(one.Id), one => DiscountSharePolicyEndpoints.Read(one.Update));
        var fees = Each("additionalFeePolicies", change.AdditionalFeePolicies, one => one.Id, one => AdditionalFeePolicyId.From(one.Id), one => AdditionalFeePolicyEndpoints.Read(one.Update));
        var partners = Each("partners", change.Partners, one => one.Id, one => PartnerId.From(one.Id), Read);
        if ((contracts.Refusal ?? discounts.Refusal ?? fees.Refusal ?? partners.Refusal) is { } refusal)
        {
            return refusal;
        }

        var settings = change.Settings ?? new RehearsedSettings();
        return new RuleChange(
            contracts.Value,
            discounts.Value,
            fees.Value,
            partners.Value,
            change.Formulas is { } formulas ? FormulaMapping.Read(formulas) : null,
            settings.SettlementAmountType is { } type ? Code.Of(type).As<Domain.Payouts.SettlementAmountType>() : null,
            settings.DeductWht,
            settings.AdjustSettlementDateAfterHolidayIfEarlier);
    }

    public static RehearsedPartnerView Write(RehearsedPartner partner) => new() { PartnerId = partner.Id.Value, Name = partner.Name, Sum = Write(partner.Sum) };

    public static RehearsedSumView Write(RehearsedSum sum) => new()
    {
        Currency = Code.Of(sum.Currency).As<CurrencyCode>(),
        ChangedCount = sum.ChangedCount,
        MovedCount = sum.MovedCount,
        RefusedCount = sum.RefusedCount,
        Before = Write(sum.Before),
        After = Write(sum.After),
        Difference = sum.Difference.Value,
    };

    public static RehearsedSettlementView Write(RehearsedSettlement settlement) => new()
    {
        Type = Code.Of(settlement.Key.Kind).As<PlatformTransferType>(),
        ContractId = settlement.Key.ContractId?.Value,
        SettlementDate = settlement.Key.SettlementDate,
        Currency = Code.Of(settlement.Key.Currency).As<CurrencyCode>(),
        Before = new RehearsedSettlementSide { TransferCount = settlement.BeforeCount, Amounts = Write(settlement.Before) },
        After = new RehearsedSettlementSide { TransferCount = settlement.AfterCount, Amounts = Write(settlement.After) },
    };

    public static RehearsedTransferView Write(RehearsedTransfer transfer) => new()
    {
        TransferId = transfer.Transfer.Id.Value,
        Type = Code.Of(transfer.Transfer.Kind).As<PlatformTransferType>(),
        PaymentId = transfer.Transfer.PaymentId?.Value,
        Before = Write(transfer.Before),
        After = transfer.After is { } after ? Write(after) : null,
        Problem = transfer.Problem is { } problem && TransferRefusals.Of(problem) is var error ? new RehearsalProblem { Type = ApiError.KindOf(error.GetType()).Type, Message = error.Message } : null,
    };

    private static RehearsedSideView Write(RehearsedSide side) => new()
    {
        TransferCount = side.TransferCount,
        Amounts = Write(side.Amounts),
        Payout = side.Payout is { } payout
            ? new PayoutAmountsView
            {
                Supply = payout.Supply.Value,
                TaxFree = payout.TaxFree.Value,
                Vat = payout.Vat.Value,
                IncomeTax = payout.IncomeTax.Value,
                LocalIncomeTax = payout.LocalIncomeTax.Value,
                Payout = payout.Payout.Value,
            }
            : null,
    };

    private static RehearsedTransferSide Write(TransferSide side) => new() { ContractId = side.ContractId?.Value, SettlementDate = side.SettlementDate, Amounts = Write(side.Amounts) };

    internal static SignedAmountsView Write(SettlementAmounts amounts) => new()
    {
        Order = amounts.Order.Value,
        DiscountShare = amounts.DiscountShare.Value,
        PlatformFee = amounts.PlatformFee.Value,
        PlatformFeeVat = amounts.PlatformFeeVat.Value,
        AdditionalFee = amounts.AdditionalFee.Value,
        AdditionalFeeVat = amounts.AdditionalFeeVat.Value,
        PaymentVatBurden = amounts.PaymentVatBurden.Value,
        Settlement = amounts.Settlement.Value,
        SettlementTaxFree = amounts.SettlementTaxFree.Value,
    };

    private static Outcome<PartnerRuleChange> Read(RehearsedPartnerChange partner) =>
        (partner.Type is { } type ? PartnerReading.Read(type) : default).Then<PartnerRuleChange>(known =>
            new PartnerRuleChange(partner.DefaultContractId is { } contract ? ContractId.From(contract) : null, known));

    private static Outcome<IReadOnlyDictionary<TId, TChange>> Each<TGiven, TId, TChange>(
        string field, IReadOnlyList<TGiven>? given, Func<TGiven, string> nameOf, Func<TGiven, TId> idOf, Func<TGiven, Outcome<TChange>> read) where TId : notnull
    {
        var changes = new Dictionary<TId, TChange>();
        foreach (var one in given ?? [])
        {
            var change = read(one);
            if (change.IsRefused)
            {
                return change.Refusal;
            }
            if (!changes.TryAdd(idOf(one), change.Value))
            {
                return new RequestRefusal($"change.{field}", $"{nameOf(one)}가 두 번 있어요. 한 번만 적어 주세요.");
            }
        }

        return changes;
    }
}
