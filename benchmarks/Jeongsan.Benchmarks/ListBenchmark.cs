using System.Diagnostics;
using System.Globalization;
using Jeongsan.TestKit;

namespace Jeongsan.Benchmarks;

/// <summary>Pages of the list of transfers through GET /platform/transfer-summaries of a running server.</summary>
internal static class ListBenchmark
{
    private const int PartnerCount = 1_000;
    private const int AskedCount = 40;

    public static async Task RunAsync(DatabaseKind kind, int transferCount)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var server = await ServerProcess.StartAsync(new ServerSettings { Database = database.ServerSetting });
        await using var shop = await Shop.OpenAsync(database, server.DataFolder, PartnerCount);
        // Two years back, paid out; one of ten lies ahead and is in process.
        var day = kind is DatabaseKind.Sqlite ? "date(settlement_date, (n % 700) || ' days')" : "settlement_date + (n % 700)::int";
        var past = kind is DatabaseKind.Sqlite ? "date(settlement_date, '-' || (n % 700) || ' days')" : "settlement_date - (n % 700)::int";
        await shop.SellAsync(transferCount, PartnerCount, new Dictionary<string, string>
        {
            ["status"] = "CASE WHEN n % 10 = 0 THEN 'InProcess' ELSE 'PaidOut' END",
            ["settlement_date"] = $"CASE WHEN n % 10 = 0 THEN {day} ELSE {past} END",
        });
        var month = shop.Today.AddDays(-60);
        (string What, Func<int, string> Body)[] lists =
        [
            ("first page", _ => """{ "page": { "number": 0, "size": 50 } }"""),
            ("page 200", _ => """{ "page": { "number": 200, "size": 50 } }"""),
            ("a partner's", turn => $$"""{ "page": { "number": 0, "size": 50 }, "filter": { "keyword": { "partnerId": "p{{turn}}" } } }"""),
            ("in process", _ => """{ "page": { "number": 0, "size": 50 }, "filter": { "statuses": ["IN_PROCESS"] } }"""),
            ("paid out", _ => """{ "page": { "number": 0, "size": 50 }, "filter": { "statuses": ["PAID_OUT"] } }"""),
            ("settled in a month", turn => string.Create(CultureInfo.InvariantCulture, $$"""{ "page": { "number": 0, "size": 50 }, "filter": { "settlementDateRange": { "from": "{{month.AddDays(-turn):yyyy-MM-dd}}", "until": "{{month.AddDays(30 - turn):yyyy-MM-dd}}" } } }""")),
            ("of a tag of partners", _ => """{ "page": { "number": 0, "size": 50 }, "filter": { "partnerTags": ["서울"] } }"""),
            ("a word anywhere", turn => $$"""{ "page": { "number": 0, "size": 50 }, "filter": { "keyword": { "all": "pay-{{turn}}" } } }"""),
            ("of a payment", turn => $$"""{ "page": { "number": 0, "size": 50 }, "filter": { "keyword": { "paymentId": "pay-{{turn}}" } } }"""),
        ];
        foreach (var (what, body) in lists)
        {
            var times = new List<TimeSpan>();
            for (var turn = 0; turn < AskedCount; turn++)
            {
                var watch = Stopwatch.StartNew();
                using var answer = await server.Client.GetAsync($"platform/transfer-summaries?test=true&requestBody={Uri.EscapeDataString(body(turn))}");
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                times.Add(watch.Elapsed);
            }
            times.Sort();
            Console.WriteLine($"{kind}: {transferCount:#,0} transfers, {what}: p50 {times[AskedCount / 2].TotalMilliseconds:0} ms, p95 {times[AskedCount * 95 / 100].TotalMilliseconds:0} ms");
        }
    }
}
