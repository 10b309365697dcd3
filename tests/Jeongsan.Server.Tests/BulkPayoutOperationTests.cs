using System.Net;
using System.Text.Json;
using Jeongsan.TestKit;

namespace Jeongsan.Server.Tests;

/// <summary>The operations of bulk payouts, as a program calls them.</summary>
public sealed class BulkPayoutOperationTests(RunningServer servers)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Course_OfABulkPayout_TellsEachStepAndEachRefusal(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var settlements = new[] { await server.NewSettlementAsync(10_000), await server.NewSettlementAsync(20_000) };
        var bulk = await MustAsync(server, HttpMethod.Post, "/platform/bulk-payouts", new { partnerSettlementIds = settlements.Select(one => one.Id), depositMemo = "시험정산" });
        var path = $"/platform/bulk-payouts/{bulk.GetProperty("id").GetString()}";

        await RefusedAsync(server, HttpMethod.Post, $"{path}/take-out", new { }, HttpStatusCode.BadRequest, "INVALID_REQUEST");
        await RefusedAsync(server, HttpMethod.Post, $"{path}/take-out", new { partnerIds = new[] { "nobody" } }, HttpStatusCode.NotFound, "PLATFORM_PARTNER_NOT_FOUND");
        Assert.Equal(20_000, (await MustAsync(server, HttpMethod.Post, $"{path}/take-out", new { partnerSettlementIds = new[] { settlements[0].Id } })).GetProperty("totalPayoutAmount").GetInt64());
        var read = (await server.GetAsync($"{path}?test=true")).Body;
        Assert.Equal((settlements[0].Id, "TAKEN_OUT"), (read.GetProperty("leftOut")[0].GetProperty("partnerSettlementId").GetString(), read.GetProperty("leftOut")[0].GetProperty("reason").GetString()));
        await RefusedAsync(server, HttpMethod.Post, $"{path}/take-out", new { partnerIds = new[] { settlements[1].Partner } }, HttpStatusCode.BadRequest, "PLATFORM_NO_SELECTED_PARTNER_SETTLEMENTS");
        await MustAsync(server, HttpMethod.Post, $"{path}/put-back", new { partnerIds = new[] { settlements[0].Partner } });

        await RefusedAsync(server, HttpMethod.Post, $"{path}/schedule", new { scheduledAt = await NextMorningAsync(server) }, HttpStatusCode.Conflict, "BULK_PAYOUT_NOT_IN_STATE");
        await RefusedAsync(server, HttpMethod.Post, $"{path}/confirm", new { totalPayoutAmount = 20_000 }, HttpStatusCode.Conflict, "BULK_PAYOUT_TOTAL_CHANGED");
        await MustAsync(server, HttpMethod.Post, $"{path}/confirm", new { totalPayoutAmount = 30_000 });
        await RefusedAsync(server, HttpMethod.Post, $"{path}/take-out", new { partnerIds = new[] { settlements[0].Partner } }, HttpStatusCode.Conflict, "BULK_PAYOUT_NOT_IN_STATE");
        await RefusedAsync(server, HttpMethod.Post, $"{path}/memos", new { withdrawalMemo = "가나다라마바사아" }, HttpStatusCode.BadRequest, "INVALID_REQUEST");
        await MustAsync(server, HttpMethod.Post, $"{path}/memos", new { withdrawalMemo = "지급" });

        read = (await server.GetAsync($"{path}?test=true")).Body;
        var rows = read.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(2, rows.Length);
        Assert.All(rows, row => Assert.Equal(("지급", "시험정산"), (row.GetProperty("payout").GetProperty("withdrawalMemo").GetString(), row.GetProperty("payout").GetProperty("depositMemo").GetString())));
        Assert.Equal(settlements.Select(one => one.Id).Order(), rows.Select(row => Assert.Single(row.GetProperty("partnerSettlementIds").EnumerateArray()).GetString()).Order());

        await ScheduleAsync(server, path);
        await StopAsync(server, path, rows[0].GetProperty("payout").GetProperty("id").GetString()!);
    }

    /// <summary>A program sends and schedules nothing live.</summary>
    [Fact]
    public async Task ExecuteAndSchedule_Live_NeedASecondFactor()
    {
        await RefusedAsync(servers, HttpMethod.Post, "/platform/bulk-payouts/any/execute", null, HttpStatusCode.Forbidden, "SECOND_FACTOR_NEEDED", test: false);
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put })
        {
            await RefusedAsync(servers, method, "/platform/bulk-payouts/any/schedule", new { scheduledAt = "2030-01-01T10:00:00+09:00" }, HttpStatusCode.Forbidden, "SECOND_FACTOR_NEEDED", test: false);
        }
    }

    private static async Task ScheduleAsync(RunningServer server, string path)
    {
        var morning = await NextMorningAsync(server);
        await RefusedAsync(server, HttpMethod.Put, $"{path}/schedule", new { scheduledAt = morning }, HttpStatusCode.Conflict, "BULK_PAYOUT_NOT_SCHEDULED");
        await RefusedAsync(server, HttpMethod.Post, $"{path}/schedule", new { scheduledAt = morning.AddMinutes(5) }, HttpStatusCode.BadRequest, "INVALID_REQUEST");
        await RefusedAsync(server, HttpMethod.Post, $"{path}/schedule", new { scheduledAt = morning.AddHours(13) }, HttpStatusCode.BadRequest, "SCHEDULE_IN_BANK_MAINTENANCE");
        await RefusedAsync(server, HttpMethod.Post, $"{path}/schedule", new { scheduledAt = morning.AddDays(-30) }, HttpStatusCode.BadRequest, "INVALID_REQUEST");
        await MustAsync(server, HttpMethod.Post, $"{path}/schedule", new { scheduledAt = morning });
        Assert.Equal(morning, (await server.GetAsync($"{path}?test=true")).Body.GetProperty("scheduledAt").GetDateTimeOffset());
        await RefusedAsync(server, HttpMethod.Post, $"{path}/schedule", new { scheduledAt = morning }, HttpStatusCode.Conflict, "BULK_PAYOUT_ALREADY_SCHEDULED");
        await MustAsync(server, HttpMethod.Put, $"{path}/schedule", new { scheduledAt = morning.AddHours(1) });
        await RefusedAsync(server, HttpMethod.Post, $"{path}/cancel", new { }, HttpStatusCode.Conflict, "PAYOUT_SCHEDULED");
        await MustAsync(server, HttpMethod.Delete, $"{path}/schedule");
        await RefusedAsync(server, HttpMethod.Delete, $"{path}/schedule", null, HttpStatusCode.Conflict, "BULK_PAYOUT_NOT_SCHEDULED");
    }

    private static async Task StopAsync(RunningServer server, string path, string payout)
    {
        await RefusedAsync(server, HttpMethod.Post, $"{path}/stop", null, HttpStatusCode.Conflict, "BULK_PAYOUT_NOT_IN_STATE");
        await RefusedAsync(server, HttpMethod.Post, $"{path}/resume", null, HttpStatusCode.Conflict, "BULK_PAYOUT_NOT_STOPPED");
        Assert.Equal("CANCELLED", (await server.PostAsync($"/platform/payouts/{payout}/cancel?test=true", new { cancelTaxInvoice = true })).Body.GetProperty("payout").GetProperty("status").GetString());
        await RefusedAsync(server, HttpMethod.Post, $"/platform/payouts/{payout}/cancel", new { }, HttpStatusCode.Conflict, "PAYOUT_NOT_IN_STATE");
        await RefusedAsync(server, HttpMethod.Post, "/platform/payouts/nobody/cancel", new { }, HttpStatusCode.NotFound, "PAYOUT_NOT_FOUND");
        await MustAsync(server, HttpMethod.Post, $"{path}/execute");
        await Polling.UntilTrueAsync("the rest to be sent", async _ => (await server.GetAsync($"{path}?test=true")).Body.GetProperty("bulkPayout").GetProperty("status").GetString() == "COMPLETED", Limit, Ct);
        await RefusedAsync(server, HttpMethod.Post, $"{path}/memos", new { depositMemo = "늦음" }, HttpStatusCode.Conflict, "PAYOUT_MEMOS_FIXED");
        // The bank emulator refuses accounts that end in 0001, as this one does: it is chosen again, once.
        Assert.Equal("PREPARING", (await MustAsync(server, HttpMethod.Post, $"{path}/retry-failed", new { })).GetProperty("status").GetString());
        await RefusedAsync(server, HttpMethod.Post, $"{path}/retry-failed", new { }, HttpStatusCode.BadRequest, "PLATFORM_NO_SELECTED_PARTNER_SETTLEMENTS");
        await RefusedAsync(server, HttpMethod.Post, $"{path}/cancel", new { }, HttpStatusCode.Conflict, "BULK_PAYOUT_NOT_IN_STATE");
    }

    private static async Task<DateTimeOffset> NextMorningAsync(RunningServer server) => new DateTimeOffset((await server.NowAsync()).Date, TimeSpan.FromHours(9)).AddDays(2).AddHours(10);

    private static async Task<JsonElement> MustAsync(RunningServer server, HttpMethod method, string path, object? body = null)
    {
        var reply = await server.SendAsync(method, $"{path}?test=true", body);
        Assert.True(reply.Status == HttpStatusCode.OK, $"{method} {path}: {reply.Text}");
        return reply.Body.GetProperty("bulkPayout");
    }

    private static async Task RefusedAsync(RunningServer server, HttpMethod method, string path, object? body, HttpStatusCode status, string type, bool test = true)
    {
        var reply = await server.SendAsync(method, $"{path}?test={(test ? "true" : "false")}", body);
        Assert.Equal((status, type), (reply.Status, reply.ErrorType));
        Assert.Matches("[가-힣]", reply.Message);
    }
}
