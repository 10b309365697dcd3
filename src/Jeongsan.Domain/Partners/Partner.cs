using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;

namespace Jeongsan.Domain.Partners;

/// <summary>파트너: who sells on the platform and is paid by it.</summary>
public sealed class Partner : ITenantOwned
{
    private Partner()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public PartnerId Id { get; private set; }
    public string Name { get; private set; } = null!;
    public Contact Contact { get; private set; } = null!;
    public BankAccount Account { get; private set; } = null!;
    public PartnerStatus Status { get; private set; }
    public ContractId DefaultContractId { get; private set; }
    public string? Memo { get; private set; }
    public IReadOnlyList<string> Tags { get; private set; } = [];
    public PartnerType Type { get; private set; } = null!;

    /// <summary>Beside <see cref="Type"/>, so that lists can filter by it.</summary>
    public PartnerTypeName TypeName { get; private set; }

    /// <summary>Of a business; beside <see cref="Type"/>, so that it can be looked up.</summary>
    public BusinessRegistrationNumber? BusinessRegistrationNumber { get; private set; }

    public IReadOnlyList<UserDefinedProperty> Properties { get; private set; } = [];
    public NtsConnectionStatus NtsConnection { get; private set; }

    /// <summary>Why the last connecting or disconnecting failed, in the ASP's words.</summary>
    public string? NtsConnectionFailedReason { get; private set; }

    public bool IsArchived { get; private set; }

    /// <summary>Since when the present data holds.</summary>
    public DateTimeOffset AppliedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
    public int Version { get; private set; }

    public static Outcome<Partner> Create(Tenant tenant, PartnerId id, PartnerProfile profile, DateOnly today, DateTimeOffset at)
    {
        if (PartnerLimits.Check(profile, today) is { } refusal)
        {
            return refusal;
        }

        var partner = new Partner
        {
            MerchantId = tenant.Merchant,
            Mode = tenant.Mode,
            Id = id,
            Status = PartnerStatus.Approved,
            NtsConnection = NtsConnectionStatus.NotConnected,
            CreatedAt = at,
        };
        partner.Apply(profile, at);
        return partner;
    }

    /// <summary>Replaces the whole profile; the caller merges what it leaves unsaid.</summary>
    public Outcome<Done> Update(PartnerProfile profile, DateOnly today, DateTimeOffset at)
    {
        if (IsArchived)
        {
            return new PartnerRefusal.Archived(Id);
        }

        if (KeptByConnection(profile.Type) is { } kept)
        {
            return kept;
        }

        if (PartnerLimits.Check(profile, today) is { } refusal)
        {
            return refusal;
        }

        Apply(profile, at);
        return default(Done);
    }

    /// <summary>Writes down what the bank said about the account, unless it was changed meanwhile.</summary>
    public void NoteAccount(BankAccount checkedAccount, AccountStatus status)
    {
        if (Account.Bank == checkedAccount.Bank && Account.Number == checkedAccount.Number)
        {
            Account = Account with { Status = status };
            Version++;
        }
    }

    /// <summary>Writes down what the tax service said about the business number.</summary>
    public void NoteBusiness(BusinessStatus status)
    {
        if (Type is PartnerType.Business business)
        {
            Type = business with { BusinessStatus = status };
            Version++;
        }
    }

    public Outcome<Done> Archive(bool hasSchedule, bool hasOngoingTaxInvoice)
    {
        Refusal? refusal =
            hasSchedule ? new PartnerRefusal.ArchivedWhileScheduled(Id)
            : NtsConnection is NtsConnectionStatus.ConnectPending or NtsConnectionStatus.DisconnectPending ? new PartnerRefusal.PendingConnection(Id, NtsConnection)
            : hasOngoingTaxInvoice ? new PartnerRefusal.OngoingTaxInvoice(Id)
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        IsArchived = true;
        Version++;
        return default(Done);
    }

    public void Recover()
    {
        IsArchived = false;
        Version++;
    }

    public Outcome<Move> Connect(bool hasSchedule) =>
        MoveConnection(NtsConnectionCommand.Connect, new(this, false, hasSchedule), null);

    public Outcome<Move> Disconnect(bool hasOngoingTaxInvoice) =>
        MoveConnection(NtsConnectionCommand.Disconnect, new(this, hasOngoingTaxInvoice, false), null);

    /// <summary>What the ASP answered to connecting or disconnecting.</summary>
    /// <param name="reason">Kept and shown when it said no.</param>
    public Outcome<Move> ConcludeConnection(NtsConnectionCommand answer, string? reason = null) =>
        MoveConnection(answer, new(this, false, false), reason);

    public PartnerProfile Profile() => new(Name, Contact, Account, DefaultContractId, Memo, Tags, Type, Properties);

    public PartnerSnapshot Snapshot() => new(Id, Profile(), Status, NtsConnection, NtsConnectionFailedReason, IsArchived, AppliedAt);

    private PartnerRefusal? KeptByConnection(PartnerType next)
    {
        if (NtsConnection is NtsConnectionStatus.NotConnected or NtsConnectionStatus.ConnectFailed || Type is not PartnerType.Business current)
        {
            return null;
        }

        return next is not PartnerType.Business business || business.TaxationType != current.TaxationType
            ? new PartnerRefusal.ConnectedTypeUnchangeable(Id)
            : business.BusinessRegistrationNumber != current.BusinessRegistrationNumber
                ? new PartnerRefusal.ConnectedBusinessNumberUnchangeable(Id)
                : null;
    }

    private void Apply(PartnerProfile profile, DateTimeOffset at)
    {
        (Name, Contact, Account, DefaultContractId) = (profile.Name, profile.Contact, profile.Account, profile.DefaultContractId);
        (Memo, Tags, Type, Properties) = (profile.Memo, profile.Tags, profile.Type, profile.Properties);
        TypeName = profile.Type.Name;
        BusinessRegistrationNumber = (profile.Type as PartnerType.Business)?.BusinessRegistrationNumber;
        AppliedAt = at;
        Version++;
    }

    private Outcome<Move> MoveConnection(NtsConnectionCommand command, NtsConnectionFacts facts, string? reason)
    {
        var decided = NtsConnectionLifecycle.Table.Decide(NtsConnection, command, facts);
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        var row = decided.Value;
        (NtsConnection, NtsConnectionFailedReason) = (row.To, reason);
        Version++;
        return new Move(row.From.ToString(), command.ToString(), row.To.ToString(), row.Says);
    }
}
