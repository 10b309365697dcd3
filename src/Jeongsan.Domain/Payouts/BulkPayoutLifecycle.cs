using Jeongsan.Domain.Foundation;
using static Jeongsan.Domain.Payouts.BulkPayoutCommand;
using static Jeongsan.Domain.Payouts.BulkPayoutStatus;

namespace Jeongsan.Domain.Payouts;

public enum BulkPayoutStatus
{
    /// <summary>Settlements are chosen, payouts not made yet.</summary>
    Preparing = 0,

    /// <summary>지급 확정: its payouts exist.</summary>
    Prepared,
    Ongoing,

    /// <summary>All money moved; statements or invoices are still being made.</summary>
    PostProcessPending,
    Completed,
    Cancelled,
}

public enum BulkPayoutCommand
{
    Confirm,
    Execute,
    AwaitPostProcess,
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
            new(Preparing, Confirm, Prepared),
            new(Prepared, Execute, Ongoing),
            new(Ongoing, AwaitPostProcess, PostProcessPending),
            new(Ongoing, Complete, Completed),
            new(PostProcessPending, Complete, Completed),
            new(Preparing, Cancel, Cancelled),
            new(Prepared, Cancel, Cancelled),
            new(Preparing, CompleteByHand, Completed),
            new(Prepared, CompleteByHand, Completed),
        ]);
}
