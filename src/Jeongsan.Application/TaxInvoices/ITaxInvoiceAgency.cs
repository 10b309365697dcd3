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

    /// <summary>Company data and contact of a member that we joined; a company that we only linked keeps its own.</summary>
    Task<Outcome<Done>> UpdateMemberAsync(Tenant tenant, AgencyMember member, CancellationToken ct);

    /// <summary>What is left to issue with, and what an issue costs.</summary>
    Task<Outcome<AgencyBalance>> BalanceAsync(Tenant tenant, BusinessRegistrationNumber company, CancellationToken ct);

    /// <summary>The ASP's own mails on our company's requests and forward invoices are switched off: ours, with our link, are those that the other side gets.</summary>
    Task<Outcome<Done>> KeepRequestMailsOursAsync(Tenant tenant, BusinessRegistrationNumber company, CancellationToken ct);

    /// <summary>The document as the ASP has it; null when it surely has none under this invoice's key.</summary>
    Task<AgencyDocument?> FindAsync(Tenant tenant, AgencyKey key, CancellationToken ct);

    /// <summary>Those that the ASP knows, in one call. All keys are of one company and side, at most 1,000.</summary>
    Task<IReadOnlyDictionary<TaxInvoiceId, AgencyDocument>> FindManyAsync(Tenant tenant, IReadOnlyList<AgencyKey> keys, CancellationToken ct);

    /// <summary>Writes the document on the recipient's side, with its files, and asks the supplier to issue it.</summary>
    Task<Outcome<Done>> RequestAsync(Tenant tenant, TaxInvoice invoice, IReadOnlyList<AgencyFile> files, CancellationToken ct);

    Task<Outcome<Done>> CancelRequestAsync(Tenant tenant, TaxInvoice invoice, string? reason, CancellationToken ct);

    /// <summary>Signs with the supplier's registered certificate and issues.</summary>
    /// <param name="late">The supplier knows that the lawful deadline has passed.</param>
    Task<Outcome<AgencyIssue>> IssueAsync(Tenant tenant, TaxInvoice invoice, bool late, CancellationToken ct);

    /// <summary>Writes the document in the supplier's name, with its files, signs and issues it: the way of forward invoices and of amendments.</summary>
    /// <param name="late">The supplier knows that the lawful deadline has passed.</param>
    Task<Outcome<AgencyIssue>> IssueForwardAsync(Tenant tenant, TaxInvoice invoice, IReadOnlyList<AgencyFile> files, bool late, CancellationToken ct);

    Task<Outcome<Done>> RefuseAsync(Tenant tenant, TaxInvoice invoice, string reason, CancellationToken ct);

    Task<Outcome<Done>> CancelIssuanceAsync(Tenant tenant, TaxInvoice invoice, string? reason, CancellationToken ct);

    /// <summary>Transmits now instead of on the next business day.</summary>
    Task<Outcome<Done>> SendToNtsAsync(Tenant tenant, TaxInvoice invoice, CancellationToken ct);

    /// <summary>The signed document, UTF-8 XML as the NTS gets it.</summary>
    Task<string> XmlAsync(Tenant tenant, AgencyKey key, CancellationToken ct);

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
    Task<Outcome<string?>> AccountHolderAsync(Tenant tenant, BusinessRegistrationNumber asker, string bankCode, string accountNumber, HolderIdentity? identity, CancellationToken ct);
}

/// <param name="MemberPoints">Prepaid by the company itself.</param>
/// <param name="PartnerPoints">Prepaid by whoever holds the LinkID.</param>
/// <param name="UnitCostPoints">Of one tax invoice, rounded up.</param>
/// <param name="IsPaidByPartner">Whose points an issue takes.</param>
public sealed record AgencyBalance(long MemberPoints, long PartnerPoints, long UnitCostPoints, bool IsPaidByPartner)
{
    public long Payable => IsPaidByPartner ? PartnerPoints : MemberPoints;
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

/// <summary>By what the ASP knows a document: a company, its side and its document number (문서번호).</summary>
public sealed record AgencyKey(TaxInvoiceId Invoice, BusinessRegistrationNumber Company, bool IsSuppliers, string Key)
{
    /// <summary>The recipient writes reverse invoices; the supplier forward ones, and amendments are written in the supplier's name.</summary>
    public static AgencyKey Of(TaxInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return Of(invoice.Id, invoice.Issuance, invoice.Document, invoice.SupplierBrn, invoice.SupplierDocumentKey, invoice.RecipientBrn, invoice.RecipientDocumentKey);
    }

    internal static AgencyKey Of(
        TaxInvoiceId id, TaxInvoiceIssuance issuance, TaxInvoiceDocument document, BusinessRegistrationNumber supplier, string? supplierKey, BusinessRegistrationNumber recipient, string? recipientKey) =>
        document == TaxInvoiceDocument.Modification || issuance == TaxInvoiceIssuance.Normal
            ? new(id, supplier, IsSuppliers: true, supplierKey ?? throw new InvalidDataException($"{id} has no key on the supplier's side."))
            : new(id, recipient, IsSuppliers: false, recipientKey ?? throw new InvalidDataException($"{id} has no key on the recipient's side."));
}

/// <param name="ApprovalNumber">Null when the ASP did not tell it with the issue: ask for the document.</param>
public sealed record AgencyIssue(string? ApprovalNumber, DateTimeOffset? IssuedAt);

/// <summary>What the ASP says about a document.</summary>
public sealed record AgencyDocument(
    AgencyState State, string? ApprovalNumber, DateTimeOffset? IssuedAt, DateTimeOffset? SentAt, DateTimeOffset? ResultAt, string? ResultCode, string? Memo, bool IsLate,
    AgencyFacts Facts)
{
    /// <summary>Whether it is the invoice, and not another document under the same number. What the ASP does not tell can't differ.</summary>
    public bool IsOf(TaxInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return (Facts.Supplier is null || Facts.Supplier == invoice.SupplierBrn.Value)
            && (Facts.Recipient is null || Facts.Recipient == invoice.RecipientBrn.Value)
            && (Facts.WriteDate is null || Facts.WriteDate == invoice.WriteDate.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture))
            && (Facts.SupplyWon is null || Facts.SupplyWon == invoice.TotalSupplyAmount.Value)
            && (Facts.TaxWon is null || Facts.TaxWon == invoice.TotalTaxAmount.Value);
    }
}

/// <param name="WriteDate">Eight digits.</param>
public sealed record AgencyFacts(string? Supplier, string? Recipient, string? WriteDate, long? SupplyWon, long? TaxWon);

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

    /// <summary>Somebody's document has this number already: ask whether it is ours.</summary>
    public sealed record KeyUsed(string Words) : AgencyRefusal;

    /// <summary>Nothing is wrong with the document; whoever pays must charge points first.</summary>
    public sealed record PointsTooLow(string Words) : AgencyRefusal;

    /// <summary>The ASP takes nothing now, for a reason that is not the document's: maintenance, too many calls, a wrong setting.</summary>
    public sealed record Unavailable(string Words) : AgencyRefusal;

    /// <summary>The request never left: try again later.</summary>
    public sealed record NotReached : AgencyRefusal;
}

/// <summary>By which the bank tells whether an account is somebody's.</summary>
/// <param name="Digits">Of a person yyMMdd, of a business its registration number.</param>
public sealed record HolderIdentity(bool IsBusiness, string Digits);
