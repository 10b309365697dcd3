using Jeongsan.Application.BulkTasks;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.TaxInvoices;

/// <summary>Many invoices at once: each is decided or refused on its own, and the task keeps each one's reason.</summary>
public sealed class InvoiceTaskTests(Worlds worlds)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Request_OfMany_DecidesEachAndTellsWhyOthersWereNot(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var (first, second) = (await desk.DraftReverseAsync(), await desk.DraftReverseAsync());
        Platform.Must(await desk.RequestAsync(second.Id));

        var task = await StartAsync(desk, BulkTaskKind.RequestTaxInvoices, first.Id, second.Id, new TaxInvoiceId("tax-invoice-of-nobody"), first.Id);

        Assert.Equal(BulkTaskState.Completed, task.State);
        Assert.Equal(
            [(first.Id.Value, BulkTaskItemState.Succeeded, null), (second.Id.Value, BulkTaskItemState.Failed, "NotDrafted"), ("tax-invoice-of-nobody", BulkTaskItemState.Failed, "NotFound")],
            (await ItemsAsync(desk, task)).Select(item => (item.TaxInvoiceId!.Value.Value, item.State, item.Reason)));
        Assert.Equal(TaxInvoiceStatus.RequestPending, (await desk.Platform.RowsAsync<TaxInvoice>()).Single(row => row.Id == first.Id).Status);
        Assert.Equal(2, (await desk.Platform.RowsAsync<OutboxMessage>()).Count(message => message.Type == "TaxInvoice.Request"));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task ResendAndCancel_OfMany_ActOnWhatWaitsForApproval(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var (waiting, drafted) = (await desk.DraftReverseAsync(), await desk.DraftReverseAsync());
        Platform.Must(await desk.RequestAsync(waiting.Id));
        await using (var db = desk.Platform.World.Store.Read(desk.Platform.Tenant))
        {
            await db.Set<TaxInvoice>().Where(row => row.Id == waiting.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, TaxInvoiceStatus.Requested), Ct);
        }

        var resent = await StartAsync(desk, BulkTaskKind.ResendTaxInvoices, waiting.Id, drafted.Id);
        var cancelled = await StartAsync(desk, BulkTaskKind.CancelTaxInvoices, waiting.Id, drafted.Id);

        foreach (var task in new[] { resent, cancelled })
        {
            Assert.Equal([(BulkTaskItemState.Succeeded, true), (BulkTaskItemState.Failed, false)], (await ItemsAsync(desk, task)).Select(item => (item.State, item.Words is null)));
        }
        Assert.Single(await desk.Platform.RowsAsync<OutboxMessage>(), message => message.Type == "Mail.Send");
        var rows = await desk.Platform.RowsAsync<TaxInvoice>();
        Assert.Equal((TaxInvoiceStatus.CancelPending, TaxInvoiceStatus.Drafted), (rows.Single(row => row.Id == waiting.Id).Status, rows.Single(row => row.Id == drafted.Id).Status));
    }

    private static async Task<BulkTask> StartAsync(InvoiceDesk desk, BulkTaskKind kind, params TaxInvoiceId[] invoices) =>
        Platform.Must(await desk.Platform.World.Get<InvoiceTasks>().StartAsync(desk.Platform.Tenant, Platform.Actor, kind, invoices, Ct));

    private static async Task<List<BulkTaskItem>> ItemsAsync(InvoiceDesk desk, BulkTask task) =>
        [.. (await desk.Platform.RowsAsync<BulkTaskItem>()).Where(item => item.TaskId == task.Id).OrderBy(item => item.Index)];
}
