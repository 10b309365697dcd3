namespace Jeongsan.Etax;

/// <summary>Totals, tax and payment means.</summary>
internal static class EtaxAmountChecks
{
    private const string Summation = "TaxInvoiceTradeSettlement/SpecifiedMonetarySummation";
    private const string PaymentPath = "TaxInvoiceTradeSettlement/SpecifiedPaymentMeans";

    /// <summary>The smallest supply, in won, whose tax is at least one won.</summary>
    private const long TaxedSupplyMin = 10;

    public static void Check(EtaxInvoice invoice, EtaxProblemList found)
    {
        found.Amount(invoice.SupplyTotal, new(null, "공급가액 합계", Summation, "ChargeTotalAmount"));
        found.Amount(invoice.TaxTotal, new(null, "세액 합계", Summation, "TaxTotalAmount"));
        found.Amount(invoice.GrandTotal, new(null, "합계금액", Summation, "GrandTotalAmount"));
        if ((Int128)invoice.SupplyTotal + invoice.TaxTotal != invoice.GrandTotal)
            found.Error(EtaxProblemCode.GrandTotalWrong, "합계금액", $"{Summation}/GrandTotalAmount", "합계금액이 공급가액과 세액의 합과 다릅니다.", null);
        CheckTax(invoice, found);
        CheckPayments(invoice, found);
    }

    private static void CheckTax(EtaxInvoice invoice, EtaxProblemList found)
    {
        const string path = $"{Summation}/TaxTotalAmount";
        if (Math.Sign(invoice.SupplyTotal) * Math.Sign(invoice.TaxTotal) < 0)
            found.Error(EtaxProblemCode.SignsDiffer, "세액 합계", path, "공급가액과 세액의 부호가 다릅니다.", "ERR007");
        if (invoice.AmendmentReason is EtaxAmendmentReason.Returned or EtaxAmendmentReason.ContractRescinded
            && (invoice.SupplyTotal > 0 || invoice.TaxTotal > 0))
            found.Error(EtaxProblemCode.AmendmentNotNegative, "공급가액 합계", $"{Summation}/ChargeTotalAmount", "환입과 계약의 해제는 금액이 음수여야 합니다.", "ERR007");
        var isWithoutTax = invoice.Kind.IsTaxFree() || invoice.Class.IsZeroRated();
        if (isWithoutTax && invoice.TaxTotal != 0)
            found.Error(EtaxProblemCode.TaxUnexpected, "세액 합계", path, "면세와 영세율에는 세액이 있을 수 없습니다.", null);
        if (!isWithoutTax && invoice.TaxTotal == 0 && invoice.SupplyTotal is >= TaxedSupplyMin or <= -TaxedSupplyMin)
            found.Error(EtaxProblemCode.TaxMissing, "세액 합계", path, "과세 세금계산서에 세액이 없습니다. 영세율이라면 종류를 바꿔 주세요.", null);
    }

    private static void CheckPayments(EtaxInvoice invoice, EtaxProblemList found)
    {
        if (invoice.Payments.Count == 0) return;
        if (invoice.Payments.Count > EtaxLimits.PaymentCountMax)
            found.Error(EtaxProblemCode.TooMany, "결제방법", PaymentPath, "결제방법은 4개까지 쓸 수 있습니다.");
        foreach (var payment in invoice.Payments)
        {
            found.Amount(payment.Amount, new(null, "결제금액", PaymentPath, "PaidAmount"));
            if (!Enum.IsDefined(payment.Kind))
                found.Error(EtaxProblemCode.PaymentKindUnknown, "결제방법", $"{PaymentPath}/TypeCode", "표준에 없는 결제방법입니다.");
        }
        Int128 sum = 0;
        foreach (var payment in invoice.Payments) sum += payment.Amount;
        if (sum != invoice.GrandTotal)
            found.Error(EtaxProblemCode.PaymentsDiffer, "결제방법", PaymentPath, "결제방법별 금액의 합이 합계금액과 다릅니다.", null);
    }
}
