using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Jeongsan.TestKit;

namespace Jeongsan.Faults;

/// <summary>The servers of a run, over one database. Any of them may die at any time and is started again on its data.</summary>
internal sealed class Fleet(IReadOnlyList<ServerProcess> servers) : IAsyncDisposable
{
    private const int StartsMax = 5;
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(30);
    private int _next;
    private int _kills;

    public int Kills => _kills;

    /// <summary>Prepared, not started: the ASP must know the first one's address before.</summary>
    public static Fleet Prepare(TestDatabase database, int count) => new([.. Enumerable.Range(0, count).Select(_ => ServerProcess.Prepare(new ServerSettings { Database = database.ServerSetting }))]);

    public ServerProcess First => servers[0];

    public int Count => servers.Count;

    public async Task StartAsync(Uri agency, CancellationToken ct)
    {
        // One after the other: the first makes the database.
        foreach (var server in servers)
            await server.StartAgainAsync(Variables(agency), ct);
    }

    public async Task KillAndStartAgainAsync(int server, Uri agency, CancellationToken ct)
    {
        await servers[server].Kill9Async(ct);
        Interlocked.Increment(ref _kills);
        for (var start = 1; ; start++)
        {
            try
            {
                await servers[server].StartAgainAsync(Variables(agency), ct);
                return;
            }
            catch (Exception notYet) when (notYet is ServerEndedException or TimeoutException && start < StartsMax)
            {
                // As a service manager does it: a machine that is busy with the run may be slow to let a server in.
                await servers[server].Kill9Async(ct);
            }
        }
    }

    public Uri AnyAddress() => servers[(int)((uint)Interlocked.Increment(ref _next) % servers.Count)].Address;

    /// <summary>One try. Null when no server lived through it; the caller looks at the state and tries again.</summary>
    public async Task<JsonNode?> TryPostAsync(string path, JsonObject body, string? idempotencyKey, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(CallLimit);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(AnyAddress(), path)) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new("PortOne", First.ApiSecret);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        try
        {
            using var answer = await First.Client.SendAsync(request, limit.Token);
            var text = await answer.Content.ReadAsStringAsync(limit.Token);
            if (answer.StatusCode is HttpStatusCode.OK)
                return JsonNode.Parse(text);
            // The work is done and its answer lost, or the state has moved on already: the state says it.
            return (int)answer.StatusCode >= 500 || answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.BadRequest or HttpStatusCode.NotFound
                ? null
                : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}");
        }
        catch (Exception gone) when ((gone is HttpRequestException or IOException or OperationCanceledException) && !ct.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Before the trouble begins: whatever is not answered well is an error.</summary>
    public async Task<JsonNode> MustAsync(HttpMethod method, string path, JsonObject? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await First.Client.SendAsync(request, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        return answer.StatusCode is HttpStatusCode.OK ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers)
            await server.DisposeAsync();
    }

    /// <summary>The test pair of the emulators, at the address of the run's own one, and the one master key of the database.</summary>
    private Dictionary<string, string> Variables(Uri agency) => new()
    {
        ["JEONGSAN_POPBILL_ADDRESS"] = agency.AbsoluteUri.TrimEnd('/'),
        ["JEONGSAN_POPBILL_AUTH_ADDRESS"] = agency.AbsoluteUri.TrimEnd('/'),
        ["JEONGSAN_POPBILL_WEBHOOK_KEY"] = AgencyHost.WebhookKey,
        ["JEONGSAN_MASTER_KEY_FILE"] = Path.Combine(First.DataFolder, "master.key"),
    };
}
