using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Privacy.Erasures;

/// <summary>What of a partner is kept apart because another law demands it.</summary>
public sealed record LockedPerson(string Name, BankAccount Account, PartnerType Type);

/// <summary>파기: that one partner's personal data was destroyed, what had to be kept apart, and until when.</summary>
public sealed class Erasure : ITenantOwned
{
    public const int ReasonLengthMax = 500;

    private Erasure()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public ErasureId Id { get; private set; }
    public PartnerId PartnerId { get; private set; }
    public ErasureStatus Status { get; private set; }

    /// <summary>Why: the end of the business, or the request of the person.</summary>
    public string Reason { get; private set; } = null!;

    /// <summary>Who had it erased.</summary>
    public string OrderedBy { get; private set; } = null!;

    public DateTimeOffset OrderedAt { get; private set; }

    /// <summary>When the last copy was emptied.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>The last day on which <see cref="Kept"/> must be kept; null when nothing is.</summary>
    public DateOnly? KeepUntil { get; private set; }

    /// <summary>The locked store; null when nothing had to be kept, and once it was destroyed.</summary>
    public LockedPerson? Kept { get; private set; }

    public DateTimeOffset? DestroyedAt { get; private set; }

    /// <summary>How many rows of which kind were emptied or deleted.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; private set; } = new Dictionary<string, long>();

    /// <summary>파기 확인서 in Korean, as it was written when the last copy was emptied.</summary>
    public string? Certificate { get; private set; }

    /// <summary>SHA-256 of its UTF-8 bytes, lower-case hex; it stands in the history too.</summary>
    public string? CertificateHash { get; private set; }

    public int Version { get; private set; }

    /// <summary>Begins it; the partner's own row is emptied with it.</summary>
    public static Outcome<Erasure> Begin(ErasureId id, Partner partner, ErasurePlan plan, string reason, string orderedBy, DateTimeOffset at)
    {
        var words = reason.Trim();
        if (plan.Blocks.Count > 0)
        {
            return new ErasureRefusal.Blocked(partner.Id, plan.Blocks);
        }
        if (words.Length is 0 or > ReasonLengthMax)
        {
            return new ErasureRefusal.ReasonUnusable(words.Length, ReasonLengthMax);
        }
        return new Erasure
        {
            MerchantId = partner.MerchantId,
            Mode = partner.Mode,
            Id = id,
            PartnerId = partner.Id,
            Status = ErasureStatus.Erasing,
            Reason = words,
            OrderedBy = orderedBy,
            OrderedAt = at,
            KeepUntil = plan.KeepUntil,
            Kept = plan.KeepUntil is null ? null : new LockedPerson(partner.Name, partner.Account, partner.Type),
            Version = 1,
        };
    }

    public void Count(string kind, long count)
    {
        Counts = new SortedDictionary<string, long>(Counts.ToDictionary(), StringComparer.Ordinal) { [kind] = Counts.GetValueOrDefault(kind) + count };
        Version++;
    }

    public Outcome<Move> Finish(DateTimeOffset at) => MoveBy(ErasureCommand.Finish).Then<Move>(move =>
    {
        FinishedAt = at;
        return move;
    });

    /// <summary>The law's time is over: the locked store goes too.</summary>
    public Outcome<Move> Destroy(DateOnly today, DateTimeOffset at) =>
        KeepUntil is { } until && today <= until ? new ErasureRefusal.StillToBeKept(Id, until) : MoveBy(ErasureCommand.Destroy).Then<Move>(move =>
        {
            (Kept, DestroyedAt) = (null, at);
            return move;
        });

    public void Certify(string text, string hash)
    {
        (Certificate, CertificateHash) = (text, hash);
        Version++;
    }

    private Outcome<Move> MoveBy(ErasureCommand command)
    {
        var decided = ErasureLifecycle.Table.Decide(Status, command, new KeptPart(Kept is not null));
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        Status = decided.Value.To;
        Version++;
        return new Move(decided.Value.From.ToString(), command.ToString(), Status.ToString());
    }
}

/// <summary>Every way in which erasing says no.</summary>
public abstract record ErasureRefusal : Refusal
{
    private ErasureRefusal()
    {
    }

    /// <summary>Something stands in the way; nothing was erased.</summary>
    public sealed record Blocked(PartnerId Partner, IReadOnlyList<ErasureBlock> Blocks) : ErasureRefusal;

    public sealed record ReasonUnusable(int Length, int LengthMax) : ErasureRefusal;

    public sealed record NotInState(ErasureStatus Status, ErasureCommand Command) : ErasureRefusal;

    public sealed record StillToBeKept(ErasureId Erasure, DateOnly Until) : ErasureRefusal;

    /// <summary>Nothing is locked away of it.</summary>
    public sealed record NothingLocked(ErasureId Erasure) : ErasureRefusal;
}
