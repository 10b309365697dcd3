using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Counterparties;

/// <summary>What a counterparty's data must look like; checked in the order of the fields.</summary>
public static class CounterpartyLimits
{
    public const int AdditionalContactCountMax = 5;

    public static Refusal? Check(BusinessRegistrationNumber brn, CounterpartyProfile profile) =>
        (brn.HasValidCheckDigit ? null : new CounterpartyRefusal.NumberInvalid(brn))
        ?? Check(profile);

    public static Refusal? Check(CounterpartyProfile profile) =>
        Text("name", profile.CompanyName, PartnerLimits.CompanyNameLengthMax)
        ?? Text("representativeName", profile.RepresentativeName, PartnerLimits.NameLengthMax)
        ?? Optional("address", profile.Address, PartnerLimits.AddressLengthMax)
        ?? Optional("businessType", profile.BusinessType, PartnerLimits.BusinessTypeLengthMax)
        ?? Optional("businessClass", profile.BusinessClass, PartnerLimits.BusinessTypeLengthMax)
        ?? Contact("contact", profile.Contact)
        ?? (profile.AdditionalContacts.Count > AdditionalContactCountMax
            ? new CounterpartyRefusal.TooManyAdditionalContacts(profile.AdditionalContacts.Count, AdditionalContactCountMax)
            : null)
        ?? profile.AdditionalContacts.Select(contact => Contact("additionalContacts", contact)).FirstOrDefault(refusal => refusal is not null)
        ?? Optional("memo", profile.Memo, PartnerLimits.MemoLengthMax);

    private static CounterpartyRefusal? Contact(string field, CounterpartyContact contact) =>
        Text($"{field}.name", contact.Name, PartnerLimits.NameLengthMax)
        ?? Text($"{field}.email", contact.Email, PartnerLimits.EmailLengthMax)
        ?? (PartnerLimits.IsEmail(contact.Email) ? null : new CounterpartyRefusal.EmailMalformed($"{field}.email"))
        ?? Optional($"{field}.phoneNumber", contact.PhoneNumber, PartnerLimits.PhoneNumberLengthMax)
        ?? Optional($"{field}.memo", contact.Memo, PartnerLimits.MemoLengthMax);

    private static CounterpartyRefusal? Text(string field, string? text, int lengthMax) =>
        string.IsNullOrWhiteSpace(text) ? new CounterpartyRefusal.FieldMissing(field) : Optional(field, text, lengthMax);

    private static CounterpartyRefusal? Optional(string field, string? text, int lengthMax) =>
        text?.Length > lengthMax ? new CounterpartyRefusal.FieldTooLong(field, text.Length, lengthMax) : null;
}
