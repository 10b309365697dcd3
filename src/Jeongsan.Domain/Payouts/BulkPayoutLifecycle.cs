using Jeongsan.Domain.Foundation;
using static Jeongsan.Domain.Payouts.BulkPayoutCommand;
using static Jeongsan.Domain.Payouts.BulkPayoutStatus;

namespace Jeongsan.Domain.Payouts;

public enum BulkPayoutStatus
{
    /// <summary>Settlements are chosen, payouts not made yet.</summary>
    Preparing = 0,

    /// <summary>지급 확정: its payouts' amounts are fixed. Also after it was stopped halfway.</summary>
    Prepared,

    /// <summary>Money leaves, one payout after the other.</summary>
    Ongoing,

    /// <summary>All money moved; statements or invoices are still being made.</summary>
    PostProcessPending,
    Completed,
    Cancelled,
}

public enum BulkPayoutCommand
{
    /// <summary>Take settlements out, or put them back.</summary>
    ChangeRows,
    Confirm,
    Schedule,
    Unschedule,
    Execute,

    /// <summary>Whose turn has not come is not sent; what is being sent is awaited.</summary>
    Stop,

    /// <summary>Nothing is being sent any more, and something was stopped.</summary>
    Halt,

    /// <summary>Take up what was stopped; it is sent when it is executed or scheduled again.</summary>
    Resume,
    AwaitPostProcess,

    /// <summary>Nothing is left to be paid. From Prepared: some was paid before it was stopped, and the rest is cancelled.</summary>
    Complete,
    Cancel,

    /// <summary>A person says that all of it was paid outside the system.</summary>
    CompleteByHand,
}

public static class BulkPayoutLifecycle
{
    public static Lifecycle<BulkPayoutStatus, BulkPayoutCommand, Done> Table { get; } = new(
        "BulkPayout",
        [Preparing],
        (status, command) => new PayoutRefusal.BulkNotInState(status, command),
        [
            new(Preparing, ChangeRows, Preparing),
            new(Preparing, Confirm, Prepared),
            new(Prepared, Schedule, Prepared),
            new(Prepared, Unschedule, Prepared),
            new(Prepared, Execute, Ongoing),
            new(Ongoing, Stop, Ongoing),
            new(Ongoing, Halt, Prepared),
            new(Prepared, Resume, Prepared),
            new(Ongoing, AwaitPostProcess, PostProcessPending),
            new(Ongoing, Complete, Completed),
            new(PostProcessPending, Complete, Completed),
            new(Prepared, Complete, Completed),
            new(Preparing, Cancel, Cancelled),
            new(Prepared, Cancel, Cancelled),
            new(Preparing, CompleteByHand, Completed),
            new(Prepared, CompleteByHand, Completed),
        ]);
}
