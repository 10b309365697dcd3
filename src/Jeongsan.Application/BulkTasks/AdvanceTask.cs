using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Statements;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;

namespace Jeongsan.Application.BulkTasks;

/// <summary>Goes on with a bulk task. The next part is decided in the transaction that ends this one.</summary>
internal sealed class AdvanceTask(MailOptions mails, SupplierMails supplierMails) : OutboxHandler
{
    public const string MessageType = "BulkTask.Advance";

    public sealed record Payload(string TaskId);

    public override string Type => MessageType;

    public override CarriedData Carries => new CarriedData.Nothing("stays inside; what leaves has messages of its own");

    public override Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct) =>
        Task.FromResult<Delivery>(new Delivery.Finished(work => AdvanceAsync(work, message.Read<Payload>().TaskId, ct)));

    private async Task AdvanceAsync(Work work, string taskId, CancellationToken ct)
    {
        var (task, items, isMore) = await work.NextAsync(taskId, ct);
        await (task.Kind switch
        {
            BulkTaskKind.ConnectPartners or BulkTaskKind.DisconnectPartners => PartnerTasks.StepAsync(work, task, items, isMore, ct),
            BulkTaskKind.SendStatements => StatementTasks.StepAsync(work, mails, task, items, isMore, ct),
            BulkTaskKind.RequestTaxInvoices or BulkTaskKind.ResendTaxInvoices or BulkTaskKind.CancelTaxInvoices => InvoiceTasks.StepAsync(work, supplierMails, task, items, isMore, ct),
            _ => throw new System.Diagnostics.UnreachableException(task.Kind.ToString()),
        });
    }
}
