using System.Net.Http.Headers;
using System.Text.Json;

namespace Jeongsan.Popbill;

/// <summary>Popbill's HTTP protocol, typed. Every call names the company (10 digits) on whose behalf it is made.</summary>
/// <remarks>
/// Give it an <see cref="HttpClient"/> of its own and the real clock: tokens live by the token host's time.
/// Nothing is repeated by itself except after a refused token. Every failure is a <see cref="PopbillException"/>.
/// </remarks>
public sealed class PopbillClient : IDisposable
{
    private readonly PopbillOptions _options;
    private readonly PopbillWire _wire;
    private readonly PopbillTokens _tokens;

    public PopbillClient(PopbillOptions options, HttpClient http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _wire = new PopbillWire(http, options);
        _tokens = new PopbillTokens(options, _wire, time);
        Members = new PopbillMembers(this);
        Certificates = new PopbillCertificates(this);
        TaxInvoices = new PopbillTaxInvoices(this);
        Lookups = new PopbillLookups(this);
    }

    public PopbillMembers Members { get; }

    public PopbillCertificates Certificates { get; }

    public PopbillTaxInvoices TaxInvoices { get; }

    public PopbillLookups Lookups { get; }

    public void Dispose() => _tokens.Dispose();

    internal string LinkId => _options.LinkId;

    internal Task<T> GetAsync<T>(string? corpNum, string path, CancellationToken ct) => CallAsync<T>(corpNum, HttpMethod.Get, path, null, null, ct);

    /// <summary>Every change is a POST; <paramref name="verb"/> is the real verb where there is one.</summary>
    internal Task<T> PostAsync<T>(string? corpNum, string path, string? verb, object? body, CancellationToken ct) =>
        CallAsync<T>(corpNum, HttpMethod.Post, path, verb, () => JsonBody(body), ct);

    internal Task<PopbillResult> PostFormAsync(string corpNum, string path, Dictionary<string, string> form, CancellationToken ct) =>
        CallAsync<PopbillResult>(corpNum, HttpMethod.Post, path, null, () => new FormUrlEncodedContent(form), ct);

    internal Task<T> GetAuthAsync<T>(string corpNum, string tail, CancellationToken ct) =>
        CallAsync<T>(corpNum, HttpMethod.Get, new Uri(_options.AuthAddress, $"/{_options.ServiceId}/{tail}"), null, null, ct);

    internal Task<byte[]> GetBytesAsync(string corpNum, string path, CancellationToken ct) =>
        RawAsync(corpNum, HttpMethod.Get, new Uri(_options.BaseAddress, path), null, null, ct);

    private static ByteArrayContent JsonBody(object? body)
    {
        var content = new ByteArrayContent(body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(body, PopbillJson.Options));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }

    private Task<T> CallAsync<T>(string? corpNum, HttpMethod method, string path, string? verb, Func<HttpContent>? content, CancellationToken ct) =>
        CallAsync<T>(corpNum, method, new Uri(_options.BaseAddress, path), verb, content, ct);

    private async Task<T> CallAsync<T>(string? corpNum, HttpMethod method, Uri address, string? verb, Func<HttpContent>? content, CancellationToken ct) =>
        PopbillWire.Read<T>(await RawAsync(corpNum, method, address, verb, content, ct));

    private async Task<byte[]> RawAsync(string? corpNum, HttpMethod method, Uri address, string? verb, Func<HttpContent>? content, CancellationToken ct)
    {
        try
        {
            return await OnceAsync(corpNum, method, address, verb, content, ct);
        }
        catch (PopbillException e) when (corpNum is not null && e.Code is PopbillCodes.SessionExpired or PopbillCodes.TokenUnreadable)
        {
            // Refused at the door, so nothing was done: safe to repeat once with a fresh token.
            _tokens.Forget(corpNum!);
            return await OnceAsync(corpNum, method, address, verb, content, ct);
        }
    }

    private async Task<byte[]> OnceAsync(string? corpNum, HttpMethod method, Uri address, string? verb, Func<HttpContent>? content, CancellationToken ct)
    {
        var request = new HttpRequestMessage(method, address) { Content = content?.Invoke() };
        if (corpNum is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(corpNum, ct));
        if (verb is not null) request.Headers.TryAddWithoutValidation("X-HTTP-Method-Override", verb);
        return await _wire.SendAsync(request, ct);
    }

    private async Task<string> TokenAsync(string corpNum, CancellationToken ct)
    {
        try
        {
            return await _tokens.GetAsync(corpNum, ct);
        }
        catch (PopbillException e) when (e.Outcome == PopbillOutcome.Unknown)
        {
            throw new PopbillException(PopbillOutcome.NotSent, null, "no token could be had", e);
        }
    }
}
