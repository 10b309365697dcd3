using System.Net;
using System.Text;
using System.Text.Json;
using Jeongsan.TestKit;

namespace Jeongsan.Server.Tests;

/// <summary>Payouts as files for the bank's site, as a program sends them and reads back what became of them. On a server of its own: the way counts for the whole platform.</summary>
public sealed class BankFileOperationTests
{
    private const string Sending = "/platform/payout-sending";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Course_OfABankFile_TellsEachStepAndEachRefusal(DatabaseKind kind)
    {
        await using var servers = new RunningServer();
        await servers.InitializeAsync();
        var server = await servers.OnAsync(kind);
        await ChooseAsync(server);

        var file = await FiledAsync(server, 3);
        var path = $"/platform/bank-files/{file.GetProperty("id").GetString()}";
        Assert.Equal(("AWAITING_RESULTS", 3), (file.GetProperty("status").GetString(), file.GetProperty("rowCount").GetInt32()));
        await RefusedAsync(server, HttpMethod.Post, $"/platform/bulk-payouts/{file.GetProperty("bulkPayoutId").GetString()}/stop", null, HttpStatusCode.Conflict, "BANK_FILE_AWAITING_RESULTS");
        var rows = (await server.GetAsync($"{path}?test=true")).Body.GetProperty("rows").EnumerateArray().ToArray();
        Assert.All(rows, row => Assert.Equal("PROCESSING", row.GetProperty("payoutStatus").GetString()));
        await DownloadsAsync(server, path, file);

        await ResultsAsync(server, path, rows);
        await RefusedAsync(server, HttpMethod.Post, $"{path}/discard", new { reason = "올리지 않음" }, HttpStatusCode.Conflict, "BANK_FILE_RESULT_READ");
        await MarksAsync(server, path, rows);
        Assert.Equal("COMPLETED", (await server.GetAsync($"{path}?test=true")).Body.GetProperty("bankFile").GetProperty("status").GetString());

        await DiscardsAsync(server);
    }

    [Fact]
    public async Task Live_DiscardingAndMarking_NeedASecondFactor()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        await RefusedAsync(server, HttpMethod.Post, "/platform/bank-files/any/discard", new { reason = "사유" }, HttpStatusCode.Forbidden, "SECOND_FACTOR_NEEDED", test: false);
        await RefusedAsync(server, HttpMethod.Post, "/platform/bank-files/any/mark", new { payoutId = "any", isPaid = true, reason = "사유" }, HttpStatusCode.Forbidden, "SECOND_FACTOR_NEEDED", test: false);
        foreach (var (method, path) in new[] { (HttpMethod.Get, ""), (HttpMethod.Get, "/content"), (HttpMethod.Post, "/results/preview"), (HttpMethod.Post, "/results") })
        {
            await RefusedAsync(server, method, $"/platform/bank-files/any{path}", method == HttpMethod.Post ? "a,b" : null, HttpStatusCode.NotFound, "BANK_FILE_NOT_FOUND");
        }
    }

    private static async Task ChooseAsync(RunningServer server)
    {
        Assert.Equal("REMITTANCE_API", (await server.GetAsync($"{Sending}?test=true")).Body.GetProperty("way").GetString());
        await RefusedAsync(server, HttpMethod.Put, Sending, new { way = "BANK_FILE" }, HttpStatusCode.BadRequest, "BANK_FILE_LAYOUT_MISSING");
        await RefusedAsync(server, HttpMethod.Put, Sending, new { way = "BANK_FILE", standardLayout = "TOSS" }, HttpStatusCode.BadRequest, "INVALID_REQUEST");
        var layouts = (await server.GetAsync("/platform/bank-file-layouts?test=true")).Body.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(["KOOKMIN", "SHINHAN", "WOORI", "HANA", "NONGHYUP", "IBK"], layouts.Select(layout => layout.GetProperty("bank").GetString()));
        var layout = JsonSerializer.Deserialize<Dictionary<string, object>>(layouts[0].GetRawText())!;
        foreach (var (member, value) in new (string, object)[] { ("columns", Array.Empty<object>()), ("columns", new object?[] { null }), ("rowCountMax", 0), ("name", "") })
        {
            await RefusedAsync(server, HttpMethod.Put, Sending, new { way = "BANK_FILE", layout = new Dictionary<string, object>(layout) { [member] = value } }, HttpStatusCode.BadRequest, "INVALID_REQUEST");
        }
        await RefusedAsync(server, HttpMethod.Put, Sending, new { way = "BANK_FILE", layout, standardLayout = "IBK" }, HttpStatusCode.BadRequest, "INVALID_REQUEST");
        layout["format"] = "CSV";
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Put, $"{Sending}?test=true", new { way = "BANK_FILE", layout })).Status);
        var chosen = (await server.GetAsync($"{Sending}?test=true")).Body;
        Assert.Equal(("BANK_FILE", "CSV"), (chosen.GetProperty("way").GetString(), chosen.GetProperty("layout").GetProperty("format").GetString()));
        Assert.Equal("REMITTANCE_API", (await server.GetAsync($"{Sending}?test=false")).Body.GetProperty("way").GetString());
    }

    private static async Task<JsonElement> FiledAsync(RunningServer server, int count)
    {
        var settlements = await Task.WhenAll(Enumerable.Range(1, count).Select(index => server.NewSettlementAsync(10_000 * index)));
        var bulk = await MustAsync(server, HttpMethod.Post, "/platform/bulk-payouts", new { partnerSettlementIds = settlements.Select(one => one.Id) });
        var path = $"/platform/bulk-payouts/{bulk.GetProperty("bulkPayout").GetProperty("id").GetString()}";
        await MustAsync(server, HttpMethod.Post, $"{path}/confirm");
        await RefusedAsync(server, HttpMethod.Post, $"{path}/schedule", new { scheduledAt = "2030-01-01T10:00:00+09:00" }, HttpStatusCode.Conflict, "BANK_FILE_NOT_SCHEDULABLE");
        Assert.Equal("ONGOING", (await MustAsync(server, HttpMethod.Post, $"{path}/execute")).GetProperty("bulkPayout").GetProperty("status").GetString());
        var id = (await server.GetAsync($"{path}?test=true")).Body.GetProperty("bankFileId").GetString()!;
        var list = (await server.GetAsync($"/platform/bank-files?test=true&requestBody={Uri.EscapeDataString(JsonSerializer.Serialize(new { bulkPayoutId = path[(path.LastIndexOf('/') + 1)..] }))}")).Body;
        Assert.Equal(id, Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
        return list.GetProperty("items")[0];
    }

    private static async Task DownloadsAsync(RunningServer server, string path, JsonElement file)
    {
        using var client = new HttpClient();
        var taken = new List<byte[]>();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Server.Address, $"{path}/content?test=true"));
            request.Headers.TryAddWithoutValidation("Authorization", $"PortOne {server.Server.ApiSecret}");
            using var answer = await client.SendAsync(request, Ct);
            Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Equal(file.GetProperty("fileName").GetString(), answer.Content.Headers.ContentDisposition?.FileNameStar);
            taken.Add(await answer.Content.ReadAsByteArrayAsync(Ct));
        }
        Assert.Equal(taken[0], taken[1]);
        Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(taken[0])));
        var events = (await server.GetAsync("/platform/events?test=true")).Text;
        Assert.Contains("BankFileDownloaded", events, StringComparison.Ordinal);
        Assert.Contains("Payout.BankFile", (await server.GetAsync("/platform/privacy/disclosures?test=true")).Text, StringComparison.Ordinal);
    }

    private static async Task ResultsAsync(RunningServer server, string path, JsonElement[] rows)
    {
        var account = "110000000001";
        byte[] Result(params string[] words) => Encoding.UTF8.GetBytes("메모,입금계좌번호,입금액,처리결과,오류내용\r\n" + string.Join("\r\n", words.Select((word, index) =>
            $"{rows[index].GetProperty("key").GetString()},{account},{rows[index].GetProperty("amount").GetInt64()},{word}")));
        var unreadable = await server.UploadAsync($"{path}/results?test=true", "무엇,인가\r\n1,2"u8.ToArray());
        Assert.Equal((HttpStatusCode.BadRequest, "BANK_FILE_RESULT_UNREADABLE"), (unreadable.Status, unreadable.ErrorType));
        Assert.Contains("입금계좌번호", unreadable.Message, StringComparison.Ordinal);

        var content = Result("정상,", "오류,해지된 계좌", "처리중,");
        var preview = (await server.UploadAsync($"{path}/results/preview?test=true", content)).Body.GetProperty("preview");
        Assert.Equal(["WILL_SUCCEED", "WILL_FAIL", "STILL_UNKNOWN"], preview.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("kind").GetString()));
        Assert.All(preview.GetProperty("rows").EnumerateArray(), row => Assert.Matches("[가-힣]", row.GetProperty("message").GetString()));
        var read = await server.UploadAsync($"{path}/results?test=true&fileName=%EA%B2%B0%EA%B3%BC.csv", content);
        Assert.Equal((1, 1, 1, "결과.csv"), (Count(read, "succeededCount"), Count(read, "failedCount"), Count(read, "unknownCount"), read.Body.GetProperty("result").GetProperty("fileName").GetString()));
        Assert.Equal(1, Count(await server.UploadAsync($"{path}/results?test=true", content), "number"));

        var refused = await server.UploadAsync($"{path}/results?test=true", Result("오류,", "오류,"));
        Assert.Equal((HttpStatusCode.Conflict, "BANK_FILE_RESULT_WRONG"), (refused.Status, refused.ErrorType));
        Assert.Equal(("CONTRADICTING", 1), (refused.Body.GetProperty("preview").GetProperty("rows")[0].GetProperty("kind").GetString(), refused.Body.GetProperty("preview").GetProperty("wrongCount").GetInt32()));
        var after = (await server.GetAsync($"{path}?test=true")).Body.GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(["SUCCEEDED", "FAILED", "PROCESSING"], after.Select(row => row.GetProperty("payoutStatus").GetString()));
        Assert.Equal("해지된 계좌", after[1].GetProperty("failReason").GetString());
    }

    private static async Task MarksAsync(RunningServer server, string path, JsonElement[] rows)
    {
        string Payout(int index) => rows[index].GetProperty("payoutId").GetString()!;
        await RefusedAsync(server, HttpMethod.Post, $"{path}/mark", new { payoutId = Payout(2), isPaid = true, reason = "" }, HttpStatusCode.BadRequest, "INVALID_REQUEST");
        await RefusedAsync(server, HttpMethod.Post, $"{path}/mark", new { payoutId = "nobody", isPaid = true, reason = "거래내역" }, HttpStatusCode.NotFound, "PAYOUT_NOT_IN_BANK_FILE");
        await RefusedAsync(server, HttpMethod.Post, $"{path}/mark", new { payoutId = Payout(0), isPaid = false, reason = "거래내역" }, HttpStatusCode.Conflict, "BANK_FILE_RESULT_CONTRADICTS");
        Assert.Equal("SUCCEEDED", (await MustAsync(server, HttpMethod.Post, $"{path}/mark", new { payoutId = Payout(2), isPaid = true, reason = "거래내역에서 확인" })).GetProperty("row").GetProperty("payoutStatus").GetString());
    }

    private static async Task DiscardsAsync(RunningServer server)
    {
        var file = await FiledAsync(server, 1);
        var path = $"/platform/bank-files/{file.GetProperty("id").GetString()}";
        await RefusedAsync(server, HttpMethod.Post, $"{path}/discard", new { reason = "" }, HttpStatusCode.BadRequest, "INVALID_REQUEST");
        Assert.Equal("DISCARDED", (await MustAsync(server, HttpMethod.Post, $"{path}/discard", new { reason = "양식을 잘못 고름" })).GetProperty("bankFile").GetProperty("status").GetString());
        await RefusedAsync(server, HttpMethod.Get, $"{path}/content", null, HttpStatusCode.Conflict, "BANK_FILE_DISCARDED");
        await RefusedAsync(server, HttpMethod.Post, $"{path}/results", "a,b", HttpStatusCode.Conflict, "BANK_FILE_DISCARDED");
        var bulk = $"/platform/bulk-payouts/{file.GetProperty("bulkPayoutId").GetString()}";
        Assert.Equal("PREPARING", (await MustAsync(server, HttpMethod.Post, $"{bulk}/retry-failed", new { })).GetProperty("bulkPayout").GetProperty("status").GetString());
    }

    private static int Count(Reply reply, string name) => reply.Body.GetProperty("result").GetProperty(name).GetInt32();

    private static async Task<JsonElement> MustAsync(RunningServer server, HttpMethod method, string path, object? body = null)
    {
        var reply = await server.SendAsync(method, $"{path}?test=true", body);
        Assert.True(reply.Status == HttpStatusCode.OK, $"{method} {path}: {reply.Text}");
        return reply.Body;
    }

    private static async Task RefusedAsync(RunningServer server, HttpMethod method, string path, object? body, HttpStatusCode status, string type, bool test = true)
    {
        var reply = await server.SendAsync(method, $"{path}?test={(test ? "true" : "false")}", body);
        Assert.Equal((status, type), (reply.Status, reply.ErrorType));
        Assert.Matches("[가-힣]", reply.Message);
    }
}
