using Jeongsan.Application.Partners;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.BulkTasks;

/// <summary>Connects or disconnects many partners. Each is begun or refused on its own; the task keeps each one's reason.</summary>
public sealed class PartnerTasks(Store store)
{
    /// <param name="partners">At least one.</param>
    public Task<Outcome<BulkTask>> StartAsync(Tenant tenant, Actor actor, BulkTaskKind kind, IReadOnlyList<PartnerId> partners, CancellationToken ct) =>
        store.CommandAsync<BulkTask>(tenant, actor, async work =>
        {
            var (task, items) = work.AddTask(kind, [.. partners.Distinct().Select(partner => new BulkTaskSubject(partner, null))], template: null);
            await StepAsync(work, task, [.. items.Take(BulkTaskWork.StepSize)], items.Count > BulkTaskWork.StepSize, ct);
            return task;
        }, ct);

    /// <summary>Writes down what became of a partner's connecting in every task that waits for it.</summary>
    internal static async Task ConcludeAsync(Work work, PartnerId partner, string? failure, CancellationToken ct)
    {
        foreach (var item in await work.Db.Set<BulkTaskItem>()
            .Where(row => row.PartnerId == partner && row.PayoutId == null && row.TaxInvoiceId == null && row.State == BulkTaskItemState.Processing).OrderBy(row => row.TaskId).ToListAsync(ct))
        {
            await work.ConcludeAsync(item, failure, ct);
        }
    }

    internal static async Task StepAsync(Work work, BulkTask task, IReadOnlyList<BulkTaskItem> items, bool isMore, CancellationToken ct)
    {
        var ids = items.Select(item => item.PartnerId).ToList();
        var partners = await work.Db.Set<Partner>().Where(partner => ids.Contains(partner.Id)).ToDictionaryAsync(partner => partner.Id, ct);
        await work.Privacy.PreloadAsync(ids, ct);
        foreach (var item in items)
        {
            Refusal? refusal = !partners.TryGetValue(item.PartnerId, out var partner) ? new StoredRefusal.NotFound(CreatePartners.Subject, item.PartnerId.Value)
                : task.Kind == BulkTaskKind.ConnectPartners ? (await ConnectPartner.BeginAsync(work, partner, ct)).Refusal
                : (await DisconnectPartner.EndAsync(work, partner, ct)).Refusal;
            work.Settle(item, refusal is not null ? BulkTaskItemState.Failed : task.Kind == BulkTaskKind.ConnectPartners ? BulkTaskItemState.Processing : BulkTaskItemState.Succeeded,
                refusal?.Reason, refusal is null ? null : PartnerWords.Of(refusal));
        }
        await work.GoOnAsync(task, items, isMore, ct);
    }
}
