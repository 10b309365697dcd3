using Jeongsan.Application.BulkTasks;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Statements;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Statements;

/// <summary>Sends the statements of many payouts. Each is sent or refused on its own; the task keeps each one's reason.</summary>
public sealed class StatementTasks(Store store, MailOptions mails)
{
    /// <param name="bulk">All payouts of it.</param>
    /// <param name="chosen">These as well.</param>
    /// <param name="template">Null: the default.</param>
    /// <remarks>Refused: NotFound, NothingToSend, CompanyMissing.</remarks>
    public Task<Outcome<BulkTask>> StartAsync(Tenant tenant, Actor actor, BulkPayoutId? bulk, IReadOnlyCollection<PayoutId> chosen, StatementTemplateId? template, CancellationToken ct) =>
        store.CommandAsync<BulkTask>(tenant, actor, async work =>
        {
            var subjects = await ChooseAsync(work, bulk, chosen, ct);
            if (subjects.IsRefused)
            {
                return subjects.Refusal;
            }
            var by = await StatementTemplates.ChooseAsync(work, template, ct);
            if (by.IsRefused)
            {
                return by.Refusal;
            }
            if (!await work.Db.Set<OwnCompany>().AnyAsync(ct))
            {
                return new StatementRefusal.CompanyMissing();
            }
            var (task, items) = work.AddTask(BulkTaskKind.SendStatements, subjects.Value, by.Value.Id);
            await StepAsync(work, mails, task, by.Value, [.. items.Take(BulkTaskWork.StepSize)], items.Count > BulkTaskWork.StepSize, ct);
            return task;
        }, ct);

    internal static async Task StepAsync(Work work, MailOptions mails, BulkTask task, IReadOnlyList<BulkTaskItem> items, bool isMore, CancellationToken ct)
    {
        var template = await work.Db.Set<StatementTemplate>().SingleOrDefaultAsync(row => row.Id == task.TemplateId, ct);
        await StepAsync(work, mails, task, template, items, isMore, ct);
    }

    /// <param name="template">Null when it was deleted meanwhile.</param>
    private static async Task StepAsync(Work work, MailOptions mails, BulkTask task, StatementTemplate? template, IReadOnlyList<BulkTaskItem> items, bool isMore, CancellationToken ct)
    {
        Outcome<StatementPost> post = template is null
            ? new StoredRefusal.NotFound(StatementTemplates.Subject, task.TemplateId?.Value ?? "")
            : await StatementPost.OpenAsync(work, mails, template.Id, template.Terms, ct);
        var ids = items.Select(item => item.PayoutId).OfType<PayoutId>().ToList();
        var payouts = await work.Db.Set<Payout>().Where(payout => ids.Contains(payout.Id)).ToDictionaryAsync(payout => payout.Id, ct);
        await work.Privacy.PreloadAsync([.. items.Select(item => item.PartnerId)], ct);
        foreach (var item in items)
        {
            var refusal = post.IsRefused ? post.Refusal : (await post.Value.SendAsync(payouts[item.PayoutId!.Value], toAddress: null, ct, item)).Refusal;
            work.Settle(item, refusal is null ? BulkTaskItemState.Processing : BulkTaskItemState.Failed, refusal?.Reason, refusal is null ? null : StatementWords.Of(refusal));
        }
        await work.GoOnAsync(task, items, isMore, ct);
    }

    private static async Task<Outcome<BulkTaskSubject[]>> ChooseAsync(Work work, BulkPayoutId? bulk, IReadOnlyCollection<PayoutId> chosen, CancellationToken ct)
    {
        if (bulk is { } id && !await work.Db.Set<BulkPayout>().AnyAsync(row => row.Id == id, ct))
        {
            return new StoredRefusal.NotFound("BulkPayout", id.Value);
        }
        var found = await work.Db.Set<Payout>().Where(row => row.BulkPayoutId == bulk || chosen.Contains(row.Id))
            .OrderBy(row => row.BulkPayoutId).ThenBy(row => row.Index).Select(row => new { row.Id, row.PartnerId }).ToListAsync(ct);
        if (chosen.Except(found.Select(row => row.Id)).FirstOrDefault() is { Value: not null } missing)
        {
            return new StoredRefusal.NotFound("Payout", missing.Value);
        }
        return found.Count == 0
            ? new StatementRefusal.NothingToSend()
            : (BulkTaskSubject[])[.. found.Select(row => new BulkTaskSubject(row.PartnerId, row.Id))];
    }
}
