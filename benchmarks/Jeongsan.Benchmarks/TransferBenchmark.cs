using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Jeongsan.TestKit;

namespace Jeongsan.Benchmarks;

/// <summary>
/// Order transfers per second through POST /platform/transfers/order of a running server, beside the database's own rate
/// of durable single-row commits on the same disk in the same run. Server, database and callers share the machine.
/// </summary>
internal static class TransferBenchmark
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private const int PartnerCount = 100;

    public static async Task RunAsync(DatabaseKind kind, TimeSpan span)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var commits = await CommitRate.MeasureAsync(database);
        Console.WriteLine($"{kind}: {commits} durable single-row commits/s");
        await using var server = await ServerProcess.StartAsync(new ServerSettings { Database = database.ServerSetting });
        await AgreeAsync(server);
        await MeasureAsync(server, "warm-up", 8, WarmUp);
        foreach (var connections in new[] { 1, 8, 64 })
        {
            var busy = server.ProcessorTime;
            var (rate, slowest) = await MeasureAsync(server, $"c{connections}", connections, span);
            Console.WriteLine($"{kind}: {connections,2} connections: {rate} orders/s = {rate / (double)commits:0.00} × commits; 99 % within {slowest.TotalMilliseconds:0} ms; {(server.ProcessorTime - busy).TotalMilliseconds * 1_000 / (rate * span.TotalSeconds):0} µs of the server's processor an order");
        }
    }

    private static async Task AgreeAsync(ServerProcess server)
    {
        await PostAsync(server.Client, "platform/contracts", """
            { "id": "contract", "name": "기본 계약", "platformFee": { "fixedRate": 10000 }, "platformFeeVatPayer": "PARTNER", "subtractPaymentVatAmount": false,
              "settlementCycle": { "lagDays": 1, "datePolicy": "HOLIDAY_AFTER", "method": { "daily": {} } } }
            """);
        for (var index = 0; index < PartnerCount; index++)
        {
            await PostAsync(server.Client, "platform/partners", $$"""
                { "id": "p{{index}}", "name": "가게 {{index}}", "defaultContractId": "contract", "tags": [],
                  "contact": { "name": "김정산", "phoneNumber": "010-0000-0000", "email": "p{{index}}@example.com" },
                  "account": { "bank": "SHINHAN", "currency": "KRW", "number": "110000000001", "holder": "가게 {{index}}" },
                  "type": { "nonWhtPayer": {} } }
                """);
        }
    }

    private static async Task<(int Rate, TimeSpan Slowest)> MeasureAsync(ServerProcess server, string run, int connections, TimeSpan span)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = connections };
        using var client = new HttpClient(handler) { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new("PortOne", server.ApiSecret);
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(async caller =>
        {
            var mine = new List<TimeSpan>();
            for (var number = 0; watch.Elapsed < span; number++)
            {
                var began = watch.Elapsed;
                await PostAsync(client, "platform/transfers/order", $$"""
                    { "partnerId": "p{{(caller + number) % PartnerCount}}", "paymentId": "{{run}}-{{caller}}-{{number}}", "orderDetail": { "orderAmount": 110000 },
                      "discounts": [], "additionalFees": [], "externalPaymentDetail": { "currency": "KRW" } }
                    """);
                mine.Add(watch.Elapsed - began);
            }
            return mine;
        }));
        var all = times.SelectMany(mine => mine).Order().ToList();
        return ((int)(all.Count / watch.Elapsed.TotalSeconds), all[all.Count * 99 / 100]);
    }

    private static async Task PostAsync(HttpClient client, string path, string body)
    {
        using var answer = await client.PostAsJsonAsync($"{path}?test=true", JsonNode.Parse(body));
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
