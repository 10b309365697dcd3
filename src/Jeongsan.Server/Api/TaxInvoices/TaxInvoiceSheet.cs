using System.Diagnostics;
using System.Globalization;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Console.States;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>The columns that a sheet of tax invoices may have: their Korean headings and what stands in them.</summary>
internal static class TaxInvoiceSheet
{
    private sealed record Column(string Heading, Func<TaxInvoice, DateOnly, string?> Write);

    private static readonly Dictionary<TaxInvoicesSheetField, Column> Columns = new()
    {
        [TaxInvoicesSheetField.Status] = new("상태", (invoice, _) => StateLook.Of(invoice.Status).Label),
        [TaxInvoicesSheetField.CancelReason] = new("취소 사유", (invoice, _) => IsCancelled(invoice.Status) ? invoice.StatusReason : null),
        [TaxInvoicesSheetField.IssuanceType] = new("발행 유형", (invoice, _) => invoice.Issuance == TaxInvoiceIssuance.Reverse ? "역발행" : "정발행"),
        [TaxInvoicesSheetField.DocumentModificationType] = new("문서 형태", (invoice, _) => invoice.Document == TaxInvoiceDocument.Normal ? "일반" : "수정"),
        [TaxInvoicesSheetField.IsDelayed] = new("지연 발행", (invoice, today) => invoice.IsDelayed(today) ? "예" : "아니요"),
        [TaxInvoicesSheetField.WriteDate] = new("작성일자", (invoice, _) => Date(invoice.WriteDate)),
        [TaxInvoicesSheetField.IssuanceDueDate] = new("발행 마감일", (invoice, _) => Date(invoice.IssuanceDueDate)),
        [TaxInvoicesSheetField.TaxationType] = new("과세 형태", (invoice, _) => Taxation(invoice.Taxation)),
        [TaxInvoicesSheetField.PurposeType] = new("영수/청구", (invoice, _) => Purpose(invoice.Purpose)),
        [TaxInvoicesSheetField.SupplierCompanyName] = new("공급자 상호", (invoice, _) => invoice.SupplierName),
        [TaxInvoicesSheetField.SupplierBrn] = new("공급자 사업자등록번호", (invoice, _) => invoice.SupplierBrn.Value),
        [TaxInvoicesSheetField.SupplierRepresentativeName] = new("공급자 대표자명", (invoice, _) => invoice.Content.Supplier.RepresentativeName),
        [TaxInvoicesSheetField.TotalAmount] = new("합계금액", (invoice, _) => Number(invoice.TotalAmount.Value)),
        [TaxInvoicesSheetField.TotalSupplyAmount] = new("공급가액", (invoice, _) => Number(invoice.TotalSupplyAmount.Value)),
        [TaxInvoicesSheetField.TotalTaxAmount] = new("세액", (invoice, _) => Number(invoice.TotalTaxAmount.Value)),
        [TaxInvoicesSheetField.Memo] = new("메모", (invoice, _) => invoice.Memo),
        [TaxInvoicesSheetField.RequestedAt] = new("발행 요청 일시", (invoice, _) => Instant(invoice.RequestedAt)),
        [TaxInvoicesSheetField.IssuedAt] = new("발행 일시", (invoice, _) => Instant(invoice.IssuedAt)),
        [TaxInvoicesSheetField.NtsSentAt] = new("국세청 전송 일시", (invoice, _) => Instant(invoice.NtsSentAt)),
        [TaxInvoicesSheetField.StatusUpdatedAt] = new("상태 변경 일시", (invoice, _) => Instant(invoice.StatusUpdatedAt)),
        [TaxInvoicesSheetField.BulkTaxInvoiceId] = new("일괄 세금계산서 아이디", (invoice, _) => invoice.BulkTaxInvoiceId?.Value),
        [TaxInvoicesSheetField.PlainId] = new("세금계산서 아이디", (invoice, _) => invoice.Id.Value),
        [TaxInvoicesSheetField.SupplierDocumentKey] = new("공급자 문서번호", (invoice, _) => invoice.SupplierDocumentKey),
        [TaxInvoicesSheetField.RecipientDocumentKey] = new("공급받는자 문서번호", (invoice, _) => invoice.RecipientDocumentKey),
        [TaxInvoicesSheetField.RecipientCompanyName] = new("공급받는자 상호", (invoice, _) => invoice.RecipientName),
        [TaxInvoicesSheetField.RecipientBrn] = new("공급받는자 사업자등록번호", (invoice, _) => invoice.RecipientBrn.Value),
        [TaxInvoicesSheetField.RecipientRepresentativeName] = new("공급받는자 대표자명", (invoice, _) => invoice.Content.Recipient.RepresentativeName),
        [TaxInvoicesSheetField.SupplierCounterpartyId] = new("공급자 거래처 아이디", (invoice, _) => invoice.SupplierCounterpartyId),
        [TaxInvoicesSheetField.RecipientCounterpartyId] = new("공급받는자 거래처 아이디", (invoice, _) => invoice.RecipientCounterpartyId),
        [TaxInvoicesSheetField.PayoutId] = new("지급 아이디", (invoice, _) => invoice.PayoutId?.Value),
        [TaxInvoicesSheetField.Items] = new("품목", (invoice, _) => string.Join(" / ", invoice.Content.Items.Select(item => item.Name).Where(name => !string.IsNullOrEmpty(name)))),
    };

    public static IReadOnlyList<string> Headings(IReadOnlyList<TaxInvoicesSheetField> fields) => [.. fields.Select(field => Columns[field].Heading)];

    public static IReadOnlyList<string> Row(TaxInvoice invoice, IReadOnlyList<TaxInvoicesSheetField> fields, DateOnly today) =>
        [.. fields.Select(field => Columns[field].Write(invoice, today) ?? "")];

    private static bool IsCancelled(TaxInvoiceStatus status) =>
        status is TaxInvoiceStatus.RequestCancelled or TaxInvoiceStatus.IssuanceCancelled or TaxInvoiceStatus.RequestRefused or TaxInvoiceStatus.CancelPending;

    private static string Taxation(TaxInvoiceTaxation taxation) => taxation switch
    {
        TaxInvoiceTaxation.Taxable => "과세",
        TaxInvoiceTaxation.ZeroRated => "영세",
        TaxInvoiceTaxation.Free => "면세",
        _ => throw new UnreachableException(taxation.ToString()),
    };

    private static string Purpose(TaxInvoicePurpose purpose) => purpose switch
    {
        TaxInvoicePurpose.Receipt => "영수",
        TaxInvoicePurpose.Invoice => "청구",
        TaxInvoicePurpose.None => "없음",
        _ => throw new UnreachableException(purpose.ToString()),
    };

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Instant(DateTimeOffset? at) => at?.ToOffset(SeoulTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Number(long won) => won.ToString(CultureInfo.InvariantCulture);
}
