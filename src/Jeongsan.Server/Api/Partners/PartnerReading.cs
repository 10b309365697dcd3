using Jeongsan.Application.Partners;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Partners;

/// <summary>What callers state about partners, on its way into the domain.</summary>
internal static class PartnerReading
{
    public static Outcome<NewPartner> Read(CreatePlatformPartnerBody body) =>
        Read(body.Type).Then<NewPartner>(type =>
            Account(body.Account.Bank, body.Account.Currency, body.Account.Number, body.Account.Holder).Then<NewPartner>(account => new NewPartner(body.Id, new PartnerProfile(
                body.Name,
                new Contact(body.Contact.Name, body.Contact.PhoneNumber, body.Contact.Email),
                account,
                ContractId.From(body.DefaultContractId),
                body.Memo,
                body.Tags,
                type,
                Properties(body.UserDefinedProperties)))));

    /// <summary>What is absent stays. A type other than the present one replaces it and must be complete.</summary>
    public static Outcome<Func<PartnerProfile, PartnerProfile>> Read(UpdatePlatformPartnerBody body, PartnerType present)
    {
        var type = body.Type is { } given ? Read(given, present) : present;
        if (type.IsRefused)
        {
            return type.Refusal;
        }

        var account = body.Account is { } stated ? Account(stated.Bank, stated.Currency, stated.Number, stated.Holder) : (Outcome<BankAccount>?)null;
        if (account is { IsRefused: true } refused)
        {
            return refused.Refusal;
        }

        return (Func<PartnerProfile, PartnerProfile>)(profile => new PartnerProfile(
            body.Name ?? profile.Name,
            body.Contact is { } contact
                ? new Contact(contact.Name ?? profile.Contact.Name, contact.PhoneNumber ?? profile.Contact.PhoneNumber, contact.Email ?? profile.Contact.Email)
                : profile.Contact,
            account?.Value ?? profile.Account,
            body.DefaultContractId is { } contract ? ContractId.From(contract) : profile.DefaultContractId,
            body.Memo ?? profile.Memo,
            body.Tags ?? profile.Tags,
            body.Type is null ? profile.Type : type.Value,
            body.UserDefinedProperties is { } properties ? Properties(properties) : profile.Properties));
    }

    private static Outcome<PartnerType> Read(CreatePlatformPartnerBodyType type) => (type.Business, type.WhtPayer, type.NonWhtPayer) switch
    {
        ({ } business, null, null) => BusinessRegistrationNumber.Parse(business.BusinessRegistrationNumber).Then<PartnerType>(number => new PartnerType.Business(
            business.CompanyName,
            Code.Of(business.TaxationType ?? PlatformPartnerTaxationType.Normal).As<TaxationType>(),
            BusinessStatus.NotVerified,
            number,
            business.RepresentativeName,
            business.CompanyAddress,
            business.BusinessType,
            business.BusinessClass)),
        (null, { } payer, null) => new PartnerType.WhtPayer(payer.Birthdate),
        (null, null, { } payer) => new PartnerType.NonWhtPayer(payer.Birthdate),
        _ => new RequestRefusal("type", "business, whtPayer, nonWhtPayer 가운데 하나만 적어 주세요."),
    };

    private static Outcome<PartnerType> Read(UpdatePlatformPartnerBodyType type, PartnerType present) => (type.Business, type.WhtPayer, type.NonWhtPayer) switch
    {
        ({ } business, null, null) => Read(business, present as PartnerType.Business),
        (null, { } payer, null) => present is PartnerType.WhtPayer same
            ? same with { Birthdate = payer.Birthdate ?? same.Birthdate }
            : new PartnerType.WhtPayer(payer.Birthdate),
        (null, null, { } payer) => new PartnerType.NonWhtPayer(payer.Birthdate ?? (present as PartnerType.NonWhtPayer)?.Birthdate),
        _ => new RequestRefusal("type", "business, whtPayer, nonWhtPayer 가운데 하나만 적어 주세요."),
    };

    private static Outcome<PartnerType> Read(UpdatePlatformPartnerBodyTypeBusiness given, PartnerType.Business? present)
    {
        if (present is null && (given.CompanyName is null || given.BusinessRegistrationNumber is null || given.RepresentativeName is null))
        {
            return new IncompletePartnerType();
        }

        var number = given.BusinessRegistrationNumber is { } text ? BusinessRegistrationNumber.Parse(text) : present!.BusinessRegistrationNumber;
        return number.Then<PartnerType>(known => new PartnerType.Business(
            given.CompanyName ?? present!.CompanyName,
            given.TaxationType is { } taxation ? Code.Of(taxation).As<TaxationType>() : present?.TaxationType ?? TaxationType.Normal,
            // Another number is another business: what was looked up no longer holds.
            present is not null && known == present.BusinessRegistrationNumber ? present.BusinessStatus : BusinessStatus.NotVerified,
            known,
            given.RepresentativeName ?? present!.RepresentativeName,
            given.CompanyAddress ?? present?.CompanyAddress,
            given.BusinessType ?? present?.BusinessType,
            given.BusinessClass ?? present?.BusinessClass));
    }

    /// <summary>Account numbers are often written with dashes or blanks; the bank counts digits only.</summary>
    private static Outcome<BankAccount> Account(BankCode bank, CurrencyCode currency, string number, string holder) =>
        Enum.TryParse<Currency>(currency.ToString(), out var settled)
            ? new BankAccount(
                Code.Of(bank).As<Bank>(),
                settled,
                number.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal),
                holder)
            : new CurrencyNotSettled();

    private static IReadOnlyList<UserDefinedProperty> Properties(IReadOnlyDictionary<string, PlatformUserDefinedPropertyValue>? properties) =>
        [.. (properties ?? new Dictionary<string, PlatformUserDefinedPropertyValue>()).Select(property => new UserDefinedProperty(property.Key, property.Value.String))];
}

/// <summary>Changing a partner into a business needs its name, number and representative.</summary>
internal sealed record IncompletePartnerType : Refusal;

/// <summary>The reference knows every currency of the world; settlements are calculated in a few.</summary>
internal sealed record CurrencyNotSettled : Refusal;
