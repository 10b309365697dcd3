using Jeongsan.Application.Storage;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Payouts;

/// <summary>The lists' filters, all of them in the database.</summary>
internal static class PayoutQueries
{
    /// <summary>All but the choice of states, which the counts look past.</summary>
    public static IQueryable<Payout> Filter(JeongsanContext db, PlatformPayoutFilterInput? filter)
    {
        var payouts = Within(Json(db, filter).Rows<Payout>(db), filter?.Criteria);
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

        if (filter?.PayoutCurrencies is { Count: > 0 } givenCurrencies)
        {
            var currencies = givenCurrencies.Select(code => code.ToString()).Where(name => Enum.TryParse<Currency>(name, out _)).Select(Enum.Parse<Currency>).ToArray();
            payouts = payouts.Where(payout => currencies.Contains(payout.Currency));
        }

        payouts = WithStatement(db, payouts, filter);
        return filter?.TaxInvoiceStatuses is { Count: > 0 } invoiceStatuses ? WithInvoice(db, payouts, invoiceStatuses) : payouts;
    }

    public static IQueryable<BulkPayout> Filter(IQueryable<BulkPayout> bulks, PlatformBulkPayoutFilterInput? filter)
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

        if (filter?.Criteria?.TimestampRange is { } made)
        {
            var (from, until) = made.InUtc();
            bulks = bulks.Where(bulk => bulk.CreatedAt >= from && bulk.CreatedAt <= until);
        }

        if (filter?.Criteria?.StatusUpdatedTimestampRange is { } moved)
        {
            var (from, until) = moved.InUtc();
            bulks = bulks.Where(bulk => bulk.StatusUpdatedAt >= from && bulk.StatusUpdatedAt <= until);
        }

        return bulks;
    }

    // The codes of the contracts have the names that are stored.
    private static JsonFilter Json(JeongsanContext db, PlatformPayoutFilterInput? filter) => JsonFilter.For(db)
        .Among(filter?.PartnerTags, JsonText.Each("partner", "", "profile.tags"))
        .Among(filter?.PayoutAccountBanks?.Select(bank => bank.ToString()), new JsonText("account", "bank"))
        .Among(filter?.PartnerTypes?.Select(type => type.ToString()), new JsonText("partner", "profile.type.name"))
        .Among(filter?.PartnerTaxationTypes?.Select(type => type.ToString()), new JsonText("partner", "profile.type.taxationType"));

    /// <summary>By the newest statement of each payout. UNSENT means that there is none.</summary>
    private static IQueryable<Payout> WithStatement(JeongsanContext db, IQueryable<Payout> payouts, PlatformPayoutFilterInput? filter)
    {
        var newest = StatementStates.Newest(db);
        if (filter?.SettlementStatementStatuses is { Count: > 0 } given)
        {
            var unsent = given.Contains(PlatformPayoutSettlementStatementStatus.Unsent);
            var statuses = given.Select(StatementStates.StatusOf).OfType<StatementSendingStatus>().ToArray();
            payouts = payouts.Where(payout =>
                (unsent && !newest.Any(row => row.PayoutId == payout.Id)) || newest.Any(row => row.PayoutId == payout.Id && statuses.Contains(row.Status)));
        }

        if (filter?.Criteria?.SettlementStatementId is { Length: > 0 } givenId)
        {
            var id = StatementSendingId.From(givenId);
            payouts = payouts.Where(payout => db.Set<StatementSending>().Any(row => row.PayoutId == payout.Id && row.Id == id));
        }

        if (filter?.Criteria?.SettlementStatementIssuedTimestampRange is { } issued)
        {
            var (from, until) = issued.InUtc();
            payouts = payouts.Where(payout => newest.Any(row => row.PayoutId == payout.Id && row.SentAt >= from && row.SentAt <= until));
        }

        return payouts;
    }

    private static IQueryable<Payout> Within(IQueryable<Payout> payouts, PlatformPayoutFilterInputCriteria? criteria)
    {
        if (criteria?.PayoutId is { Length: > 0 } givenId)
        {
            var id = PayoutId.From(givenId);
            payouts = payouts.Where(payout => payout.Id == id);
        }

        if (criteria?.BulkPayoutId is { Length: > 0 } givenBulk)
        {
            var bulk = BulkPayoutId.From(givenBulk);
            payouts = payouts.Where(payout => payout.BulkPayoutId == bulk);
        }

        if (criteria?.TaxInvoiceId is { Length: > 0 } givenInvoice)
        {
            TaxInvoiceId? invoice = TaxInvoiceId.From(givenInvoice);
            payouts = payouts.Where(payout => payout.TaxInvoiceId == invoice || payout.TaxFreeInvoiceId == invoice);
        }

        if (criteria?.TimestampRange is { } made)
        {
            var (from, until) = made.InUtc();
            payouts = payouts.Where(payout => payout.CreatedAt >= from && payout.CreatedAt <= until);
        }

        if (criteria?.StatusUpdatedTimestampRange is { } moved)
        {
            var (from, until) = moved.InUtc();
            payouts = payouts.Where(payout => payout.StatusUpdatedAt >= from && payout.StatusUpdatedAt <= until);
        }

        if (criteria?.ScheduledTimestampRange is { } scheduled)
        {
            var (from, until) = scheduled.InUtc();
            payouts = payouts.Where(payout => payout.ScheduledAt >= from && payout.ScheduledAt <= until);
        }

        return payouts;
    }

    /// <summary>NONE means that no invoice stands on the payout.</summary>
    private static IQueryable<Payout> WithInvoice(JeongsanContext db, IQueryable<Payout> payouts, IReadOnlyList<PlatformPayoutTaxInvoiceStatus> given)
    {
        var none = given.Contains(PlatformPayoutTaxInvoiceStatus.None);
        var statuses = Enum.GetValues<TaxInvoiceStatus>().Where(status => given.Contains(Code.Of(status).As<PlatformPayoutTaxInvoiceStatus>())).ToArray();
        var invoices = db.Set<TaxInvoice>().Where(invoice => statuses.Contains(invoice.Status));
        return payouts.Where(payout =>
            (none && payout.TaxInvoiceId == null && payout.TaxFreeInvoiceId == null)
            || invoices.Any(invoice => invoice.Id == payout.TaxInvoiceId || (payout.TaxInvoiceId == null && invoice.Id == payout.TaxFreeInvoiceId)));
    }
}

internal static class DateTimeRanges
{
    /// <summary>Both ends included; the database compares instants in UTC.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until) InUtc(this DateTimeRange range) => (range.From.ToUniversalTime(), range.Until.ToUniversalTime());
}
