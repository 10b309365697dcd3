using System.Globalization;
using System.Text;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Auth;

/// <summary>Facts inside a token. Times are the real clock's, so that a moved test clock does not end sessions.</summary>
internal sealed record SessionToken(string Service, string CorpNum, string[] Scopes, string Ip, DateTimeOffset Expires);

/// <summary>The token host: makes and reads tokens.</summary>
internal sealed class SessionTokens(PopbillEmulatorOptions options, SealedText sealer, EmulatorClock clock)
{
    private const string Purpose = "session";
    private static readonly string[] Services = ["POPBILL", "POPBILL_TEST"];

    public Answer Make(ApiCall call)
    {
        var service = call.Segments[0];
        if (!Services.Contains(service)) return Errors.ServiceNotUsable;
        if (call.Headers["x-lh-date"].ToString() is not { Length: > 0 } date) return Errors.DateMissing;
        if (!DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var asked)) return Errors.DateBad;
        if ((asked - clock.RealNow).Duration() > options.AllowedClockSkew) return Errors.DateOutOfRange;
        if (call.Headers.Authorization.ToString() is not { Length: > 0 } authorization) return Errors.NoAuthorization;
        if (authorization.Split(' ') is not ["LINKHUB", var linkId, var signature]) return Errors.BadAuthorization;
        if (linkId != options.LinkId) return Errors.UnknownLinkId;
        if (signature != Expected(call, service)) return Errors.SignatureDiffers;
        if (LenientJson.Read<TokenRequest>(call.Body) is not { Access_id: { } corpNum } wanted) return Errors.Malformed;
        if (call.Db.Number("SELECT COUNT(*) FROM members WHERE corp_num = $0", corpNum) == 0) return Errors.NotAMember;

        var forwarded = call.Headers["x-lh-forwarded"].ToString();
        var ip = forwarded.Length > 0 ? forwarded : call.Ip;
        var expires = clock.RealNow + options.TokenLife;
        var token = new SessionToken(service, corpNum, wanted.Scope ?? ["member"], ip, expires);
        return Answer.Of(new
        {
            session_token = sealer.Seal(Purpose, token),
            serviceID = service,
            linkID = linkId,
            userID = corpNum,
            partnerCode = "P001",
            usercode = "U" + corpNum,
            scope = token.Scopes,
            ipaddress = ip,
            expiration = expires.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        }) with
        { DocumentKey = corpNum };
    }

    /// <summary>The company that a call acts for, or why it may not.</summary>
    public (SessionToken? Token, PopbillError? Error) Read(string? authorization, string ip, string scope)
    {
        if (string.IsNullOrEmpty(authorization)) return (null, Errors.NoAuthorization);
        if (!authorization.StartsWith("Bearer ", StringComparison.Ordinal)) return (null, Errors.BadAuthorization);
        if (sealer.Open<SessionToken>(Purpose, authorization["Bearer ".Length..]) is not { } token) return (null, Errors.TokenUnreadable);
        if (token.Expires <= clock.RealNow) return (null, Errors.SessionExpired);
        if (token.Ip != "*" && token.Ip != ip) return (null, Errors.TokenOtherAddress);
        return token.Scopes.Contains(scope) ? (token, null) : (null, Errors.ScopeMissing);
    }

    public string TimeText() => clock.RealNow.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private string Expected(ApiCall call, string service)
    {
        // Values of all x-lh- headers in the order of their names.
        var values = call.Headers.Where(h => h.Key.StartsWith("x-lh-", StringComparison.OrdinalIgnoreCase))
            .OrderBy(h => h.Key.ToLowerInvariant(), StringComparer.Ordinal).Select(h => string.Join(',', h.Value.ToArray()));
        return LinkhubSignature.Of(Convert.FromBase64String(options.SecretKey), call.Body, values, $"/{service}/Token");
    }

    private sealed record TokenRequest(string? Access_id, string[]? Scope);
}
