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

    /// <summary>Its personal data was destroyed (파기); it stays archived.</summary>
    public bool IsErased { get; private set; }

    /// <summary>Since when the present data holds.</summary>
    public DateTimeOffset AppliedAt { get; private set; }

    /// <summary>What will be different from <see cref="ScheduledAt"/> on.</summary>
    public PartnerChange? ScheduledChange { get; private set; }

    public DateTimeOffset? ScheduledAt { get; private set; }
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

    /// <summary>Changes the profile now. A scheduled change stays, and comes on top of this one.</summary>
    public Outcome<Done> Update(PartnerChange change, DateOnly today, DateTimeOffset at)
    {
        if (IsArchived)
        {
            return new PartnerRefusal.Archived(Id);
        }

        return Changed(change, today).Then<Done>(profile =>
        {
            Apply(profile, at);
            return default(Done);
        });
    }

    /// <summary>The same with the whole profile as it is to be.</summary>
    public Outcome<Done> Update(PartnerProfile profile, DateOnly today, DateTimeOffset at)
    {
        if (IsArchived)
        {
            return new PartnerRefusal.Archived(Id);
        }

        if ((KeptByConnection(profile.Type) ?? PartnerLimits.Check(profile, today)) is { } refusal)
        {
            return refusal;
        }

        Apply(profile, at);
        return default(Done);
    }

    /// <param name="from">When it is to be made; after <paramref name="now"/>.</param>
    /// <param name="today">Today in Seoul.</param>
    public Outcome<Done> Schedule(PartnerChange change, DateTimeOffset from, DateOnly today, DateTimeOffset now) =>
        IsArchived ? new PartnerRefusal.Archived(Id)
        : ScheduledAt is not null ? new PartnerRefusal.ScheduledAlready(Id)
        : Plan(change, from, today, now);

    /// <summary>Another change or another time in place of the scheduled one.</summary>
    public Outcome<Done> Reschedule(PartnerChange change, DateTimeOffset from, DateOnly today, DateTimeOffset now) =>
        ScheduledAt is null ? new PartnerRefusal.NotScheduled(Id) : Plan(change, from, today, now);

    public Outcome<Done> Unschedule()
    {
        if (ScheduledAt is null)
        {
            return new PartnerRefusal.NotScheduled(Id);
        }

        (ScheduledChange, ScheduledAt) = (null, null);
        Version++;
        return default(Done);
    }

    /// <summary>
    /// Makes the scheduled change, whose time has come: it holds from that time on. What no longer fits, because the partner
    /// was changed meanwhile, is dropped, and the refusal says why.
    /// </summary>
    /// <returns>Null when the change was made.</returns>
    public Refusal? ApplySchedule(DateOnly today)
    {
        if ((ScheduledChange, ScheduledAt) is not ({ } change, { } from))
        {
            return new PartnerRefusal.NotScheduled(Id);
        }

        (ScheduledChange, ScheduledAt) = (null, null);
        Version++;
        var changed = Changed(change, today);
        if (!changed.IsRefused)
        {
            Apply(changed.Value, from);
        }

        return changed.Refusal;
    }

    /// <summary>The partner at <paramref name="at"/>, as far as it is known now: a scheduled change counts from its time on.</summary>
    public PartnerSnapshot SnapshotAt(DateTimeOffset at) =>
        (ScheduledChange, ScheduledAt) is ({ } change, { } from) && from <= at && change.ApplyTo(Profile()) is { IsRefused: false } changed
            ? Snapshot() with { Profile = changed.Value, AppliedAt = from }
            : Snapshot();

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

    public Outcome<Done> Archive(bool hasOngoingTaxInvoice)
    {
        Refusal? refusal =
            ScheduledAt is not null ? new PartnerRefusal.ArchivedWhileScheduled(Id)
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

    public Outcome<Done> Recover()
    {
        if (IsErased)
        {
            return new PartnerRefusal.Erased(Id);
        }

        IsArchived = false;
        Version++;
        return default(Done);
    }

    /// <summary>Nothing of the person is left in it; what kind of partner it was stays, so that its settlements can be reckoned again.</summary>
    public void Erase(DateTimeOffset at)
    {
        IsErased = true;
        (ScheduledChange, ScheduledAt, NtsConnectionFailedReason) = (null, null, null);
        Apply(Profile().Erased(), at);
    }

    public Outcome<Move> Connect() =>
        MoveConnection(NtsConnectionCommand.Connect, new(this, false), null);

    public Outcome<Move> Disconnect(bool hasOngoingTaxInvoice) =>
        MoveConnection(NtsConnectionCommand.Disconnect, new(this, hasOngoingTaxInvoice), null);

    /// <summary>What the ASP answered to connecting or disconnecting.</summary>
    /// <param name="reason">Kept and shown when it said no.</param>
    public Outcome<Move> ConcludeConnection(NtsConnectionCommand answer, string? reason = null) =>
        MoveConnection(answer, new(this, false), reason);

    public PartnerProfile Profile() => new(Name, Contact, Account, DefaultContractId, Memo, Tags, Type, Properties);

    public PartnerSnapshot Snapshot() => new(Id, Profile(), Status, NtsConnection, NtsConnectionFailedReason, IsArchived, AppliedAt);

    private Outcome<PartnerProfile> Changed(PartnerChange change, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.ApplyTo(Profile()).Then<PartnerProfile>(profile =>
            (KeptByConnection(profile.Type) ?? PartnerLimits.Check(profile, today)) is { } refusal ? refusal : profile);
    }

    private Outcome<Done> Plan(PartnerChange change, DateTimeOffset from, DateOnly today, DateTimeOffset now)
    {
        if (from <= now)
        {
            return new PartnerRefusal.ScheduleNotInFuture(from, now);
        }

        var changed = Changed(change, today);
        if (changed.IsRefused)
        {
            return changed.Refusal;
        }

        // What the ASP knows of the partner must not change behind its back while it is a member or becomes one.
        if (NtsConnection is NtsConnectionStatus.ConnectPending or NtsConnectionStatus.DisconnectPending
            || (NtsConnection == NtsConnectionStatus.Connected && changed.Value.Type != Type))
        {
            return new PartnerRefusal.ConnectedCannotBeScheduled(Id);
        }

        (ScheduledChange, ScheduledAt) = (change, from);
        Version++;
        return default(Done);
    }

    private Refusal? KeptByConnection(PartnerType next)
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
