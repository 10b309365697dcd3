namespace Jeongsan.Etax;

/// <summary>The items, and that they add up to the totals.</summary>
internal static class EtaxLineChecks
{
    public static void Check(EtaxInvoice invoice, EtaxProblemList found)
    {
        const string path = "TaxInvoiceTradeLineItem";
        if (invoice.Lines.Count is 0 or > EtaxLimits.LineCountMax)
            found.Error(EtaxProblemCode.LineCountWrong, "품목", path, "품목은 1개부터 99개까지 쓸 수 있습니다.");
        Int128 supply = 0, tax = 0;
        for (var i = 0; i < invoice.Lines.Count; i++)
        {
            var line = invoice.Lines[i];
            if (!IsPlain(line)) CheckLine(line, i + 1, found);
            supply += line.SupplyAmount ?? 0;
            tax += line.TaxAmount ?? 0;
        }
        if (supply != invoice.SupplyTotal)
            found.Error(EtaxProblemCode.LinesDiffer, "품목 공급가액", $"{path}/InvoiceAmount", "품목별 공급가액의 합이 공급가액 합계와 다릅니다.", null);
        if (tax != invoice.TaxTotal)
            found.Error(EtaxProblemCode.LinesDiffer, "품목 세액", $"{path}/TotalTax/CalculatedAmount", "품목별 세액의 합이 세액 합계와 다릅니다.", null);
    }

    /// <summary>Whether nothing can be wrong with the line, at a glance: nearly every line is such a one (SigningBenchmarks).</summary>
    private static bool IsPlain(EtaxLine line) =>
        IsPlain(line.Name, EtaxLimits.LineNameMax) && IsPlain(line.Specification, EtaxLimits.SpecificationMax) && IsPlain(line.Remark, EtaxLimits.LineRemarkMax)
        && IsPlain(line.SupplyAmount) && IsPlain(line.TaxAmount) && IsPlain(line.Quantity?.Value) && IsPlain(line.UnitPrice?.Value);

    private static bool IsPlain(string? text, int lengthMax) => text is null || (text.Length <= lengthMax && CanonicalText.IsXmlText(text));

    private static bool IsPlain(long? amount) => amount is null or (<= EtaxLimits.AmountMax and >= -EtaxLimits.AmountMax);

    private static void CheckLine(EtaxLine line, int number, EtaxProblemList found)
    {
        const string path = "TaxInvoiceTradeLineItem";
        found.Text(line.Name, EtaxLimits.LineNameMax, new(null, "품목", path, "NameText", number));
        found.Text(line.Specification, EtaxLimits.SpecificationMax, new(null, "규격", path, "InformationText", number));
        found.Text(line.Remark, EtaxLimits.LineRemarkMax, new(null, "품목 비고", path, "DescriptionText", number));
        found.Amount(line.SupplyAmount, new(null, "품목 공급가액", path, "InvoiceAmount", number));
        found.Amount(line.TaxAmount, new(null, "품목 세액", path, "TotalTax/CalculatedAmount", number));
        found.Amount(line.Quantity?.Value, new(null, "수량", path, "ChargeableUnitQuantity", number));
        found.Amount(line.UnitPrice?.Value, new(null, "단가", path, "UnitPrice/UnitAmount", number));
    }
}
