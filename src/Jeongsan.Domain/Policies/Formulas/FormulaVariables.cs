using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Domain.Policies.Formulas;

/// <summary>What a formula decides.</summary>
public enum FormulaKind
{
    PlatformFee = 0,
    DiscountShare,
    AdditionalFee,

    /// <summary>최종 정산 금액.</summary>
    Settlement,

    /// <summary>정산 면세 금액.</summary>
    SettlementTaxFree,
    UserDefined,
}

/// <summary>The names that formulas know, and in which kind of formula each may stand.</summary>
public static class FormulaVariables
{
    public const string FixedRate = "FIXED_RATE";
    public const string FixedAmount = "FIXED_AMOUNT";
    public const string Quantity = "QUANTITY";

    private static readonly FormulaKind[] Final = [FormulaKind.Settlement, FormulaKind.SettlementTaxFree, FormulaKind.UserDefined];
    private static readonly FormulaKind[] Fees = [FormulaKind.PlatformFee, FormulaKind.AdditionalFee];

    private static readonly IReadOnlyDictionary<string, FormulaVariable> All = new FormulaVariable[]
    {
        new("ORDER_AMOUNT", [.. Fees, .. Final], amounts => amounts.Order),
        new("ORDER_TAX_FREE_AMOUNT", [.. Fees, .. Final], amounts => amounts.OrderTaxFree),
        new("PAYMENT_AMOUNT", [.. Fees, .. Final], amounts => amounts.Payment),
        new("PAYMENT_TAX_FREE_AMOUNT", [.. Fees, .. Final], amounts => amounts.PaymentTaxFree),
        new("PAYMENT_VAT", [.. Fees, .. Final], amounts => amounts.PaymentVat),
        new("PAYMENT_VAT_BURDEN", Final, amounts => amounts.PaymentVatBurden),
        new("DISCOUNT_AMOUNT", [.. Fees, FormulaKind.DiscountShare, .. Final], amounts => amounts.Discount),
        new("DISCOUNT_TAX_FREE_AMOUNT", [.. Fees, FormulaKind.DiscountShare, .. Final], amounts => amounts.DiscountTaxFree),
        new("DISCOUNT_SHARE_AMOUNT", [.. Fees, .. Final], amounts => amounts.DiscountShare),
        new("DISCOUNT_SHARE_TAX_FREE_AMOUNT", [.. Fees, .. Final], amounts => amounts.DiscountShareTaxFree),
        new("PLATFORM_FEE_AMOUNT", [FormulaKind.AdditionalFee, .. Final], amounts => amounts.PlatformFee),
        new("PLATFORM_FEE_VAT", [FormulaKind.AdditionalFee, .. Final], amounts => amounts.PlatformFeeVat),
        new("ADDITIONAL_FEE_AMOUNT", Final, amounts => amounts.AdditionalFee),
        new("ADDITIONAL_FEE_VAT", Final, amounts => amounts.AdditionalFeeVat),
        new("SETTLEMENT_AMOUNT", [FormulaKind.UserDefined], amounts => amounts.Settlement),
        new("SETTLEMENT_TAX_FREE_AMOUNT", [FormulaKind.UserDefined], amounts => amounts.SettlementTaxFree),
        new(FixedRate, [.. Fees, FormulaKind.DiscountShare], null),
        new(FixedAmount, Fees, null),
        new(Quantity, [.. Fees, FormulaKind.UserDefined], null),
    }.ToDictionary(variable => variable.Name);

    /// <summary>Null when the name may stand there.</summary>
    public static Refusal? Check(FormulaNode.Variable variable, FormulaKind kind, IReadOnlySet<string> ownNames) =>
        ownNames.Contains(variable.Name) ? null
        : !All.TryGetValue(variable.Name, out var known) ? new FormulaRefusal.VariableUnknown(variable.Position, variable.Name)
        : known.AllowedIn.Contains(kind) ? null
        : new FormulaRefusal.VariableNotAllowed(variable.Position, variable.Name, kind);

    /// <summary>Names that a platform cannot give to its own parameters and formulas.</summary>
    public static bool IsReserved(string name) => All.ContainsKey(name) || name is "FLOOR" or "CEIL" or "ROUND" or "MIN" or "MAX";

    /// <summary>The names that may stand in that kind of formula, for the editor.</summary>
    public static IReadOnlyList<string> AllowedIn(FormulaKind kind) =>
        [.. All.Values.Where(variable => variable.AllowedIn.Contains(kind)).Select(variable => variable.Name)];

    /// <summary>Null when the name is no amount.</summary>
    internal static Func<SettlementAmounts, Won>? AmountOf(string name) => All.TryGetValue(name, out var known) ? known.AmountOf : null;

    private sealed record FormulaVariable(string Name, IReadOnlyList<FormulaKind> AllowedIn, Func<SettlementAmounts, Won>? AmountOf);
}
