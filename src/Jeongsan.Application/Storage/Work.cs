using Jeongsan.Application.Clocks;
using Jeongsan.Domain.Calendar;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.Storage;

/// <summary>
/// What one command writes, all in one transaction: the changed state, its history and the messages that act on it.
/// Nothing in it talks to the outside.
/// </summary>
public sealed class Work
{
    private readonly string? _traceParent;

    internal Work(JeongsanContext db, Actor actor, DateTimeOffset now, DateTimeOffset realNow, string? traceParent = null)
    {
        Db = db;
        Actor = actor;
        Now = now;
        RealNow = realNow;
        _traceParent = traceParent;
    }

    public JeongsanContext Db { get; }
    public Tenant Tenant => Db.Tenant;
    public Actor Actor { get; }

    /// <summary>The tenant's now: real time, or the test clock.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Today in Seoul by the tenant's clock.</summary>
    public DateOnly Today => SeoulTime.DateOf(Now);

    /// <summary>Now by the machine's clock: for leases and retries, never for business dates.</summary>
    public DateTimeOffset RealNow { get; }

    internal bool HasMessages { get; private set; }

    /// <summary>Wakes the dispatcher after the commit although no new message was decided.</summary>
    internal void Nudge() => HasMessages = true;

    /// <summary>Adds a line to the time line of a thing.</summary>
    public void Record(string subject, string subjectId, string what, string? from = null, string? to = null, string? why = null) =>
        Db.Add(Line(subject, subjectId, what, from, to, why));

    /// <summary>A line to be written together with others of its kind.</summary>
    internal HistoryRow Line(string subject, string subjectId, string what, string? from = null, string? to = null, string? why = null) =>
        new()
        {
            MerchantId = Tenant.Merchant,
            Mode = Tenant.Mode,
            Subject = subject,
            SubjectId = subjectId,
            What = what,
            FromState = from,
            ToState = to,
            Why = why,
            ActorKind = Actor.Kind,
            ActorId = Actor.Id,
            At = Now,
        };

    internal Task RecordAsync(IReadOnlyList<HistoryRow> lines, CancellationToken ct) => Db.InsertAsync(lines, ct);

    /// <summary>What may leave of whose data, as far as this command has looked.</summary>
    internal PrivacyGate Privacy => field ??= new PrivacyGate(Db);

    /// <summary>Who is told of events.</summary>
    internal WebhookAudience Webhooks => field ??= new WebhookAudience(Db);

    /// <summary>Decides an effect that carries nothing of a partner; the dispatcher performs it after the commit.</summary>
    /// <param name="key">Stable and unique for the tenant: deciding the same effect twice is refused by the database.</param>
    /// <param name="aggregate">Messages of the same aggregate run one after the other.</param>
    /// <param name="place">Null: the open lane, with everything that nothing holds back.</param>
    public void Send<TPayload>(string type, string key, string aggregate, TPayload payload, TimeSpan? delay = null, OutboxPlace? place = null) =>
        Decide(type, key, aggregate, payload, delay, cargo: null, heldBecause: null, place);

    /// <param name="heldBecause">Not sent but shown to a person, with this reason in Korean.</param>
    internal void Decide<TPayload>(string type, string key, string aggregate, TPayload payload, TimeSpan? delay, Cargo? cargo, string? heldBecause, OutboxPlace? place = null)
    {
        HasMessages = true;
        Db.Add(new OutboxMessage
        {
            MerchantId = Tenant.Merchant,
            Mode = Tenant.Mode,
            Type = type,
            Key = key,
            Aggregate = aggregate,
            Lane = place?.Lane ?? OutboxLane.Open,
            Priority = place?.Priority ?? 0,
            Payload = StorageJson.Write(payload),
            State = heldBecause is null ? OutboxState.Pending : OutboxState.Failed,
            LastProblem = heldBecause,
            Cargo = cargo is null ? null : StorageJson.Write(cargo),
            DueAt = RealNow + (delay ?? TimeSpan.Zero),
            CreatedAt = RealNow,
            TraceParent = _traceParent,
        });
    }

    /// <summary>A new sortable id.</summary>
    public string NewId(string prefix) => $"{prefix}-{Ulid.NewUlid(RealNow).ToString().ToLowerInvariant()}";
}
