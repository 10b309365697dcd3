namespace Jeongsan.Popbill;

/// <summary>A tax invoice as Popbill's protocol writes it. Amounts are whole won as text, dates yyyyMMdd.</summary>
public sealed record TaxinvoiceForm
{
    public string? WriteDate { get; init; }

    /// <summary>정발행, 역발행 or 위수탁.</summary>
    public string? IssueType { get; init; }

    /// <summary>Who pays the fee: 정과금 (supplier) or 역과금 (recipient, only with 역발행).</summary>
    public string? ChargeDirection { get; init; }

    /// <summary>영수, 청구 or 없음.</summary>
    public string? PurposeType { get; init; }

    /// <summary>과세, 영세 or 면세.</summary>
    public string? TaxType { get; init; }

    public string? SupplyCostTotal { get; init; }
    public string? TaxTotal { get; init; }
    public string? TotalAmount { get; init; }
    public string? Cash { get; init; }
    public string? ChkBill { get; init; }
    public string? Credit { get; init; }
    public string? Note { get; init; }
    public string? SerialNum { get; init; }
    public int? Kwon { get; init; }
    public int? Ho { get; init; }
    public string? Remark1 { get; init; }
    public string? Remark2 { get; init; }
    public string? Remark3 { get; init; }
    public bool? BusinessLicenseYN { get; init; }
    public bool? BankBookYN { get; init; }

    /// <summary>1 to 6; null for an ordinary invoice.</summary>
    public int? ModifyCode { get; init; }

    public string? OrgNTSConfirmNum { get; init; }

    /// <summary>Item key of the original; an old field.</summary>
    public string? OriginalTaxinvoiceKey { get; init; }
    public IReadOnlyList<TaxinvoiceLine>? DetailList { get; init; }
    public IReadOnlyList<TaxinvoiceContact>? AddContactList { get; init; }

    public string? InvoicerCorpNum { get; init; }
    public string? InvoicerMgtKey { get; init; }
    public string? InvoicerTaxRegID { get; init; }
    public string? InvoicerCorpName { get; init; }
    public string? InvoicerCEOName { get; init; }
    public string? InvoicerAddr { get; init; }
    public string? InvoicerBizType { get; init; }
    public string? InvoicerBizClass { get; init; }
    public string? InvoicerContactName { get; init; }
    public string? InvoicerDeptName { get; init; }
    public string? InvoicerTEL { get; init; }
    public string? InvoicerHP { get; init; }
    public string? InvoicerEmail { get; init; }
    public bool? InvoicerSMSSendYN { get; init; }

    /// <summary>사업자, 개인 or 외국인.</summary>
    public string? InvoiceeType { get; init; }
    public string? InvoiceeCorpNum { get; init; }
    public string? InvoiceeMgtKey { get; init; }
    public string? InvoiceeTaxRegID { get; init; }
    public string? InvoiceeCorpName { get; init; }
    public string? InvoiceeCEOName { get; init; }
    public string? InvoiceeAddr { get; init; }
    public string? InvoiceeBizType { get; init; }
    public string? InvoiceeBizClass { get; init; }
    public string? InvoiceeContactName1 { get; init; }
    public string? InvoiceeDeptName1 { get; init; }
    public string? InvoiceeTEL1 { get; init; }
    public string? InvoiceeHP1 { get; init; }
    public string? InvoiceeEmail1 { get; init; }
    public string? InvoiceeContactName2 { get; init; }
    public string? InvoiceeDeptName2 { get; init; }
    public string? InvoiceeTEL2 { get; init; }
    public string? InvoiceeHP2 { get; init; }
    public string? InvoiceeEmail2 { get; init; }
    public bool? InvoiceeSMSSendYN { get; init; }

    public string? TrusteeCorpNum { get; init; }
    public string? TrusteeMgtKey { get; init; }
    public string? TrusteeTaxRegID { get; init; }
    public string? TrusteeCorpName { get; init; }
    public string? TrusteeCEOName { get; init; }
    public string? TrusteeAddr { get; init; }
    public string? TrusteeBizType { get; init; }
    public string? TrusteeBizClass { get; init; }
    public string? TrusteeContactName { get; init; }
    public string? TrusteeDeptName { get; init; }
    public string? TrusteeTEL { get; init; }
    public string? TrusteeHP { get; init; }
    public string? TrusteeEmail { get; init; }
    public bool? TrusteeSMSSendYN { get; init; }

    /// <summary>State memo of calls that create and move on at once, at most 200 characters.</summary>
    public string? Memo { get; init; }
    public string? EmailSubject { get; init; }

    /// <summary>Consents to issuing after the lawful deadline.</summary>
    public bool? ForceIssue { get; init; }

    /// <summary>Writes a transaction statement (거래명세서) with the invoice, under <see cref="DealInvoiceMgtKey"/>; only for business recipients.</summary>
    public bool? WriteSpecification { get; init; }
    public string? DealInvoiceMgtKey { get; init; }

    /// <summary>Only in answers: the NTS approval number.</summary>
    public string? NtsconfirmNum { get; init; }

    /// <summary>Only in answers: state of the recipient's business when it was issued.</summary>
    public int? CloseDownState { get; init; }
    public string? CloseDownStateDate { get; init; }

    /// <summary>Without parties and amounts.</summary>
    public override string ToString() => $"{nameof(TaxinvoiceForm)} {IssueType} {InvoicerMgtKey ?? InvoiceeMgtKey ?? TrusteeMgtKey}";
}

public sealed record TaxinvoiceLine
{
    /// <summary>1 to 99, unique within the invoice.</summary>
    public required int SerialNum { get; init; }
    public string? PurchaseDT { get; init; }
    public string? ItemName { get; init; }
    public string? Spec { get; init; }
    public string? Qty { get; init; }
    public string? UnitCost { get; init; }
    public string? SupplyCost { get; init; }
    public string? Tax { get; init; }
    public string? Remark { get; init; }
}

public sealed record TaxinvoiceContact
{
    public required int SerialNum { get; init; }
    public required string Email { get; init; }
    public string? ContactName { get; init; }

    /// <summary>Without the person.</summary>
    public override string ToString() => $"{nameof(TaxinvoiceContact)} {SerialNum}";
}
