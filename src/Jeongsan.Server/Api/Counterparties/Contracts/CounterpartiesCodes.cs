namespace Jeongsan.Server.Api.Contracts;

internal enum B2bCertificateType
{
    ETax,
    Portone,
    Etc,
}

internal enum B2bCounterpartyBusinessStatus
{
    Unknown,
    InBusiness,
    Closed,
    Suspended,
    NotFound,
    CheckPending,
    CheckFailed,
}

internal enum B2bNtsConnectionStatus
{
    NotConnected,
    PendingConnect,
    Connected,
    PendingDisconnect,
    Error,
}
