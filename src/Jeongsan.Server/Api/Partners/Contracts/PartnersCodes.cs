namespace Jeongsan.Server.Api.Contracts;

internal enum PlatformAccountStatus
{
    Verified,
    VerifyFailed,
    VerifyError,
    NotVerified,
    Unknown,
}

internal enum PlatformBulkTaskStatus
{
    Prepared,
    Processing,
    Completed,
    Canceled,
}

internal enum PlatformBulkTaskType
{
    CreateTransfers,
    CreatePartners,
    ConnectMemberCompanies,
    DisconnectMemberCompanies,
    SendPayoutSettlementStatements,
}

internal enum PlatformPartnerBusinessStatus
{
    NotVerified,
    VerifyError,
    NotFound,
    InBusiness,
    Closed,
    Suspended,
}

internal enum PlatformPartnerMemberCompanyConnectionStatus
{
    NotConnected,
    ConnectPending,
    Connected,
    ConnectFailed,
    DisconnectPending,
}

internal enum PlatformPartnerStatus
{
    Pending,
    Approved,
    Rejected,
}

internal enum PlatformPartnerTaxationType
{
    Normal,
    SimpleTaxInvoiceIssuer,
    Simple,
    TaxFree,
}

internal enum PlatformPartnerTypeName
{
    Business,
    WhtPayer,
    NonWhtPayer,
}
