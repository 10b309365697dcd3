using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>세금계산서: looking up, requesting and taking back.</summary>
internal static class TaxInvoiceEndpoints
{
    private const string One = "/b2b/tax-invoices/{taxInvoiceKey}";

    public static void MapTaxInvoices(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("세금계산서");
        routes.MapGet(One, GetB2bTaxInvoice).Needs(PersonRight.See).Refuses<GetB2bTaxInvoiceError>();
        routes.MapPost(One + "/request", RequestB2bTaxInvoice).Needs(PersonRight.Edit).Refuses<RequestB2bTaxInvoiceError>();
        routes.MapPost(One + "/cancel-request", CancelB2bTaxInvoiceRequest).Needs(PersonRight.Edit).Refuses<CancelB2bTaxInvoiceRequestError>();
        routes.MapPost(One + "/cancel-issuance", CancelB2bTaxInvoiceIssuance).Needs(PersonRight.Edit).Refuses<CancelB2bTaxInvoiceIssuanceError>();
        routes.MapPost(One + "/send-to-nts", SendToNtsB2bTaxInvoice).Needs(PersonRight.Edit).Refuses<SendToNtsB2bTaxInvoiceError>();
    }

    private static async Task<Answer<B2bTaxInvoice>> GetB2bTaxInvoice(
        ApiCall call, string taxInvoiceKey, [AsParameters] TaxInvoiceKeyQuery key, Store store, CancellationToken ct) =>
        await TaxInvoiceLookup.FindAsync(call.Tenant, taxInvoiceKey, key, store, ct) is { } found
            ? TaxInvoiceMapping.Write(found, await TaxInvoiceLookup.TodayAsync(call.Tenant, store, ct))
            : new B2bTaxInvoiceNotFoundError();

    private static async Task<Answer<RequestB2bTaxInvoiceResponse>> RequestB2bTaxInvoice(
        ApiCall call, string taxInvoiceKey, [AsParameters] TaxInvoiceKeyQuery key, Store store, RequestTaxInvoice request, CancellationToken ct)
    {
        if (await TaxInvoiceLookup.FindAsync(call.Tenant, taxInvoiceKey, key, store, ct) is { RecipientDocumentKey: null })
        {
            return new B2bTaxInvoiceNoRecipientDocumentKeyError();
        }
        var done = await TaxInvoiceLookup.ActAsync(call.Tenant, taxInvoiceKey, key, store, id => request.HandleAsync(call.Tenant, call.Actor, id, null, ct), ct);
        return done.Answer(invoice => new RequestB2bTaxInvoiceResponse { TaxInvoice = invoice }, TaxInvoiceRefusals.OfRequest);
    }

    private static async Task<Answer<CancelB2bTaxInvoiceRequestResponse>> CancelB2bTaxInvoiceRequest(
        ApiCall<CancelB2bTaxInvoiceRequestBody> call, string taxInvoiceKey, [AsParameters] TaxInvoiceKeyQuery key, Store store, UndoTaxInvoice undo, CancellationToken ct)
    {
        if (await TaxInvoiceLookup.FindAsync(call.Tenant, taxInvoiceKey, key, store, ct) is { RecipientDocumentKey: null })
        {
            return new B2bTaxInvoiceNoRecipientDocumentKeyError();
        }
        var done = await TaxInvoiceLookup.ActAsync(call.Tenant, taxInvoiceKey, key, store, id => undo.CancelRequestAsync(call.Tenant, call.Actor, id, call.Body.Memo, ct), ct);
        return done.Answer(invoice => new CancelB2bTaxInvoiceRequestResponse { TaxInvoice = invoice }, TaxInvoiceRefusals.Of);
    }

    private static async Task<Answer<CancelB2bTaxInvoiceIssuanceResponse>> CancelB2bTaxInvoiceIssuance(
        ApiCall<CancelB2bTaxInvoiceIssuanceBody> call, string taxInvoiceKey, [AsParameters] TaxInvoiceKeyQuery key, Store store, UndoTaxInvoice undo, CancellationToken ct)
    {
        var done = await TaxInvoiceLookup.ActAsync(call.Tenant, taxInvoiceKey, key, store, id => undo.CancelIssuanceAsync(call.Tenant, call.Actor, id, call.Body.Memo, ct), ct);
        return done.Answer(invoice => new CancelB2bTaxInvoiceIssuanceResponse { TaxInvoice = invoice }, TaxInvoiceRefusals.Of);
    }

    private static async Task<Answer<SendToNtsB2bTaxInvoiceResponse>> SendToNtsB2bTaxInvoice(
        ApiCall call, string taxInvoiceKey, [AsParameters] TaxInvoiceKeyQuery key, Store store, SendToNts send, CancellationToken ct)
    {
        var done = await TaxInvoiceLookup.ActAsync(call.Tenant, taxInvoiceKey, key, store, id => send.HandleAsync(call.Tenant, call.Actor, id, ct), ct);
        return done.Answer(invoice => new SendToNtsB2bTaxInvoiceResponse { TaxInvoice = invoice }, TaxInvoiceRefusals.Of);
    }
}
