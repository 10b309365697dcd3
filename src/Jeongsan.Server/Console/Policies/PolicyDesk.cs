using Jeongsan.Application.Policies;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Versions;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;
using Jeongsan.Server.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Console.Policies;

/// <summary>One row of a list.</summary>
/// <param name="PartnerCount">That use it without saying so; null where each order says which it uses.</param>
public sealed record PolicyRow(string Id, PolicyForm Present, DateTimeOffset AppliedAt, DateTimeOffset? ScheduledAt, bool IsArchived, int? PartnerCount);

/// <summary>Everything that the page of one contract or policy shows.</summary>
public sealed record PolicySheet(
    string Id, PolicyForm Present, DateTimeOffset AppliedAt, bool IsArchived, int Version, PolicyForm? Scheduled, DateTimeOffset? ScheduledAt, IReadOnlyList<PolicyVersion> Versions);

/// <summary>How it was from some time on, and who made it so.</summary>
public sealed record PolicyVersion(int Number, PolicyForm Form, bool IsArchived, DateTimeOffset AppliedAt, DateTimeOffset RecordedAt, Actor Actor);

/// <summary>What the pages of contracts, additional fees and discount shares ask, so that all three are one set of pages.</summary>
public abstract class PolicyDesk
{
    /// <summary>The rooms' name, e.g. 계약.</summary>
    public abstract string Title { get; }

    public abstract string Path { get; }

    /// <summary>In the time line.</summary>
    public abstract string Kind { get; }

    /// <summary>What it is for, in one sentence.</summary>
    public abstract string Purpose { get; }

    public abstract IReadOnlyList<ListFilter> Filters { get; }

    /// <summary>Partners have one of this kind as theirs; of the others each order says which it uses.</summary>
    public virtual bool IsOfPartners => false;

    public abstract PolicyForm NewForm();

    public abstract Task<ListResult<PolicyRow>> ListAsync(Tenant tenant, ListAddress address, CancellationToken ct);

    public abstract Task<PolicySheet?> FindAsync(Tenant tenant, string id, CancellationToken ct);

    /// <param name="id">Chosen by the person, or null for a new one.</param>
    /// <returns>The id.</returns>
    public abstract Task<Outcome<string>> CreateAsync(Tenant tenant, Actor actor, string? id, PolicyForm form, CancellationToken ct);

    /// <summary>Changes what is different between the two, and nothing that somebody else changed meanwhile.</summary>
    public abstract Task<Refusal?> UpdateAsync(Tenant tenant, Actor actor, string id, PolicyForm before, PolicyForm after, CancellationToken ct);

    /// <inheritdoc cref="UpdateAsync"/>
    /// <param name="isAgain">In place of the change that waits.</param>
    public abstract Task<Refusal?> ScheduleAsync(Tenant tenant, Actor actor, string id, PolicyForm before, PolicyForm after, DateTimeOffset from, bool isAgain, CancellationToken ct);

    public abstract Task<Refusal?> UnscheduleAsync(Tenant tenant, Actor actor, string id, CancellationToken ct);

    public abstract Task<Refusal?> ArchiveAsync(Tenant tenant, Actor actor, string id, CancellationToken ct);

    public abstract Task<Refusal?> RecoverAsync(Tenant tenant, Actor actor, string id, CancellationToken ct);
}

/// <summary>The same for one kind, by its own commands.</summary>
public abstract class PolicyDesk<TPolicy, TId, TTerms, TChange>(Store store, Policies<TPolicy, TId, TTerms, TChange> commands) : PolicyDesk
    where TPolicy : Policy<TId, TTerms, TChange>, IPolicyKind<TPolicy, TId, TTerms>
    where TId : struct, ITextId<TId>
    where TTerms : class, IPolicyTerms
    where TChange : class, IPolicyChange<TTerms>
{
    private const int VersionsShownMax = 50;

    public override string Kind => TPolicy.Kind;

    public override IReadOnlyList<ListFilter> Filters { get; } = [new("scheduled", "변경 예약"), new("archived", "보관됨")];

    public override async Task<ListResult<PolicyRow>> ListAsync(Tenant tenant, ListAddress address, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        var policies = Filtered(db.Set<TPolicy>(), address);
        var page = await Sorted(policies, address).Skip(address.Skip).Take(ListAddress.PageSize).ToListAsync(ct);
        var counts = await PartnerCountsAsync(db, [.. page.Select(policy => policy.Id)], ct);
        return new ListResult<PolicyRow>(
            [.. page.Select(policy => new PolicyRow(
                policy.Id.Value, Write(policy.Terms()), policy.AppliedAt, policy.ScheduledAt, policy.IsArchived, IsOfPartners ? counts.GetValueOrDefault(policy.Id) : null))],
            await policies.CountAsync(ct));
    }

    public override async Task<PolicySheet?> FindAsync(Tenant tenant, string id, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        if (await db.Set<TPolicy>().FindAsync([tenant.Merchant, tenant.Mode, TId.From(id)], ct) is not { } policy)
        {
            return null;
        }
        var kind = TPolicy.Kind;
        var rows = await db.Set<VersionRow>().Where(row => row.Subject == kind && row.SubjectId == id).OrderByDescending(row => row.Version).Take(VersionsShownMax).ToListAsync(ct);
        return new PolicySheet(
            id,
            Write(policy.Terms()),
            policy.AppliedAt,
            policy.IsArchived,
            policy.Version,
            policy.ScheduledAt is { } at ? Write(policy.AsOf(at).Terms) : null,
            policy.ScheduledAt,
            [.. rows.Select(row =>
            {
                var (terms, isArchived) = Open(row);
                return new PolicyVersion(row.Version, Write(terms), isArchived, row.AppliedAt, row.RecordedAt, new Actor(row.ActorKind, row.ActorId));
            })]);
    }

    public override async Task<Outcome<string>> CreateAsync(Tenant tenant, Actor actor, string? id, PolicyForm form, CancellationToken ct)
    {
        var terms = Read(form);
        return terms.IsRefused ? terms.Refusal : (await commands.CreateAsync(tenant, actor, id, terms.Value, ct)).Then<string>(created => created.Id.Value);
    }

    public override async Task<Refusal?> UpdateAsync(Tenant tenant, Actor actor, string id, PolicyForm before, PolicyForm after, CancellationToken ct)
    {
        var change = Change(before, after);
        return change.IsRefused ? change.Refusal : (await commands.UpdateAsync(tenant, actor, id, change.Value, ct)).Refusal;
    }

    public override async Task<Refusal?> ScheduleAsync(Tenant tenant, Actor actor, string id, PolicyForm before, PolicyForm after, DateTimeOffset from, bool isAgain, CancellationToken ct)
    {
        var change = Change(before, after);
        return change.IsRefused ? change.Refusal
            : isAgain ? (await commands.RescheduleAsync(tenant, actor, id, change.Value, from, ct)).Refusal
            : (await commands.ScheduleAsync(tenant, actor, id, change.Value, from, ct)).Refusal;
    }

    public override async Task<Refusal?> UnscheduleAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) => (await commands.UnscheduleAsync(tenant, actor, id, ct)).Refusal;

    public override async Task<Refusal?> ArchiveAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) => (await commands.ArchiveAsync(tenant, actor, id, ct)).Refusal;

    public override async Task<Refusal?> RecoverAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) => (await commands.RecoverAsync(tenant, actor, id, ct)).Refusal;

    protected abstract PolicyForm Write(TTerms terms);

    protected abstract Outcome<TTerms> Read(PolicyForm form);

    /// <summary>What is different; all else stays as it is when the change is made.</summary>
    protected abstract TChange Difference(TTerms before, TTerms after);

    protected abstract (TTerms Terms, bool IsArchived) Open(VersionRow row);

    /// <summary>Who uses them without saying so in each order; nobody unless <see cref="PolicyDesk.IsOfPartners"/>.</summary>
    protected virtual Task<Dictionary<TId, int>> PartnerCountsAsync(JeongsanContext db, IReadOnlyList<TId> ids, CancellationToken ct) => Task.FromResult(new Dictionary<TId, int>());

    protected static T? Other<T>(T before, T after) where T : class => before.Equals(after) ? null : after;

    protected static T? OtherValue<T>(T before, T after) where T : struct => before.Equals(after) ? null : after;

    private Outcome<TChange> Change(PolicyForm before, PolicyForm after) =>
        Read(before).Then(present => Read(after).Then<TChange>(wanted => Difference(present, wanted)));

    private static IQueryable<TPolicy> Filtered(IQueryable<TPolicy> policies, ListAddress address)
    {
        policies = address.Filter switch
        {
            "scheduled" => policies.Where(policy => policy.ScheduledAt != null),
            "archived" => policies.Where(policy => policy.IsArchived),
            _ => policies.Where(policy => !policy.IsArchived),
        };
        return address.Search.Length == 0 ? policies : policies.Where(policy => policy.Name.Contains(address.Search) || ((string)(object)policy.Id).Contains(address.Search));
    }

    private static IOrderedQueryable<TPolicy> Sorted(IQueryable<TPolicy> policies, ListAddress address) => (address.Sort, address.IsDescending) switch
    {
        ("name", true) => policies.OrderByDescending(policy => policy.Name).ThenBy(policy => policy.Id),
        ("applied", false) => policies.OrderBy(policy => policy.AppliedAt).ThenBy(policy => policy.Id),
        ("applied", true) => policies.OrderByDescending(policy => policy.AppliedAt).ThenBy(policy => policy.Id),
        _ => policies.OrderBy(policy => policy.Name).ThenBy(policy => policy.Id),
    };
}
