using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Policies;

/// <summary>All that a contract or policy says; replaced as a whole.</summary>
public interface IPolicyTerms
{
    string Name { get; }
    string? Memo { get; }

    /// <summary>Null when they can be kept.</summary>
    Refusal? Check();
}

/// <summary>What is to be different; a null member stays as it is at the time when the change is made.</summary>
public interface IPolicyChange<TTerms>
{
    TTerms ApplyTo(TTerms terms);
}

/// <summary>How the kinds of policies are told apart and made.</summary>
public interface IPolicyKind<TSelf, TId, TTerms>
{
    /// <summary>In the time line and in refusals, e.g. <c>Contract</c>.</summary>
    static abstract string Kind { get; }

    static abstract string IdPrefix { get; }

    static abstract Outcome<TSelf> Create(Tenant tenant, TId id, TTerms terms, DateTimeOffset at);
}

/// <summary>
/// What contracts, discount-share and additional-fee policies have in common: terms that change now or from a set time on,
/// and an archive. Transfers copy the terms of their time, so no change reaches those that exist.
/// </summary>
public abstract class Policy<TId, TTerms, TChange> : ITenantOwned
    where TId : struct, ITextId<TId>
    where TTerms : class, IPolicyTerms
    where TChange : class, IPolicyChange<TTerms>
{
    private protected Policy()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public TId Id { get; private set; }
    public string Name { get; private set; } = null!;
    public string? Memo { get; private set; }
    public bool IsArchived { get; private set; }

    /// <summary>Since when the present terms hold.</summary>
    public DateTimeOffset AppliedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>What will be different from <see cref="ScheduledAt"/> on.</summary>
    public TChange? ScheduledChange { get; private set; }

    public DateTimeOffset? ScheduledAt { get; private set; }

    public abstract TTerms Terms();

    protected abstract void Take(TTerms terms);

    /// <summary>Changes the terms from <paramref name="at"/> on. A scheduled change stays, and comes on top of this one.</summary>
    public Outcome<Done> Update(TChange change, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(change);
        return IsArchived ? new PolicyRefusal.Archived(Id.Value) : Apply(change.ApplyTo(Terms()), at);
    }

    public Outcome<Done> Archive()
    {
        if (ScheduledAt is not null)
        {
            return new PolicyRefusal.ArchivedWhileScheduled(Id.Value);
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

    /// <param name="from">When it is to be made; after <paramref name="now"/>.</param>
    public Outcome<Done> Schedule(TChange change, DateTimeOffset from, DateTimeOffset now) =>
        IsArchived ? new PolicyRefusal.Archived(Id.Value)
        : ScheduledAt is not null ? new PolicyRefusal.ScheduleExists(Id.Value)
        : Plan(change, from, now);

    /// <summary>Another change or another time in place of the scheduled one.</summary>
    public Outcome<Done> Reschedule(TChange change, DateTimeOffset from, DateTimeOffset now) =>
        ScheduledAt is null ? new PolicyRefusal.NotScheduled(Id.Value) : Plan(change, from, now);

    public Outcome<Done> Unschedule()
    {
        if (ScheduledAt is null)
        {
            return new PolicyRefusal.NotScheduled(Id.Value);
        }

        (ScheduledChange, ScheduledAt) = (null, null);
        Version++;
        return default(Done);
    }

    /// <summary>Makes the scheduled change, whose time has come: it holds from that time, not from when it was made.</summary>
    public Outcome<Done> ApplySchedule()
    {
        if ((ScheduledChange, ScheduledAt) is not ({ } change, { } from))
        {
            return new PolicyRefusal.NotScheduled(Id.Value);
        }

        (ScheduledChange, ScheduledAt) = (null, null);
        return Apply(change.ApplyTo(Terms()), from);
    }

    /// <summary>The terms that hold at <paramref name="at"/> and since when, as far as it is known now: a scheduled change counts from its time on.</summary>
    public (TTerms Terms, DateTimeOffset AppliedAt) AsOf(DateTimeOffset at) =>
        (ScheduledChange, ScheduledAt) is ({ } change, { } from) && from <= at ? (change.ApplyTo(Terms()), from) : (Terms(), AppliedAt);

    private protected Outcome<Done> Begin(Tenant tenant, TId id, TTerms terms, DateTimeOffset at)
    {
        (MerchantId, Mode, Id) = (tenant.Merchant, tenant.Mode, id);
        return Apply(terms, at);
    }

    private Outcome<Done> Plan(TChange change, DateTimeOffset from, DateTimeOffset now)
    {
        if (from <= now)
        {
            return new PolicyRefusal.ScheduleNotInFuture(from, now);
        }

        if (change.ApplyTo(Terms()).Check() is { } refusal)
        {
            return refusal;
        }

        (ScheduledChange, ScheduledAt) = (change, from);
        Version++;
        return default(Done);
    }

    private Outcome<Done> Apply(TTerms terms, DateTimeOffset at)
    {
        if (terms.Check() is { } refusal)
        {
            return refusal;
        }

        (Name, Memo, AppliedAt) = (terms.Name, terms.Memo, at);
        Take(terms);
        Version++;
        return default(Done);
    }
}
