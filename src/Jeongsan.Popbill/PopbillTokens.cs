using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Jeongsan.Popbill;

/// <summary>One token per company, kept until shortly before it expires.</summary>
internal sealed class PopbillTokens(PopbillOptions options, PopbillWire wire, TimeProvider time) : IDisposable
{
    private static readonly string[] Scopes = ["member", "110", "170", "182", "183"];
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, SessionToken> _tokens = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    public async Task<string> GetAsync(string corpNum, CancellationToken ct)
    {
        if (Cached(corpNum) is { } cached) return cached;
        await _oneAtATime.WaitAsync(ct);
        try
        {
            if (Cached(corpNum) is { } other) return other;
            var token = await AskAsync(corpNum, ct);
            _tokens[corpNum] = token;
            return token.Session_token;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Forget(string corpNum) => _tokens.TryRemove(corpNum, out _);

    public void Dispose() => _oneAtATime.Dispose();

    private string? Cached(string corpNum) =>
        _tokens.TryGetValue(corpNum, out var token) && token.Expiration - Margin > time.GetUtcNow() ? token.Session_token : null;

    private async Task<SessionToken> AskAsync(string corpNum, CancellationToken ct)
    {
        try
        {
            return await AskAtAsync(corpNum, Stamp(time.GetUtcNow()), ct);
        }
        catch (PopbillException refused) when (refused.Code == PopbillCodes.RequestTimeOutOfRange)
        {
            // Our clock is off (or a test clock): sign with the token host's own time.
            var theirs = await wire.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(options.AuthAddress, "/Time")), ct);
            return await AskAtAsync(corpNum, Encoding.UTF8.GetString(theirs).Trim(), ct);
        }
    }

    private async Task<SessionToken> AskAtAsync(string corpNum, string date, CancellationToken ct)
    {
        var path = $"/{options.ServiceId}/Token";
        var body = JsonSerializer.SerializeToUtf8Bytes(new { access_id = corpNum, scope = Scopes });
        var forwarded = options.RestrictTokensToAddress ? null : "*";
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.AuthAddress, path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json;charset=utf-8");
        request.Headers.TryAddWithoutValidation("x-lh-date", date);
        request.Headers.TryAddWithoutValidation("x-lh-version", PopbillSignature.Version);
        if (forwarded is not null) request.Headers.TryAddWithoutValidation("x-lh-forwarded", forwarded);
        var signature = PopbillSignature.Of(options.SecretKey, body, date, forwarded, path);
        request.Headers.TryAddWithoutValidation("Authorization", $"LINKHUB {options.LinkId} {signature}");
        return PopbillWire.Read<SessionToken>(await wire.SendAsync(request, ct));
    }

    private static string Stamp(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed record SessionToken(string Session_token, DateTimeOffset Expiration);
}
