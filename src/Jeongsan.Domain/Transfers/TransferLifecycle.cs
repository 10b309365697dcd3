using Jeongsan.Domain.Foundation;
using static Jeongsan.Domain.Transfers.TransferCommand;
using static Jeongsan.Domain.Transfers.TransferStatus;

namespace Jeongsan.Domain.Transfers;

public enum TransferStatus
{
    /// <summary>정산 예정: the start date is in the future.</summary>
    Scheduled = 0,

    /// <summary>정산 중: amount and date are fixed.</summary>
    InProcess,

    /// <summary>정산 확정: the settlement date has come, payable.</summary>
    Settled,

    /// <summary>지급 확정: gathered in a payout.</summary>
    PayoutConfirmed,

    /// <summary>지급 중.</summary>
    InPayout,

    /// <summary>지급 완료.</summary>
    PaidOut,
}

public enum TransferCommand
{
    /// <summary>The start date has come.</summary>
    Begin,

    /// <summary>The settlement date has come and the transfer was gathered.</summary>
    Settle,
    ConfirmPayout,
    StartPayout,
    CompletePayout,

    /// <summary>The payout failed, stopped or was cancelled: payable again.</summary>
    ReleasePayout,

    /// <summary>A person says that it was paid outside the system.</summary>
    CompleteByHand,
}

public static class TransferLifecycle
{
    public static Lifecycle<TransferStatus, TransferCommand, Done> Table { get; } = new(
        "Transfer",
        [Scheduled, InProcess],
        (status, command) => new TransferRefusal.NotInState(status, command),
        [
            new(Scheduled, Begin, InProcess),
            new(Scheduled, Settle, Settled),
            new(InProcess, Settle, Settled),
            new(Settled, ConfirmPayout, PayoutConfirmed),
            new(PayoutConfirmed, StartPayout, InPayout),
            new(InPayout, CompletePayout, PaidOut),
            new(PayoutConfirmed, ReleasePayout, Settled),
            new(InPayout, ReleasePayout, Settled),
            new(Settled, CompleteByHand, PaidOut),
            new(PayoutConfirmed, CompleteByHand, PaidOut),
        ]);

    public static TransferStatus StartFor(DateOnly startDate, DateOnly today) => startDate > today ? Scheduled : InProcess;

    public static bool IsDeletable(TransferStatus status) => status is Scheduled or InProcess or Settled;
}
