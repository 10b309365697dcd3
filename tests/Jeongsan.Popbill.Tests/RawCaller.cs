using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Jeongsan.Popbill.Tests;

/// <summary>Sends requests byte by byte as the official SDKs do, around our own client.</summary>
internal sealed class RawCaller(EmulatorHost host)
{
    public sealed record Reply(int Status, string? ContentType, JsonElement Json, HttpResponseMessage Response)
    {
        public int Code => Json.GetProperty("code").GetInt32();
    }

    public async Task<Reply> TokenAsync(string corpNum, string? date = null, string? secret = null, string linkId = "TESTER", bool milliseconds = true, string? forwarded = null, string service = "POPBILL_TEST", string[]? scopes = null, string? contentType = null)
    {
        date ??= DateTime.UtcNow.ToString(milliseconds ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        // Spaces as the Python SDK writes them: the server must hash the bytes that it received.
        var body = Encoding.UTF8.GetBytes($"{{\"access_id\": \"{corpNum}\", \"scope\": [{string.Join(", ", (scopes ?? ["member", "110"]).Select(s => $"\"{s}\""))}]}}");
        var request = new HttpRequestMessage(HttpMethod.Post, $"/{service}/Token") { Content = new ByteArrayContent(body) };
        if (contentType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Headers.TryAddWithoutValidation("x-lh-date", date);
        request.Headers.TryAddWithoutValidation("x-lh-version", "2.0");
        if (forwarded is not null) request.Headers.TryAddWithoutValidation("x-lh-forwarded", forwarded);
        var signature = PopbillSignature.Of(secret ?? EmulatorHost.Secret, body, date, forwarded, $"/{service}/Token");
        request.Headers.TryAddWithoutValidation("Authorization", $"LINKHUB {linkId} {signature}");
        return await SendAsync(request);
    }

    public async Task<string> BearerAsync(string corpNum, params string[] scopes)
    {
        var reply = await TokenAsync(corpNum, scopes: scopes.Length == 0 ? null : scopes);
        return reply.Json.GetProperty("session_token").GetString()!;
    }

    public async Task<Reply> PostAsync(string bearer, string path, string? verb, string body, string? contentType)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (verb is not null) request.Headers.TryAddWithoutValidation("X-HTTP-Method-Override", verb);
        if (contentType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return await SendAsync(request);
    }

    public async Task<Reply> BulkAsync(string bearer, string path, string submitId, string body, string? digest = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        request.Headers.TryAddWithoutValidation("X-HTTP-Method-Override", "BULKISSUE");
        request.Headers.TryAddWithoutValidation("x-pb-message-digest", digest ?? Sha1(bytes));
        request.Headers.TryAddWithoutValidation("x-pb-submit-id", submitId);
        return await SendAsync(request);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The protocol prescribes it.")]
    private static string Sha1(byte[] bytes) => Convert.ToBase64String(System.Security.Cryptography.SHA1.HashData(bytes));

    public async Task<Reply> GetAsync(string bearer, string path, string? acceptEncoding = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (acceptEncoding is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", acceptEncoding);
        return await SendAsync(request);
    }

    private async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        var response = await host.Http.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if (response.Content.Headers.ContentEncoding.Contains("gzip"))
        {
            using var unpacked = new MemoryStream();
            await using var gzip = new System.IO.Compression.GZipStream(new MemoryStream(bytes), System.IO.Compression.CompressionMode.Decompress);
            await gzip.CopyToAsync(unpacked);
            bytes = unpacked.ToArray();
        }
        return new Reply((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), JsonDocument.Parse(bytes).RootElement, response);
    }
}
