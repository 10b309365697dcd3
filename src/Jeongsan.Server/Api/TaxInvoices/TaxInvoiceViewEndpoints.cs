using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>Addresses that show an invoice in its lawful form, for half an hour and to whoever has them.</summary>
internal static class TaxInvoiceViewEndpoints
{
    private const string One = "/b2b/tax-invoices/{taxInvoiceKey}";

    public static void MapTaxInvoiceViews(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("세금계산서");
        routes.MapGet(One + "/pdf-download-url", GetB2bTaxInvoicePdfDownloadUrl).Needs(PersonRight.See).Shows(PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.SettlementLines).Refuses<GetB2bTaxInvoicePdfDownloadUrlError>();
        routes.MapGet(One + "/print-url", GetB2bTaxInvoicePrintUrl).Needs(PersonRight.See).Shows(PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.SettlementLines).Refuses<GetB2bTaxInvoicePrintUrlError>();
        routes.MapGet(One + "/popup-url", GetB2bTaxInvoicePopupUrl).Needs(PersonRight.See).Shows(PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.SettlementLines).Refuses<GetB2bTaxInvoicePopupUrlError>();
    }

    private static async Task<Answer<GetB2bTaxInvoicePdfDownloadUrlResponse>> GetB2bTaxInvoicePdfDownloadUrl(
        ApiCall call, string taxInvoiceKey, [AsParameters] TaxInvoiceKeyQuery key, Store store, SealedLinks links, CancellationToken ct) =>
        await TaxInvoiceLookup.FindAsync(call.Tenant, taxInvoiceKey, key, store, ct) is { } found
            ? new GetB2bTaxInvoicePdfDownloadUrlResponse { Url = links.Invoice(call.Tenant, found.Id, IsSuppliersCopy(found, key), hasMenu: true, "/pdf").AbsoluteUri }
            : new B2bTaxInvoiceNotFoundError();

    private static async Task<Answer<GetB2bTaxInvoicePrintUrlResponse>> GetB2bTaxInvoicePrintUrl(
        ApiCall call, string taxInvoiceKey, [AsParameters] TaxInvoiceKeyQuery key, Store store, SealedLinks links, CancellationToken ct) =>
        await TaxInvoiceLookup.FindAsync(call.Tenant, taxInvoiceKey, key, store, ct) is { } found
            ? new GetB2bTaxInvoicePrintUrlResponse { Url = links.Invoice(call.Tenant, found.Id, IsSuppliersCopy(found, key), hasMenu: true, "/print").AbsoluteUri }
            : new B2bTaxInvoiceNotFoundError();

    private static async Task<Answer<GetB2bTaxInvoicePopupUrlResponse>> GetB2bTaxInvoicePopupUrl(
        ApiCall call, string taxInvoiceKey, [AsParameters] TaxInvoiceKeyQuery key, [FromQuery] bool? includeMenu, Store store, SealedLinks links, CancellationToken ct) =>
        await TaxInvoiceLookup.FindAsync(call.Tenant, taxInvoiceKey, key, store, ct) is { } found
            ? new GetB2bTaxInvoicePopupUrlResponse { Url = links.Invoice(call.Tenant, found.Id, IsSuppliersCopy(found, key), includeMenu ?? true, "").AbsoluteUri }
            : new B2bTaxInvoiceNotFoundError();

    /// <summary>Asked for by one side's document number: that side's copy. Else the copy that our own company keeps.</summary>
    private static bool IsSuppliersCopy(TaxInvoice invoice, TaxInvoiceKeyQuery key) => key.TaxInvoiceKeyType?.Value switch
    {
        B2bTaxInvoiceKeyType.Supplier => true,
        B2bTaxInvoiceKeyType.Recipient => false,
        _ => invoice.Issuance == TaxInvoiceIssuance.Normal,
    };
}
