using Jeongsan.Application.Mails;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Server.Console.Counterparties;

/// <summary>A counterparty as a person edits it.</summary>
public sealed class CounterpartyForm
{
    public string Number { get; set; } = "";
    public string Company { get; set; } = "";
    public string Representative { get; set; } = "";
    public string Address { get; set; } = "";
    public string Type { get; set; } = "";
    public string Class { get; set; } = "";
    public string ContactName { get; set; } = "";
    public string Email { get; set; } = "";
    public string Phone { get; set; } = "";
    public string Memo { get; set; } = "";

    public static CounterpartyForm Of(Counterparty counterparty) => new()
    {
        Number = KoreanWords.BusinessNumber(counterparty.Brn.Value),
        Company = counterparty.CompanyName,
        Representative = counterparty.RepresentativeName,
        Address = counterparty.Address ?? "",
        Type = counterparty.BusinessType ?? "",
        Class = counterparty.BusinessClass ?? "",
        ContactName = counterparty.ContactName,
        Email = counterparty.ContactEmail,
        Phone = counterparty.ContactPhoneNumber ?? "",
        Memo = counterparty.Memo ?? "",
    };

    /// <summary>What is no number at all fails the check of its last digit like any other wrong one.</summary>
    public BusinessRegistrationNumber Brn => BusinessRegistrationNumber.Parse(Number) is { IsRefused: false, Value: var number } ? number : default;

    /// <param name="present">What the form does not show stays as it is.</param>
    public CounterpartyProfile ToProfile(CounterpartyProfile? present = null) => new(
        Company.Trim(), Representative.Trim(), OrNull(Address), OrNull(Type), OrNull(Class),
        new CounterpartyContact(ContactName.Trim(), OrNull(Phone), Email.Trim(), present?.Contact.Memo), present?.AdditionalContacts ?? [], OrNull(Memo));

    private static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
