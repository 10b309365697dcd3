using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Partners;

/// <summary>The list's filter: columns in the database, members of JSON columns row by row.</summary>
internal static class PartnerQueries
{
    public static IQueryable<Partner> Where(this IQueryable<Partner> partners, PlatformPartnerFilterInput? filter)
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
        var partners = await db.Set<Partner>().Where(filter).Where(partner => only == null || partner.TypeName == only).OrderBy(partner => partner.Id).ToListAsync(ct);
        return [.. partners.Where(Condition(filter) ?? (_ => true)).Select(partner => partner.Id)];
    }

    /// <summary>Null when nothing is asked of the JSON columns.</summary>
    public static Func<Partner, bool>? Condition(PlatformPartnerFilterInput? filter)
    {
        var conditions = new List<Func<PlatformPartner, bool>>();
        void Among<T>(IReadOnlyList<T>? allowed, Func<PlatformPartner, T> valueOf)
        {
            if (allowed is { Count: > 0 })
            {
                conditions.Add(partner => allowed.Contains(valueOf(partner)));
            }
        }

        void Containing(string? part, Func<PlatformPartner, string?> textOf)
        {
            if (part is { Length: > 0 })
            {
                conditions.Add(partner => textOf(partner)?.Contains(part, StringComparison.OrdinalIgnoreCase) == true);
            }
        }

        if (filter?.Tags is { Count: > 0 } tags)
        {
            conditions.Add(partner => partner.Tags.Any(tags.Contains));
        }

        Among(filter?.Banks, partner => partner.Account.Bank);
        Among(filter?.AccountCurrencies, partner => partner.Account.Currency);
        Among(filter?.AccountStatuses, partner => partner.Account.Status);
        Among<PlatformPartnerBusinessStatus?>(
            filter?.BusinessStatuses?.Select(status => (PlatformPartnerBusinessStatus?)status).ToList(),
            partner => (partner.Type as PlatformPartnerTypeBusiness)?.BusinessStatus);
        Among<PlatformPartnerTaxationType?>(
            filter?.TaxationTypes?.Select(type => (PlatformPartnerTaxationType?)type).ToList(),
            partner => (partner.Type as PlatformPartnerTypeBusiness)?.TaxationType);
        Containing(filter?.Keyword?.Email, partner => partner.Contact.Email);
        Containing(filter?.Keyword?.AccountNumber, partner => partner.Account.Number);
        Containing(filter?.Keyword?.AccountHolder, partner => partner.Account.Holder);
        return conditions.Count == 0 ? null : partner => PartnerMapping.Write(partner) is var written && conditions.All(condition => condition(written));
    }

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
