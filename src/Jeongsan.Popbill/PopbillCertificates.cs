using System.Globalization;

namespace Jeongsan.Popbill;

internal sealed record PopbillUrl(string Url);

/// <summary>The joint certificate (공동인증서) that Popbill keeps for a company.</summary>
public sealed record PopbillCertificate
{
    public string? RegDT { get; init; }
    public string? ExpireDT { get; init; }
    public string? IssuerDN { get; init; }
    public string? SubjectDN { get; init; }
    public string? IssuerName { get; init; }
    public string? Oid { get; init; }
    public string? RegContactName { get; init; }
    public string? RegContactID { get; init; }
}

public enum CertificateState
{
    Usable,
    None,
    Expired,
    Revoked,
    Invalid,
}

public sealed class PopbillCertificates
{
    private readonly PopbillClient _client;

    internal PopbillCertificates(PopbillClient client) => _client = client;

    /// <summary>A page where the company stores its certificate at Popbill. Must be opened within 30 seconds.</summary>
    public async Task<Uri> RegistrationPageAsync(string corpNum, CancellationToken ct) =>
        new((await _client.GetAsync<PopbillUrl>(corpNum, "/Member?TG=CERT", ct)).Url);

    public async Task<CertificateState> StateAsync(string corpNum, CancellationToken ct)
    {
        try
        {
            await _client.GetAsync<PopbillResult>(corpNum, "/Taxinvoice/CertCheck", ct);
            return CertificateState.Usable;
        }
        catch (PopbillException e) when (e.Code is { } code && StateOf(code) is { } state)
        {
            return state;
        }
    }

    public Task<PopbillCertificate> InfoAsync(string corpNum, CancellationToken ct) =>
        _client.GetAsync<PopbillCertificate>(corpNum, "/Taxinvoice/Certificate", ct);

    /// <summary>Korean wall-clock time of expiry, as an instant.</summary>
    public async Task<DateTimeOffset> ExpiryAsync(string corpNum, CancellationToken ct)
    {
        var text = (await _client.GetAsync<Expiry>(corpNum, "/Taxinvoice?cfg=CERT", ct)).CertificateExpiration;
        return DateTime.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, TimeSpan.FromHours(9))
            : throw new PopbillException(PopbillOutcome.Unknown, null, "the expiry date cannot be read");
    }

    private static CertificateState? StateOf(int code) => code switch
    {
        PopbillCodes.NoCertificate or PopbillCodes.NoCertificateOnFile => CertificateState.None,
        PopbillCodes.CertificateExpired => CertificateState.Expired,
        PopbillCodes.CertificateRevoked => CertificateState.Revoked,
        PopbillCodes.CertificateInvalid => CertificateState.Invalid,
        _ => null,
    };

    private sealed record Expiry(string CertificateExpiration);
}
