using System.Globalization;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Operations;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>How tax invoices' refusals read on the wire.</summary>
internal static class TaxInvoiceRefusals
{
    private const string AnothersNumber = "사업자등록번호가 거래처의 번호와 달라요. 거래처 아이디와 번호 가운데 하나만 보내 주세요.";

    /// <summary>Acts on an invoice that is there.</summary>
    public static ApiError Of(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound or TaxInvoiceRefusal.Deleted => new B2bTaxInvoiceNotFoundError(),
        TaxInvoiceRefusal.NotRequested => new B2bTaxInvoiceNotRequestedStatusError(),
        TaxInvoiceRefusal.NotIssued => new B2bTaxInvoiceNotIssuedStatusError(),
        TaxInvoiceRefusal.IssuanceMismatched mismatched => Invalid.Field("taxInvoiceKey", IssuanceMend(mismatched)),
        TaxInvoiceRefusal.NotInState => Invalid.Field("taxInvoiceKey", "지금 상태의 세금계산서에는 할 수 없는 일이에요. 상태를 확인해 주세요."),
        _ => Invalid.Of(refusal),
    };

    /// <summary>역발행 요청 of a draft.</summary>
    public static ApiError OfRequest(Refusal refusal) => refusal switch
    {
        TaxInvoiceRefusal.NotDrafted or TaxInvoiceRefusal.NotInState => new B2bTaxInvoiceNotDraftedStatusError(),
        TaxInvoiceRefusal.IssuanceMismatched => new B2bIssuanceTypeMismatchError(),
        // The reference declares no errors of its own for a cancelled payout's draft and for a supplier who is not connected here.
        TaxInvoiceRefusal.PayoutCancelled => Invalid.Field("taxInvoiceKey", "취소한 지급의 초안이에요. 초안을 지우고, 정산 내역을 다시 지급하는 지급에서 만들어 주세요."),
        TaxInvoiceRefusal.SupplierNotConnected => Invalid.Field("supplier", "국세청에 연동하지 않은 공급자예요. 파트너를 연동한 뒤 다시 요청해 주세요."),
        _ => Of(refusal),
    };

    /// <summary>발행 승인: of a requested reverse invoice or a forward draft.</summary>
    public static ApiError OfIssue(Refusal refusal) => refusal switch
    {
        TaxInvoiceRefusal.NotDrafted => new B2bTaxInvoiceNotDraftedStatusError(),
        _ => OfSigner(refusal) ?? Of(refusal),
    };

    /// <summary>Files: their names, their content, and the drafts that they are put on.</summary>
    public static ApiError OfFile(Refusal refusal) => refusal switch
    {
        AttachmentRefusal.FileNotFound => new B2bFileNotFoundError(),
        AttachmentRefusal.NotFound => new B2bTaxInvoiceAttachmentNotFoundError(),
        AttachmentRefusal.NameUnusable name => Invalid.Field("fileName", $"경로와 특수문자 없이 1~{name.LengthMax}자의 파일 이름이어야 해요."),
        AttachmentRefusal.KindBarred => Invalid.Field("fileName", $"첨부할 수 없는 형식이에요. {string.Join(", ", AttachmentFiles.Kinds)} 파일을 올려 주세요."),
        AttachmentRefusal.TooLarge large => Invalid.Field("file", $"{large.SizeBytesMax / (1024 * 1024)}MB 이하의 파일을 올려 주세요."),
        AttachmentRefusal.Empty => Invalid.Field("file", "빈 파일이에요. 내용이 있는 파일을 올려 주세요."),
        AttachmentRefusal.ContentMismatched mismatched => Invalid.Field("file", $"{mismatched.Extension} 파일이 아니에요. 이름과 내용이 같은 형식인 파일을 올려 주세요."),
        AttachmentRefusal.InUse => Invalid.Field("file", "이미 첨부한 파일은 바꿀 수 없어요. 새 업로드 주소를 받아 주세요."),
        AttachmentRefusal.TooMany many => Invalid.Field("fileId", $"세금계산서 하나에 {many.CountMax}개까지 첨부할 수 있어요."),
        TaxInvoiceRefusal.NotDrafted => new B2bTaxInvoiceNotDraftedStatusError(),
        _ => Of(refusal),
    };

    public static ApiError OfDelete(Refusal refusal) => refusal switch
    {
        TaxInvoiceRefusal.NotDeletable => new B2bTaxInvoiceNonDeletableStatusError(),
        _ => Of(refusal),
    };

    public static ApiError OfEdit(Refusal refusal) => refusal switch
    {
        TaxInvoiceRefusal.NotDrafted or TaxInvoiceRefusal.NotInState => new B2bTaxInvoiceNotDraftedStatusError(),
        WritingRefusal.KeyUnchangeable => new B2bDocumentKeyCannotBeChangedError(),
        _ => OfWriting(refusal),
    };

    /// <summary>Writing a new invoice.</summary>
    public static ApiError OfWriting(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound or TaxInvoiceRefusal.Deleted => new B2bTaxInvoiceNotFoundError(),
        WritingRefusal.NoOwnCompany => new B2bNotEnabledError { Message = "자사 사업자 정보가 없어 세금계산서를 쓸 수 없어요. 자사 정보를 먼저 등록해 주세요." },
        WritingRefusal.CounterpartyNotFound counterparty => new B2bCounterpartyNotFoundError { CounterpartyId = counterparty.Id },
        WritingRefusal.NumberIsAnothers { IsSupplier: true } supplier => new B2bSupplierNotFoundError { Brn = supplier.Brn.Value, CounterpartyId = supplier.CounterpartyId, Message = AnothersNumber },
        WritingRefusal.NumberIsAnothers recipient => new B2bRecipientNotFoundError { Brn = recipient.Brn.Value, CounterpartyId = recipient.CounterpartyId, Message = AnothersNumber },
        CounterpartyRefusal => Invalid.Field("taxInvoice.recipient", "거래처로 등록하려면 사업자등록번호, 상호, 대표자, 담당자 이메일이 필요해요."),
        WritingRefusal.SupplierNotFound supplier => new B2bSupplierNotFoundError { Brn = supplier.Brn.Value },
        WritingRefusal.RecipientNotFound recipient => new B2bRecipientNotFoundError { Brn = recipient.Brn.Value },
        WritingRefusal.OriginalNotFound => new B2bOriginalTaxInvoiceNotFoundError(),
        WritingRefusal.SupplierKeyUsed => new B2bTaxInvoiceSupplierDocumentKeyAlreadyUsedError(),
        WritingRefusal.RecipientKeyUsed => new B2bTaxInvoiceRecipientDocumentKeyAlreadyUsedError(),
        TaxInvoiceRefusal.SupplierNotConnected supplier => new B2bCounterpartyNtsNotConnectedError { Brn = supplier.Brn.Value },
        TaxInvoiceRefusal.OriginalNotSent => new B2BTaxInvoiceStatusNotSendingCompletedError(),
        TaxInvoiceRefusal.TaxationUnchangeable => new B2BCannotChangeTaxTypeError(),
        TaxInvoiceRefusal.IssuanceMismatched => new B2bIssuanceTypeMismatchError(),
        AmendmentRefusal.NotPlanned planned => Invalid.Field("taxInvoice.totalAmount", planned.Words),
        _ => OfSigner(refusal) ?? OfContent(refusal, "taxInvoice") ?? Invalid.Of(refusal),
    };

    public static ApiError OfBulk(Refusal refusal) => refusal is StoredRefusal.NotFound ? new B2bBulkTaxInvoiceNotFoundError() : Invalid.Of(refusal);

    /// <summary>Why one of many was left as it was.</summary>
    public static ApiError OfSkipped(Refusal refusal) => refusal switch
    {
        TaxInvoiceRefusal.PartnerIssuesNone => new PartnerIssuesNoTaxInvoiceError(),
        TaxInvoiceRefusal.NothingToInvoice => new NothingToInvoiceError(),
        TaxInvoiceRefusal.PayoutNotInvoiceable => new PayoutNotInvoiceableError(),
        TaxInvoiceRefusal.InvoicedWithAnother another => new InvoicedWithAnotherPayoutError { Message = InvoicedWithAnother(another) },
        TaxInvoiceRefusal.PayoutCancelled => new PayoutCancelledError(),
        TaxInvoiceRefusal.SupplierNotConnected supplier => new B2bCounterpartyNtsNotConnectedError { Brn = supplier.Brn.Value },
        TaxInvoiceRefusal.NotDrafted or TaxInvoiceRefusal.NotInState => new B2bTaxInvoiceNotDraftedStatusError(),
        _ => OfWriting(refusal),
    };

    private static string InvoicedWithAnother(TaxInvoiceRefusal.InvoicedWithAnother another) =>
        $"같은 정산 내역의 세금계산서({another.Invoice})가 앞선 지급({another.PayoutId})에 이미 있어요. 그 세금계산서를 그대로 쓰거나, 요청이나 발행을 취소한 뒤 다시 만들어 주세요.";

    /// <summary>What is wrong with the certificate that would sign; null for anything else. The reference declares no error of its own for it.</summary>
    private static ApiError? OfSigner(Refusal refusal) => refusal switch
    {
        TaxInvoiceRefusal.CertificateNotRegistered => Invalid.Field("supplier", "공급자의 공동인증서가 등록되어 있지 않아요. 인증서 등록 주소에서 먼저 등록해 주세요."),
        TaxInvoiceRefusal.CertificateOfAnother => Invalid.Field("supplier", "다른 사업자의 공동인증서가 등록되어 있어요. 공급자의 인증서를 다시 등록해 주세요."),
        TaxInvoiceRefusal.CertificateExpired => Invalid.Field("supplier", "공급자의 공동인증서 기한이 지났어요. 새 인증서를 등록해 주세요."),
        TaxInvoiceRefusal.CertificateNotYetValid => Invalid.Field("supplier", "공급자의 공동인증서가 아직 유효하지 않아요. 유효 기간이 시작된 뒤 발행해 주세요."),
        AgencyRefusal => new B2bExternalServiceError(),
        _ => null,
    };

    /// <summary>What is wrong with the stated content; null for anything else.</summary>
    /// <param name="field">Of the request, which holds the content.</param>
    public static ApiError? OfContent(Refusal refusal, string field)
    {
        return refusal switch
        {
            TaxInvoiceRefusal.FieldMissing missing => Field(missing.Field, "꼭 있어야 하는 값이에요."),
            TaxInvoiceRefusal.FieldTooLong tooLong => Field(tooLong.Field, $"{tooLong.LengthMax}자 이하로 적어 주세요."),
            TaxInvoiceRefusal.TooMany tooMany => Field(tooMany.Field, $"{tooMany.CountMax}개까지 적을 수 있어요."),
            TaxInvoiceRefusal.BrnInvalid brn => Field(brn.Field, "사업자등록번호 10자리를 확인해 주세요."),
            TaxInvoiceRefusal.DocumentKeyMalformed key => Field(key.Field, $"영문, 숫자, -, _로 1~{key.LengthMax}자여야 해요."),
            TaxInvoiceRefusal.TotalMismatched total => Field("totalAmount", string.Create(CultureInfo.InvariantCulture, $"공급가액과 세액의 합({total.TotalSupply + total.TotalTax}원)과 같아야 해요.")),
            TaxInvoiceRefusal.TaxNotAllowed => Field("totalTaxAmount", "영세율과 면세 문서의 세액은 0이어야 해요."),
            TaxInvoiceRefusal.ItemsMismatched items => Field(items.Field, string.Create(CultureInfo.InvariantCulture, $"품목의 합({items.ItemsSum}원)이 합계({items.Total}원)와 같아야 해요.")),
            TaxInvoiceRefusal.SupplierIsRecipient => Field("supplier.brn", "공급자와 공급받는자가 같을 수 없어요."),
            _ => null,
        };

        InvalidRequestError Field(string name, string mend) => Invalid.Field($"{field}.{name}", mend);
    }

    private static string IssuanceMend(TaxInvoiceRefusal.IssuanceMismatched mismatched) =>
        mismatched.Expected == TaxInvoiceIssuance.Reverse ? "역발행 세금계산서에만 할 수 있어요." : "정발행 세금계산서에만 할 수 있어요.";
}
