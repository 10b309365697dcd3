namespace Jeongsan.Application.Outbox;

/// <summary>Wakes this process's dispatcher when a command decided an effect. Only a hint: the dispatcher also looks by itself.</summary>
public sealed class OutboxSignal
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _raised = New();
    private long _raises;

    /// <summary>What a look begins with, so that a raise during the look is not slept through.</summary>
    public long Raises => Interlocked.Read(ref _raises);

    public void Raise()
    {
        TaskCompletionSource waiting;
        lock (_gate)
        {
            Interlocked.Increment(ref _raises);
            (waiting, _raised) = (_raised, New());
        }
        waiting.TrySetResult();
    }

    /// <summary>Ends with the first raise after <paramref name="seen"/>; at once if that has been already.</summary>
    public Task AfterAsync(long seen)
    {
        lock (_gate)
        {
            return Raises != seen ? Task.CompletedTask : _raised.Task;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
