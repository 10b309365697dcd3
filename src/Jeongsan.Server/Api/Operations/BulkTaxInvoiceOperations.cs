using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Operations;

/// <summary>일괄 세금계산서: drafted from payouts and requested together.</summary>
internal static class BulkTaxInvoiceOperations
{
    public static void MapBulkTaxInvoiceOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("일괄 세금계산서 (자체 API)");
        routes.MapPost("/platform/bulk-tax-invoices/from-payouts", DraftTaxInvoicesFromPayouts).Needs(PersonRight.Edit).Refuses<DraftTaxInvoicesFromPayoutsError>();
        routes.MapPost("/platform/bulk-tax-invoices/{id}/request", RequestBulkTaxInvoice).Needs(PersonRight.Edit).Refuses<RequestBulkTaxInvoiceError>();
        routes.MapPost("/b2b/tax-invoices/{taxInvoiceKey}/resend-request", ResendTaxInvoiceRequest).Needs(PersonRight.Edit).Refuses<ResendTaxInvoiceRequestError>();
    }

    private static async Task<Answer<DraftTaxInvoicesFromPayoutsResponse>> DraftTaxInvoicesFromPayouts(
        ApiCall<DraftTaxInvoicesFromPayoutsBody> call, DraftFromPayouts draft, Store store, CancellationToken ct)
    {
        var body = call.Body;
        if (body.PayoutIds is null == body.BulkPayoutId is null)
        {
            return Invalid.Request("payoutIds와 bulkPayoutId 가운데 하나만 적어 주세요.");
        }
        if (body.PayoutIds is { Count: 0 or > ApiLimits.BatchCountMax })
        {
            return Invalid.Field("payoutIds", $"1~{ApiLimits.BatchCountMax}개를 보내 주세요.");
        }
        BulkPayoutId? bulkPayout = body.BulkPayoutId is null ? null : BulkPayoutId.From(body.BulkPayoutId);
        var command = new NewPayoutInvoices(bulkPayout, body.PayoutIds?.Distinct(StringComparer.Ordinal).Select(PayoutId.From).ToList(), body.WriteDate, body.Name);
        var drafted = await draft.HandleAsync(call.Tenant, call.Actor, command, ct);
        if (drafted.IsRefused)
        {
            return OfDraft(drafted.Refusal);
        }
        return new DraftTaxInvoicesFromPayoutsResponse
        {
            BulkTaxInvoice = await ReadAsync(call.Tenant, drafted.Value.Bulk.Id, store, ct),
            TaxInvoiceIds = [.. drafted.Value.Drafted.Select(invoice => invoice.Id.Value)],
            Skipped = [.. drafted.Value.Skipped.Select(skipped => Write(skipped.Key.Value, null, skipped.Value))],
        };
    }

    private static async Task<Answer<RequestBulkTaxInvoiceResponse>> RequestBulkTaxInvoice(
        ApiCall call, string id, RequestTaxInvoice request, Store store, CancellationToken ct)
    {
        var requested = await request.HandleBulkAsync(call.Tenant, call.Actor, BulkTaxInvoiceId.From(id), ct);
        if (requested.IsRefused)
        {
            return TaxInvoiceRefusals.OfBulk(requested.Refusal);
        }
        return new RequestBulkTaxInvoiceResponse
        {
            BulkTaxInvoice = await ReadAsync(call.Tenant, BulkTaxInvoiceId.From(id), store, ct),
            TaxInvoiceIds = [.. requested.Value.Requested.Select(invoice => invoice.Value)],
            Skipped = [.. requested.Value.Refused.Select(refused => Write(null, refused.Key.Value, refused.Value))],
        };
    }

    private static async Task<Answer<ResendTaxInvoiceRequestResponse>> ResendTaxInvoiceRequest(
        ApiCall<ResendTaxInvoiceRequestBody> call, string taxInvoiceKey, [AsParameters] TaxInvoiceKeyQuery key, ResendRequest resend, Store store, CancellationToken ct)
    {
        if (call.Body.Email is { } email && !MailAddresses.IsUsable(email))
        {
            return Invalid.Field("email", "이메일 주소를 확인해 주세요.");
        }
        var resent = await TaxInvoiceLookup.ActAsync(call.Tenant, taxInvoiceKey, key, store, id => resend.HandleAsync(call.Tenant, call.Actor, id, call.Body.Email, ct), ct);
        return resent.Answer(invoice => new ResendTaxInvoiceRequestResponse { TaxInvoice = invoice }, TaxInvoiceRefusals.Of);
    }

    private static async Task<B2bBulkTaxInvoice> ReadAsync(Tenant tenant, BulkTaxInvoiceId id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        return BulkTaxInvoiceMapping.Write(
            await db.Set<BulkTaxInvoice>().SingleAsync(bulk => bulk.Id == id, ct),
            await db.Set<TaxInvoice>().Where(invoice => invoice.BulkTaxInvoiceId == id).ToListAsync(ct));
    }

    private static SkippedTaxInvoice Write(string? payoutId, string? taxInvoiceId, Refusal refusal)
    {
        var error = TaxInvoiceRefusals.OfSkipped(refusal);
        return new SkippedTaxInvoice { PayoutId = payoutId, TaxInvoiceId = taxInvoiceId, Type = error.Type, Message = error.Message };
    }

    private static ApiError OfDraft(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound { Subject: "Payout" } payout => new PayoutNotFoundError { PayoutId = payout.Id },
        StoredRefusal.NotFound { Subject: "BulkPayout" } => new BulkPayoutNotFoundError(),
        StoredRefusal.NotFound { Subject: "OwnCompany" } => new B2bRecipientNotFoundError(),
        _ => Invalid.Of(refusal),
    };
}
