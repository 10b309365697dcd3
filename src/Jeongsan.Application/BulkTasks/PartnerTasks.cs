using Jeongsan.Application.Outbox;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.BulkTasks;

/// <summary>Connects or disconnects many partners. Each is begun or refused on its own; the task keeps each one's reason.</summary>
public sealed class PartnerTasks(Store store)
{
    internal const string Subject = "BulkTask";

    /// <summary>Begun in one transaction.</summary>
    internal const int StepSize = 100;

    /// <param name="partners">At least one.</param>
    public Task<Outcome<BulkTask>> StartAsync(Tenant tenant, Actor actor, BulkTaskKind kind, IReadOnlyList<PartnerId> partners, CancellationToken ct) =>
        store.CommandAsync<BulkTask>(tenant, actor, async work =>
        {
            var task = new BulkTask
            {
                MerchantId = tenant.Merchant,
                Mode = tenant.Mode,
                Id = work.NewId("bulk-task"),
                Kind = kind,
                CreatedAt = work.Now,
                StateChangedAt = work.Now,
                CreatedBy = actor.ToString(),
            };
            work.Db.Add(task);
            var items = partners.Distinct().Index().Select(one => new BulkTaskItem
            {
                MerchantId = tenant.Merchant,
                Mode = tenant.Mode,
                TaskId = task.Id,
                PartnerId = one.Item,
                Index = one.Index,
                UpdatedAt = work.Now,
            }).ToList();
            work.Db.AddRange(items);
            work.Record(Subject, task.Id, $"{kind}Started");
            await StepAsync(work, task, [.. items.Take(StepSize)], items.Count > StepSize, ct);
            return task;
        }, ct);

    /// <summary>Takes the next partners of a task.</summary>
    internal static async Task AdvanceAsync(Work work, string taskId, CancellationToken ct)
    {
        var task = await work.Db.Set<BulkTask>().SingleAsync(row => row.Id == taskId, ct);
        var next = await work.Db.Set<BulkTaskItem>().Where(item => item.TaskId == taskId && item.State == BulkTaskItemState.Prepared)
            .OrderBy(item => item.Index).Take(StepSize + 1).ToListAsync(ct);
        await StepAsync(work, task, [.. next.Take(StepSize)], next.Count > StepSize, ct);
    }

    /// <summary>Writes down what became of a partner's connecting in every task that waits for it.</summary>
    internal static async Task ConcludeAsync(Work work, PartnerId partner, string? failure, CancellationToken ct)
    {
        foreach (var item in await work.Db.Set<BulkTaskItem>().Where(row => row.PartnerId == partner && row.State == BulkTaskItemState.Processing).ToListAsync(ct))
        {
            Settle(work, item, failure is null ? BulkTaskItemState.Succeeded : BulkTaskItemState.Failed, null, failure);
            var task = await work.Db.Set<BulkTask>().SingleAsync(row => row.Id == item.TaskId, ct);
            await CompleteAsync(work, task, exceptFor: item.PartnerId, ct);
        }
    }

    private static async Task StepAsync(Work work, BulkTask task, IReadOnlyList<BulkTaskItem> items, bool isMore, CancellationToken ct)
    {
        var ids = items.Select(item => item.PartnerId).ToList();
        var partners = await work.Db.Set<Partner>().Where(partner => ids.Contains(partner.Id)).ToDictionaryAsync(partner => partner.Id, ct);
        await work.Privacy.PreloadAsync(ids, ct);
        foreach (var item in items)
        {
            Refusal? refusal = !partners.TryGetValue(item.PartnerId, out var partner) ? new StoredRefusal.NotFound(CreatePartners.Subject, item.PartnerId.Value)
                : task.Kind == BulkTaskKind.ConnectPartners ? (await ConnectPartner.BeginAsync(work, partner, ct)).Refusal
                : (await DisconnectPartner.EndAsync(work, partner, ct)).Refusal;
            Settle(work, item, refusal is not null ? BulkTaskItemState.Failed : task.Kind == BulkTaskKind.ConnectPartners ? BulkTaskItemState.Processing : BulkTaskItemState.Succeeded,
                refusal?.Reason, refusal is null ? null : PartnerWords.Of(refusal));
        }
        if (isMore)
        {
            Turn(work, task, BulkTaskState.Processing);
            work.Send(AdvanceTask.MessageType, work.NewId($"advance-{task.Id}"), $"{Subject}:{task.Id}", new AdvanceTask.Payload(task.Id));
        }
        else if (items.Any(item => item.State == BulkTaskItemState.Processing))
        {
            Turn(work, task, BulkTaskState.Processing);
        }
        else
        {
            await CompleteAsync(work, task, exceptFor: null, ct);
        }
    }

    /// <param name="exceptFor">Settled in this very transaction, which the database does not show yet.</param>
    private static async Task CompleteAsync(Work work, BulkTask task, PartnerId? exceptFor, CancellationToken ct)
    {
        var settledNow = work.Db.Set<BulkTaskItem>().Local.Where(item => item.TaskId == task.Id && item.State is BulkTaskItemState.Succeeded or BulkTaskItemState.Failed)
            .Select(item => item.PartnerId).ToList();
        var isOpen = await work.Db.Set<BulkTaskItem>().AnyAsync(item => item.TaskId == task.Id && item.PartnerId != exceptFor && !settledNow.Contains(item.PartnerId)
            && (item.State == BulkTaskItemState.Prepared || item.State == BulkTaskItemState.Processing), ct);
        if (!isOpen && task.State != BulkTaskState.Completed)
        {
            Turn(work, task, BulkTaskState.Completed);
            work.Record(Subject, task.Id, $"{task.Kind}Completed");
        }
    }

    private static void Turn(Work work, BulkTask task, BulkTaskState state)
    {
        if (task.State != state)
        {
            (task.State, task.StateChangedAt) = (state, work.Now);
        }
    }

    private static void Settle(Work work, BulkTaskItem item, BulkTaskItemState state, string? reason, string? words) =>
        (item.State, item.Reason, item.Words, item.UpdatedAt) = (state, reason, words, work.Now);
}

/// <summary>Goes on with a bulk task. The next part is decided in the transaction that ends this one.</summary>
internal sealed class AdvanceTask : OutboxHandler
{
    public const string MessageType = "BulkTask.Advance";

    public sealed record Payload(string TaskId);

    public override string Type => MessageType;

    public override CarriedData Carries => new CarriedData.Nothing("stays inside; what leaves has messages of its own");

    public override Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct) =>
        Task.FromResult<Delivery>(new Delivery.Finished(work => PartnerTasks.AdvanceAsync(work, message.Read<Payload>().TaskId, ct)));
}
