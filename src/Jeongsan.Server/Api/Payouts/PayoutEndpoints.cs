using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Payouts;

/// <summary>지급과 일괄 지급의 목록.</summary>
internal static class PayoutEndpoints
{
    public static void MapPayouts(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("지급");
        routes.MapGet("/platform/payouts", GetPlatformPayouts).Needs(PersonRight.See).Refuses<GetPlatformPayoutsError>();
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
        var chosen = Filter(db.Set<Payout>(), call.Body.Filter);
        var counts = await chosen.GroupBy(payout => payout.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        if (call.Body.Filter?.Statuses is { Count: > 0 } given)
        {
            var statuses = given.Select(status => Code.Of(status).As<PayoutStatus>()).ToArray();
            chosen = chosen.Where(payout => statuses.Contains(payout.Status));
        }

        var page = await chosen.OrderByDescending(payout => payout.Id).PageAsync(Condition(call.Body.Filter), paging.Value, ct);
        var ids = page.Items.Select(PayoutMapping.InvoiceOf).OfType<TaxInvoiceId>().ToArray();
        var invoices = await db.Set<TaxInvoice>().Where(invoice => ids.Contains(invoice.Id)).Select(invoice => new { invoice.Id, invoice.Status })
            .ToDictionaryAsync(invoice => invoice.Id, invoice => invoice.Status, ct);
        return new GetPlatformPayoutsResponse
        {
            Items = page.Write(payout => PayoutMapping.Write(payout, PayoutMapping.InvoiceOf(payout) is { } id && invoices.TryGetValue(id, out var status) ? status : null)),
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
        var chosen = Filter(db.Set<BulkPayout>(), call.Body.Filter);
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

    private static IQueryable<Payout> Filter(IQueryable<Payout> payouts, PlatformPayoutFilterInput? filter)
    {
        if (filter?.PartnerIds is { Count: > 0 } givenPartners)
        {
            var partners = givenPartners.Select(PartnerId.From).ToArray();
            payouts = payouts.Where(payout => partners.Contains(payout.PartnerId));
        }

        if (filter?.PayoutIds is { Count: > 0 } givenIds)
        {
            var ids = givenIds.Select(PayoutId.From).ToArray();
            payouts = payouts.Where(payout => ids.Contains(payout.Id));
        }

        if (filter?.Criteria.PayoutId is { Length: > 0 } givenId)
        {
            var id = PayoutId.From(givenId);
            payouts = payouts.Where(payout => payout.Id == id);
        }

        if (filter?.Criteria.BulkPayoutId is { Length: > 0 } givenBulk)
        {
            var bulk = BulkPayoutId.From(givenBulk);
            payouts = payouts.Where(payout => payout.BulkPayoutId == bulk);
        }

        if (filter?.Criteria.TaxInvoiceId is { Length: > 0 } givenInvoice)
        {
            TaxInvoiceId? invoice = TaxInvoiceId.From(givenInvoice);
            payouts = payouts.Where(payout => payout.TaxInvoiceId == invoice || payout.TaxFreeInvoiceId == invoice);
        }

        return payouts;
    }

    private static IQueryable<BulkPayout> Filter(IQueryable<BulkPayout> bulks, PlatformBulkPayoutFilterInput? filter)
    {
        if (filter?.Methods is { Count: > 0 } givenMethods)
        {
            var methods = givenMethods.Select(method => Code.Of(method).As<PayoutMethod>()).ToArray();
            bulks = bulks.Where(bulk => methods.Contains(bulk.Method));
        }

        if (filter?.Criteria?.BulkPayoutId is { Length: > 0 } givenId)
        {
            var id = BulkPayoutId.From(givenId);
            bulks = bulks.Where(bulk => bulk.Id == id);
        }

        return bulks;
    }

    /// <summary>Instants and members of JSON columns are compared row by row; null when nothing is asked of them.</summary>
    private static Func<Payout, bool>? Condition(PlatformPayoutFilterInput? filter)
    {
        var conditions = new List<Func<Payout, bool>>();
        void Within(DateTimeRange? range, Func<Payout, DateTimeOffset?> at)
        {
            if (range is not null)
            {
                conditions.Add(payout => at(payout) is { } instant && instant >= range.From && instant <= range.Until);
            }
        }

        Within(filter?.Criteria.TimestampRange, payout => payout.CreatedAt);
        Within(filter?.Criteria.StatusUpdatedTimestampRange, payout => payout.StatusUpdatedAt);
        Within(filter?.Criteria.ScheduledTimestampRange, payout => payout.ScheduledAt);
        if (filter?.PartnerTags is { Count: > 0 } tags)
        {
            conditions.Add(payout => payout.Partner.Profile.Tags.Any(tags.Contains));
        }

        if (filter?.PayoutAccountBanks is { Count: > 0 } banks)
        {
            conditions.Add(payout => banks.Contains(Code.Of(payout.Account.Bank).As<BankCode>()));
        }

        if (filter?.PartnerTypes is { Count: > 0 } types)
        {
            conditions.Add(payout => types.Contains(Code.Of(payout.Partner.Profile.Type.Name).As<PlatformPartnerTypeName>()));
        }

        return conditions.Count == 0 ? null : payout => conditions.TrueForAll(condition => condition(payout));
    }
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
