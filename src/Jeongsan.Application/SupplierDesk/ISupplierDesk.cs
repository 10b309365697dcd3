using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.SupplierDesk;

/// <summary>
/// What a supplier who came by the link of a mail can do. Every call names the token of the link; the pages have
/// checked the business number before they call anything below <see cref="CheckBusinessNumberAsync"/>.
/// </summary>
public interface ISupplierDesk
{
    /// <summary>What the link is about, without anything that only the supplier may see.</summary>
    /// <remarks>Refused: LinkUnknown, LinkExpired, LinkReplaced. A settled invoice is an answer with its state, not a refusal.</remarks>
    Task<Outcome<SupplierLinkView>> OpenAsync(string token, CancellationToken ct);

    /// <param name="businessNumber">Ten digits, already stripped of everything else.</param>
    /// <param name="networkAddress">Wrong attempts count per link and per address.</param>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>, then TooManyAttempts, BusinessNumberWrong.</remarks>
    Task<Outcome<Done>> CheckBusinessNumberAsync(string token, string businessNumber, string networkAddress, CancellationToken ct);

    /// <summary>The whole invoice, in any state after the request.</summary>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>.</remarks>
    Task<Outcome<SupplierInvoiceView>> ViewAsync(string token, CancellationToken ct);

    /// <summary>Approves; a second call after the first was carried out says Done again.</summary>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>, NotWaiting, CertificateMissing, CertificateExpired, CertificateOfAnotherCompany, AgencyUnavailable.</remarks>
    Task<Outcome<Done>> ApproveAsync(string token, CancellationToken ct);

    /// <param name="reason">1 to 200 characters, in the supplier's words.</param>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>, NotWaiting, AgencyUnavailable.</remarks>
    Task<Outcome<Done>> RefuseAsync(string token, string reason, CancellationToken ct);

    /// <summary>Whether a certificate is registered at the ASP, and where to register one.</summary>
    /// <param name="returnTo">Where the registration page leads back to.</param>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>, AgencyUnavailable.</remarks>
    Task<Outcome<SupplierCertificateView>> CertificateAsync(string token, Uri returnTo, CancellationToken ct);

    /// <summary>The signed XML as archived.</summary>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>, NotIssuedYet.</remarks>
    Task<Outcome<ReadOnlyMemory<byte>>> XmlAsync(string token, CancellationToken ct);
}
