namespace Jeongsan.Popbill.Tests;

public sealed class ContentRuleTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string, int> Rows() => new()
    {
        // in the order in which they are checked; codes from Popbill's published table
        { "no-date", -11001001 }, { "bad-date", -11001103 }, { "no-type", -11001003 }, { "bad-type", -11001011 }, { "no-purpose", -11001004 }, { "no-tax", -11001005 },
        { "charge", -11001006 }, { "modify", -11001054 }, { "caller", -11001131 }, { "supplier-number", -11001014 }, { "supplier-name", -11001015 }, { "foreigner", -11001007 },
        { "recipient-number", -11001061 }, { "no-key", -11001036 }, { "key-form", -11001121 }, { "sum", -11001044 }, { "sign", -11001045 }, { "free-tax", -11001072 }, { "zero-tax", -11001034 },
        { "ten-percent", -11001133 }, { "cash", -11001046 }, { "line-number", -11001048 }, { "line-twice", -11001105 }, { "quantity", -11001050 }, { "line-tax", -11001073 },
        { "line-100", -11001047 }, { "remark", -11001100 }, { "used", -11001039 },
    };

    [Fact]
    public async Task Request_BrokenContent_IsRefusedWithItsCode()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinAsync(EmulatorHost.Buyer);
        await host.JoinAsync(EmulatorHost.Supplier);
        var good = Invoices.Reverse("CR-0");
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, good, None);
        // Around our client, which would not send some of them.
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Buyer);
        foreach (var row in Rows())
        {
            var (name, code) = row.Data;
            var form = Broken(name, Invoices.Reverse("CR-1") with { InvoicerMgtKey = null });
            var refused = await raw.PostAsync(bearer, "/Taxinvoice", null, System.Text.Json.JsonSerializer.Serialize(form, PopbillJson.Options), null);
            Assert.True(refused.Code == code, $"{name}: expected {code}, got {refused.Code}");
        }
    }

    private static TaxinvoiceForm Broken(string how, TaxinvoiceForm f) => how switch
    {
        "no-date" => f with { WriteDate = null },
        "bad-date" => f with { WriteDate = "20251340" },
        "no-type" => f with { IssueType = null },
        "bad-type" => f with { IssueType = "순발행" },
        "no-purpose" => f with { PurposeType = null },
        "no-tax" => f with { TaxType = null },
        "charge" => f with { IssueType = "정발행" },
        "modify" => f with { ModifyCode = 2 },
        "caller" => f with { InvoiceeCorpNum = "1238198766" },
        "supplier-number" => f with { InvoicerCorpNum = "1234567890" },
        "supplier-name" => f with { InvoicerCorpName = null },
        "foreigner" => f with { InvoiceeType = "외국인", InvoiceeCorpNum = "9999999999999", IssueType = "정발행", ChargeDirection = "정과금", InvoicerCorpNum = EmulatorHost.Buyer, InvoicerMgtKey = "X" },
        "recipient-number" => f with { InvoiceeCorpNum = "9999999999999", IssueType = "정발행", ChargeDirection = "정과금", InvoicerCorpNum = EmulatorHost.Buyer, InvoicerMgtKey = "X" },
        "no-key" => f with { InvoiceeMgtKey = null },
        "key-form" => f with { InvoiceeMgtKey = "한글" },
        "sum" => f with { TotalAmount = "110001" },
        "sign" => f with { SupplyCostTotal = "100000", TaxTotal = "-10000", TotalAmount = "90000" },
        "free-tax" => f with { TaxType = "면세" },
        "zero-tax" => f with { TaxType = "영세" },
        "ten-percent" => f with { TaxTotal = "8999", TotalAmount = "108999" },
        "cash" => f with { Cash = "1" },
        "line-number" => f with { DetailList = [new TaxinvoiceLine { SerialNum = 100 }] },
        "line-twice" => f with { DetailList = [new TaxinvoiceLine { SerialNum = 1 }, new TaxinvoiceLine { SerialNum = 1 }] },
        "quantity" => f with { DetailList = [new TaxinvoiceLine { SerialNum = 1, Qty = "1.234" }] },
        "line-tax" => f with { DetailList = [new TaxinvoiceLine { SerialNum = 1, Tax = "9999" }] },
        "line-100" => f with { DetailList = [.. Enumerable.Range(1, 100).Select(n => new TaxinvoiceLine { SerialNum = n })] },
        "remark" => f with { Remark1 = new string('가', 151) },
        "used" => f with { InvoiceeMgtKey = "CR-0" },
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };
}
