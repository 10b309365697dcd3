using Jeongsan.Application.BulkTasks;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>Requests, reminds of or takes back many invoices. Each is decided or refused on its own; the task keeps each one's reason.</summary>
/// <remarks>A line succeeds when it is decided. What the ASP makes of it afterwards stands on the invoice.</remarks>
public sealed class InvoiceTasks(Store store, SupplierMails mails)
{
    /// <summary>More than one month of a large platform.</summary>
    public const int InvoiceCountMax = 20_000;

    private const int AtOnce = 500;

    /// <param name="invoices">At least one. Those that are not there any more are told as such.</param>
    public Task<Outcome<BulkTask>> StartAsync(Tenant tenant, Actor actor, BulkTaskKind kind, IReadOnlyList<TaxInvoiceId> invoices, CancellationToken ct) =>
        store.CommandAsync<BulkTask>(tenant, actor, async work =>
        {
            var partners = new Dictionary<TaxInvoiceId, PartnerId>();
            foreach (var some in invoices.Distinct().Chunk(AtOnce))
            {
                foreach (var row in await work.Db.Set<TaxInvoice>().Where(row => some.Contains(row.Id)).Select(row => new { row.Id, row.PartnerId }).ToListAsync(ct))
                {
                    partners[row.Id] = row.PartnerId ?? NoPartner;
                }
            }
            var subjects = invoices.Distinct().Select(id => new BulkTaskSubject(partners.GetValueOrDefault(id, NoPartner), null, id));
            var (task, items) = work.AddTask(kind, [.. subjects], template: null);
            await StepAsync(work, mails, task, [.. items.Take(BulkTaskWork.StepSize)], items.Count > BulkTaskWork.StepSize, ct);
            return task;
        }, ct);

    private static PartnerId NoPartner => new("");

    internal static async Task StepAsync(Work work, SupplierMails mails, BulkTask task, IReadOnlyList<BulkTaskItem> items, bool isMore, CancellationToken ct)
    {
        await work.Privacy.PreloadAsync([.. items.Select(item => item.PartnerId).Where(partner => partner != NoPartner).Distinct()], ct);
        foreach (var item in items)
        {
            var id = item.TaxInvoiceId!.Value;
            var refusal = task.Kind switch
            {
                BulkTaskKind.RequestTaxInvoices => (await RequestTaxInvoice.BeginAsync(work, id, memo: null, ct)).Refusal,
                BulkTaskKind.ResendTaxInvoices => (await ResendRequest.BeginAsync(work, mails, id, toAddress: null, ct)).Refusal,
                BulkTaskKind.CancelTaxInvoices => (await UndoTaxInvoice.BeginCancelRequestAsync(work, id, ct)).Refusal,
                _ => throw new System.Diagnostics.UnreachableException(task.Kind.ToString()),
            };
            work.Settle(item, refusal is null ? BulkTaskItemState.Succeeded : BulkTaskItemState.Failed, refusal?.Reason, refusal is null ? null : TaxInvoiceWords.Of(refusal));
        }
        await work.GoOnAsync(task, items, isMore, ct);
    }
}
