using System.Text.Json;

namespace Jeongsan.Popbill;

/// <summary>Sends one request and tells an answer, a refusal, "never sent" and "unknown" apart.</summary>
internal sealed class PopbillWire(HttpClient http, PopbillOptions options)
{
    public async Task<byte[]> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Timeout);
        try
        {
            using var owned = request;
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var body = await response.Content.ReadAsByteArrayAsync(limit.Token);
            if (response.StatusCode == System.Net.HttpStatusCode.OK) return body;
            var status = (int)response.StatusCode;
            throw Refusal(body, status) ?? new PopbillException(PopbillOutcome.Unknown, null, $"HTTP {status} without an error code") { HttpStatus = status };
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            throw new PopbillException(PopbillOutcome.NotSent, null, "no connection", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new PopbillException(PopbillOutcome.Unknown, null, "the connection broke", e);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new PopbillException(PopbillOutcome.Unknown, null, "no answer in time", e);
        }
    }

    /// <summary>A 200 whose JSON cannot be read leaves the outcome unknown; one with a negative code is a refusal.</summary>
    public static T Read<T>(byte[] body)
    {
        if (Refusal(body, 200) is { } refusal) throw refusal;
        try
        {
            return JsonSerializer.Deserialize<T>(body, PopbillJson.Options)
                ?? throw new PopbillException(PopbillOutcome.Unknown, null, "the answer is empty");
        }
        catch (JsonException e)
        {
            throw new PopbillException(PopbillOutcome.Unknown, null, "the answer cannot be read", e);
        }
    }

    private static PopbillException? Refusal(byte[] body, int status)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("code", out var code) && code.TryGetInt32(out var number) && number < 0
                ? new PopbillException(PopbillOutcome.Refused, number, json.RootElement.TryGetProperty("message", out var m) ? m.GetString() ?? "" : "") { HttpStatus = status }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
