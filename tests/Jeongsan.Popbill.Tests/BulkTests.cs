namespace Jeongsan.Popbill.Tests;

/// <summary>초대량 발행: handed in at once, issued one by one, asked for by its id.</summary>
public sealed class BulkTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Submit_GoodAndBadInvoices_EachHasItsResult()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        var invoices = host.Client.TaxInvoices;
        var points = await host.Client.Points.OfMemberAsync(EmulatorHost.Supplier, None);
        Assert.Null(await invoices.BulkResultAsync(EmulatorHost.Supplier, "SUB-1", None));
        List<TaxinvoiceForm> forms = [.. Enumerable.Range(1, 6).Select(n => Invoices.Forward($"BULK-{n}")), Invoices.Forward("BULK-7") with { TotalAmount = "1" }];
        var receipt = await invoices.SubmitBulkAsync(EmulatorHost.Supplier, "SUB-1", forms, forceIssue: true, None);
        var result = await DoneAsync(invoices, "SUB-1");
        Assert.Equal((7, 6, 1, 2), (result.SubmitCount, result.SuccessCount, result.FailCount, result.TxState));
        Assert.Equal(receipt.ReceiptID, result.ReceiptID);
        Assert.Equal(forms.Select(f => f.InvoicerMgtKey), result.IssueResult.Select(r => r.InvoicerMgtKey));
        Assert.All(result.IssueResult.Take(6), r => Assert.Equal((1, 24), (r.Code, r.NtsconfirmNum!.Length)));
        Assert.Equal(-11001044, result.IssueResult[6].Code);
        Assert.Equal(6, result.IssueResult.Take(6).Select(r => r.NtsconfirmNum).Distinct().Count());
        Assert.Equal(300, (await invoices.FindAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "BULK-6", None))!.StateCode);
        Assert.Null(await invoices.FindAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "BULK-7", None));
        Assert.Equal(points - 600, await host.Client.Points.OfMemberAsync(EmulatorHost.Supplier, None));
        Assert.Equal(PopbillCodes.SubmitIdUsed, (await Assert.ThrowsAsync<PopbillException>(() => invoices.SubmitBulkAsync(EmulatorHost.Supplier, "SUB-1", forms, true, None))).Code);
    }

    [Fact]
    public async Task Submit_StoppedInTheMiddle_GoesOnAndIssuesNoneTwice()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        await host.Client.TaxInvoices.SubmitBulkAsync(EmulatorHost.Supplier, "SUB-2", [.. Enumerable.Range(1, 60).Select(n => Invoices.Forward($"STOP-{n}"))], forceIssue: true, None);
        await host.RestartAsync();
        await host.RestartAsync();
        var result = await DoneAsync(host.Client.TaxInvoices, "SUB-2");
        Assert.Equal((60, 60), (result.SuccessCount, result.IssueResult.Select(r => r.NtsconfirmNum).Distinct().Count()));
        Assert.Equal(60, (await host.AdminAsync("state")).GetProperty("invoices").GetArrayLength());
    }

    [Theory]
    [InlineData("digest", -11010022)]
    [InlineData("json", -11010023)]
    [InlineData("empty", -11010024)]
    [InlineData("101", -11010036)]
    [InlineData("null", -11010043)]
    [InlineData("no type", -11010025)]
    [InlineData("reverse", -11010026)]
    [InlineData("no key", -11010027)]
    [InlineData("another company", -11010028)]
    [InlineData("key twice", -11010029)]
    [InlineData("id", -11010020)]
    [InlineData("no id", -11010019)]
    public async Task Submit_Broken_IsRefusedWithItsCode(string how, int code)
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinAsync(EmulatorHost.Supplier);
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Supplier);
        static string Json(TaxinvoiceForm f) => System.Text.Json.JsonSerializer.Serialize(f, PopbillJson.Options);
        var good = Invoices.Forward("G-1");
        var body = "{\"invoices\":[" + how switch
        {
            "empty" => "",
            "101" => string.Join(',', Enumerable.Range(0, 101).Select(n => Json(Invoices.Forward($"G-{n}")))),
            "null" => "null",
            "no type" => Json(good with { IssueType = null }),
            "reverse" => Json(Invoices.Reverse("G-1")),
            "no key" => Json(good with { InvoicerMgtKey = null }),
            "another company" => Json(good with { InvoicerCorpNum = EmulatorHost.Buyer }),
            "key twice" => Json(good) + "," + Json(good),
            "json" => "{",
            _ => Json(good),
        } + "]}";
        var reply = await raw.BulkAsync(bearer, "/Taxinvoice", how switch { "id" => "A_B", "no id" => "", _ => "SUB" }, body, how == "digest" ? "AAAA" : null);
        Assert.Equal(code, reply.Code);
    }

    private static async Task<BulkResult> DoneAsync(PopbillTaxInvoices invoices, string submitId)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            var result = await invoices.BulkResultAsync(EmulatorHost.Supplier, submitId, limit.Token);
            if (result is { IsDone: true }) return result;
            await Task.Delay(50, limit.Token);
        }
    }
}
