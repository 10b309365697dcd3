namespace Jeongsan.Popbill;

/// <summary>Which party's document number a call uses; the company of the call must be that party.</summary>
public enum InvoiceSide
{
    /// <summary>SELL: the supplier's number.</summary>
    Supplier,

    /// <summary>BUY: the recipient's number.</summary>
    Recipient,

    /// <summary>TRUSTEE: the trustee's number.</summary>
    Trustee,
}

/// <summary>State of an invoice at Popbill. Unknown numbers of <see cref="StateCode"/> must be tolerated.</summary>
/// <remarks>100 draft, 200 requested, 300 issued, 301–303 being filed, 304 filed, 305 filing failed, 400 refused, 500 request cancelled, 600 issue cancelled.</remarks>
public sealed record TaxinvoiceInfo
{
    public string ItemKey { get; init; } = "";
    public string? TaxType { get; init; }
    public string? WriteDate { get; init; }
    public string? RegDT { get; init; }
    public string? IssueType { get; init; }
    public string? SupplyCostTotal { get; init; }
    public string? TaxTotal { get; init; }
    public string? PurposeType { get; init; }
    public string? IssueDT { get; init; }
    public bool LateIssueYN { get; init; }
    public bool OpenYN { get; init; }
    public string? OpenDT { get; init; }
    public string? StateMemo { get; init; }
    public int StateCode { get; init; }
    public string? StateDT { get; init; }
    public string? NtsconfirmNum { get; init; }
    public string? Ntsresult { get; init; }
    public string? NtssendDT { get; init; }
    public string? NtsresultDT { get; init; }
    public string? NtssendErrCode { get; init; }
    public int? ModifyCode { get; init; }
    public string? InvoicerCorpName { get; init; }
    public string? InvoicerCorpNum { get; init; }
    public string? InvoicerMgtKey { get; init; }
    public string? InvoiceeCorpName { get; init; }
    public string? InvoiceeCorpNum { get; init; }
    public string? InvoiceeMgtKey { get; init; }
    public string? TrusteeCorpName { get; init; }
    public string? TrusteeCorpNum { get; init; }
    public string? TrusteeMgtKey { get; init; }
    public int? CloseDownState { get; init; }
    public string? CloseDownStateDate { get; init; }
}

public sealed record TaxinvoiceLog
{
    public int DocLogType { get; init; }
    public string? Log { get; init; }
    public string? ProcType { get; init; }
    public string? ProcCorpName { get; init; }
    public string? ProcContactName { get; init; }
    public string? ProcMemo { get; init; }
    public string? RegDT { get; init; }
    public string? Ip { get; init; }
}

/// <summary>Answer of issuing: the approval number of 24 characters and the issue time (yyyyMMddHHmmss, Seoul).</summary>
public sealed record TaxinvoiceIssued(int Code, string? Message, string? NtsConfirmNum, string? IssueDT);

public sealed record TaxinvoicePage
{
    public int Total { get; init; }
    public int PerPage { get; init; }
    public int PageNum { get; init; }
    public int PageCount { get; init; }
    public IReadOnlyList<TaxinvoiceInfo> List { get; init; } = [];
}

/// <summary>Search by date kind R (registered), W (write date) or I (issued) over at most six months, both days inclusive.</summary>
public sealed record TaxinvoiceSearch
{
    public required string DType { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>Patterns of three characters such as <c>3**</c>.</summary>
    public IReadOnlyList<string> States { get; init; } = [];
    public IReadOnlyList<string> IssueTypes { get; init; } = [];
    public string? Text { get; init; }
    public string? DocumentKeyPart { get; init; }
    public int Page { get; init; } = 1;
    public int PerPage { get; init; } = 500;
}

public sealed record EmailSetting(string EmailType, bool SendYN);
