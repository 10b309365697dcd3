using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace Jeongsan.Popbill;

/// <summary>The body of an answer with status 200, unpacked.</summary>
internal sealed record PopbillAnswer(byte[] Body, string? MediaType);

/// <summary>Sends one request and tells an answer, a refusal, "never sent" and "unknown" apart.</summary>
internal sealed class PopbillWire(HttpClient http, PopbillOptions options)
{
    /// <summary>Larger than any answer of the protocol; a packed answer must not fill the memory.</summary>
    private const int AnswerBytesMax = 64 * 1024 * 1024;

    public async Task<PopbillAnswer> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Timeout);
        try
        {
            using var owned = request;
            // Gzip only: it is the one packing that the service is known to use.
            if (request.Headers.AcceptEncoding.Count == 0) request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var body = await BodyAsync(response.Content, limit.Token);
            if (response.StatusCode == HttpStatusCode.OK) return new PopbillAnswer(body, response.Content.Headers.ContentType?.MediaType);
            var status = (int)response.StatusCode;
            throw Refusal(body, status) ?? new PopbillException(PopbillOutcome.Unknown, null, $"HTTP {status} without an error code") { HttpStatus = status };
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            throw new PopbillException(PopbillOutcome.NotSent, null, "no connection", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            throw new PopbillException(PopbillOutcome.Unknown, null, "the connection or the answer broke", e);
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
        catch (JsonException)
        {
            // The parser's own message may quote the answer.
            throw new PopbillException(PopbillOutcome.Unknown, null, "the answer cannot be read");
        }
    }

    private static PopbillException? Refusal(byte[] body, int status)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("code", out var code)) return null;
            var number = code.ValueKind switch
            {
                JsonValueKind.Number when code.TryGetInt32(out var plain) => plain,
                JsonValueKind.String when int.TryParse(code.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var quoted) => quoted,
                _ => 0,
            };
            if (number >= 0) return null;
            var message = json.RootElement.TryGetProperty("message", out var m) && m.ValueKind == JsonValueKind.String ? m.GetString() : null;
            return new PopbillException(PopbillOutcome.Refused, number, message ?? "") { HttpStatus = status };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<byte[]> BodyAsync(HttpContent content, CancellationToken ct)
    {
        await using var plain = await content.ReadAsStreamAsync(ct);
        // Empty when the caller's own handler has unpacked it already.
        var isPacked = content.Headers.ContentEncoding.Contains("gzip", StringComparer.OrdinalIgnoreCase);
        await using var source = isPacked ? new GZipStream(plain, CompressionMode.Decompress) : plain;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await source.ReadAsync(buffer, ct)) > 0;)
        {
            if (body.Length + read > AnswerBytesMax) throw new InvalidDataException("The answer is too large.");
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }
}
