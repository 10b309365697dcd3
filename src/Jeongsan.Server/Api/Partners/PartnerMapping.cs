using System.Diagnostics;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Partners;

/// <summary>Partners from the domain to the wire.</summary>
internal static class PartnerMapping
{
    public static PlatformPartner Write(Partner partner) => Write(partner.Snapshot(), partner.Mode);

    /// <summary>As it will be once its scheduled change is made.</summary>
    public static PlatformPartner WriteScheduled(Partner partner) => Write(partner.SnapshotAt(partner.ScheduledAt!.Value), partner.Mode);

    public static PlatformPartner Write(PartnerSnapshot partner, Mode mode) => new()
    {
        Id = partner.Id.Value,
        GraphqlId = GraphqlId.Of("PlatformPartner", partner.Id.Value),
        Name = partner.Profile.Name,
        Contact = new PlatformContact
        {
            Name = partner.Profile.Contact.Name,
            PhoneNumber = partner.Profile.Contact.PhoneNumber,
            Email = partner.Profile.Contact.Email,
        },
        Account = Write(partner.Profile.Account),
        Status = Code.Of(partner.Status).As<PlatformPartnerStatus>(),
        DefaultContractId = partner.Profile.DefaultContractId.Value,
        Memo = partner.Profile.Memo,
        Tags = partner.Profile.Tags,
        Type = Write(partner),
        IsArchived = partner.IsArchived,
        AppliedAt = partner.AppliedAt,
        UserDefinedProperties = partner.Profile.Properties.ToDictionary(
            property => property.Key, property => new PlatformUserDefinedPropertyValue { String = property.Value }, StringComparer.Ordinal),
        IsForTest = mode == Mode.Test,
    };

    public static PlatformAccount Write(BankAccount account) => new()
    {
        Bank = Code.Of(account.Bank).As<BankCode>(),
        Currency = Code.Of(account.Currency).As<CurrencyCode>(),
        Number = account.Number,
        Holder = account.Holder,
        Status = Code.Of(account.Status).As<PlatformAccountStatus>(),
    };

    public static IReadOnlyList<PlatformUserDefinedPropertyKeyValue> WriteList(IReadOnlyList<UserDefinedProperty> properties) =>
        [.. properties.Select(property => new PlatformUserDefinedPropertyKeyValue { Key = property.Key, Value = new() { String = property.Value } })];

    private static PlatformPartnerType Write(PartnerSnapshot partner) => partner.Profile.Type switch
    {
        PartnerType.Business business => new PlatformPartnerTypeBusiness
        {
            CompanyName = business.CompanyName,
            TaxationType = Code.Of(business.TaxationType).As<PlatformPartnerTaxationType>(),
            BusinessStatus = Code.Of(business.BusinessStatus).As<PlatformPartnerBusinessStatus>(),
            BusinessRegistrationNumber = business.BusinessRegistrationNumber.Value,
            RepresentativeName = business.RepresentativeName,
            CompanyAddress = business.CompanyAddress,
            BusinessType = business.BusinessType,
            BusinessClass = business.BusinessClass,
            MemberCompanyConnectionStatus = Code.Of(partner.NtsConnection).As<PlatformPartnerMemberCompanyConnectionStatus>(),
            MemberCompanyConnectionFailedReason = partner.NtsConnectionFailedReason,
        },
        PartnerType.WhtPayer payer => new PlatformPartnerTypeWhtPayer { Birthdate = payer.Birthdate },
        PartnerType.NonWhtPayer payer => new PlatformPartnerTypeNonWhtPayer { Birthdate = payer.Birthdate },
        _ => throw new UnreachableException(partner.Profile.Type.GetType().Name),
    };
}
