using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>세금계산서: writing by hand. Reverse invoices to the platform's own company, forward ones by it.</summary>
internal static class TaxInvoiceWritingEndpoints
{
    public static void MapTaxInvoiceWriting(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/b2b/tax-invoices").WithTags("세금계산서");
        routes.MapPost("/draft", DraftB2bTaxInvoice).Needs(PersonRight.Edit).Refuses<DraftB2bTaxInvoiceError>();
        routes.MapPut("/draft", UpdateB2bTaxInvoiceDraft).Needs(PersonRight.Edit).Refuses<UpdateB2bTaxInvoiceDraftError>();
        routes.MapPost("/request-reverse-issuance", RequestB2bTaxInvoiceReverseIssuance).Needs(PersonRight.Edit).Refuses<RequestB2bTaxInvoiceReverseIssuanceError>();
        routes.MapDelete("/{taxInvoiceKey}", DeleteB2bTaxInvoice).Needs(PersonRight.Edit).Refuses<DeleteB2bTaxInvoiceError>();
    }

    private static async Task<Answer<DraftB2bTaxInvoiceResponse>> DraftB2bTaxInvoice(ApiCall<DraftB2bTaxInvoiceBody> call, Store store, WriteTaxInvoice write, CancellationToken ct)
    {
        var written = await ReadAsync(call.Tenant, call.Body.TaxInvoice, call.Body.Memo, call.Body.Modification, store, ct);
        var drafted = written.IsRefused
            ? written.Refusal
            : await write.DraftAsync(call.Tenant, call.Actor, written.Value with { CreatesRecipient = call.Body.CreateRecipientCounterparty == true }, ct);
        var today = await TaxInvoiceLookup.TodayAsync(call.Tenant, store, ct);
        return drafted.Answer(invoice => new DraftB2bTaxInvoiceResponse { TaxInvoice = TaxInvoiceMapping.Write(invoice, today) }, TaxInvoiceRefusals.OfWriting);
    }

    private static async Task<Answer<RequestB2bTaxInvoiceReverseIssuanceResponse>> RequestB2bTaxInvoiceReverseIssuance(
        ApiCall<RequestB2bTaxInvoiceReverseIssuanceBody> call, Store store, WriteTaxInvoice write, CancellationToken ct)
    {
        var written = await ReadAsync(call.Tenant, call.Body.TaxInvoice, call.Body.Memo, call.Body.Modification, store, ct);
        var requested = written.IsRefused ? written.Refusal : await write.RequestAsync(call.Tenant, call.Actor, written.Value, ct);
        var today = await TaxInvoiceLookup.TodayAsync(call.Tenant, store, ct);
        return requested.Answer(invoice => new RequestB2bTaxInvoiceReverseIssuanceResponse { TaxInvoice = TaxInvoiceMapping.Write(invoice, today) }, TaxInvoiceRefusals.OfWriting);
    }

    private static async Task<Answer<UpdateB2bTaxInvoiceDraftResponse>> UpdateB2bTaxInvoiceDraft(
        ApiCall<UpdateB2bTaxInvoiceDraftBody> call, Store store, WriteTaxInvoice write, CancellationToken ct)
    {
        var written = TaxInvoiceReading.Read(call.Body.TaxInvoice, call.Body.Memo, original: null);
        if (written.IsRefused)
        {
            return TaxInvoiceRefusals.OfEdit(written.Refusal);
        }
        var query = new TaxInvoiceKeyQuery(call.Body.Brn, Key(call.Body.TaxInvoiceKeyType));
        var edited = await TaxInvoiceLookup.ActAsync(
            call.Tenant, call.Body.TaxInvoiceKey, query, store, id => write.EditAsync(call.Tenant, call.Actor, id, written.Value, ct), ct);
        return edited.Answer(invoice => new UpdateB2bTaxInvoiceDraftResponse { TaxInvoice = invoice }, TaxInvoiceRefusals.OfEdit);
    }

    private static async Task<Answer<DeleteB2bTaxInvoiceResponse>> DeleteB2bTaxInvoice(
        ApiCall call, string taxInvoiceKey, [AsParameters] TaxInvoiceKeyQuery key, Store store, WriteTaxInvoice write, CancellationToken ct)
    {
        if (await TaxInvoiceLookup.FindAsync(call.Tenant, taxInvoiceKey, key, store, ct) is not { } found)
        {
            return new B2bTaxInvoiceNotFoundError();
        }
        var deleted = await write.DeleteAsync(call.Tenant, call.Actor, found.Id, ct);
        return deleted.Answer(_ => new DeleteB2bTaxInvoiceResponse(), TaxInvoiceRefusals.OfDelete);
    }

    /// <summary>The invoice as written; an amendment's original is looked up by the key that its writer gave.</summary>
    internal static async Task<Outcome<WrittenTaxInvoice>> ReadAsync(
        Tenant tenant, B2bTaxInvoiceInput input, string? memo, B2bTaxInvoiceModificationCreateBody? modification, Store store, CancellationToken ct)
    {
        if (modification is null)
        {
            return TaxInvoiceReading.Read(input, memo, original: null);
        }
        var query = new TaxInvoiceKeyQuery(modification.Brn, Key(modification.TaxInvoiceKeyType));
        return await TaxInvoiceLookup.FindAsync(tenant, modification.TaxInvoiceKey, query, store, ct) is { } original
            ? TaxInvoiceReading.Read(input, memo, new AmendedOriginal(Code.Of(modification.Type).As<AmendmentReason>(), original.Id))
            : new WritingRefusal.OriginalNotFound(TaxInvoiceId.From(modification.TaxInvoiceKey));
    }

    private static Code<B2bTaxInvoiceKeyType>? Key(B2bTaxInvoiceKeyType? type) => type is { } given ? new Code<B2bTaxInvoiceKeyType>(given) : null;
}
