using System.Text.Json;

namespace Jeongsan.Popbill.Tests;

public sealed class ReverseIssuanceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Issue_RequestedInvoice_IsFiledNextBusinessDayAt15()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.SetClockAsync(new DateTimeOffset(2025, 11, 28, 10, 0, 0, TimeSpan.FromHours(9))); // a Friday
        await host.JoinBothAsync();
        var client = host.Client;

        Assert.Null(await client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "RV-1", None));
        await client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("RV-1"), None);
        Assert.Equal(200, (await client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "RV-1", None))!.StateCode);

        var issued = await client.TaxInvoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "RV-1-S", "승인", false, None);
        Assert.Matches("^20251124 41[0-9]{6} [0-9a-z]{8}$".Replace(" ", "", StringComparison.Ordinal), issued.NtsConfirmNum);
        Assert.Equal("20251128100000"[..12], issued.IssueDT![..12]);

        await host.SetClockAsync(new DateTimeOffset(2025, 12, 1, 14, 59, 0, TimeSpan.FromHours(9)));
        Assert.Equal(300, (await client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "RV-1", None))!.StateCode);
        await host.SetClockAsync(new DateTimeOffset(2025, 12, 1, 15, 0, 0, TimeSpan.FromHours(9)));
        var filed = (await client.TaxInvoices.FindManyAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, ["RV-1", "nothing"], None)).Single();
        Assert.Equal(304, filed.StateCode);
        Assert.Equal("SUC001", filed.NtssendErrCode);
        Assert.Equal("20251201150000", filed.NtssendDT);
        Assert.Equal(issued.NtsConfirmNum, filed.NtsconfirmNum);

        var xml = await client.TaxInvoices.XmlAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "RV-1", None);
        var verified = Etax.EtaxVerifier.Verify(System.Text.Encoding.UTF8.GetBytes(xml));
        Assert.True(verified.IsValid);
        Assert.Contains($"<IssueID>{issued.NtsConfirmNum}</IssueID>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuse_RequestedInvoice_EndsRefusedAndKeyIsFreeAfterDelete()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        var invoices = host.Client.TaxInvoices;
        await invoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("RV-2"), None);
        await invoices.RefuseAsync(EmulatorHost.Supplier, "RV-2-S", "금액이 다릅니다", None);

        var info = (await invoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "RV-2", None))!;
        Assert.Equal(400, info.StateCode);
        Assert.Equal("금액이 다릅니다", info.StateMemo);
        var late = await Assert.ThrowsAsync<PopbillException>(() => invoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "RV-2-S", null, true, None));
        Assert.Equal(PopbillCodes.IssueNotInThisState, late.Code);

        await invoices.DeleteAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "RV-2", None);
        await invoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("RV-2"), None);
        await invoices.CancelRequestAsync(EmulatorHost.Buyer, "RV-2", "다시 요청합니다", None);
        Assert.Equal(500, (await invoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "RV-2", None))!.StateCode);

        var kinds = (await host.AdminAsync("mails")).EnumerateArray().Select(m => m.GetProperty("kind").GetString()).ToList();
        Assert.Equal(["WELCOME", "WELCOME", "TAX_REQUEST", "TAX_REFUSE", "TAX_REQUEST", "TAX_CANCEL_REQUEST"], kinds);
    }

    [Fact]
    public async Task Request_SameKeyTwice_IsRefusedAsUsedKeyAndSentOnce()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        var invoices = host.Client.TaxInvoices;
        var attempts = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            try
            {
                return (await invoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("RV-3"), None)).Code;
            }
            catch (PopbillException e)
            {
                Assert.Equal(PopbillOutcome.Refused, e.Outcome);
                return e.Code!.Value;
            }
        }));
        Assert.Single(attempts, 1);
        Assert.Equal(19, attempts.Count(c => c is PopbillCodes.RecipientKeyUsed or PopbillCodes.SupplierKeyUsed));
        var log = (await host.AdminAsync("requests")).EnumerateArray().Where(r => r.GetProperty("documentKey").ValueKind == JsonValueKind.String && r.GetProperty("documentKey").GetString() == "RV-3").ToList();
        Assert.Equal(20, log.Count);
        Assert.Single(log, r => r.GetProperty("code").GetInt32() == 1);
    }

    [Fact]
    public async Task Restart_InTheMiddle_KeepsDocumentsTokensAndClock()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.SetClockAsync(new DateTimeOffset(2025, 11, 28, 10, 0, 0, TimeSpan.FromHours(9)));
        await host.JoinBothAsync();
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("RV-4"), None);
        await host.RestartAsync();
        await host.Client.TaxInvoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "RV-4-S", null, false, None);
        await host.RestartAsync();
        await host.SetClockAsync(new DateTimeOffset(2025, 12, 2, 9, 0, 0, TimeSpan.FromHours(9)));
        Assert.Equal(304, (await host.Client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "RV-4", None))!.StateCode);
        Assert.Equal(CertificateState.Usable, await host.Client.Certificates.StateAsync(EmulatorHost.Supplier, None));
    }

    [Fact]
    public async Task Issue_RecipientPays_ChargesAndRefundsTheRecipient()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        var client = host.Client;
        var (buyer, supplier) = (await client.Members.PointsAsync(EmulatorHost.Buyer, None), await client.Members.PointsAsync(EmulatorHost.Supplier, None));
        await client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("RV-5"), None);
        await client.TaxInvoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "RV-5-S", null, true, None);
        Assert.Equal(buyer - 100, await client.Members.PointsAsync(EmulatorHost.Buyer, None));
        await client.TaxInvoices.CancelIssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "RV-5-S", "취소", None);
        Assert.Equal(buyer, await client.Members.PointsAsync(EmulatorHost.Buyer, None));
        Assert.Equal(supplier, await client.Members.PointsAsync(EmulatorHost.Supplier, None));
        Assert.Equal(600, (await client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "RV-5", None))!.StateCode);
    }

    [Fact]
    public async Task Issue_AfterTheDeadline_NeedsConsent()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.SetClockAsync(new DateTimeOffset(2025, 12, 11, 10, 0, 0, TimeSpan.FromHours(9)));
        await host.JoinBothAsync();
        var invoices = host.Client.TaxInvoices;
        await invoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("RV-6"), None);
        var refused = await Assert.ThrowsAsync<PopbillException>(() => invoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "RV-6-S", null, false, None));
        Assert.Equal(PopbillCodes.LateIssueNeedsConsent, refused.Code);
        await invoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "RV-6-S", null, true, None);
        Assert.True((await invoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "RV-6", None))!.LateIssueYN);
    }

    [Fact]
    public async Task Request_SupplierIsNoMember_IsRefused()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinAsync(EmulatorHost.Buyer);
        var refused = await Assert.ThrowsAsync<PopbillException>(() => host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("RV-7"), None));
        Assert.Equal(PopbillCodes.NotAMember, refused.Code);
        Assert.Null(await host.Client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "RV-7", None));
    }

    [Fact]
    public async Task AssignKey_RequestWithoutSupplierKey_LetsTheSupplierIssue()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        var invoices = host.Client.TaxInvoices;
        await invoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("RV-8") with { InvoicerMgtKey = null }, None);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var found = await invoices.SearchAsync(EmulatorHost.Supplier, InvoiceSide.Supplier,
            new TaxinvoiceSearch { DType = "R", From = today.AddDays(-1), To = today.AddDays(1), States = ["2**"], IssueTypes = ["R"] }, None);
        var itemKey = Assert.Single(found.List).ItemKey;
        Assert.Equal(18, itemKey.Length);
        await invoices.AssignKeyAsync(EmulatorHost.Supplier, itemKey, InvoiceSide.Supplier, "MINE-1", None);
        Assert.Equal(PopbillCodes.SupplierHasKey, (await Assert.ThrowsAsync<PopbillException>(() => invoices.AssignKeyAsync(EmulatorHost.Supplier, itemKey, InvoiceSide.Supplier, "MINE-2", None))).Code);
        await invoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "MINE-1", null, true, None);
        Assert.Equal(["임시저장", "역발행 요청", "발행"], (await invoices.LogsAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "RV-8", None)).Select(l => l.Log!));
    }
}
