using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Settlements;

namespace Jeongsan.Domain.Payouts;

public enum LeftOutReason
{
    /// <summary>A person took it out.</summary>
    TakenOut = 0,

    /// <summary>All that was chosen of its partner came to nothing or less.</summary>
    NetNotPositive,
}

/// <summary>A settlement that was chosen for a bulk payout and is not paid with it.</summary>
public sealed record LeftOutSettlement(PartnerSettlementId Id, PartnerId PartnerId, LeftOutReason Reason);
