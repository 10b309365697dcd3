using System.Text.Json.Serialization;

namespace Jeongsan.Server.Api.Contracts;

internal sealed record AttachB2bTaxInvoiceFileBody
{
    public required string FileId { get; init; }
}

internal sealed record B2bTaxInvoiceInput
{
    public required B2bTaxInvoiceTaxationType TaxationType { get; init; }

    public B2bTaxInvoiceIssuanceType? IssuanceType { get; init; }

    public string? SerialNumber { get; init; }

    public int? BookVolume { get; init; }

    public int? BookIssue { get; init; }

    public required DateOnly WriteDate { get; init; }

    public required B2bTaxInvoicePurposeType PurposeType { get; init; }

    public required long TotalSupplyAmount { get; init; }

    public required long TotalTaxAmount { get; init; }

    public required long TotalAmount { get; init; }

    public long? CashAmount { get; init; }

    public long? CheckAmount { get; init; }

    public long? CreditAmount { get; init; }

    public long? NoteAmount { get; init; }

    public IReadOnlyList<string>? Remarks { get; init; }

    public string? SupplierDocumentKey { get; init; }

    public B2bTaxInvoiceCompany? Supplier { get; init; }

    public string? RecipientDocumentKey { get; init; }

    public required B2bTaxInvoiceCompany Recipient { get; init; }

    public bool? SendSms { get; init; }

    public IReadOnlyList<B2bTaxInvoiceItem>? Items { get; init; }

    public IReadOnlyList<B2bTaxInvoiceAdditionalContact>? AdditionalContacts { get; init; }

    public bool? UseCounterpartyAdditionalContacts { get; init; }
}

internal sealed record B2bTaxInvoiceModificationCreateBody
{
    public required B2bTaxInvoiceModificationType Type { get; init; }

    public string? Brn { get; init; }

    public required string TaxInvoiceKey { get; init; }

    public B2bTaxInvoiceKeyType? TaxInvoiceKeyType { get; init; }
}

internal sealed record B2bTaxInvoiceSortInput
{
    public B2bTaxInvoiceSortBy? By { get; init; }

    public SortOrder? Order { get; init; }
}

internal sealed record CancelB2bTaxInvoiceIssuanceBody
{
    public string? Memo { get; init; }
}

internal sealed record CancelB2bTaxInvoiceRequestBody
{
    public string? Memo { get; init; }
}

internal sealed record CreateB2bFileUploadUrlBody
{
    public required string FileName { get; init; }
}

internal sealed record DateRangeOption
{
    [JsonConverter(typeof(AnyDateConverter))]
    public DateOnly? From { get; init; }

    [JsonConverter(typeof(AnyDateConverter))]
    public DateOnly? Until { get; init; }
}

internal sealed record DownloadB2bTaxInvoicesSheetBody
{
    public GetB2bTaxInvoicesBodyFilter? Filter { get; init; }

    public IReadOnlyList<TaxInvoicesSheetField>? Fields { get; init; }

    public bool? Test { get; init; }

    public B2bTaxInvoiceSortInput? Sort { get; init; }
}

internal sealed record DraftB2bTaxInvoiceBody
{
    public required B2bTaxInvoiceInput TaxInvoice { get; init; }

    public B2bTaxInvoiceModificationCreateBody? Modification { get; init; }

    public string? Memo { get; init; }

    public bool? CreateRecipientCounterparty { get; init; }
}

internal sealed record GetB2bTaxInvoicesBody
{
    public bool? Test { get; init; }

    public int? PageNumber { get; init; }

    public int? PageSize { get; init; }

    public GetB2bTaxInvoicesBodyFilter? Filter { get; init; }

    public B2bTaxInvoiceSortInput? Sort { get; init; }
}

internal sealed record GetB2bTaxInvoicesBodyDateFilter
{
    public B2bSearchDateType? DateType { get; init; }

    public IReadOnlyList<DateRangeOption>? DateRange { get; init; }
}

internal sealed record GetB2bTaxInvoicesBodyFilter
{
    public GetB2bTaxInvoicesBodyPrimaryFilter? PrimaryFilter { get; init; }

    public string? SupplierBrn { get; init; }

    public string? PartnerBrn { get; init; }

    public IReadOnlyList<B2bTaxInvoiceStatus>? Statuses { get; init; }

    public IReadOnlyList<B2bTaxInvoiceTaxationType>? TaxationTypes { get; init; }

    public IReadOnlyList<B2bTaxInvoiceDocumentModificationType>? DocumentModificationTypes { get; init; }

    public bool? IsDelayed { get; init; }

    public IReadOnlyList<B2bTaxInvoiceIssuanceType>? IssuanceTypes { get; init; }

    public IReadOnlyList<B2bTaxInvoicePurposeType>? PurposeTypes { get; init; }

    public string? CounterpartyId { get; init; }

    public bool? IncludeBrnMatch { get; init; }
}

internal sealed record GetB2bTaxInvoicesBodyPrimaryFilter
{
    public GetB2bTaxInvoicesBodyDateFilter? DateFilter { get; init; }

    public string? TaxInvoiceId { get; init; }

    public string? BulkTaxInvoiceId { get; init; }

    public string? NtsApprovalNumber { get; init; }

    public string? SupplierDocumentKey { get; init; }

    public string? RecipientDocumentKey { get; init; }

    public IReadOnlyList<string>? TaxInvoiceIds { get; init; }

    public string? PayoutId { get; init; }
}

internal sealed record IssueB2bTaxInvoiceBody
{
    public string? Memo { get; init; }

    public string? EmailSubject { get; init; }
}

internal sealed record IssueB2bTaxInvoiceImmediatelyBody
{
    public required B2bTaxInvoiceInput TaxInvoice { get; init; }

    public string? Memo { get; init; }

    public B2bTaxInvoiceModificationCreateBody? Modification { get; init; }

    public bool? CreateRecipientCounterparty { get; init; }
}

internal sealed record RefuseB2bTaxInvoiceRequestBody
{
    public string? Memo { get; init; }
}

internal sealed record RequestB2bTaxInvoiceReverseIssuanceBody
{
    public required B2bTaxInvoiceInput TaxInvoice { get; init; }

    public string? Memo { get; init; }

    public B2bTaxInvoiceModificationCreateBody? Modification { get; init; }
}

internal sealed record UpdateB2bTaxInvoiceDraftBody
{
    public string? Brn { get; init; }

    public required string TaxInvoiceKey { get; init; }

    public B2bTaxInvoiceKeyType? TaxInvoiceKeyType { get; init; }

    public required B2bTaxInvoiceInput TaxInvoice { get; init; }

    public string? Memo { get; init; }
}
