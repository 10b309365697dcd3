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
        var own = Where(db.Set<Counterparty>(), filter).OrderBy(counterparty => counterparty.Id);
        var partners = Where(PartnerCounterparties.Of(Json(db, filter).Rows<Partner>(db)), filter).OrderBy(partner => partner.Id);
        var skipped = paging.Number * paging.Size;
        var ownCount = await own.CountAsync(ct);
        var items = (await own.Skip(skipped).Take(paging.Size).ToListAsync(ct)).ConvertAll(CounterpartyMapping.Write);
        var more = await partners.Skip(Math.Max(0, skipped - ownCount)).Take(paging.Size - items.Count).ToListAsync(ct);
        return new Paged<B2bCounterparty>([.. items, .. more.Select(CounterpartyMapping.Write)], paging.Info(ownCount + await partners.CountAsync(ct)));
    }

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
        if (filter?.ContactPhone is { Length: > 0 } phone)
        {
            counterparties = counterparties.Where(one => one.ContactPhoneNumber != null && one.ContactPhoneNumber.Contains(phone));
        }
        if (filter?.ContactEmail is { Length: > 0 } email)
        {
            counterparties = counterparties.Where(one => one.ContactEmail.Contains(email));
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
        .Containing(filter?.ContactPhone, new JsonText("contact", "phoneNumber"))
        .Containing(filter?.ContactEmail, new JsonText("contact", "email"))
        .Among(
            filter?.BusinessStatuses is { Count: > 0 } given ? Enum.GetValues<BusinessStatus>().Where(status => given.Contains(CounterpartyMapping.Write(status))).Select(status => status.ToString()).DefaultIfEmpty("") : null,
            new JsonText("type", "businessStatus"));

    private static NtsConnectionStatus[] Connections(B2bCounterpartyFilter filter) =>
        [.. Enum.GetValues<NtsConnectionStatus>().Where(status => filter.NtsConnectionStatuses!.Contains(CounterpartyMapping.Write(status)))];
}
