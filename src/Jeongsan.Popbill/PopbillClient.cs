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
    private readonly string? _contactId;

    public PopbillClient(PopbillOptions options, HttpClient http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _wire = new PopbillWire(http, options);
        _tokens = new PopbillTokens(options, _wire, time);
        (Members, Points, Certificates, TaxInvoices, Lookups) = (new(this), new(this), new(this), new(this), new(this));
    }

    private PopbillClient(PopbillClient other, string contactId)
    {
        (_options, _wire, _tokens, _contactId) = (other._options, other._wire, other._tokens, contactId);
        (Members, Points, Certificates, TaxInvoices, Lookups) = (new(this), new(this), new(this), new(this), new(this));
    }

    public PopbillMembers Members { get; }

    public PopbillPoints Points { get; }

    public PopbillCertificates Certificates { get; }

    public PopbillTaxInvoices TaxInvoices { get; }

    public PopbillLookups Lookups { get; }

    /// <summary>The same client, its calls made in the name of one contact (담당자) of the company: the history then says who it was.</summary>
    public PopbillClient ActingAs(string contactId) => new(this, contactId);

    /// <summary>Holds nothing of its own; the <see cref="HttpClient"/> belongs to whoever made it.</summary>
    public void Dispose()
    {
        // kept so that callers need not care
    }

    internal string LinkId => _options.LinkId;

    internal Task<T> GetAsync<T>(string? corpNum, string path, CancellationToken ct) => CallAsync<T>(new Call(corpNum, HttpMethod.Get, Api(path)), ct);

    /// <summary>Every change is a POST; <paramref name="verb"/> is the real verb where there is one.</summary>
    internal Task<T> PostAsync<T>(string? corpNum, string path, string? verb, object? body, CancellationToken ct) =>
        CallAsync<T>(new Call(corpNum, HttpMethod.Post, Api(path)) { Verb = verb, Content = () => JsonContent(JsonBytes(body)) }, ct);

    /// <summary>The bytes as they are, with headers that speak about them.</summary>
    internal Task<T> PostBytesAsync<T>(string corpNum, string path, string verb, byte[] json, IReadOnlyDictionary<string, string> headers, CancellationToken ct) =>
        CallAsync<T>(new Call(corpNum, HttpMethod.Post, Api(path)) { Verb = verb, Content = () => JsonContent(json), Headers = headers }, ct);

    internal Task<PopbillResult> PostContentAsync(string corpNum, string path, Func<HttpContent> content, CancellationToken ct) =>
        CallAsync<PopbillResult>(new Call(corpNum, HttpMethod.Post, Api(path)) { Content = content }, ct);

    internal Task<T> GetAuthAsync<T>(string corpNum, string tail, CancellationToken ct) =>
        CallAsync<T>(new Call(corpNum, HttpMethod.Get, new Uri(_options.AuthAddress, $"/{_options.ServiceId}/{tail}")), ct);

    internal Task<PopbillAnswer> GetRawAsync(string corpNum, string path, CancellationToken ct) => SendAsync(new Call(corpNum, HttpMethod.Get, Api(path)), ct);

    internal static byte[] JsonBytes(object? body) => body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(body, PopbillJson.Options);

    private Uri Api(string path) => new(_options.BaseAddress, path);

    private static ByteArrayContent JsonContent(byte[] json)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }

    private async Task<T> CallAsync<T>(Call call, CancellationToken ct) => PopbillWire.Read<T>((await SendAsync(call, ct)).Body);

    private async Task<PopbillAnswer> SendAsync(Call call, CancellationToken ct)
    {
        if (call.CorpNum is null) return await _wire.SendAsync(Request(call, null), ct);
        PopbillLimits.Digits("corpNum", call.CorpNum, 10);
        var token = await TokenAsync(call.CorpNum, ct);
        try
        {
            return await _wire.SendAsync(Request(call, token), ct);
        }
        catch (PopbillException e) when (e.Code is PopbillCodes.SessionExpired or PopbillCodes.TokenUnreadable)
        {
            // Refused at the door, so nothing was done: safe to repeat once with a fresh token.
            _tokens.Forget(call.CorpNum, token);
            return await _wire.SendAsync(Request(call, await TokenAsync(call.CorpNum, ct)), ct);
        }
    }

    private HttpRequestMessage Request(Call call, string? token)
    {
        var request = new HttpRequestMessage(call.Method, call.Address) { Content = call.Content?.Invoke() };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (token is not null && _contactId is not null) request.Headers.TryAddWithoutValidation("x-pb-userid", _contactId);
        if (call.Verb is not null) request.Headers.TryAddWithoutValidation("X-HTTP-Method-Override", call.Verb);
        foreach (var (name, value) in call.Headers ?? new Dictionary<string, string>()) request.Headers.TryAddWithoutValidation(name, value);
        return request;
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

    private sealed record Call(string? CorpNum, HttpMethod Method, Uri Address)
    {
        public string? Verb { get; init; }

        public Func<HttpContent>? Content { get; init; }

        public IReadOnlyDictionary<string, string>? Headers { get; init; }
    }
}
