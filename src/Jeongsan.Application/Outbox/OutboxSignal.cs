namespace Jeongsan.Application.Outbox;

/// <summary>Wakes this process's dispatcher when a command decided an effect. Only a hint: the dispatcher also looks by itself.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    public void Raise()
    {
        try
        {
            _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already raised: one look is enough for any number of messages.
        }
    }

    public Task<bool> WaitAsync(TimeSpan waitMax, CancellationToken ct) => _raised.WaitAsync(waitMax, ct);

    public void Dispose() => _raised.Dispose();
}
