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
    public static Outcome<PartnerChange> ReadChange(UpdatePlatformPartnerBody body)
    {
        var type = body.Type is { } given ? Read(given) : default;
        if (type.IsRefused)
        {
            return type.Refusal;
        }

        var account = body.Account is { } stated ? Account(stated.Bank, stated.Currency, stated.Number, stated.Holder) : default;
        return account.Then<PartnerChange>(known => new PartnerChange(
            body.Name,
            body.Contact is { } contact ? new ContactChange(contact.Name, contact.PhoneNumber, contact.Email) : null,
            known,
            body.DefaultContractId is { } contract ? ContractId.From(contract) : null,
            body.Memo,
            body.Tags,
            type.Value,
            body.UserDefinedProperties is { } properties ? Properties(properties) : null));
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

    internal static Outcome<PartnerTypeChange> Read(UpdatePlatformPartnerBodyType type) => (type.Business, type.WhtPayer, type.NonWhtPayer) switch
    {
        ({ BusinessRegistrationNumber: { } number } business, null, null) => BusinessRegistrationNumber.Parse(number).Then<PartnerTypeChange>(known => Read(business, known)),
        ({ } business, null, null) => Read(business, null),
        (null, { } payer, null) => new PartnerTypeChange.WhtPayer(payer.Birthdate),
        (null, null, { } payer) => new PartnerTypeChange.NonWhtPayer(payer.Birthdate),
        _ => new RequestRefusal("type", "business, whtPayer, nonWhtPayer 가운데 하나만 적어 주세요."),
    };

    private static PartnerTypeChange.Business Read(UpdatePlatformPartnerBodyTypeBusiness given, BusinessRegistrationNumber? number) => new(
        given.CompanyName,
        given.TaxationType is { } taxation ? Code.Of(taxation).As<TaxationType>() : null,
        number,
        given.RepresentativeName,
        given.CompanyAddress,
        given.BusinessType,
        given.BusinessClass);

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

/// <summary>The reference knows every currency of the world; settlements are calculated in a few.</summary>
internal sealed record CurrencyNotSettled : Refusal;
