using System.Globalization;
using System.Net;
using System.Text.Json;
using Jeongsan.TestKit;

namespace Jeongsan.Server.Tests;

/// <summary>Where the remittance provider tells that a result is known, and a bank that ends transfers late.</summary>
public sealed class BankHookTests(RunningServer server)
{
    private const string OfNobody = """{ "type": "transfer.ended", "data": { "transferId": "payout-of-nobody" } }""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(OfNobody)]
    [InlineData("""{ "transferId": "payout-of-nobody" }""")]
    [InlineData("""{ "data": { "transferId": "a\u0000b" } }""")]
    [InlineData("""{ "data": { "transferId": "\ud800" } }""")]
    [InlineData("""{ "data": { "transferId": 7 } }""")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public async Task Tell_Signed_IsTakenWhateverItSays(string body) => Assert.Equal((HttpStatusCode.NoContent, ""), await TellAsync(body));

    [Fact]
    public async Task Tell_WithoutTheRightSignature_IsUnauthorizedWithoutDetail()
    {
        var refused = (HttpStatusCode.Unauthorized, "");
        Assert.Equal(refused, await TellAsync(OfNobody, key: null));
        Assert.Equal(refused, await TellAsync(OfNobody, key: new byte[24]));
        Assert.Equal(refused, await TellAsync(OfNobody, secondsAgo: 302));
        Assert.Equal(refused, await TellAsync(OfNobody, secondsAgo: -310));
        Assert.Equal(refused, await TellAsync(OfNobody, sent: OfNobody + " "));
    }

    [Fact]
    public async Task Tell_HugeBody_IsRefused() => Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await TellAsync(new string(' ', 65 * 1024))).Status);

    /// <summary>Accounts of the emulator whose results come late, or only to who asks, all in one bulk payout.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Execute_ToAccountsWithLateResults_EndsEachAsTheBankSays(DatabaseKind kind)
    {
        var on = await server.OnAsync(kind);
        var contract = RunningServer.NewId();
        Assert.Equal(HttpStatusCode.OK, (await on.PostAsync("/platform/contracts?test=true", RunningServer.Contract(contract))).Status);
        (string Account, string Status, string? Reason)[] cases =
        [
            ("110123410011", "SUCCEEDED", null),
            ("110123410012", "FAILED", "수취 은행이 입금을 거절했습니다."),
            ("110123410013", "SUCCEEDED", null),
            ("110123410005", "FAILED", "은행 점검 시간입니다."),
        ];
        var partners = new List<string>();
        foreach (var one in cases)
        {
            partners.Add(await SoldAsync(on, contract, one.Account));
        }
        var settlements = await SettlementsAsync(on, partners);
        var bulk = await MustAsync(on, "/platform/bulk-payouts", new { partnerSettlementIds = settlements });
        var path = $"/platform/bulk-payouts/{bulk.GetProperty("id").GetString()}";
        await MustAsync(on, $"{path}/confirm", new { totalPayoutAmount = bulk.GetProperty("totalPayoutAmount").GetInt64() });
        await MustAsync(on, $"{path}/execute", new { });

        var rows = await Polling.UntilAsync("the bulk payout to end", async _ =>
        {
            var read = (await on.GetAsync($"{path}?test=true")).Body;
            return read.GetProperty("bulkPayout").GetProperty("status").GetString() == "COMPLETED" ? read.GetProperty("items").EnumerateArray().ToArray() : null;
        }, TimeSpan.FromMinutes(2), Ct);

        foreach (var (one, partner) in cases.Zip(partners))
        {
            var payout = rows.Select(row => row.GetProperty("payout")).Single(row => row.GetProperty("partner").GetProperty("id").GetString() == partner);
            Assert.Equal(one.Status, payout.GetProperty("status").GetString());
            var transfers = JsonDocument.Parse(await on.Server.Emulator.GetStringAsync(new Uri("bank/transfers", UriKind.Relative), Ct)).RootElement.EnumerateArray();
            var moved = transfers.Single(transfer => transfer.GetProperty("id").GetString() == payout.GetProperty("id").GetString());
            Assert.Equal((1, one.Reason), (moved.GetProperty("orderCount").GetInt32(), moved.GetProperty("failReason").GetString()));
        }
    }

    private static async Task<string> SoldAsync(RunningServer on, string contract, string account)
    {
        var id = RunningServer.NewId();
        var person = JsonSerializer.SerializeToNode(RunningServer.Person(id, contract))!;
        person["account"]!["number"] = account;
        Assert.Equal(HttpStatusCode.OK, (await on.PostAsync("/platform/partners?test=true", person)).Status);
        var today = (await on.NowAsync()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.OK, (await on.PostAsync("/platform/transfers/manual?test=true", new { partnerId = id, settlementAmount = 10_000, settlementDate = today })).Status);
        return id;
    }

    private static Task<string[]> SettlementsAsync(RunningServer on, List<string> partners)
    {
        var filter = Uri.EscapeDataString(JsonSerializer.Serialize(new { filter = new { partnerIds = partners } }));
        return Polling.UntilAsync("the settlements", async _ =>
        {
            var items = (await on.GetAsync($"/platform/partner-settlements?test=true&requestBody={filter}")).Body.GetProperty("items");
            return items.GetArrayLength() == partners.Count ? items.EnumerateArray().Select(item => item.GetProperty("id").GetString()!).ToArray() : null;
        }, TimeSpan.FromMinutes(2), Ct);
    }

    private static async Task<JsonElement> MustAsync(RunningServer on, string path, object body)
    {
        var reply = await on.PostAsync($"{path}?test=true", body);
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        return reply.Body.TryGetProperty("bulkPayout", out var bulk) ? bulk : reply.Body;
    }

    /// <param name="sent">What is sent instead of what was signed.</param>
    private Task<(HttpStatusCode Status, string Said)> TellAsync(string body, int secondsAgo = 0, string? sent = null) =>
        TellAsync(body, SignedHooks.Key(RunningServer.BankSecret), secondsAgo, sent);

    private Task<(HttpStatusCode Status, string Said)> TellAsync(string body, byte[]? key, int secondsAgo = 0, string? sent = null) =>
        SignedHooks.TellAsync(server, "hooks/bank", body, key, secondsAgo, sent);
}
