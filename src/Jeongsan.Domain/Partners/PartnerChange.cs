using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;

namespace Jeongsan.Domain.Partners;

/// <summary>What is to be different about a partner; a null member stays as it is at the time when the change is made.</summary>
public sealed record PartnerChange(
    string? Name = null,
    ContactChange? Contact = null,
    BankAccount? Account = null,
    ContractId? DefaultContractId = null,
    string? Memo = null,
    IReadOnlyList<string>? Tags = null,
    PartnerTypeChange? Type = null,
    IReadOnlyList<UserDefinedProperty>? Properties = null)
{
    public Outcome<PartnerProfile> ApplyTo(PartnerProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return (Type?.ApplyTo(profile.Type) ?? profile.Type).Then<PartnerProfile>(type => new PartnerProfile(
            Name ?? profile.Name,
            Contact?.ApplyTo(profile.Contact) ?? profile.Contact,
            AccountIn(profile),
            DefaultContractId ?? profile.DefaultContractId,
            Memo ?? profile.Memo,
            Tags ?? profile.Tags,
            type,
            Properties ?? profile.Properties));
    }

    /// <summary>The same account told again stays as well known as it was.</summary>
    private BankAccount AccountIn(PartnerProfile profile) => Account switch
    {
        null => profile.Account,
        { Status: AccountStatus.NotVerified } told when told with { Status = profile.Account.Status } == profile.Account => profile.Account,
        { } other => other,
    };
}

public sealed record ContactChange(string? Name, string? PhoneNumber, string? Email)
{
    public Contact ApplyTo(Contact contact) => new(Name ?? contact.Name, PhoneNumber ?? contact.PhoneNumber, Email ?? contact.Email);
}

/// <summary>Another type must be complete; of the present type, what is null stays.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Business), "BUSINESS")]
[JsonDerivedType(typeof(WhtPayer), "WHT_PAYER")]
[JsonDerivedType(typeof(NonWhtPayer), "NON_WHT_PAYER")]
public abstract record PartnerTypeChange
{
    private PartnerTypeChange()
    {
    }

    public abstract Outcome<PartnerType> ApplyTo(PartnerType present);

    public sealed record Business(
        string? CompanyName = null,
        TaxationType? TaxationType = null,
        BusinessRegistrationNumber? BusinessRegistrationNumber = null,
        string? RepresentativeName = null,
        string? CompanyAddress = null,
        string? BusinessType = null,
        string? BusinessClass = null,
        BusinessStatus? BusinessStatus = null) : PartnerTypeChange
    {
        public override Outcome<PartnerType> ApplyTo(PartnerType present)
        {
            var business = present as PartnerType.Business;
            if ((CompanyName ?? business?.CompanyName) is not { } company
                || (BusinessRegistrationNumber ?? business?.BusinessRegistrationNumber) is not { } number
                || (RepresentativeName ?? business?.RepresentativeName) is not { } representative)
            {
                return new PartnerRefusal.TypeIncomplete();
            }

            return new PartnerType.Business(
                company,
                TaxationType ?? business?.TaxationType ?? Partners.TaxationType.Normal,
                // Another number is another business: what was looked up no longer holds.
                BusinessStatus ?? (business is not null && number == business.BusinessRegistrationNumber ? business.BusinessStatus : Partners.BusinessStatus.NotVerified),
                number,
                representative,
                CompanyAddress ?? business?.CompanyAddress,
                BusinessType ?? business?.BusinessType,
                BusinessClass ?? business?.BusinessClass);
        }
    }

    public sealed record WhtPayer(DateOnly? Birthdate = null) : PartnerTypeChange
    {
        public override Outcome<PartnerType> ApplyTo(PartnerType present) => present is PartnerType.WhtPayer same
            ? same with { Birthdate = Birthdate ?? same.Birthdate }
            : new PartnerType.WhtPayer(Birthdate);
    }

    public sealed record NonWhtPayer(DateOnly? Birthdate = null) : PartnerTypeChange
    {
        public override Outcome<PartnerType> ApplyTo(PartnerType present) =>
            new PartnerType.NonWhtPayer(Birthdate ?? (present as PartnerType.NonWhtPayer)?.Birthdate);
    }
}
