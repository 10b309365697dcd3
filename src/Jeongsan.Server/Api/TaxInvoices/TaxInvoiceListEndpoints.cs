using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>세금계산서: lists and bulks.</summary>
internal static class TaxInvoiceListEndpoints
{
    public static void MapTaxInvoiceLists(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("세금계산서");
        routes.MapGet("/b2b/tax-invoices", GetB2bTaxInvoices).Needs(PersonRight.See).Refuses<GetB2bTaxInvoicesError>();
        routes.MapGet("/b2b/bulk-tax-invoices/{bulkTaxInvoiceId}", GetB2bBulkTaxInvoice).Needs(PersonRight.See).Refuses<GetB2bBulkTaxInvoiceError>();
    }

    private static async Task<Answer<GetB2bTaxInvoicesResponse>> GetB2bTaxInvoices(ApiCall<GetB2bTaxInvoicesBody> call, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(new PageInput { Number = call.Body.PageNumber, Size = call.Body.PageSize });
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }
        var today = await TaxInvoiceLookup.TodayAsync(call.Tenant, store, ct);
        await using var db = store.Read(call.Tenant);
        var invoices = db.Set<TaxInvoice>().Where(invoice => invoice.DeletedAt == null).Where(call.Body.Filter).Sort(call.Body.Sort);
        var page = await invoices.PageAsync(TaxInvoiceQueries.Condition(call.Body.Filter, today), paging.Value, ct);
        return new GetB2bTaxInvoicesResponse { Items = page.Write(invoice => TaxInvoiceMapping.WriteSummary(invoice, today)), Page = page.Page };
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
