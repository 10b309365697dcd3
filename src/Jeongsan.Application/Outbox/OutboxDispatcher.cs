using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jeongsan.Application.Outbox;

/// <summary>Performs decided effects, each exactly once, those of one aggregate in order, each lane at its own pace.</summary>
internal sealed partial class OutboxDispatcher(
    IEnumerable<OutboxHandler> handlers, IEnumerable<OutboxLane> lanes, OutboxClaims claims, Store store, OutboxSignal signal, OutboxOptions options, TimeProvider time,
    ILogger<OutboxDispatcher> log)
    : BackgroundService
{
    private readonly Dictionary<string, OutboxHandler> _handlers = handlers.ToDictionary(handler => handler.Type);
    private readonly Dictionary<string, TimeSpan> _longest = lanes.ToDictionary(lane => lane.Name, lane => lane.LongestWait);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await claims.ReleaseOwnAsync(stoppingToken);
        await Task.WhenAll(lanes.Select(lane => RunAsync(lane, stoppingToken)));
    }

    private async Task RunAsync(OutboxLane lane, CancellationToken ct)
    {
        var running = new HashSet<Task>();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await LookAsync(lane, running, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                LogLookFailed(fault);
                await Task.Delay(options.Look, time, ct);
            }
        }
        await Task.WhenAll(running);
    }

    /// <summary>Begins what may be begun, then waits for whatever may make another look worth while.</summary>
    private async Task LookAsync(OutboxLane lane, HashSet<Task> running, CancellationToken ct)
    {
        var seen = signal.Raises;
        running.RemoveWhere(task => task.IsCompleted);
        var free = running.Count < lane.Workers ? lane.Allow(lane.Workers - running.Count) : 0;
        var taken = free > 0 ? await claims.TakeAsync(lane.Name, free, ct) : [];
        foreach (var message in taken)
        {
            running.Add(Task.Run(() => PerformGuardedAsync(message, ct), ct));
        }
        if (taken.Count == 0 || running.Count >= lane.Workers)
        {
            using var look = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var again = Task.Delay(taken.Count == 0 ? lane.LookAgainIn : options.Look, time, look.Token);
            await Task.WhenAny([again, .. running, .. running.Count < lane.Workers ? [signal.AfterAsync(seen)] : Array.Empty<Task>()]);
            await look.CancelAsync();
            ct.ThrowIfCancellationRequested();
        }
    }

    private async Task PerformGuardedAsync(OutboxMessage message, CancellationToken ct)
    {
        try
        {
            await PerformAsync(message, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Stopping: the claim is released at the next start, and the outcome is asked for.
        }
        catch (Exception fault)
        {
            LogCloseFailed(fault, message.Type, message.Sequence);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever an attempt throws, its outcome is unknown and is asked for later.")]
    private async Task PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        using var activity = OutboxTelemetry.Source.StartActivity($"outbox {message.Type}", ActivityKind.Producer, message.TraceParent);
        var began = time.GetTimestamp();
        options.DieAt(message.Type, "before");
        Delivery delivery;
        try
        {
            delivery = !_handlers.TryGetValue(message.Type, out var handler)
                ? new Delivery.Stuck($"이 서버는 '{message.Type}' 작업을 모릅니다. 최신 버전으로 다시 시작해 주세요.")
                : await HeldBecauseAsync(handler, message, ct) is { } held
                    ? new Delivery.Stuck(held)
                    : await handler.PerformAsync(message, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault)
        {
            LogAttemptFailed(fault, message.Type, message.Sequence, message.Attempts);
            delivery = new Delivery.Later("상대 시스템의 답을 받지 못했습니다. 결과를 확인한 뒤 자동으로 다시 시도합니다.");
        }
        options.DieAt(message.Type, "after");
        await CloseAsync(message, delivery, ct);
        OutboxTelemetry.Performed(message.Type, delivery, time.GetElapsedTime(began));
    }

    /// <summary>
    /// The last gate: whatever way a message came into the outbox, nothing of a partner leaves without its line, and nothing begins
    /// to leave once the partner had its data stopped. What may have left in an earlier attempt is asked about and ended.
    /// </summary>
    private async Task<string?> HeldBecauseAsync(OutboxHandler handler, OutboxMessage message, CancellationToken ct)
    {
        if (handler.Carries is not CarriedData.OfPartners)
        {
            return null;
        }
        await using var db = store.Read(message.Tenant);
        if (!await db.Set<DisclosureLine>().AnyAsync(line => line.MessageKey == message.Key, ct))
        {
            return "누구의 정보가 어디로 가는지 기록이 없어 보내지 않았습니다. 파트너에게 알렸는지 확인한 뒤 다시 보내 주세요.";
        }
        return message is { Attempts: 1, Cargo: { } cargo } && await new PrivacyGate(db).StopOfAsync(StorageJson.Read<Cargo>(cargo), ct) is { } stopped ? PrivacyWords.Of(stopped) : null;
    }

    private Task<Outcome<Done>> CloseAsync(OutboxMessage message, Delivery delivery, CancellationToken ct) => delivery switch
    {
        Delivery.Finished finished => CloseAsync(message, OutboxState.Done, null, null, finished.Close, ct),
        Delivery.Stuck stuck => CloseAsync(message, OutboxState.Failed, stuck.Problem, null, stuck.Close, ct),
        Delivery.Later later when message.Attempts >= options.AttemptsMax && !later.IsUnderWay => CloseAsync(message, OutboxState.Failed, later.Problem, null, NothingMore, ct),
        Delivery.Later later => CloseAsync(
            message, OutboxState.Pending, later.Problem, time.GetUtcNow() + (later.Delay ?? Wait(message, later)), NothingMore, ct),
        _ => throw new UnreachableException(delivery.GetType().Name),
    };

    private TimeSpan Wait(OutboxMessage message, Delivery.Later later)
    {
        var longest = later.WaitsForPerson ? RetryDelay.Max : _longest.GetValueOrDefault(message.Lane, RetryDelay.Max);
        return RetryDelay.After(message.Attempts, RandomNumberGenerator.GetInt32(1000), longest);
    }

    private Task<Outcome<Done>> CloseAsync(OutboxMessage message, OutboxState state, string? problem, DateTimeOffset? due, Func<Work, Task> close, CancellationToken ct) =>
        store.CommandAsync<Done>(message.Tenant, Actor.System, async work =>
        {
            var forgets = _handlers.GetValueOrDefault(message.Type)?.ForgetsPayload == true;
            using var sealing = work.Db.Sealing();
            var now = time.GetUtcNow();
            var mine = await work.Db.Set<OutboxMessage>()
                .Where(row => row.Sequence == message.Sequence && row.State == OutboxState.Running && row.LeaseOwner == options.Owner && row.Attempts == message.Attempts)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.Payload, row => state == OutboxState.Done && forgets ? EF.Parameter("{}") : row.Payload)
                    .SetProperty(row => row.State, state)
                    .SetProperty(row => row.LastProblem, problem)
                    // Later than it was when claimed: somebody hinted meanwhile that another look is worth while.
                    .SetProperty(row => row.DueAt, row => row.DueAt > message.DueAt ? now : due ?? row.DueAt)
                    .SetProperty(row => row.LeaseOwner, (string?)null)
                    .SetProperty(row => row.FinishedAt, state == OutboxState.Pending ? null : work.RealNow), ct);
            if (mine == 0)
            {
                return new LeaseLost();
            }
            await close(work);
            return new Done();
        }, ct);

    private static Task NothingMore(Work work) => Task.CompletedTask;

    /// <summary>Another worker took the message over; it closes it.</summary>
    private sealed record LeaseLost : Refusal;

    [LoggerMessage(1001, LogLevel.Error, "Looking for due messages failed")]
    private partial void LogLookFailed(Exception fault);

    [LoggerMessage(1002, LogLevel.Warning, "Attempt {Attempt} of message {Sequence} ({Type}) ended without an answer")]
    private partial void LogAttemptFailed(Exception fault, string type, long sequence, int attempt);

    [LoggerMessage(1003, LogLevel.Error, "Message {Sequence} ({Type}) could not be closed; its lease will end")]
    private partial void LogCloseFailed(Exception fault, string type, long sequence);
}
