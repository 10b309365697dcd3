namespace Jeongsan.Popbill.Tests;

/// <summary>Invoice forms with invented data.</summary>
internal static class Invoices
{
    public static TaxinvoiceForm Reverse(string key, string writeDate = "20251124") => new()
    {
        WriteDate = writeDate,
        IssueType = "역발행",
        ChargeDirection = "역과금",
        PurposeType = "청구",
        TaxType = "과세",
        SupplyCostTotal = "100000",
        TaxTotal = "10000",
        TotalAmount = "110000",
        InvoicerCorpNum = EmulatorHost.Supplier,
        InvoicerMgtKey = key + "-S",
        InvoicerCorpName = "공급상사",
        InvoicerCEOName = "김공급",
        InvoicerEmail = "supplier@example.com",
        InvoiceeType = "사업자",
        InvoiceeCorpNum = EmulatorHost.Buyer,
        InvoiceeMgtKey = key,
        InvoiceeCorpName = "구매상사",
        InvoiceeCEOName = "이매입",
        InvoiceeEmail1 = "buyer@example.com",
        DetailList = [new TaxinvoiceLine { SerialNum = 1, PurchaseDT = writeDate, ItemName = "배송정산", Qty = "1", UnitCost = "100000", SupplyCost = "100000", Tax = "10000" }],
        Memo = "역발행 요청",
    };

    public static TaxinvoiceForm Forward(string key, string writeDate = "20251124") => Reverse(key, writeDate) with
    {
        IssueType = "정발행",
        ChargeDirection = "정과금",
        InvoicerMgtKey = key,
        InvoiceeMgtKey = null,
    };
}
