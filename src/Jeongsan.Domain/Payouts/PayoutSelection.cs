using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Settlements;

namespace Jeongsan.Domain.Payouts;

/// <summary>What one partner will get out of the chosen settlements.</summary>
/// <param name="Partner">As it is now: the account may have changed since the settlements were made.</param>
public sealed record PartnerPayable(
    PartnerSnapshot Partner,
    IReadOnlyList<PartnerSettlementId> Settlements,
    Currency Currency,
    PayoutAmounts Amounts,
    string WithdrawalMemo,
    string DepositMemo);

/// <summary>How the money of a payout is to leave.</summary>
public enum PayoutRoute
{
    Remittance,

    /// <summary>Paid outside the system; any currency.</summary>
    ByHand,
}

/// <param name="PlatformName">Printed in the partner's bank book unless a default says otherwise.</param>
public sealed record BankMemoDefaults(string PlatformName, string? Withdrawal, string? Deposit);

/// <summary>Chosen settlements, netted per partner. The dry run that a person sees before confirming is the same.</summary>
public sealed record PayoutSelection(PayoutRules Rules, Currency Currency, IReadOnlyList<PartnerPayable> Partners)
{
    public const int SettlementDateCountMax = 10;

    /// <summary>Nets the settlements of each partner. Refused as a whole if one partner's net is zero or less.</summary>
    /// <param name="partners">Every partner that the settlements name, as it is now.</param>
    public static Outcome<PayoutSelection> Choose(
        IReadOnlyList<PartnerSettlement> chosen,
        IReadOnlyDictionary<PartnerId, PartnerSnapshot> partners,
        PayoutRules rules,
        PayoutRoute route,
        BankMemoDefaults memos)
    {
        if (Check(chosen, route) is { } refusal)
        {
            return refusal;
        }

        PartnerPayable[] payables =
        [
            .. chosen
                .GroupBy(settlement => settlement.PartnerId)
                .OrderBy(group => group.Key.Value, StringComparer.Ordinal)
                .Select(group => Net(partners[group.Key], [.. group], rules, memos)),
        ];
        // Nothing can be remitted, but a person may say that a net of zero is settled.
        var notPositive = payables.Where(payable => payable.Amounts.Payout < Won.Zero || (route == PayoutRoute.Remittance && payable.Amounts.Payout == Won.Zero)).Select(payable => payable.Partner.Id).ToArray();
        return notPositive.Length > 0
            ? new PayoutRefusal.NetNotPositive(notPositive)
            : new PayoutSelection(rules, chosen[0].SettlementCurrency, payables);
    }

    /// <summary>One partner's net, also when it is zero or less (shown in red).</summary>
    public static PartnerPayable Net(PartnerSnapshot partner, IReadOnlyList<PartnerSettlement> settlements, PayoutRules rules, BankMemoDefaults memos) => new(
        partner,
        [.. settlements.Select(settlement => settlement.Id)],
        settlements[0].SettlementCurrency,
        PayoutAmounts.Of(
            partner.Profile.Type,
            settlements.Total(settlement => settlement.SignedSettlement),
            settlements.Total(settlement => settlement.SignedSettlementTaxFree),
            rules),
        BankMemo.Choose(null, memos.Withdrawal, partner.Profile.Name),
        BankMemo.Choose(null, memos.Deposit, memos.PlatformName));

    private static PayoutRefusal? Check(IReadOnlyList<PartnerSettlement> chosen, PayoutRoute route)
    {
        if (chosen.Count == 0)
        {
            return new PayoutRefusal.NothingChosen();
        }

        var duplicated = chosen.CountBy(settlement => settlement.Id).Where(count => count.Value > 1).Select(count => count.Key).ToArray();
        if (duplicated.Length > 0)
        {
            return new PayoutRefusal.SettlementsDuplicated(duplicated);
        }

        var notPayable = chosen.Where(settlement => !PartnerSettlementLifecycle.IsPayable(settlement.Status)).Select(settlement => settlement.Id).ToArray();
        if (notPayable.Length > 0)
        {
            return new PayoutRefusal.SettlementsNotPayable(notPayable);
        }

        var dateCount = chosen.Select(settlement => settlement.SettlementDate).Distinct().Count();
        if (dateCount > SettlementDateCountMax)
        {
            return new PayoutRefusal.TooManySettlementDates(dateCount, SettlementDateCountMax);
        }

        var currencies = chosen.Select(settlement => settlement.SettlementCurrency).Distinct().ToArray();
        return currencies.Length > 1 ? new PayoutRefusal.CurrenciesMixed(currencies[0], currencies[1])
            : route == PayoutRoute.Remittance && currencies[0] != Currency.Krw ? new PayoutRefusal.CurrencyNotPayable(currencies[0])
            : null;
    }
}
