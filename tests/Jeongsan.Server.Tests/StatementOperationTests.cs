using System.Net;
using System.Text;
using Jeongsan.TestKit;

namespace Jeongsan.Server.Tests;

/// <summary>정산내역서.</summary>
public sealed class StatementOperationTests(RunningServer servers)
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Statement_OfAPayout_AddsUpFromItsSettlementsToWhatIsPaid(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var (settlement, partner) = await server.NewSettlementAsync(20_000, -3_000);
        var bulk = (await server.PostAsync("/platform/bulk-payouts?test=true", new { partnerSettlementIds = new[] { settlement } })).Body.GetProperty("bulkPayout").GetProperty("id").GetString();
        var payout = (await server.GetAsync($"/platform/bulk-payouts/{bulk}?test=true")).Body.GetProperty("items")[0].GetProperty("payout").GetProperty("id").GetString();

        await AssertStatementAsync(server, payout!, partner, settlement);
        // What it would have paid is told also after it was cancelled and its settlement is free again.
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync($"/platform/bulk-payouts/{bulk}/cancel?test=true", new { })).Status);
        await AssertStatementAsync(server, payout!, partner, settlement);

        foreach (var path in new[] { $"/platform/payouts/none/settlement-statement?test=true", $"/platform/payouts/{payout}/settlement-statement?test=false", $"/platform/payouts/{payout}/settlement-statement/pdf?test=false" })
        {
            Assert.Equal("PAYOUT_NOT_FOUND", (await server.GetAsync(path)).ErrorType);
        }
    }

    private static async Task AssertStatementAsync(RunningServer server, string payout, string partner, string settlement)
    {
        var statement = (await server.GetAsync($"/platform/payouts/{payout}/settlement-statement?test=true")).Body;
        Assert.Equal((partner, 17_000), (statement.GetProperty("partner").GetProperty("id").GetString(), statement.GetProperty("settlementAmount").GetInt64()));
        var line = Assert.Single(statement.GetProperty("settlements").EnumerateArray());
        Assert.Equal(
            (settlement, "MANUAL", 2, 17_000),
            (line.GetProperty("partnerSettlementId").GetString(), line.GetProperty("type").GetString(), line.GetProperty("transferCount").GetInt32(), line.GetProperty("amounts").GetProperty("settlement").GetInt64()));
        var paid = statement.GetProperty("payout");
        Assert.Equal((17_000, 17_000), (paid.GetProperty("supply").GetInt64() + paid.GetProperty("taxFree").GetInt64() + paid.GetProperty("vat").GetInt64(), paid.GetProperty("payout").GetInt64()));

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Server.Address, $"/platform/payouts/{payout}/settlement-statement/pdf?test=true"));
        request.Headers.TryAddWithoutValidation("Authorization", $"PortOne {server.Server.ApiSecret}");
        using var client = new HttpClient();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }
}
