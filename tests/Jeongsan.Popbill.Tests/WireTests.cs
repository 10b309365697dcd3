using System.Net.Http.Headers;
using System.Text;
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

    [Fact]
    public async Task Token_WithoutContentTypeAsDotNetSends_IsMade()
    {
        await using var host = await JoinedAsync();
        // The raw caller sends none either; Node names Application/json with a capital.
        Assert.Equal(200, (await new RawCaller(host).TokenAsync(EmulatorHost.Buyer)).Status);
        Assert.Equal(200, (await new RawCaller(host).TokenAsync(EmulatorHost.Buyer, contentType: "Application/json")).Status);
    }

    [Fact]
    public async Task Token_SameSignedRequestTwice_IsNoReplay()
    {
        await using var host = await JoinedAsync();
        var raw = new RawCaller(host);
        const string form = "yyyy-MM-dd'T'HH:mm:ss'Z'";
        var date = DateTime.UtcNow.ToString(form, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(200, (await raw.TokenAsync(EmulatorHost.Buyer, date)).Status);
        Assert.Equal(200, (await raw.TokenAsync(EmulatorHost.Buyer, date)).Status);
    }

    [Fact]
    public async Task Time_IsPlainTextThatSignsATokenRequest()
    {
        await using var host = await JoinedAsync();
        using var answer = await host.Http.GetAsync(new Uri("/Time", UriKind.Relative));
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        var time = await answer.Content.ReadAsStringAsync();
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", time);
        Assert.Equal(200, (await new RawCaller(host).TokenAsync(EmulatorHost.Buyer, time)).Status);
    }

    /// <summary>Node sends bodies in chunks and every GET with a content type; Python sends Content-Length: 0 with a GET.</summary>
    [Fact]
    public async Task Framing_ChunkedBodyAndGetWithHeadersOfABody_AreRead()
    {
        await using var host = await JoinedAsync();
        var bearer = await new RawCaller(host).BearerAsync(EmulatorHost.Buyer);
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/Taxinvoice") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body("CH-1", "null"))) };
        chunked.Headers.TransferEncodingChunked = true;
        chunked.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        Assert.Contains("\"code\":1", await (await host.Http.SendAsync(chunked)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var get = new HttpRequestMessage(HttpMethod.Get, "/Taxinvoice/BUY/CH-1") { Content = new ByteArrayContent([]) };
        get.Content.Headers.TryAddWithoutValidation("Content-Type", NodeType);
        get.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        Assert.Contains("\"stateCode\":100", await (await host.Http.SendAsync(get)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>The Node SDK reads content-type of each answer without looking, and parses each error as JSON.</summary>
    [Theory]
    [InlineData("GET", "/Join?CorpNum=1008100032&LID=TESTER")]
    [InlineData("GET", "/Join?CorpNum=1008100032&LID=NOBODY")]
    [InlineData("GET", "/CorpInfo")]
    [InlineData("GET", "/no/such/path")]
    [InlineData("GET", "/Taxinvoice/NOSIDE/KEY")]
    [InlineData("GET", "/Taxinvoice/BUY/NOKEY?PDF")]
    [InlineData("POST", "/Taxinvoice")]
    [InlineData("POST", "/QuitRequest")]
    [InlineData("PUT", "/CorpInfo")]
    public async Task Answer_AlwaysHasATypeAndJson(string method, string path)
    {
        await using var host = await JoinedAsync();
        var bearer = await new RawCaller(host).BearerAsync(EmulatorHost.Buyer);
        foreach (var token in (string?[])[bearer, null])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "GET" ? null : new ByteArrayContent([]) };
            if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var answer = await host.Http.SendAsync(request);
            Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.ValueKind);
            // 201 and 204 are errors to Node and Python, everything below 400 is success to .NET.
            Assert.True((int)answer.StatusCode is 200 or >= 400);
        }
    }

    /// <summary>Node sends {} without a memo, Python nothing, .NET explicit nulls.</summary>
    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"memo":null,"emailSubject":null,"forceIssue":false}""")]
    public async Task Memo_Missing_IsNoMemo(string body)
    {
        await using var host = await JoinedAsync();
        await host.JoinAsync(EmulatorHost.Supplier);
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Buyer);
        await host.Client.TaxInvoices.RegisterAsync(EmulatorHost.Buyer, Invoices.Reverse("MM-1") with { Memo = null }, CancellationToken.None);
        Assert.Equal(1, (await raw.PostAsync(bearer, "/Taxinvoice/BUY/MM-1", "REQUEST", body, body.Length == 0 ? null : NodeType)).Code);
        Assert.Equal(JsonValueKind.Null, (await raw.GetAsync(bearer, "/Taxinvoice/BUY/MM-1")).Json.GetProperty("stateMemo").ValueKind);
    }

    /// <summary>Node's member calls leave every falsy value out: false, 0 and "" vanish. What is not there stays as it was.</summary>
    [Fact]
    public async Task Contact_FalsyValuesLeftOut_KeepsWhatWasThere()
    {
        await using var host = await JoinedAsync();
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Buyer);
        Assert.Equal(1, (await raw.PostAsync(bearer, "/IDs/New", null, """{"id":"second","Password":"asdf8536!@#","personName":"둘째","tel":"02","email":"b@example.com","searchRole":3}""", NodeType)).Code);
        Assert.Equal(1, (await raw.PostAsync(bearer, "/IDs", null, """{"id":"second","personName":"셋째"}""", NodeType)).Code);
        var contact = (await host.Client.Members.ContactAsync(EmulatorHost.Buyer, "second", CancellationToken.None));
        Assert.Equal(("셋째", "02", 3), (contact.PersonName, contact.Tel, contact.SearchRole));
    }

    /// <summary>.NET leaves the page out and joins what follows with &amp;; Node begins with ?&amp;. It also sends the user's id for a verb.</summary>
    [Fact]
    public async Task Refund_OddQueriesAndVerbOfDotNet_AreRead()
    {
        await using var host = await JoinedAsync();
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Buyer);
        const string form = """{"contactname":"담당","tel":"02","requestpoint":"1000","accountbank":"국민","accountnum":"123456789","accountname":"담당","reason":null}""";
        Assert.Equal(1, (await raw.PostAsync(bearer, "/Refund", "buyer01", form, DotNetType)).Code);
        foreach (var path in (string[])["/RefundHistory&PerPage=10", "/RefundHistory?&Page=1&PerPage=10", "/RefundHistory"])
        {
            Assert.Equal(1, (await raw.GetAsync(bearer, path)).Json.GetProperty("total").GetInt32());
        }
    }

    /// <summary>Python's search text comes percent-encoded, .NET's with + for spaces; lists with raw * and commas.</summary>
    [Theory]
    [InlineData("%EA%B3%B5%EA%B8%89%20%EC%83%81%EC%82%AC")]
    [InlineData("%EA%B3%B5%EA%B8%89+%EC%83%81%EC%82%AC")]
    public async Task Search_EitherEncodingOfSpaces_FindsTheName(string text)
    {
        await using var host = await JoinedAsync();
        await host.Client.TaxInvoices.RegisterAsync(EmulatorHost.Buyer, Invoices.Reverse("SE-1") with { InvoicerCorpName = "공급 상사" }, CancellationToken.None);
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Buyer);
        var page = await raw.GetAsync(bearer, $"/Taxinvoice/BUY?DType=W&SDate=20251101&EDate=20251130&State=1**,3**&Type=N&QString={text}");
        Assert.Equal(1, page.Json.GetProperty("total").GetInt32());
    }

    /// <summary>.NET ends the path with a slash and sends forceIssue null, Python false, Node leaves it out.</summary>
    [Theory]
    [InlineData("/Taxinvoice/", "\"forceIssue\":null,")]
    [InlineData("/Taxinvoice", "\"forceIssue\":false,")]
    [InlineData("/Taxinvoice", "")]
    public async Task Bulk_AnyFormOfTheCall_IsTaken(string path, string consent)
    {
        await using var host = await JoinedAsync();
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Buyer);
        var invoice = JsonSerializer.Serialize(Invoices.Forward("BK-1") with { InvoicerCorpNum = EmulatorHost.Buyer, InvoiceeCorpNum = EmulatorHost.Supplier }, PopbillJson.Options);
        var reply = await raw.BulkAsync(bearer, path, "SUB-1", $"{{{consent}\"invoices\":[{invoice}]}}");
        Assert.Equal(1, reply.Code);
        Assert.NotEmpty(reply.Json.GetProperty("receiptID").GetString()!);
        Assert.Equal(-11010034, (await raw.BulkAsync(bearer, path, "SUB-1", $"{{{consent}\"invoices\":[{invoice}]}}")).Code);
    }

    /// <summary>Captured from the three SDKs: boundary, order and spelling of the parts.</summary>
    [Theory]
    [InlineData("node", "계약서.pdf")]
    [InlineData("python", "contract.pdf")]
    [InlineData("dotnet", "contract.pdf")]
    public async Task AttachFile_AsEachSdkWritesIt_IsStoredUnderItsPlainName(string sdk, string name)
    {
        await using var host = await JoinedAsync();
        await host.Client.TaxInvoices.RegisterAsync(EmulatorHost.Buyer, Invoices.Reverse("MP-1"), CancellationToken.None);
        var raw = new RawCaller(host);
        var bearer = await raw.BearerAsync(EmulatorHost.Buyer);
        var (type, body) = sdk switch
        {
            "node" => ("multipart/form-data;charset=utf-8; boundary=--POPBILL--NODE--",
                "\r\n----POPBILL--NODE--\r\ncontent-disposition: form-data; name=\"form\";\r\ncontent-type: Application/json;\r\n\r\n{\"DisplayName\":\"계약서.pdf\"}\r\n----POPBILL--NODE--\r\nContent-Disposition: form-data; name=\"Filedata\"; filename=\"계약서.pdf\";\r\nContent-Type: Application/octet-stream\r\n\r\n%PDF-x\r\n----POPBILL--NODE----\r\n"),
            "python" => ("multipart/form-data; boundary=--POPBILL_PYTHON--",
                "\r\n----POPBILL_PYTHON--\r\nContent-Disposition: form-data; name=\"Filedata\"; filename=\"/home/user/contract.pdf\"\r\nContent-Type: Application/octet-stream\r\n\r\n%PDF-x\r\n----POPBILL_PYTHON----\r\n"),
            _ => ("multipart/form-data; boundary=---------------------------8dd0123456789ab",
                "\r\n-----------------------------8dd0123456789ab\r\ncontent-disposition: form-data; name=\"Filedata\"; filename=\"contract.pdf\"\r\ncontent-type: Application/octet-stream\r\n\r\n%PDF-x\r\n-----------------------------8dd0123456789ab--\r\n"),
        };
        Assert.Equal(1, (await raw.PostAsync(bearer, "/Taxinvoice/BUY/MP-1/Files", null, body, type)).Code);
        var file = Assert.Single(await host.Client.TaxInvoices.FilesAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "MP-1", CancellationToken.None));
        Assert.Equal((1, name), (file.SerialNum, file.DisplayName));
    }

    /// <summary>Our own client spells join and contacts with the protocol's capitals: the real service does not promise to take others.</summary>
    [Fact]
    public async Task Join_OurOwnClient_SpellsEveryFieldAsTheProtocolDoes()
    {
        await using var server = new HostileServer(_ => HostileServer.Json("""{"code":1,"message":"ok"}"""));
        using var client = server.Client();
        await client.Members.JoinAsync(new JoinForm
        {
            CorpNum = EmulatorHost.Buyer,
            CorpName = "상호",
            CEOName = "대표",
            Addr = "주소",
            BizType = "업태",
            BizClass = "종목",
            ID = "login-id",
            Password = "password1!",
            ContactName = "담당",
            ContactEmail = "a@example.com",
            ContactTEL = "02",
            ContactHP = "010",
            ContactFAX = "03",
            ZipCode = "04524",
        }, CancellationToken.None);
        var body = JsonDocument.Parse(server.Requests.Single().Split("\r\n\r\n")[1]).RootElement;
        Assert.Equal(
            ["LinkID", "CorpNum", "CorpName", "CEOName", "Addr", "BizType", "BizClass", "ID", "Password", "ContactName", "ContactEmail", "ContactTEL", "ContactHP", "ContactFAX", "ZipCode"],
            body.EnumerateObject().Select(p => p.Name));
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
