using Jeongsan.Domain.Counterparties;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Counterparties;

/// <summary>Counterparties from the wire to the domain. What the request leaves unsaid is what was looked up, or what was there before.</summary>
internal static class CounterpartyReading
{
    /// <summary>Of a new one: what is missing is empty, and refused as missing by the domain.</summary>
    public static CounterpartyProfile Read(B2bCounterpartyInput input) => Merge(input, new CounterpartyProfile("", "", null, null, null, new CounterpartyContact("", null, "", null), [], null));

    public static CounterpartyProfile Merge(B2bCounterpartyInput input, CounterpartyProfile present) => new(
        input.Name ?? present.CompanyName,
        input.RepresentativeName ?? present.RepresentativeName,
        input.Address ?? present.Address,
        input.BusinessType ?? present.BusinessType,
        input.BusinessClass ?? present.BusinessClass,
        input.Contact is { } contact ? Read(contact) : present.Contact,
        input.AdditionalContacts is { } more ? [.. more.Select(Read)] : present.AdditionalContacts,
        input.Memo ?? present.Memo);

    private static CounterpartyContact Read(B2bCounterpartyContactInput contact) => new(contact.Name, contact.PhoneNumber, contact.Email, contact.Memo);
}
