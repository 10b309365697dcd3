namespace Jeongsan.Server.Api.Contracts;

internal enum B2bBulkTaxInvoiceSourceType
{
    Sheet,
    Platform,
}

internal enum B2bBulkTaxInvoiceStatus
{
    DraftPending,
    Drafted,
    RequestPending,
    IssuePending,
    InProgress,
    Completed,
    Failed,
    Cancelled,
}

internal enum B2bCompanyStateBusinessStatus
{
    InBusiness,
    Closed,
    Suspended,
}

internal enum B2bSearchDateType
{
    Register,
    Write,
    Issue,
}

internal enum B2bTaxInvoiceDocumentModificationType
{
    Normal,
    Modification,
}

internal enum B2bTaxInvoiceIssuanceType
{
    Normal,
    Reverse,
}

internal enum B2bTaxInvoiceKeyType
{
    Supplier,
    Recipient,
    TaxInvoiceId,
}

internal enum B2bTaxInvoiceModificationType
{
    CorrectionOfEntryErrors,
    ChangeInSupplyCost,
    Return,
    CancellationOfContract,
    DuplicateIssuanceDueToError,
}

internal enum B2bTaxInvoicePurposeType
{
    Receipt,
    Invoice,
    None,
}

internal enum B2bTaxInvoiceSortBy
{
    WriteDate,
    IssuanceDueDate,
    TotalAmount,
    TotalSupplyAmount,
    TotalTaxAmount,
    RequestedAt,
    IssuedAt,
    NtsSentAt,
    StatusUpdatedAt,
}

internal enum B2bTaxInvoiceStatus
{
    Drafted,
    DraftPending,
    DraftFailed,
    Requested,
    RequestPending,
    RequestFailed,
    RequestCancelled,
    Issued,
    IssuePending,
    IssueFailed,
    BeforeSending,
    WaitingSending,
    Sending,
    SendingCompleted,
    SendingFailed,
    RequestRefused,
    IssuanceCancelled,
    CancelPending,
    SendingPending,
}

internal enum B2bTaxInvoiceTaxationType
{
    Taxable,
    ZeroRated,
    Free,
}

internal enum SortOrder
{
    Desc,
    Asc,
}

internal enum TaxInvoicesSheetField
{
    Status,
    CancelReason,
    IssuanceType,
    DocumentModificationType,
    IsDelayed,
    WriteDate,
    IssuanceDueDate,
    TaxationType,
    PurposeType,
    SupplierCompanyName,
    SupplierBrn,
    SupplierRepresentativeName,
    TotalAmount,
    TotalSupplyAmount,
    TotalTaxAmount,
    Memo,
    RequestedAt,
    IssuedAt,
    NtsSentAt,
    StatusUpdatedAt,
    BulkTaxInvoiceId,
    PlainId,
    SupplierDocumentKey,
    RecipientDocumentKey,
    RecipientCompanyName,
    RecipientBrn,
    RecipientRepresentativeName,
    SupplierCounterpartyId,
    RecipientCounterpartyId,
    PayoutId,
    Items,
}
