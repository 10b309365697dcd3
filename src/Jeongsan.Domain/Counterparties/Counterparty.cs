using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Counterparties;

/// <summary>거래처: a company that the platform exchanges tax invoices with and that is no partner of it.</summary>
public sealed class Counterparty : ITenantOwned
{
    private Counterparty()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public CounterpartyId Id { get; private set; }
    public BusinessRegistrationNumber Brn { get; private set; }
    public string CompanyName { get; private set; } = null!;
    public string RepresentativeName { get; private set; } = null!;
    public string? Address { get; private set; }
    public string? BusinessType { get; private set; }
    public string? BusinessClass { get; private set; }
    public string ContactName { get; private set; } = null!;
    public string? ContactPhoneNumber { get; private set; }
    public string ContactEmail { get; private set; } = null!;
    public string? ContactMemo { get; private set; }
    public IReadOnlyList<CounterpartyContact> AdditionalContacts { get; private set; } = [];
    public string? Memo { get; private set; }

    public NtsConnectionStatus NtsConnection { get; private set; }
    public DateTimeOffset? NtsConnectedAt { get; private set; }
    public string? NtsConnectionFailedReason { get; private set; }

    public CounterpartyBusinessStatus BusinessStatus { get; private set; }
    public CounterpartyCheck? BusinessStatusCheck { get; private set; }
    public CounterpartyCheck? BusinessInfoCheck { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Since when the present data holds.</summary>
    public DateTimeOffset AppliedAt { get; private set; }

    public int Version { get; private set; }

    public static Outcome<Counterparty> Create(Tenant tenant, CounterpartyId id, BusinessRegistrationNumber brn, CounterpartyProfile profile, DateTimeOffset at)
    {
        if (CounterpartyLimits.Check(brn, profile) is { } refusal)
        {
            return refusal;
        }

        var counterparty = new Counterparty
        {
            MerchantId = tenant.Merchant,
            Mode = tenant.Mode,
            Id = id,
            Brn = brn,
            NtsConnection = NtsConnectionStatus.NotConnected,
            CreatedAt = at,
        };
        counterparty.Apply(profile, at);
        return counterparty;
    }

    /// <summary>Replaces the whole profile; the caller merges what it leaves unsaid.</summary>
    public Outcome<Done> Update(BusinessRegistrationNumber brn, CounterpartyProfile profile, DateTimeOffset at)
    {
        if (brn != Brn)
        {
            return new CounterpartyRefusal.NumberUnchangeable(Brn);
        }

        if (CounterpartyLimits.Check(profile) is { } refusal)
        {
            return refusal;
        }

        Apply(profile, at);
        return default(Done);
    }

    public void NoteBusinessStatus(CounterpartyBusinessStatus status, CounterpartyCheck check)
    {
        (BusinessStatus, BusinessStatusCheck) = (status, check);
        Version++;
    }

    public void NoteBusinessInfo(CounterpartyCheck check)
    {
        BusinessInfoCheck = check;
        Version++;
    }

    public Outcome<Move> Connect() => MoveConnection(NtsConnectionCommand.Connect, hasOngoingTaxInvoice: false, null, null);

    public Outcome<Move> Disconnect(bool hasOngoingTaxInvoice) => MoveConnection(NtsConnectionCommand.Disconnect, hasOngoingTaxInvoice, null, NtsConnectedAt);

    /// <summary>What the ASP answered to connecting or disconnecting.</summary>
    /// <param name="reason">Kept and shown when it said no.</param>
    public Outcome<Move> ConcludeConnection(NtsConnectionCommand answer, DateTimeOffset at, string? reason = null) =>
        MoveConnection(answer, hasOngoingTaxInvoice: false, reason, answer == NtsConnectionCommand.ConfirmConnected ? at : null);

    public CounterpartyProfile Profile() => new(
        CompanyName, RepresentativeName, Address, BusinessType, BusinessClass,
        new CounterpartyContact(ContactName, ContactPhoneNumber, ContactEmail, ContactMemo), AdditionalContacts, Memo);

    private void Apply(CounterpartyProfile profile, DateTimeOffset at)
    {
        (CompanyName, RepresentativeName, Address) = (profile.CompanyName, profile.RepresentativeName, profile.Address);
        (BusinessType, BusinessClass, Memo) = (profile.BusinessType, profile.BusinessClass, profile.Memo);
        (ContactName, ContactPhoneNumber) = (profile.Contact.Name, profile.Contact.PhoneNumber);
        (ContactEmail, ContactMemo) = (profile.Contact.Email, profile.Contact.Memo);
        AdditionalContacts = profile.AdditionalContacts;
        AppliedAt = at;
        Version++;
    }

    private Outcome<Move> MoveConnection(NtsConnectionCommand command, bool hasOngoingTaxInvoice, string? reason, DateTimeOffset? connectedAt)
    {
        var decided = CounterpartyConnectionLifecycle.Table.Decide(NtsConnection, command, new(this, hasOngoingTaxInvoice));
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        var row = decided.Value;
        (NtsConnection, NtsConnectionFailedReason, NtsConnectedAt) = (row.To, reason, connectedAt);
        Version++;
        return new Move(row.From.ToString(), command.ToString(), row.To.ToString(), row.Says);
    }
}
