using Jeongsan.Domain.Foundation;
using static Jeongsan.Domain.Payouts.PayoutCommand;
using static Jeongsan.Domain.Payouts.PayoutStatus;

namespace Jeongsan.Domain.Payouts;

public enum PayoutStatus
{
    Prepared = 0,

    /// <summary>지급 확정.</summary>
    Confirmed,

    /// <summary>지급 예약.</summary>
    Scheduled,

    /// <summary>송금 처리 중. Also while the bank's answer is unknown.</summary>
    Processing,
    Succeeded,
    Failed,

    /// <summary>중단: its bulk payout was stopped before its turn.</summary>
    Stopped,
    Cancelled,
}

public enum PayoutCommand
{
    Confirm,
    Schedule,
    Unschedule,
    Execute,
    Succeed,
    Fail,
    Stop,

    /// <summary>Take up a stopped payout again.</summary>
    Resume,
    Cancel,

    /// <summary>Its bulk payout was cancelled before anything of it was confirmed.</summary>
    Drop,

    /// <summary>A person says that it was paid outside the system.</summary>
    CompleteByHand,
}

public static class PayoutLifecycle
{
    public static Lifecycle<PayoutStatus, PayoutCommand, Done> Table { get; } = new(
        "Payout",
        [Prepared],
        (status, command) => (status, command) == (Scheduled, Cancel)
            ? new PayoutRefusal.UnscheduleFirst()
            : new PayoutRefusal.NotInState(status, command),
        [
            new(Prepared, Confirm, Confirmed),
            new(Confirmed, Schedule, Scheduled),
            new(Scheduled, Schedule, Scheduled),
            new(Scheduled, Unschedule, Confirmed),
            new(Confirmed, Execute, Processing),
            new(Scheduled, Execute, Processing),
            new(Processing, Succeed, Succeeded),
            new(Processing, Fail, Failed),
            new(Confirmed, Stop, Stopped),
            new(Scheduled, Stop, Stopped),
            new(Stopped, Resume, Confirmed),
            new(Confirmed, Cancel, Cancelled),
            new(Stopped, Cancel, Cancelled),
            new(Failed, Cancel, Cancelled),
            new(Prepared, Drop, Cancelled),
            new(Prepared, CompleteByHand, Succeeded),
            new(Confirmed, CompleteByHand, Succeeded),
        ]);

    /// <summary>True while no money of it has left or is leaving and it may still leave: its memos can be changed.</summary>
    public static bool IsUnsent(PayoutStatus status) => status is Prepared or Confirmed or Scheduled or Stopped;
}
