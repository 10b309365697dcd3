namespace Jeongsan.Application.Outbox;

/// <summary>
/// Messages that share an outside which takes only so much at a time. Each lane has workers of its own, so that a slow or
/// closed outside holds back nothing but its own messages.
/// </summary>
public abstract class OutboxLane
{
    /// <summary>The name of the lane of everything that no outside's pace holds back.</summary>
    public const string Open = "";

    public abstract string Name { get; }

    /// <summary>Messages performed at the same time by this process.</summary>
    public abstract int Workers { get; }

    /// <summary>How many of the wanted messages may be begun now; 0 while the outside is closed or its pace is used up.</summary>
    public abstract int Allow(int wanted);

    /// <summary>When <see cref="Allow"/> is worth another question, if nothing else wakes the dispatcher.</summary>
    public abstract TimeSpan LookAgainIn { get; }

    /// <summary>Longest wait of a message between two attempts whose outcome nobody knows.</summary>
    public virtual TimeSpan LongestWait => RetryDelay.Max;
}

/// <summary>Where a message waits.</summary>
/// <param name="Priority">Within the lane the lowest goes first.</param>
public readonly record struct OutboxPlace(string Lane, long Priority);

/// <summary>Mails, webhooks, payments: whatever is due goes at once.</summary>
internal sealed class OpenLane(OutboxOptions options) : OutboxLane
{
    public override string Name => Open;

    public override int Workers => options.Workers;

    public override int Allow(int wanted) => wanted;

    public override TimeSpan LookAgainIn => options.Look;
}
