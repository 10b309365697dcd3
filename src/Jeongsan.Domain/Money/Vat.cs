namespace Jeongsan.Domain.Money;

/// <summary>Value added tax, 10 % (부가가치세법 제30조).</summary>
public static class Vat
{
    public static readonly Rate Rate = Rate.OfPercent(10);

    /// <summary>The tax that comes on top of a fee or a supply amount.</summary>
    public static Won OnTopOf(Won supply, Rounding rounding) => supply.Multiply(Rate, rounding);

    /// <summary>Takes a total that contains the tax apart: supply is the total ÷ 1.1, half up; the tax is the rest, so that both add up.</summary>
    public static SupplyAndVat Inside(Won total)
    {
        var supply = total.MultiplyDivide(10, 11, Rounding.HalfUp);
        return new SupplyAndVat(supply, total - supply);
    }
}

public readonly record struct SupplyAndVat(Won Supply, Won Vat)
{
    public Won Total => Supply + Vat;
}
