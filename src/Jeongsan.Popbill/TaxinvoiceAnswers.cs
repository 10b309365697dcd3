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

    /// <summary>Of the retired 발행예정 step.</summary>
    public string? PreIssueDT { get; init; }
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
    public bool InterOPYN { get; init; }
    public bool InvoicerPrintYN { get; init; }
    public bool InvoiceePrintYN { get; init; }
    public bool TrusteePrintYN { get; init; }
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

    /// <summary>Without parties and amounts.</summary>
    public override string ToString() => $"{nameof(TaxinvoiceInfo)} {ItemKey} {StateCode}";
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

    /// <summary>Without the person.</summary>
    public override string ToString() => $"{nameof(TaxinvoiceLog)} {DocLogType} {ProcType}";
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

    /// <summary>N ordinary, M amendment.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>T 과세, N 면세, Z 영세.</summary>
    public IReadOnlyList<string> TaxTypes { get; init; } = [];

    /// <summary>N 정발행, R 역발행, T 위수탁.</summary>
    public IReadOnlyList<string> IssueTypes { get; init; } = [];

    /// <summary>P made at Popbill, H brought in from elsewhere.</summary>
    public IReadOnlyList<string> RegTypes { get; init; } = [];

    /// <summary>N not checked, 0 to 4 as in <see cref="TaxinvoiceInfo.CloseDownState"/>.</summary>
    public IReadOnlyList<string> CloseDownStates { get; init; } = [];

    /// <summary>True only late issues, false only issues in time, null both.</summary>
    public bool? LateOnly { get; init; }

    /// <summary>Whose branch number (종사업장번호) <see cref="TaxRegIDs"/> and <see cref="HasTaxRegID"/> mean: S supplier, B recipient, T trustee.</summary>
    public string? TaxRegIDType { get; init; }
    public bool? HasTaxRegID { get; init; }
    public IReadOnlyList<string> TaxRegIDs { get; init; } = [];

    /// <summary>Name or number of a party.</summary>
    public string? Text { get; init; }
    public string? DocumentKeyPart { get; init; }
    public bool? InterOPYN { get; init; }

    /// <summary>Oldest first.</summary>
    public bool IsAscending { get; init; }
    public int Page { get; init; } = 1;
    public int PerPage { get; init; } = 500;
}

public sealed record EmailSetting(string EmailType, bool SendYN);

/// <summary>A file that is attached to a draft. <see cref="AttachedFile"/> is the id by which it can be deleted.</summary>
public sealed record TaxinvoiceFile
{
    public int SerialNum { get; init; }
    public string? AttachedFile { get; init; }
    public string? DisplayName { get; init; }
    public string? RegDT { get; init; }
}

/// <summary>Popbill took a bulk submission; whether its invoices were issued tells <see cref="BulkResult"/>.</summary>
public sealed record BulkReceipt(int Code, string? Message, string? ReceiptID);

public sealed record BulkResult
{
    public string? ReceiptID { get; init; }
    public string? ReceiptDT { get; init; }
    public string? SubmitID { get; init; }
    public int SubmitCount { get; init; }
    public int SuccessCount { get; init; }
    public int FailCount { get; init; }

    /// <summary>0 waiting, 1 running, 2 done.</summary>
    public int TxState { get; init; }
    public string? TxStartDT { get; init; }
    public string? TxEndDT { get; init; }
    public int? TxResultCode { get; init; }
    public IReadOnlyList<BulkIssue> IssueResult { get; init; } = [];

    public bool IsDone => TxState == 2;
}

/// <summary>What became of one invoice of a bulk submission; <see cref="Code"/> 1 is issued.</summary>
public sealed record BulkIssue
{
    public string? InvoicerMgtKey { get; init; }
    public string? TrusteeMgtKey { get; init; }
    public int Code { get; init; }
    public string? Message { get; init; }
    public string? NtsconfirmNum { get; init; }
    public string? IssueDT { get; init; }
}

/// <summary>Mail address at which another service provider (ASP) receives invoices.</summary>
public sealed record EmailPublicKey(string? ConfirmNum, string? Email);
