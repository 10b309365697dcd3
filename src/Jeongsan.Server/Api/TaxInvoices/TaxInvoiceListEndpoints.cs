using System.Runtime.CompilerServices;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>세금계산서: lists and bulks.</summary>
internal static class TaxInvoiceListEndpoints
{
    private const int PageSizeDefault = 500;

    public static void MapTaxInvoiceLists(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("세금계산서");
        routes.MapGet("/b2b/tax-invoices", GetB2bTaxInvoices).Needs(PersonRight.See).Refuses<GetB2bTaxInvoicesError>();
        routes.MapGet("/b2b/tax-invoices-sheet", DownloadB2bTaxInvoicesSheet).Needs(PersonRight.Download).Shows(PersonalDataItem.BusinessIdentity).Refuses<DownloadB2bTaxInvoicesSheetError>();
        routes.MapGet("/b2b/bulk-tax-invoices/{bulkTaxInvoiceId}", GetB2bBulkTaxInvoice).Needs(PersonRight.See).Refuses<GetB2bBulkTaxInvoiceError>();
    }

    private static async Task<Answer<GetB2bTaxInvoicesResponse>> GetB2bTaxInvoices(ApiCall<GetB2bTaxInvoicesBody> call, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(new PageInput { Number = call.Body.PageNumber, Size = call.Body.PageSize ?? PageSizeDefault });
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }
        var today = await TaxInvoiceLookup.TodayAsync(call.Tenant, store, ct);
        await using var db = store.Read(call.Tenant);
        var invoices = await TaxInvoiceQueries.FilterAsync(db, call.Body.Filter, today, ct);
        var page = await invoices.Sort(call.Body.Sort).PageAsync(paging.Value, ct);
        var statuses = await RecipientStatuses.OfAsync(db, page.Items, ct);
        return new GetB2bTaxInvoicesResponse
        {
            Items = page.Write(invoice => TaxInvoiceMapping.WriteSummary(invoice, statuses.TryGetValue(invoice.RecipientBrn, out var status) ? status : null, today)),
            Page = page.Page,
        };
    }

    private static async Task<CsvAnswer> DownloadB2bTaxInvoicesSheet(ApiCall<DownloadB2bTaxInvoicesSheetBody> call, Store store, CancellationToken ct)
    {
        var today = await TaxInvoiceLookup.TodayAsync(call.Tenant, store, ct);
        var fields = call.Body.Fields is { Count: > 0 } chosen ? chosen : Enum.GetValues<TaxInvoicesSheetField>();
        return new CsvAnswer("tax-invoices.csv", TaxInvoiceSheet.Headings(fields), RowsAsync(call, store, fields, today, ct));
    }

    private static async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(
        ApiCall<DownloadB2bTaxInvoicesSheetBody> call, Store store, IReadOnlyList<TaxInvoicesSheetField> fields, DateOnly today, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var invoices = await TaxInvoiceQueries.FilterAsync(db, call.Body.Filter, today, ct);
        await foreach (var invoice in invoices.Sort(call.Body.Sort).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return TaxInvoiceSheet.Row(invoice, fields, today);
        }
    }

    private static async Task<Answer<B2bBulkTaxInvoice>> GetB2bBulkTaxInvoice(ApiCall call, string bulkTaxInvoiceId, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var id = BulkTaxInvoiceId.From(bulkTaxInvoiceId);
        return await db.Set<BulkTaxInvoice>().SingleOrDefaultAsync(bulk => bulk.Id == id, ct) is { } found
            ? BulkTaxInvoiceMapping.Write(found, await db.Set<TaxInvoice>().Where(invoice => invoice.BulkTaxInvoiceId == id).ToListAsync(ct))
            : new B2bBulkTaxInvoiceNotFoundError();
    }
}
