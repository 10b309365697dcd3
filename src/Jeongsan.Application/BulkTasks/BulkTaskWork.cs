using Jeongsan.Application.Storage;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.BulkTasks;

/// <summary>What one line of a bulk task is about.</summary>
internal readonly record struct BulkTaskSubject(PartnerId Partner, PayoutId? Payout, TaxInvoiceId? TaxInvoice = null);

/// <summary>What all bulk tasks have in common: they are begun, go on in steps, and end when their last item has ended.</summary>
internal static class BulkTaskWork
{
    public const string Subject = "BulkTask";

    /// <summary>Begun in one transaction.</summary>
    public const int StepSize = 100;

    public static (BulkTask Task, IReadOnlyList<BulkTaskItem> Items) AddTask(this Work work, BulkTaskKind kind, IReadOnlyList<BulkTaskSubject> subjects, StatementTemplateId? template)
    {
        var task = new BulkTask
        {
            MerchantId = work.Tenant.Merchant,
            Mode = work.Tenant.Mode,
            Id = work.NewId("bulk-task"),
            Kind = kind,
            CreatedAt = work.Now,
            StateChangedAt = work.Now,
            CreatedBy = work.Actor.ToString(),
            TemplateId = template,
        };
        var items = subjects.Index().Select(one => new BulkTaskItem
        {
            MerchantId = work.Tenant.Merchant,
            Mode = work.Tenant.Mode,
            TaskId = task.Id,
            PartnerId = one.Item.Partner,
            PayoutId = one.Item.Payout,
            TaxInvoiceId = one.Item.TaxInvoice,
            Index = one.Index,
            UpdatedAt = work.Now,
        }).ToList();
        work.Db.Add(task);
        work.Db.AddRange(items);
        work.Record(Subject, task.Id, $"{kind}Started");
        return (task, items);
    }

    /// <summary>The task and what of it comes next.</summary>
    public static async Task<(BulkTask Task, IReadOnlyList<BulkTaskItem> Items, bool IsMore)> NextAsync(this Work work, string taskId, CancellationToken ct)
    {
        var task = await work.Db.Set<BulkTask>().SingleAsync(row => row.Id == taskId, ct);
        var next = await work.Db.Set<BulkTaskItem>().Where(item => item.TaskId == taskId && item.State == BulkTaskItemState.Prepared)
            .OrderBy(item => item.Index).Take(StepSize + 1).ToListAsync(ct);
        return (task, [.. next.Take(StepSize)], next.Count > StepSize);
    }

    public static void Settle(this Work work, BulkTaskItem item, BulkTaskItemState state, string? reason, string? words) =>
        (item.State, item.Reason, item.Words, item.UpdatedAt) = (state, reason, words, work.Now);

    /// <summary>After a step: the next one, or waiting for the outside, or the end.</summary>
    public static async Task GoOnAsync(this Work work, BulkTask task, IReadOnlyList<BulkTaskItem> items, bool isMore, CancellationToken ct)
    {
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
            await CompleteAsync(work, task, ct);
        }
    }

    /// <summary>The outside answered about one item.</summary>
    /// <param name="failure">Why it failed, in Korean; null when it went well.</param>
    public static async Task ConcludeAsync(this Work work, BulkTaskItem item, string? failure, CancellationToken ct)
    {
        work.Settle(item, failure is null ? BulkTaskItemState.Succeeded : BulkTaskItemState.Failed, null, failure);
        await CompleteAsync(work, await work.Db.Set<BulkTask>().SingleAsync(row => row.Id == item.TaskId, ct), ct);
    }

    private static async Task CompleteAsync(Work work, BulkTask task, CancellationToken ct)
    {
        // Of two last items that end at the same time, each would take the other for open.
        await TenantLock.TakeAsync(work, $"{Subject} {task.Id}", ct);
        // What was settled in this very transaction, the database does not show yet.
        var settledNow = work.Db.Set<BulkTaskItem>().Local.Where(item => item.TaskId == task.Id && item.State is BulkTaskItemState.Succeeded or BulkTaskItemState.Failed)
            .Select(item => item.Index).ToList();
        var isOpen = await work.Db.Set<BulkTaskItem>().AnyAsync(item => item.TaskId == task.Id && !settledNow.Contains(item.Index)
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
}
