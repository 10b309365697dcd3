namespace Jeongsan.Popbill.Tests;

/// <summary>Whatever goes wrong on the way, the client says whether it may have been done.</summary>
public sealed class FaultTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("TimeoutAfterWork", PopbillOutcome.Unknown, true)]
    [InlineData("DropMidAnswer", PopbillOutcome.Unknown, true)]
    [InlineData("MalformedJson", PopbillOutcome.Unknown, true)]
    [InlineData("ServerError", PopbillOutcome.Refused, false)]
    [InlineData("Maintenance", PopbillOutcome.Refused, false)]
    public async Task Request_UnderFault_SaysWhatIsKnownAndFindTellsTheTruth(string kind, PopbillOutcome outcome, bool wasDone)
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinAsync(EmulatorHost.Buyer);
        await host.JoinAsync(EmulatorHost.Supplier);
        using var client = host.NewClient(TimeSpan.FromSeconds(8));
        Assert.Null(await client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "F-1", None));
        await host.FaultAsync(new { kind, verb = "REQUEST", times = 1 });
        var failed = await Assert.ThrowsAsync<PopbillException>(() => client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("F-1"), None));
        Assert.Equal(outcome, failed.Outcome);
        Assert.Equal(wasDone, await client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "F-1", None) is not null);
    }

    [Fact]
    public async Task Request_AnsweredLate_Succeeds()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinAsync(EmulatorHost.Buyer);
        await host.JoinAsync(EmulatorHost.Supplier);
        await host.FaultAsync(new { kind = "Late", verb = "REQUEST", times = 1, delayMs = 300 });
        Assert.Equal(1, (await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("F-2"), None)).Code);
    }

    [Fact]
    public async Task Call_NobodyListens_IsNotSent()
    {
        using var client = new PopbillClient(
            new PopbillOptions { LinkId = "TESTER", SecretKey = EmulatorHost.Secret, BaseAddress = new("http://127.0.0.1:9"), AuthAddress = new("http://127.0.0.1:9") }, new HttpClient(), TimeProvider.System);
        var failed = await Assert.ThrowsAsync<PopbillException>(() => client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "F-3", None));
        Assert.Equal(PopbillOutcome.NotSent, failed.Outcome);
    }

    [Fact]
    public async Task Issue_OutOfPoints_LeavesTheInvoiceRequested()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("F-4"), None);
        await host.FaultAsync(new { kind = "OutOfPoints", verb = "ISSUE", times = 1 });
        var refused = await Assert.ThrowsAsync<PopbillException>(() => host.Client.TaxInvoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "F-4-S", null, true, None));
        Assert.Equal(PopbillCodes.PointsTooLow, refused.Code);
        Assert.Equal(200, (await host.Client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "F-4", None))!.StateCode);
    }

    [Fact]
    public async Task Filing_NtsRefuses_EndsFailedWithTheCode()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.SetClockAsync(new DateTimeOffset(2025, 11, 28, 10, 0, 0, TimeSpan.FromHours(9)));
        await host.JoinBothAsync();
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("F-5"), None);
        await host.Client.TaxInvoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "F-5-S", null, false, None);
        await host.FaultAsync(new { kind = "NtsRefusal", times = 1, ntsCode = "ERR002" });
        await host.SetClockAsync(new DateTimeOffset(2025, 12, 1, 15, 0, 1, TimeSpan.FromHours(9)));
        var info = (await host.Client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "F-5", None))!;
        Assert.Equal((305, "ERR002"), (info.StateCode, info.NtssendErrCode));
        await host.Client.TaxInvoices.DeleteAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "F-5", None);
    }

    [Fact]
    public async Task Chance_SameSeed_HitsTheSameCalls()
    {
        async Task<string> RunAsync()
        {
            await using var host = await EmulatorHost.StartAsync();
            await host.JoinAsync(EmulatorHost.Buyer);
            await host.Client.Members.CompanyAsync(EmulatorHost.Buyer, None);
            await host.FaultAsync(new { kind = "ServerError", pathContains = "/CorpInfo", percent = 50 });
            var hits = "";
            for (var i = 0; i < 20; i++)
            {
                try
                {
                    await host.Client.Members.CompanyAsync(EmulatorHost.Buyer, None);
                    hits += ".";
                }
                catch (PopbillException)
                {
                    hits += "x";
                }
            }
            return hits;
        }

        var first = await RunAsync();
        Assert.Contains('x', first);
        Assert.Contains('.', first);
        Assert.Equal(first, await RunAsync());
    }
}
