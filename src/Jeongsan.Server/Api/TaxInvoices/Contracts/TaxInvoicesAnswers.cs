using Jeongsan.Domain.Privacy;

namespace Jeongsan.Server.Api.Contracts;

internal sealed record B2bBulkTaxInvoice
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public string? Name { get; init; }

    public required B2bBulkTaxInvoiceStatus Status { get; init; }

    public required int TotalInvoiceCount { get; init; }

    public required long TotalAmount { get; init; }

    public required IReadOnlyDictionary<string, B2bBulkTaxInvoiceStat> Stats { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ScheduledAt { get; init; }

    public DateTimeOffset? RequestedAt { get; init; }

    public required DateTimeOffset StatusUpdatedAt { get; init; }

    public required B2bBulkTaxInvoiceSourceType SourceType { get; init; }

    public required B2bTaxInvoiceIssuanceType IssuanceType { get; init; }
}

internal sealed record B2bBulkTaxInvoiceStat
{
    public required int Count { get; init; }

    public required long AmountSum { get; init; }
}

internal sealed record B2bTaxInvoice
{
    public required string Id { get; init; }

    public required B2bTaxInvoiceStatus Status { get; init; }

    public required B2bTaxInvoiceTaxationType TaxationType { get; init; }

    public required B2bTaxInvoiceDocumentModificationType DocumentModificationType { get; init; }

    public bool? IsDelayed { get; init; }

    public required B2bTaxInvoiceIssuanceType IssuanceType { get; init; }

    public string? BulkTaxInvoiceId { get; init; }

    public string? SerialNumber { get; init; }

    public int? BookVolume { get; init; }

    public int? BookIssue { get; init; }

    public required DateOnly WriteDate { get; init; }

    public required DateOnly IssuanceDueDate { get; init; }

    public required B2bTaxInvoicePurposeType PurposeType { get; init; }

    public required long TotalSupplyAmount { get; init; }

    public required long TotalTaxAmount { get; init; }

    public required long TotalAmount { get; init; }

    public long? CashAmount { get; init; }

    public long? CheckAmount { get; init; }

    public long? CreditAmount { get; init; }

    public long? NoteAmount { get; init; }

    public required IReadOnlyList<string> Remarks { get; init; }

    public string? SupplierDocumentKey { get; init; }

    public required B2bTaxInvoiceCompany Supplier { get; init; }

    public string? RecipientDocumentKey { get; init; }

    public required B2bTaxInvoiceCompany Recipient { get; init; }

    public bool? SendSms { get; init; }

    public B2bTaxInvoiceModification? Modification { get; init; }

    public required IReadOnlyList<B2bTaxInvoiceItem> Items { get; init; }

    public required IReadOnlyList<B2bTaxInvoiceAdditionalContact> AdditionalContacts { get; init; }

    public string? Memo { get; init; }

    public DateTimeOffset? DraftedAt { get; init; }

    public DateTimeOffset? RequestedAt { get; init; }

    public DateTimeOffset? IssuedAt { get; init; }

    public DateTimeOffset? StatusUpdatedAt { get; init; }

    public DateTimeOffset? NtsSentAt { get; init; }

    public string? NtsApprovalNumber { get; init; }

    public string? NtsResult { get; init; }

    public string? NtsResultCode { get; init; }

    public DateTimeOffset? NtsResultReceivedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }
}

internal sealed record B2bTaxInvoiceAttachment
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset AttachedAt { get; init; }
}

internal sealed record B2bTaxInvoiceModification
{
    public required B2bTaxInvoiceModificationType Type { get; init; }

    public required string OriginalNtsApprovalNumber { get; init; }

    public required string OriginalTaxInvoiceId { get; init; }

    public required string RootTaxInvoiceId { get; init; }
}

internal sealed record B2bTaxInvoiceSummary
{
    public required string Id { get; init; }

    public required B2bTaxInvoiceTaxationType TaxationType { get; init; }

    public required B2bTaxInvoiceDocumentModificationType DocumentModificationType { get; init; }

    public bool? IsDelayed { get; init; }

    public required B2bTaxInvoiceIssuanceType IssuanceType { get; init; }

    public string? BulkTaxInvoiceId { get; init; }

    public string? PayoutId { get; init; }

    public required long TotalSupplyAmount { get; init; }

    public required long TotalTaxAmount { get; init; }

    public required long TotalAmount { get; init; }

    public required B2bTaxInvoicePurposeType PurposeType { get; init; }

    [Subject(DataSubjectKind.Counterparty)]
    public required string SupplierBrn { get; init; }

    public required string SupplierName { get; init; }

    [Personal(PersonalDataItem.BusinessIdentity)]
    public required string SupplierRepresentativeName { get; init; }

    public string? SupplierDocumentKey { get; init; }

    public string? SupplierCounterpartyId { get; init; }

    [Subject(DataSubjectKind.Counterparty)]
    public required string RecipientBrn { get; init; }

    public required string RecipientName { get; init; }

    [Personal(PersonalDataItem.BusinessIdentity)]
    public required string RecipientRepresentativeName { get; init; }

    public string? RecipientDocumentKey { get; init; }

    public string? RecipientCounterpartyId { get; init; }

    public B2bCompanyStateBusinessStatus? RecipientBusinessStatus { get; init; }

    public DateOnly? RecipientClosedSuspendedDate { get; init; }

    public required DateOnly WriteDate { get; init; }

    public required DateOnly IssuanceDueDate { get; init; }

    public required B2bTaxInvoiceStatus Status { get; init; }

    public DateTimeOffset? DraftedAt { get; init; }

    public DateTimeOffset? RequestedAt { get; init; }

    public DateTimeOffset? IssuedAt { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public required DateTimeOffset StatusUpdatedAt { get; init; }

    public DateTimeOffset? NtsSentAt { get; init; }

    public string? NtsApprovalNumber { get; init; }

    public string? NtsResult { get; init; }

    public DateTimeOffset? NtsResultReceivedAt { get; init; }

    public string? NtsResultCode { get; init; }

    public string? Memo { get; init; }

    public required IReadOnlyList<B2bTaxInvoiceItem> Items { get; init; }
}

internal sealed record CancelB2bTaxInvoiceIssuanceResponse
{
    public required B2bTaxInvoice TaxInvoice { get; init; }
}

internal sealed record CancelB2bTaxInvoiceRequestResponse
{
    public required B2bTaxInvoice TaxInvoice { get; init; }
}

internal sealed record CreateB2bFileUploadUrlPayload
{
    public required string FileId { get; init; }

    public required string Url { get; init; }
}

internal sealed record DeleteB2bTaxInvoiceResponse;

internal sealed record DraftB2bTaxInvoiceResponse
{
    public required B2bTaxInvoice TaxInvoice { get; init; }
}

internal sealed record GetB2bTaxInvoiceAttachmentsResponse
{
    public required IReadOnlyList<B2bTaxInvoiceAttachment> Attachments { get; init; }
}

internal sealed record GetB2bTaxInvoicePdfDownloadUrlResponse
{
    public required string Url { get; init; }
}

internal sealed record GetB2bTaxInvoicePopupUrlResponse
{
    public required string Url { get; init; }
}

internal sealed record GetB2bTaxInvoicePrintUrlResponse
{
    public required string Url { get; init; }
}

internal sealed record GetB2bTaxInvoicesResponse
{
    public required IReadOnlyList<B2bTaxInvoiceSummary> Items { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record IssueB2bTaxInvoiceImmediatelyResponse
{
    public required B2bTaxInvoice TaxInvoice { get; init; }
}

internal sealed record IssueB2bTaxInvoiceResponse
{
    public required B2bTaxInvoice TaxInvoice { get; init; }
}

internal sealed record RefuseB2bTaxInvoiceRequestResponse
{
    public required B2bTaxInvoice TaxInvoice { get; init; }
}

internal sealed record RequestB2bTaxInvoiceResponse
{
    public required B2bTaxInvoice TaxInvoice { get; init; }
}

internal sealed record RequestB2bTaxInvoiceReverseIssuanceResponse
{
    public required B2bTaxInvoice TaxInvoice { get; init; }
}

internal sealed record SendToNtsB2bTaxInvoiceResponse
{
    public required B2bTaxInvoice TaxInvoice { get; init; }
}

internal sealed record UpdateB2bTaxInvoiceDraftResponse
{
    public required B2bTaxInvoice TaxInvoice { get; init; }
}
