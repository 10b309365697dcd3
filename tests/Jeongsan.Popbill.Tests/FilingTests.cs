using System.Net.Http.Json;
using Jeongsan.Popbill.Emulator.Filing;

namespace Jeongsan.Popbill.Tests;

public sealed class FilingTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    // 관공서의 공휴일에 관한 규정: substitutes and long holidays of 2023, 2025 and 2026.
    [Theory]
    [InlineData("2025-02-28", "2025-03-04")] // 1 March on a Saturday: substitute on Monday the 3rd
    [InlineData("2025-05-02", "2025-05-07")] // 5 May is 어린이날 and 부처님 오신 날: substitute on the 6th
    [InlineData("2025-10-02", "2025-10-10")] // 개천절, 추석 with a substitute on the 8th, 한글날
    [InlineData("2026-04-30", "2026-05-04")] // 노동절
    [InlineData("2026-07-16", "2026-07-20")] // 제헌절
    [InlineData("2026-10-02", "2026-10-06")] // 3 October on a Saturday: substitute on Monday the 5th
    [InlineData("2025-01-24", "2025-01-31")] // 27 January 2025 was named a holiday by the government before 설날
    [InlineData("2025-06-02", "2025-06-04")] // election of the president
    [InlineData("2026-06-02", "2026-06-04")] // local elections
    [InlineData("2026-09-23", "2026-09-28")] // 추석 on a Friday to Saturday has no substitute for the Saturday
    public void After_Holidays_IsTheNextOpenDay(string day, string next) =>
        Assert.Equal(DateOnly.Parse(next, System.Globalization.CultureInfo.InvariantCulture), KoreanBusinessDays.After(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(EmulatorHost.Supplier, "0", null, "ERR001")]
    [InlineData(EmulatorHost.Buyer, "0", null, "ERR002")]
    [InlineData(EmulatorHost.Supplier, "2", "20251001", "ERR009")]
    public async Task File_UnregisteredOrClosedParty_FailsWithTheOfficesCode(string number, string state, string? stateDate, string code)
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.SetClockAsync(new DateTimeOffset(2025, 11, 28, 10, 0, 0, TimeSpan.FromHours(9)));
        await host.JoinBothAsync();
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("N-1"), None);
        await host.Client.TaxInvoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "N-1-S", null, false, None);
        await host.Http.PutAsJsonAsync($"/emulator/businesses/{number}", new { state, stateDate });
        await host.SetClockAsync(new DateTimeOffset(2025, 12, 1, 15, 0, 0, TimeSpan.FromHours(9)));
        var info = (await host.Client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "N-1", None))!;
        Assert.Equal((305, code), (info.StateCode, info.NtssendErrCode));
        Assert.Contains((await host.AdminAsync("mails")).EnumerateArray(), m => m.GetProperty("kind").GetString() == "TAX_NTSFAIL_INVOICER");
    }

    [Theory]
    [InlineData("면세", "0", "100000", "0301")]
    [InlineData("영세", "0", "100000", "0102")]
    public async Task File_WithoutTax_IsTheRightKindOfDocument(string taxType, string tax, string total, string typeCode)
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.SetClockAsync(new DateTimeOffset(2025, 11, 28, 10, 0, 0, TimeSpan.FromHours(9)));
        await host.JoinBothAsync();
        var form = Invoices.Reverse("N-2") with { TaxType = taxType, TaxTotal = tax, TotalAmount = total };
        form = form with { DetailList = [form.DetailList![0] with { Tax = null }] };
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, form, None);
        await host.Client.TaxInvoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "N-2-S", null, false, None);
        await host.SetClockAsync(new DateTimeOffset(2025, 12, 1, 15, 0, 0, TimeSpan.FromHours(9)));
        Assert.Equal(304, (await host.Client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "N-2", None))!.StateCode);
        Assert.Contains($"<TypeCode>{typeCode}</TypeCode>", await host.Client.TaxInvoices.XmlAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "N-2", None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_DayNamedAHoliday_WaitsForTheNext()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.SetClockAsync(new DateTimeOffset(2025, 11, 28, 10, 0, 0, TimeSpan.FromHours(9)));
        await host.JoinBothAsync();
        await host.Http.PutAsJsonAsync("/emulator/holidays", (string[])["2025-12-01"]);
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("N-5"), None);
        await host.Client.TaxInvoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "N-5-S", null, false, None);
        await host.SetClockAsync(new DateTimeOffset(2025, 12, 1, 18, 0, 0, TimeSpan.FromHours(9)));
        Assert.Equal(300, (await host.Client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "N-5", None))!.StateCode);
        await host.SetClockAsync(new DateTimeOffset(2025, 12, 2, 15, 0, 0, TimeSpan.FromHours(9)));
        Assert.Equal(304, (await host.Client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "N-5", None))!.StateCode);
    }

    [Fact]
    public async Task Request_Amendment_IsRefusedBecauseItCannotBeReverseIssued()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        var amendment = Invoices.Reverse("N-6") with { ModifyCode = 2, OrgNTSConfirmNum = new string('1', 24) };
        Assert.Equal(PopbillCodes.AmendmentNotReversible, (await Assert.ThrowsAsync<PopbillException>(() => host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, amendment, None))).Code);
    }

    [Fact]
    public async Task File_AmendmentOfAFiledInvoice_IsAcceptedAndOfAnUnknownOneRefused()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.SetClockAsync(new DateTimeOffset(2025, 11, 28, 10, 0, 0, TimeSpan.FromHours(9)));
        await host.JoinBothAsync();
        var invoices = host.Client.TaxInvoices;
        var issued = await invoices.RegisterAndIssueAsync(EmulatorHost.Supplier, Invoices.Forward("N-3"), None);
        var back = Invoices.Forward("N-4") with
        {
            ModifyCode = 4,
            OrgNTSConfirmNum = issued.NtsConfirmNum,
            SupplyCostTotal = "-100000",
            TaxTotal = "-10000",
            TotalAmount = "-110000",
            Remark1 = "20251124",
            DetailList = [new TaxinvoiceLine { SerialNum = 1, PurchaseDT = "20251124", ItemName = "계약 해제", SupplyCost = "-100000", Tax = "-10000" }],
        };
        Assert.Equal(PopbillCodes.OriginalNotFiled, (await Assert.ThrowsAsync<PopbillException>(() => invoices.RegisterAndIssueAsync(EmulatorHost.Supplier, back, None))).Code);
        await host.SetClockAsync(new DateTimeOffset(2025, 12, 1, 15, 0, 0, TimeSpan.FromHours(9)));
        Assert.Equal(-11001055, (await Assert.ThrowsAsync<PopbillException>(() => invoices.RegisterAndIssueAsync(EmulatorHost.Supplier, back with { OrgNTSConfirmNum = new string('1', 24) }, None))).Code);
        await invoices.RegisterAndIssueAsync(EmulatorHost.Supplier, back, None);
        await host.SetClockAsync(new DateTimeOffset(2025, 12, 2, 15, 0, 0, TimeSpan.FromHours(9)));
        Assert.Equal("SUC001", (await invoices.FindAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "N-4", None))!.NtssendErrCode);
    }
}
