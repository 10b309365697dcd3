using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Jeongsan.Popbill;

/// <summary>One token per company, renewed shortly before it expires. Calls that need the same new token wait for one request.</summary>
internal sealed class PopbillTokens(PopbillOptions options, PopbillWire wire, TimeProvider time)
{
    private static readonly string[] Scopes = ["member", "110", "170", "171", "182", "183"];
    private static readonly TimeSpan MarginMax = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<Kept>>> _flights = new(StringComparer.Ordinal);

    /// <summary>Ticks that the token host's clock is ahead of ours; learned when it refuses our time.</summary>
    private long _aheadTicks;

    public async Task<string> GetAsync(string corpNum, CancellationToken ct)
    {
        if (Cached(corpNum) is { } cached) return cached.Text;
        var flight = _flights.GetOrAdd(corpNum, c => new Lazy<Task<Kept>>(() => FlyAsync(c)));
        return (await flight.Value.WaitAsync(ct)).Text;
    }

    /// <summary>Only the token that was refused: a newer one stays.</summary>
    public void Forget(string corpNum, string refused)
    {
        if (_kept.TryGetValue(corpNum, out var kept) && kept.Text == refused) _kept.TryRemove(new KeyValuePair<string, Kept>(corpNum, kept));
    }

    private DateTimeOffset Now => time.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));

    private Kept? Cached(string corpNum) => _kept.TryGetValue(corpNum, out var kept) && kept.RenewAt > Now ? kept : null;

    /// <summary>Not tied to one caller's cancellation: others may be waiting. The wire's time limit ends it.</summary>
    private async Task<Kept> FlyAsync(string corpNum)
    {
        try
        {
            if (Cached(corpNum) is { } other) return other;
            var token = await AskAsync(corpNum);
            var life = token.Expiration - Now;
            var margin = life / 5 < MarginMax ? life / 5 : MarginMax;
            return _kept[corpNum] = new Kept(token.Session_token, token.Expiration - margin);
        }
        finally
        {
            _flights.TryRemove(corpNum, out _);
        }
    }

    private async Task<SessionToken> AskAsync(string corpNum)
    {
        try
        {
            return await AskAtAsync(corpNum, Stamp(Now));
        }
        catch (PopbillException refused) when (refused.Code == PopbillCodes.RequestTimeOutOfRange)
        {
            // Our clock is off (or a test clock): from now on the token host's own time counts.
            var answer = await wire.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(options.AuthAddress, "/Time")), CancellationToken.None);
            if (!DateTimeOffset.TryParse(Encoding.UTF8.GetString(answer.Body).Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var theirs))
                throw new PopbillException(PopbillOutcome.Unknown, null, "the token host's time cannot be read");
            Interlocked.Exchange(ref _aheadTicks, (theirs - time.GetUtcNow()).Ticks);
            return await AskAtAsync(corpNum, Stamp(Now));
        }
    }

    private async Task<SessionToken> AskAtAsync(string corpNum, string date)
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
        var answer = await wire.SendAsync(request, CancellationToken.None);
        var token = PopbillWire.Read<SessionToken>(answer.Body);
        return string.IsNullOrEmpty(token.Session_token) ? throw new PopbillException(PopbillOutcome.Unknown, null, "the token host answered without a token") : token;
    }

    private static string Stamp(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed record Kept(string Text, DateTimeOffset RenewAt);

    private sealed record SessionToken(string Session_token, DateTimeOffset Expiration);
}
