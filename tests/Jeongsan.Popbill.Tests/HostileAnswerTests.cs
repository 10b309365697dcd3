using System.IO.Compression;
using System.Text;

namespace Jeongsan.Popbill.Tests;

/// <summary>Answers that no documentation promises: the client says what is known, and repeats nothing of them in its messages.</summary>
public sealed class HostileAnswerTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly byte[] Done = Encoding.UTF8.GetBytes("""{"code":1,"message":"ok","ntsConfirmNum":"20251124410099990000000a","issueDT":"20251124101010"}""");

    public static TheoryData<string, PopbillOutcome, int?> Answers() => new()
    {
        { "500 without a body", PopbillOutcome.Unknown, null },
        { "502 with HTML", PopbillOutcome.Unknown, null },
        { "503 with a code", PopbillOutcome.Refused, -99000099 },
        { "504 with broken JSON", PopbillOutcome.Unknown, null },
        { "400 with a quoted code", PopbillOutcome.Refused, -11000001 },
        { "204", PopbillOutcome.Unknown, null },
        { "200 without a body", PopbillOutcome.Unknown, null },
        { "200 with HTML", PopbillOutcome.Unknown, null },
        { "200 with broken JSON", PopbillOutcome.Unknown, null },
        { "200 with another shape", PopbillOutcome.Unknown, null },
        { "200 with null", PopbillOutcome.Unknown, null },
        { "200 with a negative code", PopbillOutcome.Refused, -11002013 },
        { "truncated body", PopbillOutcome.Unknown, null },
        { "truncated gzip", PopbillOutcome.Unknown, null },
        { "no gzip that says so", PopbillOutcome.Unknown, null },
        { "garbage for a head", PopbillOutcome.Unknown, null },
        { "closed at once", PopbillOutcome.Unknown, null },
        { "silence", PopbillOutcome.Unknown, null },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Issue_HostileAnswer_SaysWhatIsKnown(string answer, PopbillOutcome outcome, int? code)
    {
        await using var server = new HostileServer(request => request.Contains("/Token ", StringComparison.Ordinal) ? HostileServer.Token() : Bytes(answer));
        using var client = server.Client(answer == "silence" ? TimeSpan.FromSeconds(8) : null);
        var failed = await Assert.ThrowsAsync<PopbillException>(() => client.TaxInvoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "K-1", null, false, None));
        Assert.Equal((outcome, code), (failed.Outcome, failed.Code));
        Assert.Single(server.Requests, r => r.StartsWith("POST /Taxinvoice/SELL/K-1 ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application/json;charset=utf-8", false)]
    [InlineData("text/html", false)]
    [InlineData("application/octet-stream", true)]
    public async Task Issue_WrongContentTypeOrGzip_IsReadAllTheSame(string contentType, bool isPacked)
    {
        var body = isPacked ? Packed(Done) : Done;
        await using var server = new HostileServer(request => request.Contains("/Token ", StringComparison.Ordinal)
            ? HostileServer.Token()
            : HostileServer.Http(200, contentType, body, isPacked ? "Content-Encoding: gzip\r\n" : ""));
        using var client = server.Client();
        var issued = await client.TaxInvoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "K-1", null, false, None);
        Assert.Equal("20251124410099990000000a", issued.NtsConfirmNum);
    }

    [Theory]
    [InlineData("500 without a body")]
    [InlineData("200 with HTML")]
    [InlineData("truncated body")]
    [InlineData("silence")]
    public async Task Issue_NoTokenToBeHad_IsNotSent(string answer)
    {
        await using var server = new HostileServer(_ => Bytes(answer));
        using var client = server.Client(TimeSpan.FromSeconds(2));
        var failed = await Assert.ThrowsAsync<PopbillException>(() => client.TaxInvoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "K-1", null, false, None));
        Assert.Equal(PopbillOutcome.NotSent, failed.Outcome);
        Assert.DoesNotContain(server.Requests, r => r.Contains("/Taxinvoice", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("200 with HTML", PopbillOutcome.Unknown)]
    [InlineData("200 with a negative code", PopbillOutcome.Refused)]
    [InlineData("200 with another shape", PopbillOutcome.Unknown)]
    public async Task Pdf_AnswerThatIsNone_IsNotTakenForADocument(string answer, PopbillOutcome outcome)
    {
        await using var server = new HostileServer(request => request.Contains("/Token ", StringComparison.Ordinal) ? HostileServer.Token() : Bytes(answer));
        using var client = server.Client();
        Assert.Equal(outcome, (await Assert.ThrowsAsync<PopbillException>(() => client.TaxInvoices.PdfAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "K-1", None))).Outcome);
    }

    /// <summary>An answer may repeat whom it is about; whatever is logged with ToString does not.</summary>
    [Theory]
    [InlineData("refused")]
    [InlineData("unreadable")]
    [InlineData("broken")]
    public async Task Failure_InAnyWay_SaysNothingPersonalAndNoSecret(string how)
    {
        var answer = how switch
        {
            "refused" => HostileServer.Json("""{"code":-18301010,"message":"900101 홍길동 12345678901"}""", 400),
            "unreadable" => HostileServer.Json("""{"result":["900101 홍길동 12345678901"]}"""),
            _ => HostileServer.Http(200, "text/html", Encoding.UTF8.GetBytes("<p>900101 홍길동 12345678901"), length: 500),
        };
        await using var server = new HostileServer(request => request.Contains("/Token ", StringComparison.Ordinal) ? HostileServer.Token("tok-secret") : answer);
        using var client = server.Client();
        var failed = await Assert.ThrowsAsync<PopbillException>(() => client.Lookups.DepositorAsync(EmulatorHost.Buyer, "0004", "12345678901", false, "900101", None));
        foreach (var secret in (string[])["900101", "홍길동", "12345678901", "tok-secret", EmulatorHost.Secret]) Assert.DoesNotContain(secret, failed.ToString(), StringComparison.Ordinal);
        if (how == "refused") Assert.Contains("홍길동", failed.AspMessage, StringComparison.Ordinal);
    }

    private static byte[]? Bytes(string answer) => answer switch
    {
        "500 without a body" => HostileServer.Http(500, "text/plain", []),
        "502 with HTML" => HostileServer.Http(502, "text/html", "<html>Bad Gateway</html>"u8.ToArray()),
        "503 with a code" => HostileServer.Json("""{"code":-99000099,"message":"점검"}""", 503),
        "504 with broken JSON" => HostileServer.Json("""{"code":-1""", 504),
        "400 with a quoted code" => HostileServer.Json("""{"code":"-11000001","message":null}""", 400),
        "204" => HostileServer.Http(204, "application/json", []),
        "200 without a body" => HostileServer.Http(200, "application/json", []),
        "200 with HTML" => HostileServer.Http(200, "text/html", "<html>Welcome to this network</html>"u8.ToArray()),
        "200 with broken JSON" => HostileServer.Json("""{"code":1,"mess"""),
        "200 with another shape" => HostileServer.Json("""[{"code":1}]"""),
        "200 with null" => HostileServer.Json("null"),
        "200 with a negative code" => HostileServer.Json("""{"code":-11002013,"message":"no"}"""),
        "truncated body" => HostileServer.Http(200, "application/json", Done[..20], length: Done.Length),
        "truncated gzip" => HostileServer.Http(200, "application/json", Packed(Done)[..^12], "Content-Encoding: gzip\r\n"),
        "no gzip that says so" => HostileServer.Http(200, "application/json", Done, "Content-Encoding: gzip\r\n"),
        "garbage for a head" => "SSH-2.0-OpenSSH_9\r\n\r\n"u8.ToArray(),
        "closed at once" => [],
        "silence" => null,
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    private static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(plain);
        return packed.ToArray();
    }
}
