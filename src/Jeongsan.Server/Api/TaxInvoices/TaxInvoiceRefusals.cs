using System.Globalization;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Operations;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>How tax invoices' refusals read on the wire.</summary>
internal static class TaxInvoiceRefusals
{
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
        // The reference declares no error of its own for a supplier who is not connected here.
        TaxInvoiceRefusal.SupplierNotConnected => Invalid.Field("supplier", "국세청에 연동하지 않은 공급자예요. 파트너를 연동한 뒤 다시 요청해 주세요."),
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
        WritingRefusal.SupplierNotFound supplier => new B2bSupplierNotFoundError { Brn = supplier.Brn.Value },
        WritingRefusal.RecipientNotFound recipient => new B2bRecipientNotFoundError { Brn = recipient.Brn.Value },
        WritingRefusal.OriginalNotFound => new B2bOriginalTaxInvoiceNotFoundError(),
        WritingRefusal.SupplierKeyUsed => new B2bTaxInvoiceSupplierDocumentKeyAlreadyUsedError(),
        WritingRefusal.RecipientKeyUsed => new B2bTaxInvoiceRecipientDocumentKeyAlreadyUsedError(),
        TaxInvoiceRefusal.SupplierNotConnected supplier => new B2bCounterpartyNtsNotConnectedError { Brn = supplier.Brn.Value },
        TaxInvoiceRefusal.OriginalNotSent => new B2BTaxInvoiceStatusNotSendingCompletedError(),
        TaxInvoiceRefusal.TaxationUnchangeable => new B2BCannotChangeTaxTypeError(),
        TaxInvoiceRefusal.IssuanceMismatched => new B2bIssuanceTypeMismatchError(),
        _ => OfContent(refusal),
    };

    public static ApiError OfBulk(Refusal refusal) => refusal is StoredRefusal.NotFound ? new B2bBulkTaxInvoiceNotFoundError() : Invalid.Of(refusal);

    /// <summary>Why one of many was left as it was.</summary>
    public static ApiError OfSkipped(Refusal refusal) => refusal switch
    {
        TaxInvoiceRefusal.PartnerIssuesNone => new PartnerIssuesNoTaxInvoiceError(),
        TaxInvoiceRefusal.NothingToInvoice => new NothingToInvoiceError(),
        TaxInvoiceRefusal.SupplierNotConnected supplier => new B2bCounterpartyNtsNotConnectedError { Brn = supplier.Brn.Value },
        TaxInvoiceRefusal.NotDrafted or TaxInvoiceRefusal.NotInState => new B2bTaxInvoiceNotDraftedStatusError(),
        _ => OfWriting(refusal),
    };

    private static ApiError OfContent(Refusal refusal) => refusal switch
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
        _ => Invalid.Of(refusal),
    };

    private static InvalidRequestError Field(string field, string mend) => Invalid.Field($"taxInvoice.{field}", mend);

    private static string IssuanceMend(TaxInvoiceRefusal.IssuanceMismatched mismatched) =>
        mismatched.Expected == TaxInvoiceIssuance.Reverse ? "역발행 세금계산서에만 할 수 있어요." : "정발행 세금계산서에만 할 수 있어요.";
}
