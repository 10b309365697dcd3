namespace Jeongsan.Etax;

/// <summary>Numbers, dates, codes and remarks of the document itself.</summary>
internal static class EtaxDocumentChecks
{
    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    public static void Check(EtaxInvoice invoice, EtaxProblemList found)
    {
        CheckIdentity(invoice, found);
        CheckCodes(invoice, found);
        CheckTexts(invoice, found);
    }

    private static void CheckIdentity(EtaxInvoice invoice, EtaxProblemList found)
    {
        const string path = "TaxInvoiceDocument/IssueID";
        if (!ApprovalNumber.IsWellFormed(invoice.ApprovalNumber))
            found.Error(EtaxProblemCode.ApprovalNumberMalformed, "승인번호", path, "승인번호가 24자리 형식이 아닙니다.", "SYN003");
        else if (ApprovalNumber.WriteDate(invoice.ApprovalNumber!) != invoice.WriteDate)
            found.Error(EtaxProblemCode.ApprovalNumberNotOfWriteDate, "승인번호", path, "승인번호의 앞 8자리가 작성일자와 다릅니다.", "ERR006");

        if (invoice.IssuedAt is not { } issuedAt)
            found.Error(EtaxProblemCode.IssueTimeMissing, "발행일시", "ExchangedDocument/IssueDateTime", "발행일시가 비어 있습니다.", "ERR005");
        else if (invoice.WriteDate > DateOnly.FromDateTime(issuedAt.ToOffset(Seoul).DateTime))
            found.Error(EtaxProblemCode.WriteDateAfterIssue, "작성일자", "TaxInvoiceDocument/IssueDateTime", "작성일자가 발행일보다 늦습니다.", "ERR006");
    }

    private static void CheckCodes(EtaxInvoice invoice, EtaxProblemList found)
    {
        const string typePath = "TaxInvoiceDocument/TypeCode";
        const string reasonPath = "TaxInvoiceDocument/AmendmentStatusCode";
        const string originalPath = "TaxInvoiceDocument/OriginalIssueID";
        if (!EtaxCodes.IsKnown(invoice.Kind, invoice.Class))
            found.Error(EtaxProblemCode.TypeUnknown, "세금계산서 종류", typePath, "표준에 없는 종류입니다.", "ERR008");
        if (invoice.Class == EtaxClass.Import || invoice.ImportDeclaration is not null)
            found.Error(EtaxProblemCode.ImportNotIssuable, "세금계산서 종류", typePath, "수입세금계산서는 세관장만 발행할 수 있습니다.", "ERR008");

        var isAmended = invoice.Kind.IsAmended();
        if (isAmended && (invoice.AmendmentReason is not { } reason || !Enum.IsDefined(reason)))
            found.Error(EtaxProblemCode.AmendmentReasonMissing, "수정사유", reasonPath, "수정세금계산서에는 수정사유가 있어야 합니다.", "ERR008");
        if (!isAmended && invoice.AmendmentReason is not null)
            found.Error(EtaxProblemCode.AmendmentReasonUnexpected, "수정사유", reasonPath, "수정이 아닌 세금계산서에는 수정사유를 쓸 수 없습니다.", "ERR008");

        var original = invoice.OriginalApprovalNumber;
        if (!isAmended && !string.IsNullOrEmpty(original))
            found.Error(EtaxProblemCode.OriginalApprovalNumberUnexpected, "당초승인번호", originalPath, "수정이 아닌 세금계산서에는 당초승인번호를 쓸 수 없습니다.", "ERR011");
        // The original may have been a paper invoice, which has no approval number.
        if (isAmended && string.IsNullOrEmpty(original))
            found.Warning(EtaxProblemCode.OriginalApprovalNumberMissing, "당초승인번호", originalPath, "당초승인번호가 없습니다. 당초 세금계산서가 전자라면 꼭 적어야 합니다.");
        if (!string.IsNullOrEmpty(original) && !ApprovalNumber.IsWellFormed(original))
            found.Error(EtaxProblemCode.OriginalApprovalNumberMalformed, "당초승인번호", originalPath, "당초승인번호가 24자리 형식이 아닙니다.", "ERR011");

        if (invoice.Class != EtaxClass.Import && (invoice.Purpose is not { } purpose || !Enum.IsDefined(purpose)))
            found.Error(EtaxProblemCode.PurposeMissing, "영수/청구", "TaxInvoiceDocument/PurposeCode", "영수와 청구 가운데 하나를 골라야 합니다.");
    }

    private static void CheckTexts(EtaxInvoice invoice, EtaxProblemList found)
    {
        found.Text(invoice.ManagementId, EtaxLimits.ManagementIdMax, new(null, "관리번호", "ExchangedDocument", "ID"));
        found.Text(invoice.ReferencedManagementId, EtaxLimits.ManagementIdMax, new(null, "참조 관리번호", "ExchangedDocument", "ReferencedDocument/ID"));
        if (invoice.Remarks.Count > EtaxLimits.RemarkCountMax)
            found.Error(EtaxProblemCode.TooMany, "비고", "TaxInvoiceDocument/DescriptionText", "비고는 3개까지 쓸 수 있습니다.");
        for (var i = 0; i < invoice.Remarks.Count; i++)
            found.Text(invoice.Remarks[i], EtaxLimits.RemarkMax, new(null, "비고", "TaxInvoiceDocument/DescriptionText", "", i + 1));
    }
}
