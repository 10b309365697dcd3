using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Outbox;

/// <summary>Every way in which a retry by hand says no.</summary>
public abstract record OutboxRefusal : Refusal
{
    private OutboxRefusal()
    {
    }

    public sealed record MessageNotFound(long Sequence) : OutboxRefusal;

    public sealed record MessageNotFailed(long Sequence, OutboxState State) : OutboxRefusal;
}

/// <summary>A person's "send it again" for a message that gave up. The next attempt asks the outside first.</summary>
public sealed class RetryMessage(Store store)
{
    public Task<Outcome<Done>> HandleAsync(Tenant tenant, Actor actor, long sequence, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, actor, async work =>
        {
            var message = await work.Db.Set<OutboxMessage>().SingleOrDefaultAsync(row => row.Sequence == sequence, ct);
            if (message is null)
            {
                return new OutboxRefusal.MessageNotFound(sequence);
            }
            if (message.State != OutboxState.Failed)
            {
                return new OutboxRefusal.MessageNotFailed(sequence, message.State);
            }
            if (await ListAsync(work, message, ct) is { } refusal)
            {
                return refusal;
            }
            message.State = OutboxState.Pending;
            message.DueAt = work.RealNow;
            message.FinishedAt = null;
            work.Record("Message", message.Key, "MessageRetried");
            work.Nudge();
            return new Done();
        }, ct);

    /// <summary>What was held back at the gate asks there again; only then it gets its line.</summary>
    private static async Task<Refusal?> ListAsync(Work work, OutboxMessage message, CancellationToken ct)
    {
        if (message.Cargo is not { } held)
        {
            return null;
        }
        // A stop holds also what had its line before the stop came.
        var cargo = StorageJson.Read<Cargo>(held);
        if (await work.Privacy.StopOfAsync(cargo, ct) is { } stopped)
        {
            return stopped;
        }
        if (await work.Db.Set<DisclosureLine>().AnyAsync(line => line.MessageKey == message.Key, ct))
        {
            return null;
        }
        var admitted = await work.Privacy.AdmitAsync(cargo, message.Key, work.Now, ct);
        if (admitted.IsRefused)
        {
            return admitted.Refusal;
        }
        work.Db.Add(DisclosureLine.Of(work.Tenant, admitted.Value, message.Type));
        return null;
    }
}
