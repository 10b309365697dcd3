using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Settlements;

/// <summary>Every way in which a partner settlement says no.</summary>
public abstract record PartnerSettlementRefusal : Refusal
{
    private PartnerSettlementRefusal()
    {
    }

    public sealed record NotInState(PartnerSettlementStatus Status, PartnerSettlementCommand Command) : PartnerSettlementRefusal;

    /// <summary>Of a choice of several: nothing was done to any of them.</summary>
    public sealed record NotFound(IReadOnlyList<PartnerSettlementId> Ids) : PartnerSettlementRefusal;

    public sealed record Duplicated(IReadOnlyList<PartnerSettlementId> Ids) : PartnerSettlementRefusal;

    public sealed record NothingChosen : PartnerSettlementRefusal;

    public sealed record SomeNotDeletable(IReadOnlyList<PartnerSettlementId> Ids) : PartnerSettlementRefusal;

    public sealed record SomeNotInState(IReadOnlyList<PartnerSettlementId> Ids, PartnerSettlementCommand Command) : PartnerSettlementRefusal;

    /// <summary>Cancellations outside the choice cancel orders inside it: delete those first.</summary>
    public sealed record CancellationsRemain(IReadOnlyList<Transfers.TransferId> CancellationIds) : PartnerSettlementRefusal;

    public sealed record NotDeletable(PartnerSettlementId Id, PartnerSettlementStatus Status) : PartnerSettlementRefusal;
}
