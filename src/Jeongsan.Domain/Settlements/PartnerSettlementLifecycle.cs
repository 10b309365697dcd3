using Jeongsan.Domain.Foundation;
using static Jeongsan.Domain.Settlements.PartnerSettlementCommand;
using static Jeongsan.Domain.Settlements.PartnerSettlementStatus;

namespace Jeongsan.Domain.Settlements;

public enum PartnerSettlementStatus
{
    /// <summary>지급 예정.</summary>
    PayoutPrepared = 0,

    /// <summary>지급 보류.</summary>
    PayoutWithheld,

    /// <summary>지급 제외: never payable as it is.</summary>
    PayoutExcluded,

    /// <summary>지급 확정.</summary>
    Confirmed,

    /// <summary>지급 예약.</summary>
    PayoutScheduled,

    /// <summary>지급 중.</summary>
    InPayout,

    /// <summary>지급 완료.</summary>
    PaidOut,

    /// <summary>지급 실패.</summary>
    PayoutFailed,

    /// <summary>지급 취소.</summary>
    Cancelled,
}

public enum PartnerSettlementCommand
{
    Withhold,
    Exclude,

    /// <summary>Back to 지급 예정.</summary>
    Prepare,

    /// <summary>Taken into a payout.</summary>
    Confirm,
    Schedule,
    Unschedule,
    StartPayout,
    CompletePayout,
    FailPayout,
    CancelPayout,

    /// <summary>Taken out of a bulk payout before it was confirmed.</summary>
    TakeOut,

    /// <summary>A person says that it was paid outside the system.</summary>
    CompleteByHand,
}

public static class PartnerSettlementLifecycle
{
    public static Lifecycle<PartnerSettlementStatus, PartnerSettlementCommand, Done> Table { get; } = new(
        "PartnerSettlement",
        [PayoutPrepared],
        (status, command) => new PartnerSettlementRefusal.NotInState(status, command),
        [
            new(PayoutPrepared, Withhold, PayoutWithheld),
            new(PayoutExcluded, Withhold, PayoutWithheld),
            new(PayoutPrepared, Exclude, PayoutExcluded),
            new(PayoutWithheld, Exclude, PayoutExcluded),
            new(Cancelled, Exclude, PayoutExcluded),
            new(PayoutExcluded, Prepare, PayoutPrepared),
            new(PayoutWithheld, Prepare, PayoutPrepared),
            new(PayoutFailed, Prepare, PayoutPrepared),
            new(PayoutPrepared, Confirm, Confirmed),
            new(PayoutFailed, Confirm, Confirmed),
            new(Cancelled, Confirm, Confirmed),
            new(Confirmed, Schedule, PayoutScheduled),
            new(PayoutScheduled, Unschedule, Confirmed),
            new(Confirmed, StartPayout, InPayout),
            new(PayoutScheduled, StartPayout, InPayout),
            new(InPayout, CompletePayout, PaidOut),
            new(InPayout, FailPayout, PayoutFailed),
            new(Confirmed, CancelPayout, Cancelled),
            new(PayoutScheduled, CancelPayout, Cancelled),
            new(Confirmed, TakeOut, PayoutPrepared),
            new(PayoutPrepared, CompleteByHand, PaidOut),
            new(PayoutFailed, CompleteByHand, PaidOut),
            new(Cancelled, CompleteByHand, PaidOut),
        ]);

    /// <summary>True if it can be chosen for a payout.</summary>
    public static bool IsPayable(PartnerSettlementStatus status) => Table.Knows(status, Confirm);

    public static bool IsDeletable(PartnerSettlementStatus status) =>
        status is PayoutPrepared or PayoutWithheld or Cancelled or PayoutExcluded;

    /// <summary>True if a transfer that arrives late may still join.</summary>
    public static bool AcceptsTransfers(PartnerSettlementStatus status) => status == PayoutPrepared;
}
