using Jeongsan.Application.Mails;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>Why an invoice can't be written, requested, sent again or taken back, and the mend.</summary>
public static class TaxInvoiceWords
{
    public static string Of(Refusal refusal) => refusal switch
    {
        PrivacyRefusal => PrivacyWords.Of(refusal),
        WritingRefusal writing => OfWriting(writing),
        TaxInvoiceRefusal.SupplierNotConnected => "이 파트너는 국세청 연동이 되어 있지 않습니다. 파트너 화면에서 연동한 뒤 요청해 주세요.",
        TaxInvoiceRefusal.NotDrafted => "이미 요청했거나 끝난 세금계산서입니다. 화면을 새로 고쳐 주세요.",
        TaxInvoiceRefusal.NotDeletable => "요청했거나 발행한 세금계산서는 지울 수 없습니다. 요청이나 발행을 먼저 취소해 주세요.",
        TaxInvoiceRefusal.PartnerIssuesNone => "세금계산서를 발행하는 사업자가 아닌 파트너입니다.",
        TaxInvoiceRefusal.NothingToInvoice => "세금계산서로 쓸 금액이 없거나 이미 쓴 지급입니다.",
        TaxInvoiceRefusal.PayoutCancelled => "취소한 지급의 초안입니다. 초안을 지우고, 정산 내역을 다시 지급하는 지급에서 만들어 주세요.",
        TaxInvoiceRefusal.PayoutNotInvoiceable => "확정하기 전이거나, 취소했거나, 다시 지급한 지급입니다. 정산 내역을 지급하는 확정된 지급에서 만들어 주세요.",
        TaxInvoiceRefusal.InvoicedWithAnother(var invoice, _) => $"같은 정산 내역의 세금계산서({invoice})가 앞선 지급에 이미 있습니다. 그대로 쓰거나, 요청이나 발행을 취소한 뒤 다시 만들어 주세요.",
        TaxInvoiceRefusal.NotRequested => "승인을 기다리는 상태가 아닙니다. 화면을 새로 고쳐 주세요.",
        TaxInvoiceRefusal.NotIssued => "국세청 전송을 기다리는 상태가 아닙니다. 화면을 새로 고쳐 주세요.",
        TaxInvoiceRefusal.FieldMissing => "꼭 적어야 하는 칸이 비어 있습니다. 상호와 대표자를 확인해 주세요.",
        TaxInvoiceRefusal.ItemsMismatched => "품목의 합이 합계와 다릅니다. 품목의 공급가액과 세액을 확인해 주세요.",
        TaxInvoiceRefusal.FieldTooLong(_, _, var max) => $"너무 긴 칸이 있습니다. {max}자까지 적을 수 있습니다.",
        TaxInvoiceRefusal.BrnInvalid(_, var brn) => $"사업자등록번호 {KoreanWords.BusinessNumber(brn.Value)}의 마지막 자리가 맞지 않습니다. 사업자등록증과 비교해 주세요.",
        TaxInvoiceRefusal.SupplierIsRecipient => "공급자와 공급받는 자가 같습니다. 공급자를 다시 골라 주세요.",
        StoredRefusal.NotFound => "그 사이에 지워진 세금계산서입니다. 목록을 새로 고쳐 주세요.",
        _ => "세금계산서 내용을 확인해 주세요.",
    };

    private static string OfWriting(WritingRefusal refusal) => refusal switch
    {
        WritingRefusal.NoOwnCompany => "우리 회사의 정보가 없습니다. 설정에서 우리 회사를 먼저 저장해 주세요.",
        WritingRefusal.CounterpartyNotFound or WritingRefusal.SupplierNotFound => "공급자를 찾을 수 없습니다. 국세청에 연동한 파트너 가운데에서 다시 골라 주세요.",
        WritingRefusal.KeyUnchangeable => "문서번호는 바꿀 수 없습니다.",
        _ => "공급자와 공급받는 자를 확인해 주세요.",
    };
}
