namespace Jeongsan.Popbill.Tests;

/// <summary>What breaks a published limit is never sent, and the error names the field.</summary>
public sealed class FieldLimitTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string, PopbillFieldRule, int?> Forms() => new()
    {
        { "writeDate", PopbillFieldRule.BadForm, 8 },
        { "invoicerMgtKey", PopbillFieldRule.TooLong, 24 },
        { "invoiceeMgtKey", PopbillFieldRule.BadCharacter, null },
        { "trusteeMgtKey", PopbillFieldRule.BadCharacter, null },
        { "supplyCostTotal", PopbillFieldRule.TooLong, 18 },
        { "serialNum", PopbillFieldRule.TooLong, 30 },
        { "remark1", PopbillFieldRule.TooLong, 150 },
        { "memo", PopbillFieldRule.TooLong, 200 },
        { "emailSubject", PopbillFieldRule.TooLong, 300 },
        { "orgNTSConfirmNum", PopbillFieldRule.TooLong, 24 },
        { "invoicerCorpName", PopbillFieldRule.TooLong, 200 },
        { "invoicerAddr", PopbillFieldRule.TooLong, 300 },
        { "invoiceeTEL1", PopbillFieldRule.TooLong, 20 },
        { "invoiceeEmail2", PopbillFieldRule.TooLong, 100 },
        { "trusteeBizClass", PopbillFieldRule.TooLong, 100 },
        { "kwon", PopbillFieldRule.BadForm, 32767 },
        { "modifyCode", PopbillFieldRule.BadForm, 6 },
        { "detailList", PopbillFieldRule.TooMany, 99 },
        { "detailList[0].serialNum", PopbillFieldRule.BadForm, 99 },
        { "detailList[1].serialNum", PopbillFieldRule.Repeated, null },
        { "detailList[0].itemName", PopbillFieldRule.TooLong, 100 },
        { "detailList[0].qty", PopbillFieldRule.TooLong, 12 },
        { "addContactList", PopbillFieldRule.TooMany, 5 },
        { "addContactList[0].email", PopbillFieldRule.TooLong, 100 },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Request_FieldBreaksALimit_IsNotSentAndTheErrorNamesIt(string field, PopbillFieldRule rule, int? limit)
    {
        await using var server = new HostileServer(_ => null);
        using var client = server.Client();
        var refused = await Assert.ThrowsAsync<PopbillException>(() => client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Broken(field), None));
        Assert.Equal(new PopbillFieldProblem(field, rule, limit), refused.Field);
        Assert.Equal((PopbillOutcome.Refused, null), (refused.Outcome, refused.Code));
        Assert.Contains(field, refused.Message, StringComparison.Ordinal);
        Assert.Contains(field, refused.AspMessage, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    public static TheoryData<string, string, PopbillFieldRule> Calls() => new()
    {
        { "key 25", "MgtKey", PopbillFieldRule.TooLong },
        { "key empty", "MgtKey", PopbillFieldRule.Missing },
        { "key slash", "MgtKey", PopbillFieldRule.BadCharacter },
        { "memo", "memo", PopbillFieldRule.TooLong },
        { "company", "corpNum", PopbillFieldRule.BadForm },
        { "keys 1001", "mgtKeyList", PopbillFieldRule.TooMany },
        { "print 101", "mgtKeyList", PopbillFieldRule.TooMany },
        { "item key", "itemKey", PopbillFieldRule.BadForm },
        { "search 7 months", "EDate", PopbillFieldRule.TooLong },
        { "search page", "PerPage", PopbillFieldRule.BadForm },
        { "numbers 1001", "corpNumList", PopbillFieldRule.TooMany },
        { "account", "n", PopbillFieldRule.TooLong },
        { "identity", "p", PopbillFieldRule.BadForm },
        { "sms", "contents", PopbillFieldRule.TooLong },
        { "statement", "ItemCode", PopbillFieldRule.BadForm },
        { "file name", "displayName", PopbillFieldRule.BadCharacter },
        { "join id", "ID", PopbillFieldRule.TooShort },
        { "join password", "Password", PopbillFieldRule.TooShort },
        { "contact name", "personName", PopbillFieldRule.TooLong },
        { "company address", "addr", PopbillFieldRule.TooLong },
        { "quit", "quitReason", PopbillFieldRule.TooLong },
        { "bulk 101", "invoices", PopbillFieldRule.TooMany },
        { "bulk 0", "invoices", PopbillFieldRule.Missing },
        { "bulk id", "submitID", PopbillFieldRule.BadCharacter },
        { "bulk id 37", "submitID", PopbillFieldRule.TooLong },
        { "bulk twice", "invoices[1].invoicerMgtKey", PopbillFieldRule.Repeated },
        { "bulk keyless", "invoices[0].invoicerMgtKey", PopbillFieldRule.Missing },
        { "bulk reverse", "invoices[0].issueType", PopbillFieldRule.BadForm },
        { "bulk field", "invoices[0].remark1", PopbillFieldRule.TooLong },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_BreaksALimit_IsNotSentAndTheErrorNamesTheField(string call, string field, PopbillFieldRule rule)
    {
        await using var server = new HostileServer(_ => null);
        using var client = server.Client();
        var refused = await Assert.ThrowsAsync<PopbillException>(() => CallAsync(client, call));
        Assert.Equal((field, rule), (refused.Field?.Field, refused.Field?.Rule));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Request_AtTheLimits_IsTaken()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        var key = new string('K', 24);
        var form = Invoices.Reverse("X") with { InvoiceeMgtKey = key, InvoicerMgtKey = "a-Z_0", Memo = new string('가', 200), Remark1 = new string('비', 150), InvoicerAddr = new string('길', 300), InvoicerCorpName = new string('상', 200) };
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, form, None);
        Assert.Equal(200, (await host.Client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, key, None))!.StateCode);
    }

    private static Task CallAsync(PopbillClient c, string call)
    {
        const string me = EmulatorHost.Supplier;
        var good = Invoices.Forward("B-1");
        var day = new DateOnly(2025, 1, 1);
        var join = new JoinForm { CorpNum = me, CorpName = "a", CEOName = "b", Addr = "c", BizType = "d", BizClass = "e", ID = "abcdef", Password = "12345678", ContactName = "f", ContactEmail = "g", ContactTEL = "h" };
        Task Bulk(string id, params TaxinvoiceForm[] forms) => c.TaxInvoices.SubmitBulkAsync(me, id, forms, false, None);
        return call switch
        {
            "key 25" => c.TaxInvoices.FindAsync(me, InvoiceSide.Supplier, new string('k', 25), None),
            "key empty" => c.TaxInvoices.FindAsync(me, InvoiceSide.Supplier, "", None),
            "key slash" => c.TaxInvoices.DeleteAsync(me, InvoiceSide.Supplier, "a/../b", None),
            "memo" => c.TaxInvoices.RefuseAsync(me, "k", new string('m', 201), None),
            "company" => c.TaxInvoices.FindAsync("123-45-67890", InvoiceSide.Supplier, "k", None),
            "keys 1001" => c.TaxInvoices.FindManyAsync(me, InvoiceSide.Supplier, [.. Enumerable.Range(0, 1001).Select(n => $"k{n}")], None),
            "print 101" => c.TaxInvoices.MassPrintPageAsync(me, InvoiceSide.Supplier, [.. Enumerable.Range(0, 101).Select(n => $"k{n}")], None),
            "item key" => c.TaxInvoices.AssignKeyAsync(me, "12", InvoiceSide.Supplier, "k", None),
            "search 7 months" => c.TaxInvoices.SearchAsync(me, InvoiceSide.Supplier, new TaxinvoiceSearch { DType = "W", From = day, To = day.AddMonths(6).AddDays(1) }, None),
            "search page" => c.TaxInvoices.SearchAsync(me, InvoiceSide.Supplier, new TaxinvoiceSearch { DType = "W", From = day, To = day, PerPage = 1001 }, None),
            "numbers 1001" => c.Lookups.BusinessStatesAsync(me, [.. Enumerable.Repeat(me, 1001)], None),
            "account" => c.Lookups.AccountHolderAsync(me, "0004", new string('1', 31), None),
            "identity" => c.Lookups.DepositorAsync(me, "0004", "12345678", false, "19900101", None),
            "sms" => c.TaxInvoices.SendSmsAsync(me, InvoiceSide.Supplier, "k", "02", "010", new string('가', 46), None),
            "statement" => c.TaxInvoices.AttachStatementAsync(me, InvoiceSide.Supplier, "k", 120, "s", None),
            "file name" => c.TaxInvoices.AttachFileAsync(me, InvoiceSide.Supplier, "k", "a\"b\r\n.pdf", new byte[1], None),
            "join id" => c.Members.JoinAsync(join with { ID = "abcde" }, None),
            "join password" => c.Members.JoinAsync(join with { Password = "1234567" }, None),
            "contact name" => c.Members.UpdateContactAsync(me, new PopbillContact { Id = "x", PersonName = new string('가', 101) }, None),
            "company address" => c.Members.UpdateCompanyAsync(me, new PopbillCompany { Addr = new string('가', 301) }, None),
            "quit" => c.Members.QuitAsync(me, new string('가', 301), None),
            "bulk 101" => Bulk("S-1", [.. Enumerable.Range(0, 101).Select(n => Invoices.Forward($"B-{n}"))]),
            "bulk 0" => Bulk("S-1"),
            "bulk id" => Bulk("S_1", good),
            "bulk id 37" => Bulk(new string('S', 37), good),
            "bulk twice" => Bulk("S-1", good, good),
            "bulk keyless" => Bulk("S-1", good with { InvoicerMgtKey = null }),
            "bulk reverse" => Bulk("S-1", Invoices.Reverse("B-2")),
            "bulk field" => Bulk("S-1", good with { Remark1 = new string('가', 151) }),
            _ => throw new ArgumentOutOfRangeException(nameof(call)),
        };
    }

    private static TaxinvoiceForm Broken(string field)
    {
        var f = Invoices.Reverse("L-1");
        var line = f.DetailList![0];
        static string Long(int n) => new('1', n);
        return field switch
        {
            "writeDate" => f with { WriteDate = "2025-11-24" },
            "invoicerMgtKey" => f with { InvoicerMgtKey = Long(25) },
            "invoiceeMgtKey" => f with { InvoiceeMgtKey = "한글" },
            "trusteeMgtKey" => f with { TrusteeMgtKey = "a b" },
            "supplyCostTotal" => f with { SupplyCostTotal = Long(19) },
            "serialNum" => f with { SerialNum = Long(31) },
            "remark1" => f with { Remark1 = Long(151) },
            "memo" => f with { Memo = Long(201) },
            "emailSubject" => f with { EmailSubject = Long(301) },
            "orgNTSConfirmNum" => f with { OrgNTSConfirmNum = Long(25) },
            "invoicerCorpName" => f with { InvoicerCorpName = Long(201) },
            "invoicerAddr" => f with { InvoicerAddr = Long(301) },
            "invoiceeTEL1" => f with { InvoiceeTEL1 = Long(21) },
            "invoiceeEmail2" => f with { InvoiceeEmail2 = Long(101) },
            "trusteeBizClass" => f with { TrusteeBizClass = Long(101) },
            "kwon" => f with { Kwon = 40_000 },
            "modifyCode" => f with { ModifyCode = 7 },
            "detailList" => f with { DetailList = [.. Enumerable.Range(1, 100).Select(n => line with { SerialNum = n })] },
            "detailList[0].serialNum" => f with { DetailList = [line with { SerialNum = 0 }] },
            "detailList[1].serialNum" => f with { DetailList = [line, line] },
            "detailList[0].itemName" => f with { DetailList = [line with { ItemName = Long(101) }] },
            "detailList[0].qty" => f with { DetailList = [line with { Qty = Long(13) }] },
            "addContactList" => f with { AddContactList = [.. Enumerable.Range(1, 6).Select(n => new TaxinvoiceContact { SerialNum = n, Email = "a@example.com" })] },
            "addContactList[0].email" => f with { AddContactList = [new TaxinvoiceContact { SerialNum = 1, Email = Long(101) }] },
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };
    }
}
