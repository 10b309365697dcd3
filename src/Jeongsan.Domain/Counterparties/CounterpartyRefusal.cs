using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Counterparties;

/// <summary>Every way in which a counterparty says no.</summary>
public abstract record CounterpartyRefusal : Refusal
{
    private CounterpartyRefusal()
    {
    }

    public sealed record NumberInvalid(BusinessRegistrationNumber Brn) : CounterpartyRefusal;

    /// <summary>Our own company is not a counterparty of itself.</summary>
    public sealed record IsOwnCompany(BusinessRegistrationNumber Brn) : CounterpartyRefusal;

    public sealed record FieldMissing(string Field) : CounterpartyRefusal;

    public sealed record FieldTooLong(string Field, int Length, int LengthMax) : CounterpartyRefusal;

    public sealed record EmailMalformed(string Field) : CounterpartyRefusal;

    public sealed record TooManyAdditionalContacts(int Count, int CountMax) : CounterpartyRefusal;

    /// <summary>A counterparty is its business number: another number is another counterparty.</summary>
    public sealed record NumberUnchangeable(BusinessRegistrationNumber Present) : CounterpartyRefusal;

    /// <summary>The id belongs to a partner, whose counterparty has the partner's id.</summary>
    public sealed record IdIsPartners(CounterpartyId Id) : CounterpartyRefusal;

    /// <summary>Made from a partner: that is where it is edited.</summary>
    public sealed record PartnerEditsIt(CounterpartyId Id) : CounterpartyRefusal;

    public sealed record PartnerDeletesIt(CounterpartyId Id) : CounterpartyRefusal;

    public sealed record PartnerConnectsIt(CounterpartyId Id) : CounterpartyRefusal;

    public sealed record OngoingTaxInvoice(CounterpartyId Id) : CounterpartyRefusal;

    public sealed record ConnectionNotInState(NtsConnectionStatus Status, NtsConnectionCommand Command) : CounterpartyRefusal;
}
