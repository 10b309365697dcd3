namespace Jeongsan.Domain.Counterparties;

/// <summary>A person at the counterparty who gets mails.</summary>
public sealed record CounterpartyContact(string Name, string? PhoneNumber, string Email, string? Memo);

/// <summary>What a person or program states about a counterparty; replaces all of it when edited.</summary>
/// <param name="BusinessType">업태.</param>
/// <param name="BusinessClass">종목.</param>
public sealed record CounterpartyProfile(
    string CompanyName,
    string RepresentativeName,
    string? Address,
    string? BusinessType,
    string? BusinessClass,
    CounterpartyContact Contact,
    IReadOnlyList<CounterpartyContact> AdditionalContacts,
    string? Memo);

/// <summary>휴폐업 상태, as last looked up.</summary>
public enum CounterpartyBusinessStatus
{
    /// <summary>Never looked up.</summary>
    Unknown = 0,
    InBusiness,
    Closed,
    Suspended,

    /// <summary>The NTS does not know the number.</summary>
    NotFound,
    CheckPending,

    /// <summary>The ASP could not be asked.</summary>
    CheckFailed,
}

/// <summary>When something was looked up, and under which id that look-up is known.</summary>
public sealed record CounterpartyCheck(string Id, DateTimeOffset CheckedAt);
