using Jeongsan.Domain.Foundation;
using static Jeongsan.Domain.Statements.StatementSendingCommand;
using static Jeongsan.Domain.Statements.StatementSendingStatus;

namespace Jeongsan.Domain.Statements;

public enum StatementSendingStatus
{
    /// <summary>Decided; the mail server has not taken it yet.</summary>
    Waiting = 0,

    /// <summary>The receiver's mail server took it.</summary>
    Sent,

    /// <summary>The receiver's mail server surely refused the address. Another sending may follow.</summary>
    Failed,
}

public enum StatementSendingCommand
{
    ConfirmSent,
    RejectSending,
    SendAgain,
}

public static class StatementSendingLifecycle
{
    public static Lifecycle<StatementSendingStatus, StatementSendingCommand, Done> Table { get; } = new(
        "StatementSending",
        [Waiting],
        (status, command) => new StatementRefusal.NotInState(status, command),
        [
            new(Waiting, ConfirmSent, Sent),
            new(Waiting, RejectSending, Failed),
            // Another sending takes its place; while one is on its way, a second would be a second mail.
            new(Sent, SendAgain, Sent),
            new(Failed, SendAgain, Failed),
        ]);
}
