using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Jeongsan.TestKit;

namespace Jeongsan.Crash;

/// <summary>
/// The REST API as a careful program calls it: every POST has an Idempotency-Key, and is repeated with the same key until
/// it was answered. Always the test side.
/// </summary>
internal sealed class PlatformCalls(MortalServer server, CancellationToken cancellation)
{
    /// <summary>How many answers were the ones of an earlier attempt.</summary>
    public int ReplayedCount { get; private set; }

    public Task<JsonNode> PostAsync(string path, JsonObject body)
    {
        var key = Guid.NewGuid().ToString("n");
        return server.AskAsync(
            async token =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, OnTestSide(path)) { Content = JsonContent.Create(body) };
                request.Headers.Add("Idempotency-Key", key);
                return await SendAsync(request, token);
            },
            cancellation);
    }

    public Task<JsonNode> GetAsync(string path, JsonObject? requestBody = null) => server.AskAsync(
        async token =>
        {
            var query = requestBody is null ? "" : $"&requestBody={Uri.EscapeDataString(requestBody.ToJsonString())}";
            using var request = new HttpRequestMessage(HttpMethod.Get, OnTestSide(path) + query);
            return await SendAsync(request, token);
        },
        cancellation);

    /// <summary>Asks until <paramref name="find"/> finds something in the answer.</summary>
    public Task<T> WaitAsync<T>(string what, string path, JsonObject? requestBody, Func<JsonNode, T?> find)
        where T : class =>
        Polling.UntilAsync(what, async _ => find(await GetAsync(path, requestBody)), limit: TimeSpan.FromMinutes(3), cancellation: cancellation);

    public Task<JsonNode> AdvanceClockAsync(DateTimeOffset to) => server.AskAsync(
        async token =>
        {
            // A clock that was moved before the server died is not moved again.
            using var ask = new HttpRequestMessage(HttpMethod.Get, "platform/test-clock?test=true");
            if (DateTimeOffset.Parse((await SendAsync(ask, token))["now"]!.GetValue<string>(), null) is var now && now >= to)
                return JsonValue.Create(now)!;
            using var move = new HttpRequestMessage(HttpMethod.Post, "platform/test-clock/advance?test=true")
            {
                Content = JsonContent.Create(new JsonObject { ["to"] = to.ToString("O") }),
            };
            return await SendAsync(move, token);
        },
        cancellation);

    /// <summary>What the emulators tell: the agency's requests, the bank's transfers.</summary>
    public Task<JsonNode> AskEmulatorAsync(string path) => server.AskAsync(
        async token => await server.Process.Emulator.GetFromJsonAsync<JsonNode>(path, token) ?? throw new InvalidDataException(path),
        cancellation);

    private static string OnTestSide(string path) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}test=true";

    private async Task<JsonNode> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        using var answer = await server.Process.Client.SendAsync(request, token);
        var text = await answer.Content.ReadAsStringAsync(token);
        ReplayedCount += answer.Headers.Contains("Idempotent-Replayed") ? 1 : 0;
        return answer.StatusCode is HttpStatusCode.OK
            ? JsonNode.Parse(text) ?? throw new InvalidDataException($"{request.RequestUri}: null")
            : throw new InvalidOperationException($"{request.Method} {request.RequestUri}: {(int)answer.StatusCode} {text}");
    }
}
