using System.Net.Http.Json;
using System.Text;

namespace Jeongsan.Popbill.Tests;

/// <summary>Each remaining call of the client against the emulator.</summary>
public sealed class EveryCallTests
{
    private const string Buyer = EmulatorHost.Buyer;
    private const string Supplier = EmulatorHost.Supplier;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Contacts_AddedChangedDeleted_AreWhatTheCompanyHas()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinAsync(Buyer);
        var members = host.Client.Members;
        Assert.False(await members.IsLoginIdUsedAsync("second-one", None));
        await members.AddContactAsync(Buyer, new PopbillContact { Id = "second-one", Password = "password1!", PersonName = "둘째", Tel = "02", Hp = "010", Fax = "03", Email = "b@example.com", SearchRole = 1 }, None);
        Assert.True(await members.IsLoginIdUsedAsync("second-one", None));
        await members.UpdateContactAsync(Buyer, new PopbillContact { Id = "second-one", PersonName = "셋째", SearchRole = 3 }, None);
        var contact = await members.ContactAsync(Buyer, "second-one", None);
        Assert.Equal(("셋째", "02", "010", "03", 3, false), (contact.PersonName, contact.Tel, contact.Hp, contact.Fax, contact.SearchRole, contact.MgrYN));
        await members.UpdateCompanyAsync(Buyer, new PopbillCompany { Ceoname = "새대표", Addr = "부산" }, None);
        var company = await members.CompanyAsync(Buyer, None);
        Assert.Equal(("새대표", "부산", "시험상사"), (company.Ceoname, company.Addr, company.CorpName));
        // What a contact does is in the history under its name.
        await host.Client.ActingAs("second-one").TaxInvoices.RegisterAsync(Buyer, Invoices.Reverse("EC-0"), None);
        Assert.Equal("셋째", (await host.Client.TaxInvoices.LogsAsync(Buyer, InvoiceSide.Recipient, "EC-0", None))[0].ProcContactName);
        await members.DeleteContactAsync(Buyer, "second-one", None);
        Assert.Single(await members.ContactsAsync(Buyer, None));
        await members.QuitAsync(Buyer, "시험이 끝났습니다", None);
        Assert.False(await members.IsMemberAsync(Buyer, None));
    }

    [Fact]
    public async Task Points_BoughtUsedAndPaidBack_AddUp()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        var (points, invoices) = (host.Client.Points, host.Client.TaxInvoices);
        var start = await points.OfMemberAsync(Buyer, None);
        var order = await points.OrderAsync(Buyer, new PaymentForm { SettlerName = "이담당", SettlerEmail = "a@example.com", SettleCost = "50000" }, None);
        Assert.Equal((1, "50000"), ((await points.OrderStateAsync(Buyer, order.SettleCode!, None)).SettleState, (await points.OrderStateAsync(Buyer, order.SettleCode!, None)).SettlePoint));
        Assert.Equal(start, await points.OfMemberAsync(Buyer, None));
        await host.Http.PutAsJsonAsync($"/emulator/payments/{order.SettleCode}", new { });
        await host.Http.PutAsJsonAsync($"/emulator/payments/{order.SettleCode}", new { });
        Assert.Equal(start + 50_000, await points.OfMemberAsync(Buyer, None));

        await invoices.RequestReverseIssueAsync(Buyer, Invoices.Reverse("PT-1"), None);
        await invoices.IssueAsync(Supplier, InvoiceSide.Supplier, "PT-1-S", null, true, None);
        await invoices.SendSmsAsync(Buyer, InvoiceSide.Recipient, "PT-1", "02-1", "010-1", "발행했습니다", None);
        await invoices.SendFaxAsync(Buyer, InvoiceSide.Recipient, "PT-1", "02-1", "02-2", None);
        Assert.Equal(start + 50_000 - 100 - 20 - 70, await points.OfMemberAsync(Buyer, None));

        var refund = await points.RefundAsync(Buyer, new RefundForm { ContactName = "이담당", Tel = "02", RequestPoint = "1000", AccountBank = "국민", AccountNum = "123", AccountName = "이담당" }, None);
        Assert.Equal("1000", (await points.RefundStateAsync(Buyer, refund.RefundCode!, None)).RequestPoint);
        Assert.Single((await points.RefundHistoryAsync(Buyer, 1, 10, None)).List);
        Assert.Equal(-10010023, (await Assert.ThrowsAsync<PopbillException>(() => points.RefundAsync(Buyer, new RefundForm { ContactName = "이", Tel = "02", RequestPoint = "999999999", AccountBank = "국민", AccountNum = "123", AccountName = "이" }, None))).Code);

        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(9));
        var uses = (await points.UseHistoryAsync(Buyer, today.AddDays(-1), today.AddDays(1), 1, 10, None)).List;
        Assert.Equal(["-1000", "-70", "-20", "-100", "50000"], uses.Select(u => u.TxPoint));
        Assert.Equal([0, 160, 150, 110, 0], uses.Select(u => u.ItemCode));
        Assert.Equal((await points.OfMemberAsync(Buyer, None)).ToString(System.Globalization.CultureInfo.InvariantCulture), uses[0].Balance);
        Assert.Equal("이담당", (await points.PaymentHistoryAsync(Buyer, today.AddDays(-1), today.AddDays(1), 1, 10, None)).List.Single().SettlerName);
        Assert.Equal(await points.OfMemberAsync(Buyer, None), await points.RefundableAsync(Buyer, None));
        Assert.Equal((await points.OfMemberAsync(Buyer, None)).ToString(System.Globalization.CultureInfo.InvariantCulture), (await points.TotalAsync(Buyer, None)).TotalPoint);
        Assert.Equal(10_000_000, await points.OfPartnerAsync(Buyer, None));
    }

    [Theory]
    [InlineData(PopbillProduct.TaxInvoice)]
    [InlineData(PopbillProduct.BusinessState)]
    [InlineData(PopbillProduct.BusinessInformation)]
    [InlineData(PopbillProduct.AccountHolder)]
    [InlineData(PopbillProduct.Depositor)]
    public async Task Prices_OfEachProduct_AreTold(PopbillProduct product)
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinAsync(Buyer);
        Assert.Equal(100m, await host.Client.Points.UnitCostAsync(Buyer, product, None));
        Assert.Equal(("100", "연동", "종량제"), Tuple(await host.Client.Points.ChargeAsync(Buyer, product, None)));
    }

    [Fact]
    public async Task Pages_AllOfThem_Open()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        var invoices = host.Client.TaxInvoices;
        await invoices.RequestReverseIssueAsync(Buyer, Invoices.Reverse("PG-1"), None);
        await invoices.IssueAsync(Supplier, InvoiceSide.Supplier, "PG-1-S", null, true, None);
        List<Uri> pages = [await host.Client.Points.PartnerChargePageAsync(Buyer, None), await invoices.MassPrintPageAsync(Buyer, InvoiceSide.Recipient, ["PG-1"], None)];
        foreach (var page in Enum.GetValues<PopbillPage>()) pages.Add(await host.Client.Members.PageAsync(Buyer, page, None));
        foreach (var box in Enum.GetValues<InvoiceBox>()) pages.Add(await invoices.BoxPageAsync(Buyer, box, None));
        foreach (var page in Enum.GetValues<InvoicePage>()) pages.Add(await invoices.PageAsync(Buyer, InvoiceSide.Recipient, "PG-1", page, None));
        foreach (var page in pages) Assert.True((await host.Http.GetAsync(page)).IsSuccessStatusCode, page.Query[..20]);
        using var pdf = await host.Http.GetAsync(await invoices.PageAsync(Buyer, InvoiceSide.Recipient, "PG-1", InvoicePage.Pdf, None));
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<svg", await host.Http.GetStringAsync(await invoices.PageAsync(Buyer, InvoiceSide.Recipient, "PG-1", InvoicePage.RecipientPrint, None)), StringComparison.Ordinal);
        Assert.True((await invoices.FindAsync(Buyer, InvoiceSide.Recipient, "PG-1", None))!.OpenYN);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pdf_GrantedOrNot_IsADocumentOrARefusal(bool isGranted)
    {
        await using var host = await EmulatorHost.StartAsync(o => o with { GrantsPdf = isGranted });
        await host.JoinBothAsync();
        var invoices = host.Client.TaxInvoices;
        await invoices.RegisterAsync(Buyer, Invoices.Reverse("PF-0"), None);
        Assert.Equal(isGranted ? -11010018 : -10010038, (await Assert.ThrowsAsync<PopbillException>(() => invoices.PdfAsync(Buyer, InvoiceSide.Recipient, "PF-0", None))).Code);
        await invoices.RequestReverseIssueAsync(Buyer, Invoices.Reverse("PF-1"), None);
        if (!isGranted) return;
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(await invoices.PdfAsync(Buyer, InvoiceSide.Recipient, "PF-1", None)), StringComparison.Ordinal);
        await invoices.IssueAsync(Supplier, InvoiceSide.Supplier, "PF-1-S", null, true, None);
        Assert.True((await invoices.PdfAsync(Supplier, InvoiceSide.Supplier, "PF-1-S", None)).Length > 5_000);
    }

    [Fact]
    public async Task Files_OfADraft_AreAtMostFiveAndOnlyItsWriters()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        var invoices = host.Client.TaxInvoices;
        await invoices.RegisterAsync(Buyer, Invoices.Reverse("FL-1"), None);
        for (var n = 1; n <= 5; n++) await invoices.AttachFileAsync(Buyer, InvoiceSide.Recipient, "FL-1", $"근거 자료 {n}.pdf", Encoding.ASCII.GetBytes("%PDF-1.7"), None);
        Assert.Equal(-11005008, await RefusedAsync(invoices.AttachFileAsync(Buyer, InvoiceSide.Recipient, "FL-1", "여섯.pdf", new byte[1], None)));
        var files = await invoices.FilesAsync(Buyer, InvoiceSide.Recipient, "FL-1", None);
        Assert.Equal(Enumerable.Range(1, 5).Select(n => $"근거 자료 {n}.pdf"), files.Select(f => f.DisplayName));
        await invoices.DeleteFileAsync(Buyer, InvoiceSide.Recipient, "FL-1", files[2].AttachedFile!, None);
        Assert.Equal(-11005005, await RefusedAsync(invoices.DeleteFileAsync(Buyer, InvoiceSide.Recipient, "FL-1", files[2].AttachedFile!, None)));
        Assert.Equal(-11005016, await RefusedAsync(invoices.AttachFileAsync(Buyer, InvoiceSide.Recipient, "FL-1", "go.exe", new byte[1], None)));
        await invoices.RequestAsync(Buyer, "FL-1", null, None);
        Assert.Equal(-11005007, await RefusedAsync(invoices.AttachFileAsync(Buyer, InvoiceSide.Recipient, "FL-1", "late.pdf", new byte[1], None)));
        Assert.Equal(-11005003, await RefusedAsync(invoices.DeleteFileAsync(Buyer, InvoiceSide.Recipient, "FL-1", files[0].AttachedFile!, None)));
        await invoices.AttachStatementAsync(Supplier, InvoiceSide.Supplier, "FL-1-S", 121, "STMT-1", None);
        await invoices.DetachStatementAsync(Supplier, InvoiceSide.Supplier, "FL-1-S", 121, "STMT-1", None);
        Assert.Equal(-11000001, await RefusedAsync(invoices.DetachStatementAsync(Supplier, InvoiceSide.Supplier, "FL-1-S", 121, "STMT-1", None)));
    }

    [Fact]
    public async Task Notices_OnDemandAndWithTheInvoice_AreInTheMailbox()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        var invoices = host.Client.TaxInvoices;
        await invoices.RegisterAsync(Buyer, Invoices.Reverse("NO-1") with { InvoiceeSMSSendYN = true, InvoicerHP = "010-1111" }, None);
        Assert.Equal(-11005014, await RefusedAsync(invoices.SendSmsAsync(Buyer, InvoiceSide.Recipient, "NO-1", "02", "010", "글", None)));
        Assert.Equal(-11005015, await RefusedAsync(invoices.SendFaxAsync(Buyer, InvoiceSide.Recipient, "NO-1", "02", "010", None)));
        await invoices.RequestAsync(Buyer, "NO-1", null, None);
        await invoices.SendEmailAsync(Buyer, InvoiceSide.Recipient, "NO-1", "third@example.com", None);
        await invoices.SendSmsAsync(Buyer, InvoiceSide.Recipient, "NO-1", "02", "010-2222", new string('가', 45), None);
        await invoices.SendFaxAsync(Buyer, InvoiceSide.Recipient, "NO-1", "02", "02-3333", None);
        var mails = (await host.AdminAsync("mails")).EnumerateArray().Select(m => (Kind: m.GetProperty("kind").GetString(), To: m.GetProperty("to").GetString())).Where(m => m.Kind != "WELCOME");
        Assert.Equal([("TAX_REQUEST", "supplier@example.com"), ("SMS", "010-1111"), ("TAX_RESEND", "third@example.com"), ("SMS", "010-2222"), ("FAX", "02-3333")], mails);
        await host.FaultAsync(new { kind = "OutOfPoints", verb = "SMS", times = 1 });
        Assert.Equal(PopbillCodes.PointsTooLow, await RefusedAsync(invoices.SendSmsAsync(Buyer, InvoiceSide.Recipient, "NO-1", "02", "010", "글", None)));
        Assert.False(await invoices.FilesAtOnceAsync(Buyer, None));
        Assert.Empty(await invoices.EmailPublicKeysAsync(Buyer, None));
    }

    [Fact]
    public async Task BusinessInformation_MemberOrNot_IsWhatIsKnown()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinAsync(Buyer, "구매상사");
        var own = await host.Client.Lookups.BusinessInformationAsync(Buyer, Buyer, None);
        Assert.Equal(("구매상사", "김대표", 1, 1, 100), (own.CorpName, own.Ceoname, own.PersonCorpCode, own.CloseDownState, own.Result));
        var closed = await host.Client.Lookups.BusinessInformationAsync(Buyer, "1109812343", None);
        Assert.Equal((200, 2, "20240101"), (closed.CorpCode, closed.CloseDownState, closed.CloseDownStateDate));
        Assert.Null((await host.Client.Lookups.BusinessInformationAsync(Buyer, "1234567890", None)).CorpName);
        Assert.Equal(-17100003, await RefusedAsync(host.Client.Lookups.BusinessInformationAsync(Buyer, "12", None)));
    }

    [Fact]
    public async Task Search_EachCondition_Narrows()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        var invoices = host.Client.TaxInvoices;
        await invoices.RegisterAndIssueAsync(Supplier, Invoices.Forward("SR-1") with { ForceIssue = true, InvoicerTaxRegID = "0001" }, None);
        await invoices.RequestReverseIssueAsync(Buyer, Invoices.Reverse("SR-2"), None);
        var free = Invoices.Forward("SR-3") with { TaxType = "면세", TaxTotal = "0", TotalAmount = "100000", DetailList = null };
        await invoices.RegisterAsync(Supplier, free, None);
        var all = new TaxinvoiceSearch { DType = "W", From = new DateOnly(2025, 11, 1), To = new DateOnly(2025, 11, 30), IsAscending = true };
        async Task<string> FoundAsync(TaxinvoiceSearch search) => string.Join(' ', (await invoices.SearchAsync(Supplier, InvoiceSide.Supplier, search, None)).List.Select(i => i.InvoicerMgtKey));
        Assert.Equal("SR-1 SR-2-S SR-3", await FoundAsync(all));
        Assert.Equal("SR-3 SR-2-S SR-1", await FoundAsync(all with { IsAscending = false }));
        Assert.Equal("SR-1", await FoundAsync(all with { States = ["30*"] }));
        Assert.Equal("SR-2-S", await FoundAsync(all with { IssueTypes = ["R"] }));
        Assert.Equal("SR-3", await FoundAsync(all with { TaxTypes = ["N"] }));
        Assert.Equal("SR-1", await FoundAsync(all with { TaxRegIDType = "S", HasTaxRegID = true, TaxRegIDs = ["0001", "0002"] }));
        Assert.Equal("SR-1", await FoundAsync(all with { LateOnly = true }));
        Assert.Equal("", await FoundAsync(all with { Types = ["M"] }));
        Assert.Equal("", await FoundAsync(all with { RegTypes = ["H"] }));
        Assert.Equal("SR-1", await FoundAsync(all with { CloseDownStates = ["1"] }));
        Assert.Equal("SR-1 SR-2-S SR-3", await FoundAsync(all with { Text = "구매 상사".Replace(" ", "", StringComparison.Ordinal), InterOPYN = false }));
        Assert.Equal("SR-2-S", await FoundAsync(all with { DocumentKeyPart = "R-2" }));
        Assert.Equal("SR-2-S", await FoundAsync(all with { Page = 2, PerPage = 1 }));
        var itemKey = (await invoices.FindAsync(Supplier, InvoiceSide.Supplier, "SR-3", None))!.ItemKey;
        Assert.Equal("SR-3", (await invoices.DetailByItemKeyAsync(Supplier, itemKey, None)).InvoicerMgtKey);
    }

    private static async Task<int?> RefusedAsync(Task call) => (await Assert.ThrowsAsync<PopbillException>(() => call)).Code;

    private static (string?, string?, string?) Tuple(PopbillCharge charge) => (charge.UnitCost, charge.ChargeMethod, charge.RateSystem);
}
