namespace Jeongsan.Server.Api.Contracts;

internal enum PlatformPartnerSettlementStatus
{
    PayoutScheduled,
    PayoutPrepared,
    PayoutWithheld,
    PayoutExcluded,
    PayoutFailed,
    InPayout,
    PaidOut,
    Cancelled,
    Confirmed,
}

internal enum PlatformPartnerSettlementType
{
    Manual,
    Order,
    OrderCancel,
}
