using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>세금계산서: looking up, requesting and taking back. The key's kind is the recipient's document number unless stated.</summary>
internal static class TaxInvoiceEndpoints
{
    private const string One = "/b2b/tax-invoices/{taxInvoiceKey}";

    public static void MapTaxInvoices(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("세금계산서");
        routes.MapGet(One, GetB2bTaxInvoice).Needs(Permission.See).Refuses<GetB2bTaxInvoiceError>();
        routes.MapPost(One + "/request", RequestB2bTaxInvoice).Needs(Permission.Edit).Refuses<RequestB2bTaxInvoiceError>();
        routes.MapPost(One + "/cancel-request", CancelB2bTaxInvoiceRequest).Needs(Permission.Edit).Refuses<CancelB2bTaxInvoiceRequestError>();
        routes.MapPost(One + "/cancel-issuance", CancelB2bTaxInvoiceIssuance).Needs(Permission.Edit).Refuses<CancelB2bTaxInvoiceIssuanceError>();
        routes.MapPost(One + "/send-to-nts", SendToNtsB2bTaxInvoice).Needs(Permission.Edit).Refuses<SendToNtsB2bTaxInvoiceError>();
    }

    private static async Task<Answer<B2bTaxInvoice>> GetB2bTaxInvoice(
        ApiCall call, string taxInvoiceKey, [FromQuery] string? brn, [FromQuery] Code<B2bTaxInvoiceKeyType>? taxInvoiceKeyType, Store store, CancellationToken ct) =>
        await FindAsync(call.Tenant, taxInvoiceKey, brn, taxInvoiceKeyType, store, ct) is { } found
            ? TaxInvoiceMapping.Write(found, await TodayAsync(call.Tenant, store, ct))
            : new B2bTaxInvoiceNotFoundError();

    private static async Task<Answer<RequestB2bTaxInvoiceResponse>> RequestB2bTaxInvoice(
        ApiCall call, string taxInvoiceKey, [FromQuery] string? brn, [FromQuery] Code<B2bTaxInvoiceKeyType>? taxInvoiceKeyType, Store store, RequestTaxInvoice request, CancellationToken ct)
    {
        var done = await ActAsync(call.Tenant, taxInvoiceKey, brn, taxInvoiceKeyType, store, id => request.HandleAsync(call.Tenant, call.Actor, id, null, ct), ct);
        return done.Answer(invoice => new RequestB2bTaxInvoiceResponse { TaxInvoice = invoice }, TaxInvoiceRefusals.Of);
    }

    private static async Task<Answer<CancelB2bTaxInvoiceRequestResponse>> CancelB2bTaxInvoiceRequest(
        ApiCall<CancelB2bTaxInvoiceRequestBody> call, string taxInvoiceKey, [FromQuery] string? brn, [FromQuery] Code<B2bTaxInvoiceKeyType>? taxInvoiceKeyType, Store store, UndoTaxInvoice undo, CancellationToken ct)
    {
        var done = await ActAsync(call.Tenant, taxInvoiceKey, brn, taxInvoiceKeyType, store, id => undo.CancelRequestAsync(call.Tenant, call.Actor, id, call.Body.Memo, ct), ct);
        return done.Answer(invoice => new CancelB2bTaxInvoiceRequestResponse { TaxInvoice = invoice }, TaxInvoiceRefusals.Of);
    }

    private static async Task<Answer<CancelB2bTaxInvoiceIssuanceResponse>> CancelB2bTaxInvoiceIssuance(
        ApiCall<CancelB2bTaxInvoiceIssuanceBody> call, string taxInvoiceKey, [FromQuery] string? brn, [FromQuery] Code<B2bTaxInvoiceKeyType>? taxInvoiceKeyType, Store store, UndoTaxInvoice undo, CancellationToken ct)
    {
        var done = await ActAsync(call.Tenant, taxInvoiceKey, brn, taxInvoiceKeyType, store, id => undo.CancelIssuanceAsync(call.Tenant, call.Actor, id, call.Body.Memo, ct), ct);
        return done.Answer(invoice => new CancelB2bTaxInvoiceIssuanceResponse { TaxInvoice = invoice }, TaxInvoiceRefusals.Of);
    }

    private static async Task<Answer<SendToNtsB2bTaxInvoiceResponse>> SendToNtsB2bTaxInvoice(
        ApiCall call, string taxInvoiceKey, [FromQuery] string? brn, [FromQuery] Code<B2bTaxInvoiceKeyType>? taxInvoiceKeyType, Store store, SendToNts send, CancellationToken ct)
    {
        var done = await ActAsync(call.Tenant, taxInvoiceKey, brn, taxInvoiceKeyType, store, id => send.HandleAsync(call.Tenant, call.Actor, id, ct), ct);
        return done.Answer(invoice => new SendToNtsB2bTaxInvoiceResponse { TaxInvoice = invoice }, TaxInvoiceRefusals.Of);
    }

    private static async Task<Outcome<B2bTaxInvoice>> ActAsync(
        Tenant tenant, string key, string? brn, Code<B2bTaxInvoiceKeyType>? keyType, Store store, Func<TaxInvoiceId, Task<Outcome<TaxInvoice>>> act, CancellationToken ct)
    {
        if (await FindAsync(tenant, key, brn, keyType, store, ct) is not { } found)
        {
            return new StoredRefusal.NotFound("TaxInvoice", key);
        }

        var today = await TodayAsync(tenant, store, ct);
        return (await act(found.Id)).Then<B2bTaxInvoice>(invoice => TaxInvoiceMapping.Write(invoice, today));
    }

    private static async Task<TaxInvoice?> FindAsync(Tenant tenant, string key, string? brn, Code<B2bTaxInvoiceKeyType>? keyType, Store store, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        var invoices = db.Set<TaxInvoice>().Where(invoice => invoice.DeletedAt == null);
        BusinessRegistrationNumber? number = brn is null ? null : BusinessRegistrationNumber.From(brn.Replace("-", "", StringComparison.Ordinal));
        switch (keyType?.Value ?? B2bTaxInvoiceKeyType.Recipient)
        {
            case B2bTaxInvoiceKeyType.Supplier:
                return await invoices.Where(invoice => invoice.SupplierDocumentKey == key && (number == null || invoice.SupplierBrn == number)).FirstOrDefaultAsync(ct);
            case B2bTaxInvoiceKeyType.TaxInvoiceId:
                var id = TaxInvoiceId.From(key);
                return await invoices.SingleOrDefaultAsync(invoice => invoice.Id == id, ct);
            case B2bTaxInvoiceKeyType.Recipient:
            default:
                return await invoices.Where(invoice => invoice.RecipientDocumentKey == key && (number == null || invoice.RecipientBrn == number)).FirstOrDefaultAsync(ct);
        }
    }

    private static async Task<DateOnly> TodayAsync(Tenant tenant, Store store, CancellationToken ct) => Jeongsan.Domain.Calendar.SeoulTime.DateOf(await store.NowAsync(tenant, ct));
}
