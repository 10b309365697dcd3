using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Partners;

/// <summary>What a partner's data must look like; checked in the order of the fields.</summary>
public static class PartnerLimits
{
    public const int NameLengthMax = 100;
    public const int CompanyNameLengthMax = 200;
    public const int AddressLengthMax = 300;
    public const int BusinessTypeLengthMax = 100;
    public const int EmailLengthMax = 254;
    public const int PhoneNumberLengthMax = 20;
    public const int AccountNumberLengthMin = 6;
    public const int AccountNumberLengthMax = 20;
    public const int MemoLengthMax = 2_000;
    public const int TagCountMax = 20;
    public const int TagLengthMax = 50;
    public const int PropertyCountMax = 10;
    public const int PropertyLengthMax = 500;

    public static Refusal? Check(PartnerProfile profile, DateOnly today) =>
        Text("name", profile.Name, NameLengthMax)
        ?? Text("contact.name", profile.Contact.Name, NameLengthMax)
        ?? Text("contact.email", profile.Contact.Email, EmailLengthMax)
        ?? Email(profile.Contact.Email)
        ?? Optional("contact.phoneNumber", profile.Contact.PhoneNumber, PhoneNumberLengthMax)
        ?? Account(profile.Account)
        ?? Optional("memo", profile.Memo, MemoLengthMax)
        ?? Tags(profile.Tags)
        ?? Type(profile.Type, today)
        ?? Properties(profile.Properties);

    private static PartnerRefusal? Text(string field, string? text, int lengthMax) =>
        string.IsNullOrWhiteSpace(text) ? new PartnerRefusal.FieldMissing(field) : Optional(field, text, lengthMax);

    private static PartnerRefusal? Optional(string field, string? text, int lengthMax) =>
        text?.Length > lengthMax ? new PartnerRefusal.FieldTooLong(field, text.Length, lengthMax) : null;

    private static PartnerRefusal? Email(string email) => IsEmail(email) ? null : new PartnerRefusal.EmailMalformed(email);

    /// <summary>One address and nothing else.</summary>
    public static bool IsEmail(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            && at == email.LastIndexOf('@')
            && email.IndexOf('.', at) > at + 1
            && !email.EndsWith('.')
            && !email.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '<' or '>' or ',' or ';');
    }

    private static PartnerRefusal? Account(BankAccount account) =>
        account.Number.Length is < AccountNumberLengthMin or > AccountNumberLengthMax || !account.Number.All(char.IsAsciiDigit)
            ? new PartnerRefusal.AccountNumberMalformed(AccountNumberLengthMin, AccountNumberLengthMax)
            : Text("account.holder", account.Holder, NameLengthMax);

    private static PartnerRefusal? Tags(IReadOnlyList<string> tags) =>
        tags.Count > TagCountMax
            ? new PartnerRefusal.TooMany("tags", tags.Count, TagCountMax)
            : tags.Select(tag => Text("tags", tag, TagLengthMax)).FirstOrDefault(refusal => refusal is not null);

    private static PartnerRefusal? Type(PartnerType type, DateOnly today) => type switch
    {
        PartnerType.Business business =>
            Text("type.business.companyName", business.CompanyName, CompanyNameLengthMax)
            ?? Text("type.business.representativeName", business.RepresentativeName, NameLengthMax)
            ?? Optional("type.business.companyAddress", business.CompanyAddress, AddressLengthMax)
            ?? Optional("type.business.businessType", business.BusinessType, BusinessTypeLengthMax)
            ?? Optional("type.business.businessClass", business.BusinessClass, BusinessTypeLengthMax),
        PartnerType.WhtPayer { Birthdate: { } birthdate } when birthdate > today => new PartnerRefusal.BirthdateInFuture(birthdate, today),
        PartnerType.NonWhtPayer { Birthdate: { } birthdate } when birthdate > today => new PartnerRefusal.BirthdateInFuture(birthdate, today),
        _ => null,
    };

    private static PartnerRefusal? Properties(IReadOnlyList<UserDefinedProperty> properties) =>
        properties.Count > PropertyCountMax
            ? new PartnerRefusal.TooMany("userDefinedProperties", properties.Count, PropertyCountMax)
            : properties
                .Select(property => Text("userDefinedProperties.key", property.Key, NameLengthMax)
                    ?? Optional($"userDefinedProperties.{property.Key}", property.Value, PropertyLengthMax))
                .FirstOrDefault(refusal => refusal is not null);
}
