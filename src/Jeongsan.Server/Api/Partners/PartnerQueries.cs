using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Partners;

/// <summary>The list's filter, in the database as far as it can read what is asked.</summary>
internal static class PartnerQueries
{
    public static async Task<IQueryable<Partner>> OfAsync(JeongsanContext db, PlatformPartnerFilterInput? filter, CancellationToken ct)
    {
        var partners = Json(db, filter).Rows<Partner>(db).Where(filter);
        var (email, number) = (filter?.Keyword?.Email, filter?.Keyword?.AccountNumber);
        if (email is not { Length: > 0 } && number is not { Length: > 0 })
        {
            return partners;
        }

        var fitting = await SealedSearch.FindAsync(
            partners.Select(partner => new SealedRow<PartnerId, Contact, BankAccount>(partner.Id, partner.Contact, partner.Account)),
            (contact, account) => SealedSearch.Holds(contact.Email, email) && SealedSearch.Holds(account.Number, number), ct);
        return partners.Where(partner => fitting.Contains(partner.Id));
    }

    private static IQueryable<Partner> Where(this IQueryable<Partner> partners, PlatformPartnerFilterInput? filter)
    {
        if (filter is null)
        {
            return partners;
        }

        if (filter.IsArchived is { } isArchived)
        {
            partners = partners.Where(partner => partner.IsArchived == isArchived);
        }

        if (filter.Ids is { Count: > 0 } givenIds)
        {
            var ids = givenIds.Select(PartnerId.From).ToArray();
            partners = partners.Where(partner => ids.Contains(partner.Id));
        }

        if (filter.ContractIds is { Count: > 0 } givenContracts)
        {
            var contracts = givenContracts.Select(ContractId.From).ToArray();
            partners = partners.Where(partner => contracts.Contains(partner.DefaultContractId));
        }

        if (filter.Types is { Count: > 0 } givenTypes)
        {
            var types = givenTypes.Select(type => Code.Of(type).As<PartnerTypeName>()).ToArray();
            partners = partners.Where(partner => types.Contains(partner.TypeName));
        }

        if (filter.MemberCompanyConnectionStatuses is { Count: > 0 } givenStatuses)
        {
            var statuses = givenStatuses.Select(status => Code.Of(status).As<NtsConnectionStatus>()).ToArray();
            partners = partners.Where(partner => partner.TypeName == PartnerTypeName.Business && statuses.Contains(partner.NtsConnection));
        }

        return partners.Where(filter.Keyword);
    }

    /// <summary>The ids of all partners of a filter, for an act on many.</summary>
    /// <param name="only">Null: of any type.</param>
    public static async Task<PartnerId[]> ChooseAsync(Tenant tenant, PlatformPartnerFilterInput? filter, Store store, CancellationToken ct, PartnerTypeName? only = null)
    {
        await using var db = store.Read(tenant);
        return await (await OfAsync(db, filter, ct)).Where(partner => only == null || partner.TypeName == only).OrderBy(partner => partner.Id).Select(partner => partner.Id).ToArrayAsync(ct);
    }

    // The codes of the contracts have the names that are stored.
    private static JsonFilter Json(JeongsanContext db, PlatformPartnerFilterInput? filter) => JsonFilter.For(db)
        .Among(filter?.Tags, JsonText.Each("tags", ""))
        .Among(filter?.Banks?.Select(bank => bank.ToString()), new JsonText("account", "bank"))
        .Among(filter?.AccountCurrencies?.Select(currency => currency.ToString()), new JsonText("account", "currency"))
        .Among(filter?.AccountStatuses?.Select(status => status.ToString()), new JsonText("account", "status"))
        .Among(filter?.BusinessStatuses?.Select(status => status.ToString()), new JsonText("type", "businessStatus"))
        .Among(filter?.TaxationTypes?.Select(type => type.ToString()), new JsonText("type", "taxationType"))
        .Containing(filter?.Keyword?.AccountHolder, new JsonText("account", "holder"));

    private static IQueryable<Partner> Where(this IQueryable<Partner> partners, PlatformPartnerFilterInputKeyword? keyword)
    {
        if (keyword?.Id is { Length: > 0 } id)
        {
            partners = partners.Where(partner => ((string)(object)partner.Id).Contains(id));
        }

        if (keyword?.Name is { Length: > 0 } name)
        {
            partners = partners.Where(partner => partner.Name.Contains(name));
        }

        if (keyword?.Memo is { Length: > 0 } memo)
        {
            partners = partners.Where(partner => partner.Memo != null && partner.Memo.Contains(memo));
        }

        if (keyword?.DefaultContractId is { Length: > 0 } contract)
        {
            partners = partners.Where(partner => ((string)(object)partner.DefaultContractId).Contains(contract));
        }

        if (keyword?.BusinessRegistrationNumber is { Length: > 0 } number)
        {
            var digits = number.Replace("-", "", StringComparison.Ordinal);
            partners = partners.Where(partner => partner.BusinessRegistrationNumber != null && ((string)(object)partner.BusinessRegistrationNumber).Contains(digits));
        }

        return partners;
    }
}
