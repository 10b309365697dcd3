using Jeongsan.Application.Counterparties;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Partners;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Counterparties;

/// <summary>One list out of two tables: first the counterparties of our own, then the partners, each by id.</summary>
internal static class CounterpartyQueries
{
    public static async Task<Paged<B2bCounterparty>> PageAsync(JeongsanContext db, B2bCounterpartyFilter? filter, Paging paging, CancellationToken ct)
    {
        var own = (await SealedAsync(Where(db.Set<Counterparty>(), filter), filter, ct)).OrderBy(counterparty => counterparty.Id);
        var partners = (await SealedAsync(Where(PartnerCounterparties.Of(Json(db, filter).Rows<Partner>(db)), filter), filter, ct)).OrderBy(partner => partner.Id);
        var skipped = paging.Number * paging.Size;
        var ownCount = await own.CountAsync(ct);
        var items = (await own.Skip(skipped).Take(paging.Size).ToListAsync(ct)).ConvertAll(CounterpartyMapping.Write);
        var more = await partners.Skip(Math.Max(0, skipped - ownCount)).Take(paging.Size - items.Count).ToListAsync(ct);
        return new Paged<B2bCounterparty>([.. items, .. more.Select(CounterpartyMapping.Write)], paging.Info(ownCount + await partners.CountAsync(ct)));
    }

    private static async Task<IQueryable<Counterparty>> SealedAsync(IQueryable<Counterparty> counterparties, B2bCounterpartyFilter? filter, CancellationToken ct)
    {
        if (!AsksSealed(filter))
        {
            return counterparties;
        }
        var fitting = await SealedSearch.FindAsync(
            counterparties.Select(one => new SealedRow<CounterpartyId, string, string?>(one.Id, one.ContactEmail, one.ContactPhoneNumber)),
            (email, phone) => SealedSearch.Holds(email, filter!.ContactEmail) && SealedSearch.Holds(phone, filter.ContactPhone), ct);
        return counterparties.Where(one => fitting.Contains(one.Id));
    }

    private static async Task<IQueryable<Partner>> SealedAsync(IQueryable<Partner> partners, B2bCounterpartyFilter? filter, CancellationToken ct)
    {
        if (!AsksSealed(filter))
        {
            return partners;
        }
        var fitting = await SealedSearch.FindAsync(
            partners.Select(partner => new SealedRow<PartnerId, Contact, Contact>(partner.Id, partner.Contact, partner.Contact)),
            (contact, _) => SealedSearch.Holds(contact.Email, filter!.ContactEmail) && SealedSearch.Holds(contact.PhoneNumber, filter.ContactPhone), ct);
        return partners.Where(partner => fitting.Contains(partner.Id));
    }

    private static bool AsksSealed(B2bCounterpartyFilter? filter) => filter is { ContactEmail.Length: > 0 } or { ContactPhone.Length: > 0 };

    private static IQueryable<Counterparty> Where(IQueryable<Counterparty> counterparties, B2bCounterpartyFilter? filter)
    {
        if (filter?.Id is { Length: > 0 } id)
        {
            counterparties = counterparties.Where(one => ((string)(object)one.Id).StartsWith(id));
        }
        if (filter?.CounterpartyIds is { Count: > 0 } givenIds)
        {
            var ids = givenIds.Select(CounterpartyId.From).ToArray();
            counterparties = counterparties.Where(one => ids.Contains(one.Id));
        }
        if (filter?.Brn is { Length: > 0 } brn)
        {
            var digits = brn.Replace("-", "", StringComparison.Ordinal);
            counterparties = counterparties.Where(one => ((string)(object)one.Brn).Contains(digits));
        }
        if (filter?.CompanyName is { Length: > 0 } company)
        {
            counterparties = counterparties.Where(one => one.CompanyName.Contains(company));
        }
        if (filter?.RepresentativeName is { Length: > 0 } representative)
        {
            counterparties = counterparties.Where(one => one.RepresentativeName.Contains(representative));
        }
        if (filter?.ContactName is { Length: > 0 } contact)
        {
            counterparties = counterparties.Where(one => one.ContactName.Contains(contact));
        }
        return ByStatus(counterparties, filter);
    }

    private static IQueryable<Counterparty> ByStatus(IQueryable<Counterparty> counterparties, B2bCounterpartyFilter? filter)
    {
        if (filter?.BusinessStatuses is { Count: > 0 } givenStatuses)
        {
            var statuses = givenStatuses.Select(status => Code.Of(status).As<CounterpartyBusinessStatus>()).ToArray();
            counterparties = counterparties.Where(one => statuses.Contains(one.BusinessStatus));
        }
        if (filter?.NtsConnectionStatuses is { Count: > 0 })
        {
            var connections = Connections(filter);
            counterparties = counterparties.Where(one => connections.Contains(one.NtsConnection));
        }
        return counterparties;
    }

    private static IQueryable<Partner> Where(IQueryable<Partner> partners, B2bCounterpartyFilter? filter)
    {
        if (filter?.Id is { Length: > 0 } id)
        {
            partners = partners.Where(partner => ((string)(object)partner.Id).StartsWith(id));
        }
        if (filter?.CounterpartyIds is { Count: > 0 } givenIds)
        {
            var ids = givenIds.Select(PartnerId.From).ToArray();
            partners = partners.Where(partner => ids.Contains(partner.Id));
        }
        if (filter?.Brn is { Length: > 0 } brn)
        {
            var digits = brn.Replace("-", "", StringComparison.Ordinal);
            partners = partners.Where(partner => partner.BusinessRegistrationNumber != null && ((string)(object)partner.BusinessRegistrationNumber).Contains(digits));
        }
        if (filter?.NtsConnectionStatuses is { Count: > 0 })
        {
            var connections = Connections(filter);
            partners = partners.Where(partner => connections.Contains(partner.NtsConnection));
        }
        return partners;
    }

    /// <summary>What of a partner is in JSON columns.</summary>
    private static JsonFilter Json(JeongsanContext db, B2bCounterpartyFilter? filter) => JsonFilter.For(db)
        .Containing(filter?.CompanyName, new JsonText("type", "companyName"))
        .Containing(filter?.RepresentativeName, new JsonText("type", "representativeName"))
        .Containing(filter?.ContactName, new JsonText("contact", "name"))
        .Among(
            filter?.BusinessStatuses is { Count: > 0 } given ? Enum.GetValues<BusinessStatus>().Where(status => given.Contains(CounterpartyMapping.Write(status))).Select(status => status.ToString()).DefaultIfEmpty("") : null,
            new JsonText("type", "businessStatus"));

    private static NtsConnectionStatus[] Connections(B2bCounterpartyFilter filter) =>
        [.. Enum.GetValues<NtsConnectionStatus>().Where(status => filter.NtsConnectionStatuses!.Contains(CounterpartyMapping.Write(status)))];
}
