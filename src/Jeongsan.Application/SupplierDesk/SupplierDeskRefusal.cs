using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.SupplierDesk;

/// <summary>Every way in which a supplier's link says no, in the order in which it is checked.</summary>
public abstract record SupplierDeskRefusal : Refusal
{
    private SupplierDeskRefusal()
    {
    }

    /// <summary>No such link: mistyped, or cut off by the mail program.</summary>
    public sealed record LinkUnknown : SupplierDeskRefusal;

    /// <summary>A newer mail for the same invoice was sent.</summary>
    public sealed record LinkReplaced(SupplierPlatform Platform, DateTimeOffset ReplacedAt) : SupplierDeskRefusal;

    /// <summary>Older than two months.</summary>
    public sealed record LinkExpired(SupplierPlatform Platform, DateOnly ExpiredOn) : SupplierDeskRefusal;

    /// <summary>Wrong number too often for this link or from this address; nothing was checked.</summary>
    public sealed record TooManyAttempts(SupplierPlatform Platform, TimeSpan Wait) : SupplierDeskRefusal;

    /// <param name="AttemptsLeft">Before attempts are slowed down.</param>
    public sealed record BusinessNumberWrong(SupplierPlatform Platform, int AttemptsLeft) : SupplierDeskRefusal;

    /// <summary>It was settled meanwhile: approved, refused or taken back.</summary>
    public sealed record NotWaiting(SupplierInvoiceState State) : SupplierDeskRefusal;

    public sealed record NotIssuedYet : SupplierDeskRefusal;

    /// <summary>It is with the NTS, or on its way: only an amendment changes it.</summary>
    public sealed record SentAlready : SupplierDeskRefusal;

    public sealed record CertificateMissing : SupplierDeskRefusal;

    /// <param name="ExpiredOn">Null when the ASP does not say.</param>
    public sealed record CertificateExpired(DateOnly? ExpiredOn) : SupplierDeskRefusal;

    public sealed record CertificateOfAnotherCompany : SupplierDeskRefusal;

    /// <summary>The platform's register of processors lets nothing go to the ASP, or the supplier had the processing of its data stopped.</summary>
    public sealed record AgencyNotEntrusted(SupplierPlatform Platform) : SupplierDeskRefusal;

    /// <summary>The ASP does not answer; nothing was lost.</summary>
    public sealed record AgencyUnavailable : SupplierDeskRefusal;
}
