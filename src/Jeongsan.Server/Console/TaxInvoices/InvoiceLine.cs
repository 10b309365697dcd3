using System.Globalization;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Server.Console.TaxInvoices;

/// <summary>A line of the form, as typed. Quantity × unit price gives the amount, and the amount its tax, until somebody types another.</summary>
public sealed class InvoiceLine
{
    /// <summary>Name of a part of the line, by which a problem finds its place.</summary>
    public const string DatePart = "date", NamePart = "name", SpecPart = "spec", QuantityPart = "quantity", UnitPart = "unit", SupplyPart = "supply", TaxPart = "tax", RemarkPart = "remark";

    /// <summary>Decimal places that the form takes.</summary>
    private const int ScaleMax = 2;

    /// <summary>What a hundred lines may sum up to.</summary>
    private const long AmountMax = Won.Limit / 200;

    public InvoiceLine()
    {
    }

    /// <param name="writeDate">A line of that day moves with it.</param>
    public InvoiceLine(TaxInvoiceItem item, DateOnly writeDate)
    {
        (Date, Name, Spec, Remark) = (item.PurchaseDate == writeDate ? null : item.PurchaseDate, item.Name ?? "", item.Spec ?? "", item.Remark ?? "");
        (Quantity, Unit) = (Text(item.Quantity), Text(item.UnitCost));
        Supply = item.SupplyCost is { } supply ? Digits(supply) : "";
        Tax = item.Tax is { } tax ? Digits(tax) : "";
    }

    /// <summary>월, 일; null: the write date.</summary>
    public DateOnly? Date { get; set; }

    public string Name { get; set; } = "";

    public string Spec { get; set; } = "";

    public string Quantity { get; set; } = "";

    public string Unit { get; set; } = "";

    public string Supply { get; set; } = "";

    public string Tax { get; set; } = "";

    public string Remark { get; set; } = "";

    public bool IsEmpty => new[] { Name, Spec, Quantity, Unit, Supply, Tax, Remark }.All(text => text.Trim().Length == 0);

    /// <summary>Null while nothing that can be read stands there.</summary>
    public Won? SupplyAmount => Amount(Supply);

    public Won? TaxAmount => Amount(Tax);

    /// <summary>After quantity or unit price changed: the amount, the fraction of a won cut off (국고금 관리법 제47조), and its tax.</summary>
    public void Multiply(bool hasTax)
    {
        if (Scaled(Quantity) is not { } quantity || Scaled(Unit) is not { } unit)
            return;
        var product = (Int128)quantity.Unscaled * unit.Unscaled;
        for (var scale = quantity.Scale + unit.Scale; scale > 0; scale--)
            product /= 10;
        if (Int128.Abs(product) > AmountMax)
            return;
        Supply = Digits(new Won((long)product));
        Reckon(hasTax);
    }

    /// <summary>After the amount or the kind of tax changed: the tax of 10 %.</summary>
    public void Reckon(bool hasTax) => Tax = hasTax && SupplyAmount is { } supply ? Digits(Vat.OnTopOf(supply, Rounding.Floor)) : "";

    /// <summary>Part → what is wrong with it. An empty line has nothing wrong.</summary>
    public IEnumerable<(string Part, string Problem)> Check(bool hasTax)
    {
        if (IsEmpty)
            yield break;
        if (Name.Trim().Length == 0)
            yield return (NamePart, "품목을 적어 주세요.");
        if (Name.Trim().Length > TaxInvoiceLimits.ItemNameLengthMax)
            yield return (NamePart, $"품목은 {TaxInvoiceLimits.ItemNameLengthMax}자까지 적을 수 있어요.");
        if (Spec.Trim().Length > TaxInvoiceLimits.ItemSpecLengthMax)
            yield return (SpecPart, $"규격은 {TaxInvoiceLimits.ItemSpecLengthMax}자까지 적을 수 있어요.");
        if (Remark.Trim().Length > TaxInvoiceLimits.ItemRemarkLengthMax)
            yield return (RemarkPart, $"비고는 {TaxInvoiceLimits.ItemRemarkLengthMax}자까지 적을 수 있어요.");
        if (Quantity.Trim().Length > 0 && Scaled(Quantity) is null)
            yield return (QuantityPart, $"숫자로 적어 주세요. 소수는 {ScaleMax}자리까지예요.");
        if (Unit.Trim().Length > 0 && Scaled(Unit) is null)
            yield return (UnitPart, $"숫자로 적어 주세요. 소수는 {ScaleMax}자리까지예요.");
        if (SupplyAmount is null)
            yield return (SupplyPart, "공급가액을 원 단위 숫자로 적어 주세요.");
        if (hasTax && TaxAmount is null)
            yield return (TaxPart, "세액을 원 단위 숫자로 적어 주세요.");
    }

    public TaxInvoiceItem Item(DateOnly writeDate, bool hasTax) => new(
        Date ?? writeDate, Name.Trim(), Or(Spec), Scaled(Quantity), Scaled(Unit), SupplyAmount, hasTax ? TaxAmount : Won.Zero, Or(Remark));

    private static string? Or(string text) => text.Trim() is { Length: > 0 } given ? given : null;

    private static Won? Amount(string text) =>
        long.TryParse(Plain(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var won) && Math.Abs((decimal)won) <= AmountMax ? new Won(won) : null;

    private static ScaledNumber? Scaled(string text)
    {
        var plain = Plain(text);
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var scale = point < 0 ? 0 : plain.Length - point - 1;
        return scale <= ScaleMax && (point < 0 || scale > 0)
            && long.TryParse(point < 0 ? plain : plain.Remove(point, 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unscaled) && Math.Abs((decimal)unscaled) <= AmountMax
                ? new ScaledNumber(unscaled, scale)
                : null;
    }

    private static string Plain(string text) => text.Replace(",", "", StringComparison.Ordinal).Trim();

    private static string Digits(Won amount) => amount.Value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Text(ScaledNumber? number)
    {
        if (number is not { } given)
            return "";
        if (given.Scale == 0)
            return given.Unscaled.ToString("#,0", CultureInfo.InvariantCulture);
        var digits = Math.Abs((decimal)given.Unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(given.Scale + 1, '0');
        return (given.Unscaled < 0 ? "-" : "") + digits.Insert(digits.Length - given.Scale, ".");
    }
}
