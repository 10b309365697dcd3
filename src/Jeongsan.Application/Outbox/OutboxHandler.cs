using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;

namespace Jeongsan.Application.Outbox;

/// <summary>
/// Performs one type of effect. It decides nothing: what to do stands in the message. When <see cref="OutboxMessage.Attempts"/>
/// is more than one, an earlier attempt's outcome is unknown, and the handler asks the outside by the message's key first.
/// </summary>
public abstract class OutboxHandler
{
    /// <summary>The message type that it performs.</summary>
    public abstract string Type { get; }

    /// <summary>What of partners leaves with such a message. What carries something is performed only when its line stands in the register.</summary>
    public abstract CarriedData Carries { get; }

    /// <summary>True where the message holds what must not be kept once it is done: addresses of people, personal links.</summary>
    public virtual bool ForgetsPayload => false;

    /// <summary>Whether the aggregate's later messages wait until a person has dealt with one that gave up.</summary>
    public virtual bool FailureBlocksLater => true;

    /// <summary>Acts on the outside and says what is true now. An exception means: unknown, ask again later.</summary>
    public abstract Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct);
}

/// <summary>What is true after an attempt. The closing work runs in the transaction that closes the message.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>The effect happened, now or in an earlier attempt, or was surely refused and the refusal is noted by <paramref name="Close"/>.</summary>
    public sealed record Finished(Func<Work, Task> Close) : Delivery;

    /// <summary>Not yet, or unknown: look again. <paramref name="Problem"/> is Korean, for the person who looks at the console.</summary>
    public sealed record Later(string Problem, TimeSpan? Delay = null) : Delivery
    {
        /// <summary>True when a person has to do something first: the waits grow to their longest, whatever the lane says.</summary>
        public bool WaitsForPerson { get; init; }

        /// <summary>True when the outside answered that it is at it: however often it was asked, nobody has to do anything.</summary>
        public bool IsUnderWay { get; init; }
    }

    /// <summary>It can't be done without a person.</summary>
    public sealed record Stuck(string Problem) : Delivery
    {
        /// <summary>What else is to be written down about it.</summary>
        public Func<Work, Task> Close { get; init; } = _ => Task.CompletedTask;
    }
}
