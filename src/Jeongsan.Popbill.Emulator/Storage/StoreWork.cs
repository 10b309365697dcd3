namespace Jeongsan.Popbill.Emulator.Storage;

/// <summary>A piece of work that waits for its commit.</summary>
internal abstract class StoreWork
{
    /// <summary>Does the work inside a savepoint of its own. Never throws: what went wrong is told after the commit.</summary>
    public abstract void Run(EmulatorSession db);

    /// <summary>The commit is on disk: whoever waits may know.</summary>
    public abstract void Tell();

    public abstract void Fail(Exception cause);
}

internal sealed class StoreWork<T>(Func<EmulatorSession, T> work, Func<T, bool>? keep, CancellationToken ct) : StoreWork
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;
    private Exception? _wrong;

    public Task<T> Done => _done.Task;

    public override void Run(EmulatorSession db)
    {
        if (ct.IsCancellationRequested)
        {
            _wrong = new OperationCanceledException(ct);
            return;
        }
        try
        {
            _result = db.Attempt(() => work(db), keep ?? (static _ => true));
        }
        catch (Exception e)
        {
            _wrong = e;
        }
    }

    public override void Tell()
    {
        if (_wrong is OperationCanceledException) _done.TrySetCanceled(ct);
        else if (_wrong is { } wrong) _done.TrySetException(wrong);
        else _done.TrySetResult(_result);
    }

    public override void Fail(Exception cause) => _done.TrySetException(cause);
}
