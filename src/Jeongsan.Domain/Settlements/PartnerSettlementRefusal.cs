using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Settlements;

/// <summary>Every way in which a partner settlement says no.</summary>
public abstract record PartnerSettlementRefusal : Refusal
{
    private PartnerSettlementRefusal()
    {
    }

    public sealed record NotInState(PartnerSettlementStatus Status, PartnerSettlementCommand Command) : PartnerSettlementRefusal;

    public sealed record NotDeletable(PartnerSettlementId Id, PartnerSettlementStatus Status) : PartnerSettlementRefusal;
}
