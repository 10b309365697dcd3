using System.Text.Json;

namespace Jeongsan.Popbill.Tests;

/// <summary>What the official SDKs really send and expect, one trap a test.</summary>
public sealed class WireTests
{
    private const string NodeType = "application/json;charset=utf-8";
    private const string PythonType = "application/json; charset=utf8";
    private const string DotNetType = "application/json;";

    [Fact]
    public async Task Token_BothDateForms_AreAccepted()
    {
        await using var host = await JoinedAsync();
        var raw = new RawCaller(host);
        Assert.Equal(200, (await raw.TokenAsync(EmulatorHost.Buyer, milliseconds: true)).Status);
        var reply = await raw.TokenAsync(EmulatorHost.Buyer, milliseconds: false, forwarded: "*");
        Assert.Equal(200, reply.Status);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", reply.Json.GetProperty("expiration").GetString());
        Assert.Equal("POPBILL_TEST", reply.Json.GetProperty("serviceID").GetString());
        Assert.Equal("*", reply.Json.GetProperty("ipaddress").GetString());
        // The Python SDK turns the keys into attribute names.
        Assert.All(reply.Json.EnumerateObject(), p => Assert.Matches("^[A-Za-z][A-Za-z0-9_]*$", p.Name));
    }

    [Fact]
    public async Task Token_WrongProofs_AreRefusedWithTheirCodes()
    {
        await using var host = await JoinedAsync();
        var raw = new RawCaller(host);
        Assert.Equal(-99010007, (await raw.TokenAsync(EmulatorHost.Buyer, secret: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")).Code);
        Assert.Equal(-99010004, (await raw.TokenAsync(EmulatorHost.Buyer, date: "2020-01-01T00:00:00Z")).Code);
        Assert.Equal(-99010003, (await raw.TokenAsync(EmulatorHost.Buyer, date: "yesterday")).Code);
        Assert.Equal(-99003004, (await raw.TokenAsync(EmulatorHost.Buyer, linkId: "NOBODY")).Code);
        Assert.Equal(-99003008, (await raw.TokenAsync(EmulatorHost.Supplier)).Code);
        Assert.Equal(-99010016, (await raw.TokenAsync(EmulatorHost.Buyer, service: "OTHER")).Code);
    }

    [Fact]
    public async Task Call_BadTokens_AreRefusedWithTheirCodes()
    {
        await using var host = await JoinedAsync();
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Buyer, "member");
        Assert.Equal(-99910002, (await raw.GetAsync(bearer, "/Taxinvoice/ChargeInfo")).Code);
        Assert.Equal(-99910004, (await raw.GetAsync(bearer[..^2] + "xx", "/CorpInfo")).Code);
        Assert.Equal(401, (await raw.GetAsync("nonsense", "/CorpInfo")).Status);
        Assert.Equal(200, (await raw.GetAsync(bearer, "/CorpInfo")).Status);
    }

    [Theory]
    [InlineData(NodeType)]
    [InlineData(PythonType)]
    [InlineData(DotNetType)]
    [InlineData(null)]
    public async Task Register_AnyContentType_IsRead(string? contentType)
    {
        await using var host = await JoinedAsync();
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Buyer);
        var reply = await raw.PostAsync(bearer, "/Taxinvoice", null, Body("CT-1", "null"), contentType);
        Assert.Equal(1, reply.Code);
        Assert.Equal("application/json; charset=utf-8", reply.ContentType!.Replace(";charset", "; charset", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Register_NullEmptyQuotedAndOddlyCased_IsTheSameInvoice()
    {
        await using var host = await JoinedAsync();
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Buyer);
        // .NET sends explicit nulls; Python escapes non-ASCII; flags and numbers may stand in quotes.
        var body = Body("NL-1", "\"\"").Replace("\"supplyCostTotal\":\"100000\"", "\"SUPPLYCOSTTOTAL\":100000", StringComparison.Ordinal)
            .Replace("\"bankBookYN\":false", "\"bankBookYN\":\"False\"", StringComparison.Ordinal).Replace("구매상사", "\\uad6c\\ub9e4\\uc0c1\\uc0ac", StringComparison.Ordinal);
        Assert.Equal(1, (await raw.PostAsync(bearer, "/Taxinvoice", null, body, PythonType)).Code);
        var detail = (await raw.GetAsync(bearer, "/Taxinvoice/BUY/NL-1?Detail")).Json;
        Assert.Equal("100000", detail.GetProperty("supplyCostTotal").GetString());
        Assert.Equal("구매상사", detail.GetProperty("invoiceeCorpName").GetString());
        Assert.Equal(JsonValueKind.False, detail.GetProperty("bankBookYN").ValueKind);
        Assert.Equal(JsonValueKind.Null, detail.GetProperty("invoicerTaxRegID").ValueKind);
    }

    [Fact]
    public async Task Contact_SingleQuotedBody_IsRead()
    {
        await using var host = await JoinedAsync();
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Buyer);
        var reply = await raw.PostAsync(bearer, "/Contact", null, "{'id' :'user" + EmulatorHost.Buyer + "'}", DotNetType);
        Assert.Equal("이담당", reply.Json.GetProperty("personName").GetString());
        Assert.Equal(JsonValueKind.Number, reply.Json.GetProperty("searchRole").ValueKind);
        Assert.Equal(JsonValueKind.True, reply.Json.GetProperty("mgrYN").ValueKind);
    }

    [Fact]
    public async Task Quit_JsonStringAroundSingleQuotes_IsRead()
    {
        await using var host = await JoinedAsync();
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Buyer);
        Assert.Equal(1, (await raw.PostAsync(bearer, "/QuitRequest", null, "\"{'quitReason' :'bye'}\"", DotNetType)).Code);
        Assert.False(await host.Client.Members.IsMemberAsync(EmulatorHost.Buyer, CancellationToken.None));
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("False", false)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task EmailConfig_AnyCasingOfSendYN_IsObeyed(string sendYN, bool sends)
    {
        await using var host = await JoinedAsync();
        await host.JoinAsync(EmulatorHost.Supplier);
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Buyer);
        Assert.Equal(1, (await raw.PostAsync(bearer, $"/Taxinvoice/EmailSendConfig?EmailType=TAX_REQUEST&SendYN={sendYN}", null, "", null)).Code);
        Assert.Equal(sends, (await host.Client.TaxInvoices.EmailSettingsAsync(EmulatorHost.Buyer, CancellationToken.None)).Single(s => s.EmailType == "TAX_REQUEST").SendYN);
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("EM-1"), CancellationToken.None);
        var mails = (await host.AdminAsync("mails")).EnumerateArray().Count(m => m.GetProperty("kind").GetString() == "TAX_REQUEST");
        Assert.Equal(sends ? 1 : 0, mails);
    }

    [Fact]
    public async Task AssignKey_FormWithEmptyOverrideHeader_IsRead()
    {
        await using var host = await JoinedAsync();
        await host.JoinAsync(EmulatorHost.Supplier);
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("AK-1") with { InvoicerMgtKey = null }, CancellationToken.None);
        var itemKey = (await host.Client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "AK-1", CancellationToken.None))!.ItemKey;
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Supplier);
        Assert.Equal(1, (await raw.PostAsync(bearer, $"/Taxinvoice/{itemKey}/SELL", "", "MgtKey=K1", "application/x-www-form-urlencoded; charset=utf-8")).Code);
        Assert.Equal(200, (await raw.GetAsync(bearer, "/Taxinvoice/SELL/K1")).Json.GetProperty("stateCode").GetInt32());
    }

    [Fact]
    public async Task Answer_DeflateAndGzipOffered_IsGzip()
    {
        await using var host = await JoinedAsync();
        await host.JoinAsync(EmulatorHost.Supplier);
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("GZ-1"), CancellationToken.None);
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Buyer);
        var packed = await raw.GetAsync(bearer, "/Taxinvoice/BUY/GZ-1?Detail", "gzip,deflate");
        Assert.Equal(["gzip"], packed.Response.Content.Headers.ContentEncoding);
        Assert.Equal("GZ-1", packed.Json.GetProperty("invoiceeMgtKey").GetString());
        Assert.Empty((await raw.GetAsync(bearer, "/Taxinvoice/BUY/GZ-1?Detail", "deflate")).Response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Path_TrailingSlashAndUnknownVerb_AreToldApart()
    {
        await using var host = await JoinedAsync();
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Buyer);
        Assert.EndsWith("http", (await raw.GetAsync(bearer, "/Taxinvoice/?TG=TBOX")).Json.GetProperty("url").GetString()![..4], StringComparison.Ordinal);
        Assert.Equal(-11010005, (await raw.PostAsync(bearer, "/Taxinvoice", "FLY", Body("UV-1", "null"), NodeType)).Code);
        var unknown = await raw.GetAsync(bearer, "/Taxinvoice/BUY/NOTHING");
        Assert.Equal(-11000005, unknown.Code);
        Assert.Equal(400, unknown.Status);
    }

    [Fact]
    public async Task Info_NonNullableFields_AreNeverNull()
    {
        await using var host = await JoinedAsync();
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Buyer);
        await raw.PostAsync(bearer, "/Taxinvoice", null, Body("NN-1", "null"), NodeType);
        var info = (await raw.GetAsync(bearer, "/Taxinvoice/BUY/NN-1")).Json;
        Assert.Equal(100, info.GetProperty("stateCode").GetInt32());
        foreach (var flag in (string[])["lateIssueYN", "openYN", "interOPYN", "invoicerPrintYN"]) Assert.Equal(JsonValueKind.False, info.GetProperty(flag).ValueKind);
        Assert.Equal(JsonValueKind.String, info.GetProperty("supplyCostTotal").ValueKind);
    }

    private static async Task<EmulatorHost> JoinedAsync()
    {
        var host = await EmulatorHost.StartAsync();
        await host.JoinAsync(EmulatorHost.Buyer, "구매상사");
        return host;
    }

    private static string Body(string key, string nothing) =>
        $$"""
        {"writeDate":"20251124","chargeDirection":"역과금","issueType":"역발행","purposeType":"청구","taxType":"과세","invoicerCorpNum":"{{EmulatorHost.Supplier}}","invoicerCorpName":"공급상사",
        "invoicerCEOName":"김공급","invoicerTaxRegID":{{nothing}},"kwon":{{nothing}},"modifyCode":{{nothing}},"invoiceeType":"사업자","invoiceeCorpNum":"{{EmulatorHost.Buyer}}","invoiceeMgtKey":"{{key}}",
        "invoiceeCorpName":"구매상사","invoiceeCEOName":"이매입","supplyCostTotal":"100000","taxTotal":"10000","totalAmount":"110000","businessLicenseYN":{{nothing}},"bankBookYN":false,"detailList":null}
        """;
}
