using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Payouts;

/// <summary>정산 금액 취급 기준: whether a settlement already contains the partner's VAT.</summary>
public enum SettlementAmountType
{
    /// <summary>합계금액: it does.</summary>
    Gross = 0,

    /// <summary>공급가액: VAT comes on top of the taxable part.</summary>
    Net = 1,
}

/// <summary>The settings under which a settlement becomes a payout.</summary>
/// <param name="DeductWht">False leaves the withheld tax in the payout, for the person to file.</param>
/// <param name="PaymentDate">Which dated tax rules hold.</param>
public sealed record PayoutRules(SettlementAmountType SettlementAmountType, bool DeductWht, DateOnly PaymentDate);

/// <summary>What one partner's settlements come to in money. Payout = supply + tax-free + VAT − income tax − local income tax.</summary>
public sealed record PayoutAmounts(Won Settlement, Won SettlementTaxFree, Won Supply, Won TaxFree, Won Vat, Won IncomeTax, Won LocalIncomeTax)
{
    /// <summary>What is remitted.</summary>
    public Won Payout => Supply + TaxFree + Vat - IncomeTax - LocalIncomeTax;

    /// <param name="settlement">Net of all chosen settlements.</param>
    /// <param name="taxFree">The tax-free part of <paramref name="settlement"/>.</param>
    public static PayoutAmounts Of(PartnerType type, Won settlement, Won taxFree, PayoutRules rules) => type switch
    {
        PartnerType.Business { ChargesVat: true } => WithVat(settlement, taxFree, rules.SettlementAmountType),
        // An exempt business supplies nothing taxable, whatever the orders said.
        PartnerType.Business { TaxationType: TaxationType.TaxFree } => new(settlement, taxFree, Won.Zero, settlement, Won.Zero, Won.Zero, Won.Zero),
        PartnerType.WhtPayer person => Withheld(person, settlement, taxFree, rules),
        _ => new(settlement, taxFree, settlement - taxFree, taxFree, Won.Zero, Won.Zero, Won.Zero),
    };

    private static PayoutAmounts WithVat(Won settlement, Won taxFree, SettlementAmountType type)
    {
        var taxable = settlement - taxFree;
        var parts = type == SettlementAmountType.Gross
            ? Money.Vat.Inside(taxable)
            : new SupplyAndVat(taxable, Money.Vat.OnTopOf(taxable, Rounding.Floor));
        return new(settlement, taxFree, parts.Supply, taxFree, parts.Vat, Won.Zero, Won.Zero);
    }

    /// <summary>The tax is withheld from all that is paid: 1,000,000 → 967,000; with VAT on top 1,063,700.</summary>
    private static PayoutAmounts Withheld(PartnerType.WhtPayer person, Won settlement, Won taxFree, PayoutRules rules)
    {
        var supply = settlement - taxFree;
        var vat = rules.SettlementAmountType == SettlementAmountType.Net ? Money.Vat.OnTopOf(supply, Rounding.Floor) : Won.Zero;
        var tax = rules.DeductWht ? WithholdingTax.On(settlement + vat, person.Income, rules.PaymentDate) : WithheldTax.None;
        return new(settlement, taxFree, supply, taxFree, vat, tax.IncomeTax, tax.LocalIncomeTax);
    }
}
