using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>
/// The ASP, in terms of our domain. A refusal means: surely not done. An exception means: the outcome is unknown, ask by
/// document key before acting again.
/// </summary>
public interface ITaxInvoiceAgency
{
    Task<bool> IsMemberAsync(Tenant tenant, BusinessRegistrationNumber company, CancellationToken ct);

    /// <summary>Makes a company a member. The ASP mails its contact at once.</summary>
    Task<Outcome<Done>> JoinAsync(Tenant tenant, AgencyMember member, CancellationToken ct);

    /// <summary>The ASP's own request mails to suppliers are switched off for this recipient: ours, with our link, is the one that they get.</summary>
    Task<Outcome<Done>> KeepRequestMailsOursAsync(Tenant tenant, BusinessRegistrationNumber recipient, CancellationToken ct);

    /// <summary>The document as the ASP has it; null when it surely has none under this invoice's key.</summary>
    Task<AgencyDocument?> FindAsync(Tenant tenant, TaxInvoice invoice, CancellationToken ct);

    /// <summary>Those of the invoices that the ASP knows, by invoice id. All of one recipient.</summary>
    Task<IReadOnlyDictionary<TaxInvoiceId, AgencyDocument>> FindManyAsync(Tenant tenant, IReadOnlyList<TaxInvoice> invoices, CancellationToken ct);

    /// <summary>Writes the document on the recipient's side and asks the supplier to issue it.</summary>
    Task<Outcome<Done>> RequestAsync(Tenant tenant, TaxInvoice invoice, CancellationToken ct);

    Task<Outcome<Done>> CancelRequestAsync(Tenant tenant, TaxInvoice invoice, string? reason, CancellationToken ct);

    /// <summary>Signs with the supplier's registered certificate and issues.</summary>
    /// <param name="late">The supplier knows that the lawful deadline has passed.</param>
    Task<Outcome<Done>> IssueAsync(Tenant tenant, TaxInvoice invoice, bool late, CancellationToken ct);

    Task<Outcome<Done>> RefuseAsync(Tenant tenant, TaxInvoice invoice, string reason, CancellationToken ct);

    Task<Outcome<Done>> CancelIssuanceAsync(Tenant tenant, TaxInvoice invoice, string? reason, CancellationToken ct);

    /// <summary>Transmits now instead of on the next business day.</summary>
    Task<Outcome<Done>> SendToNtsAsync(Tenant tenant, TaxInvoice invoice, CancellationToken ct);

    /// <summary>The signed document, UTF-8 XML as the NTS gets it.</summary>
    Task<string> XmlAsync(Tenant tenant, TaxInvoice invoice, CancellationToken ct);

    /// <summary>Null when none that works is registered.</summary>
    Task<AgencyCertificate?> CertificateAsync(Tenant tenant, BusinessRegistrationNumber company, CancellationToken ct);

    /// <summary>A page of the ASP, for a minute, where the company registers its certificate.</summary>
    Task<Outcome<Uri>> CertificateRegistrationAsync(Tenant tenant, BusinessRegistrationNumber company, CancellationToken ct);

    /// <summary>Whatever certificate is registered, whether it still works or not; null when there is none.</summary>
    Task<Outcome<AgencyCertificateDetails?>> CertificateDetailsAsync(Tenant tenant, BusinessRegistrationNumber company, CancellationToken ct);

    /// <summary>휴폐업조회; null when the NTS does not know the number.</summary>
    /// <param name="asker">A member: the ASP bills it.</param>
    Task<Outcome<CompanyState?>> CompanyStateAsync(Tenant tenant, BusinessRegistrationNumber asker, BusinessRegistrationNumber company, CancellationToken ct);

    /// <summary>기업정보조회; null when the ASP knows no company of that number.</summary>
    /// <param name="asker">A member: the ASP bills it.</param>
    Task<Outcome<BusinessInfo?>> BusinessInfoAsync(Tenant tenant, BusinessRegistrationNumber asker, BusinessRegistrationNumber company, CancellationToken ct);

    /// <summary>예금주조회; null when there is no such account.</summary>
    /// <param name="bankCode">금융기관 공동코드, four digits.</param>
    Task<Outcome<string?>> AccountHolderAsync(Tenant tenant, BusinessRegistrationNumber asker, string bankCode, string accountNumber, CancellationToken ct);
}

public sealed record AgencyCertificateDetails(
    DateTimeOffset RegisteredAt, DateTimeOffset ExpiresAt, string IssuerName, string SubjectName, string PolicyOid, string RegistrantName, string RegistrantId, bool IsUsable);

/// <summary>What the NTS says about a business number.</summary>
public sealed record CompanyState(CompanyTaxation? Taxation, DateOnly? TaxationSince, BusinessActivity Activity, DateOnly? ActivitySince);

public enum CompanyTaxation
{
    Normal = 0,
    SimpleTaxInvoiceIssuer,
    Simple,
    TaxFree,

    /// <summary>고유번호: associations and the state.</summary>
    AssignedIdNumber,
}

public enum BusinessActivity
{
    InBusiness = 0,
    Closed,
    Suspended,
}

/// <summary>What a company must tell to become a member.</summary>
public sealed record AgencyMember(
    BusinessRegistrationNumber BusinessNumber,
    string CompanyName,
    string RepresentativeName,
    string Address,
    string BusinessType,
    string BusinessClass,
    string ContactName,
    string ContactEmail,
    string ContactPhone);

public sealed record AgencyCertificate(DateTimeOffset ExpiresAt);

/// <summary>What the ASP says about a document.</summary>
public sealed record AgencyDocument(
    AgencyState State, string? ApprovalNumber, DateTimeOffset? IssuedAt, DateTimeOffset? SentAt, DateTimeOffset? ResultAt, string? ResultCode, string? Memo, bool IsLate);

public enum AgencyState
{
    Drafted,
    Requested,
    Issued,
    BeforeSending,
    WaitingSending,
    Sending,
    SendingCompleted,
    SendingFailed,
    Refused,
    RequestCancelled,
    IssuanceCancelled,

    /// <summary>A state that this version does not know: leave ours as it is and look again.</summary>
    Unknown,
}

/// <summary>Every sure "no" of the ASP.</summary>
public abstract record AgencyRefusal : Refusal
{
    private AgencyRefusal()
    {
    }

    /// <param name="Code">The ASP's own code.</param>
    /// <param name="Words">The ASP's own Korean words.</param>
    public sealed record Refused(int Code, string Words) : AgencyRefusal;

    /// <summary>The supplier has no certificate there that works.</summary>
    public sealed record CertificateMissing(int Code, string Words) : AgencyRefusal;

    /// <summary>The request never left: try again later.</summary>
    public sealed record NotReached : AgencyRefusal;
}
