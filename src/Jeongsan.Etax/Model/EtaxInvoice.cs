namespace Jeongsan.Etax;

/// <summary>One e-tax invoice of the standard KEC v3.0: everything that stands in the XML except the signature.</summary>
/// <remarks>
/// Texts that are null or empty are left out of the XML. Building an invoice refuses nothing, so that foreign and faulty documents can be read and shown;
/// <see cref="EtaxInvoiceChecks"/> says what the National Tax Service would refuse, and <see cref="EtaxSigner"/> signs nothing that has such a problem.
/// </remarks>
public sealed record EtaxInvoice
{
    /// <summary>관리번호 of the issuing system, at most 24 characters; not covered by the signature.</summary>
    public string? ManagementId { get; init; }

    /// <summary>관리번호 of another document that this one refers to; not covered by the signature.</summary>
    public string? ReferencedManagementId { get; init; }

    /// <summary>발행일시: when the supplier signed, to the second. Null as long as it is not issued. Not covered by the signature.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>승인번호, 24 characters (see <see cref="Etax.ApprovalNumber"/>). Null as long as it is not issued.</summary>
    public string? ApprovalNumber { get; init; }

    public required EtaxKind Kind { get; init; }

    public required EtaxClass Class { get; init; }

    /// <summary>비고: at most three, of at most 150 characters.</summary>
    public ValueList<string> Remarks { get; init; } = [];

    /// <summary>작성일자, a date in Korea.</summary>
    public required DateOnly WriteDate { get; init; }

    /// <summary>수정사유: in amended kinds, and only there.</summary>
    public EtaxAmendmentReason? AmendmentReason { get; init; }

    /// <summary>영수/청구: in every document but imports.</summary>
    public EtaxPurpose? Purpose { get; init; }

    /// <summary>당초승인번호: approval number of the document that this one amends.</summary>
    public string? OriginalApprovalNumber { get; init; }

    /// <summary>Only in documents that the customs issue.</summary>
    public EtaxImportDeclaration? ImportDeclaration { get; init; }

    /// <summary>공급자.</summary>
    public required EtaxParty Supplier { get; init; }

    /// <summary>공급받는자.</summary>
    public required EtaxParty Recipient { get; init; }

    /// <summary>수탁자: in consigned classes, and only there.</summary>
    public EtaxParty? Broker { get; init; }

    /// <summary>At most four, one of a kind.</summary>
    public ValueList<EtaxPayment> Payments { get; init; } = [];

    /// <summary>공급가액의 합계 in won; negative in most amendments.</summary>
    public required long SupplyTotal { get; init; }

    /// <summary>세액의 합계 in won; 0 in tax-free and zero-rated documents.</summary>
    public long TaxTotal { get; init; }

    /// <summary>합계금액 in won.</summary>
    public required long GrandTotal { get; init; }

    /// <summary>1 to 99, numbered by their place.</summary>
    public required ValueList<EtaxLine> Lines { get; init; }

    /// <summary>The four digits of the document's type, such as 0101.</summary>
    public string TypeCode => EtaxCodes.TypeCode(Kind, Class);
}

/// <summary>One of 현금, 수표, 어음, 외상미수금 and its amount in won.</summary>
public sealed record EtaxPayment(EtaxPaymentKind Kind, long Amount);

/// <summary>수입신고 facts of a document that the customs issued.</summary>
public sealed record EtaxImportDeclaration
{
    /// <summary>수입신고번호, at most 15 characters.</summary>
    public string? Id { get; init; }

    /// <summary>총건, at most six digits.</summary>
    public int? ItemCount { get; init; }

    /// <summary>First day of a combined period, inclusive.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Last day of a combined period, inclusive.</summary>
    public DateOnly? End { get; init; }
}
