using System.Runtime.CompilerServices;
using Jeongsan.Application.People;
using Jeongsan.Application.Sheets;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Payouts;

/// <summary>지급과 일괄 지급의 목록.</summary>
internal static class PayoutEndpoints
{
    public static void MapPayouts(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("지급");
        routes.MapGet("/platform/payouts", GetPlatformPayouts).Needs(PersonRight.See).Refuses<GetPlatformPayoutsError>();
        routes.MapGet("/platform/payouts/sheet-file", DownloadPayoutSheet).Needs(PersonRight.Download).Shows(PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.BankAccount).Refuses<DownloadSheetError>();
        routes.MapGet("/platform/bulk-payouts", GetPlatformBulkPayouts).Needs(PersonRight.See).Refuses<GetPlatformBulkPayoutsError>();
    }

    private static async Task<Answer<GetPlatformPayoutsResponse>> GetPlatformPayouts(ApiCall<GetPlatformPayoutsBody> call, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        var filter = call.Body.Filter;
        var (page, counts) = await Ordered(db, filter).PageAndCountAsync(payout => payout.Status, payouts => InStatuses(payouts, filter), paging.Value, ct);
        var invoices = await InvoiceStates.OfAsync(db, page.Items, ct);
        var statements = await StatementStates.OfAsync(db, page.Items, ct);
        return new GetPlatformPayoutsResponse
        {
            Items = page.Write(payout => PayoutMapping.Write(payout, invoices.Of(payout), statements.Of(payout))),
            Page = page.Page,
            Counts = PayoutMapping.Stats((PayoutStatus status) => counts.GetValueOrDefault(status)),
        };
    }

    private static async Task<Answer<GetPlatformBulkPayoutsResponse>> GetPlatformBulkPayouts(ApiCall<GetPlatformBulkPayoutsBody> call, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        var chosen = PayoutQueries.Filter(db.Set<BulkPayout>(), call.Body.Filter);
        var counts = await chosen.GroupBy(bulk => bulk.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        if (call.Body.Filter?.Statuses is { Count: > 0 } given)
        {
            var statuses = given.Select(status => Code.Of(status).As<BulkPayoutStatus>()).ToArray();
            chosen = chosen.Where(bulk => statuses.Contains(bulk.Status));
        }

        var page = await chosen.OrderByDescending(bulk => bulk.Id).PageAsync(paging.Value, ct);
        var tallies = await BulkPayoutStats.OfAsync(db, [.. page.Items.Select(bulk => bulk.Id)], ct);
        return new GetPlatformBulkPayoutsResponse
        {
            Items = page.Write(bulk => PayoutMapping.Write(bulk, [.. tallies[bulk.Id]])),
            Page = page.Page,
            Counts = PayoutMapping.Stats((BulkPayoutStatus status) => counts.GetValueOrDefault(status)),
        };
    }

    private static async Task<CsvAnswer> DownloadPayoutSheet(ApiCall<DownloadPayoutSheetBody> call, Store store, NoteSheet note, CancellationToken ct) =>
        await PayoutSheet.Kind.AnswerAsync(call.Tenant, call.Actor, call.Body.Fields, stop => RowsAsync(store, call.Tenant, call.Body.Filter, stop), note, ct);

    private static async IAsyncEnumerable<Payout> RowsAsync(Store store, Tenant tenant, PlatformPayoutFilterInput? filter, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        await foreach (var payout in InStatuses(Ordered(db, filter), filter).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return payout;
        }
    }

    private static IOrderedQueryable<Payout> Ordered(JeongsanContext db, PlatformPayoutFilterInput? filter) =>
        PayoutQueries.Filter(db, filter).OrderByDescending(payout => payout.Id);

    private static IQueryable<Payout> InStatuses(IQueryable<Payout> payouts, PlatformPayoutFilterInput? filter)
    {
        if (filter?.Statuses is not { Count: > 0 } given)
        {
            return payouts;
        }

        var statuses = given.Select(status => Code.Of(status).As<PayoutStatus>()).ToArray();
        return payouts.Where(payout => statuses.Contains(payout.Status));
    }
}

/// <summary>The states of payouts' invoices.</summary>
internal sealed class InvoiceStates
{
    private readonly Dictionary<TaxInvoiceId, TaxInvoiceStatus> _states;

    private InvoiceStates(Dictionary<TaxInvoiceId, TaxInvoiceStatus> states) => _states = states;

    public static async Task<InvoiceStates> OfAsync(JeongsanContext db, IReadOnlyList<Payout> payouts, CancellationToken ct)
    {
        var ids = payouts.Select(PayoutMapping.InvoiceOf).OfType<TaxInvoiceId>().ToArray();
        return new InvoiceStates(await db.Set<TaxInvoice>().Where(invoice => ids.Contains(invoice.Id)).Select(invoice => new { invoice.Id, invoice.Status })
            .ToDictionaryAsync(invoice => invoice.Id, invoice => invoice.Status, ct));
    }

    /// <summary>Null when there is none.</summary>
    public TaxInvoiceStatus? Of(Payout payout) => PayoutMapping.InvoiceOf(payout) is { } id && _states.TryGetValue(id, out var status) ? status : null;
}

/// <summary>How the payouts of bulk payouts stand.</summary>
internal static class BulkPayoutStats
{
    public static async Task<ILookup<BulkPayoutId, PayoutTally>> OfAsync(JeongsanContext db, IReadOnlyList<BulkPayoutId> bulks, CancellationToken ct)
    {
        var payouts = await db.Set<Payout>().Where(payout => bulks.Contains(payout.BulkPayoutId))
            .Select(payout => new { payout.BulkPayoutId, payout.Status, payout.Amount }).ToListAsync(ct);
        return payouts.ToLookup(payout => payout.BulkPayoutId, payout => new PayoutTally(payout.Status, payout.Amount.Value, 1));
    }
}
