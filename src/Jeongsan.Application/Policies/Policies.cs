using Jeongsan.Application.Storage;
using Jeongsan.Application.Versions;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Policies;

/// <summary>Commands on contracts (계약).</summary>
public sealed class Contracts(Store store) : Policies<Contract, ContractId, ContractTerms, ContractChange>(store)
{
    protected override object ContentOf(Contract policy) => policy.Snapshot();
}

/// <summary>Commands on discount-share policies (할인 분담).</summary>
public sealed class DiscountSharePolicies(Store store) : Policies<DiscountSharePolicy, DiscountSharePolicyId, DiscountShareTerms, DiscountShareChange>(store)
{
    protected override object ContentOf(DiscountSharePolicy policy) => policy.Snapshot();
}

/// <summary>Commands on additional-fee policies (추가 수수료).</summary>
public sealed class AdditionalFeePolicies(Store store) : Policies<AdditionalFeePolicy, AdditionalFeePolicyId, AdditionalFeeTerms, AdditionalFeeChange>(store)
{
    protected override object ContentOf(AdditionalFeePolicy policy) => policy.Snapshot();
}

/// <summary>Commands on one kind of policy. Later edits never change transfers that exist: those copied what held at their time.</summary>
public abstract class Policies<TPolicy, TId, TTerms, TChange>(Store store)
    where TPolicy : Policy<TId, TTerms, TChange>, IPolicyKind<TPolicy, TId, TTerms>
    where TId : struct, ITextId<TId>
    where TTerms : class, IPolicyTerms
    where TChange : class, IPolicyChange<TTerms>
{
    /// <param name="id">Chosen by the caller, or null for a new one.</param>
    public Task<Outcome<TPolicy>> CreateAsync(Tenant tenant, Actor actor, string? id, TTerms terms, CancellationToken ct) =>
        store.CommandAsync<TPolicy>(tenant, actor, async work =>
        {
            if (CallerIds.Check(TPolicy.Kind, id) is { } unusable)
            {
                return unusable;
            }
            var own = id ?? work.NewId(TPolicy.IdPrefix);
            if (await FindAsync(work, own, ct) is not null)
            {
                return new StoredRefusal.AlreadyExists(TPolicy.Kind, own);
            }
            var created = TPolicy.Create(tenant, TId.From(own), terms, work.Now);
            if (!created.IsRefused)
            {
                work.Db.Add(created.Value);
                work.Record(TPolicy.Kind, own, $"{TPolicy.Kind}Created");
                Keep(work, created.Value);
            }
            return created;
        }, ct);

    public Task<Outcome<TPolicy>> UpdateAsync(Tenant tenant, Actor actor, string id, TChange change, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "Updated", (policy, work) => policy.Update(change, work.Now), ct);

    public Task<Outcome<TPolicy>> ArchiveAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "Archived", (policy, _) => policy.Archive(), ct);

    public Task<Outcome<TPolicy>> RecoverAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "Recovered", (policy, _) =>
        {
            policy.Recover();
            return new Done();
        }, ct);

    /// <param name="from">When the change is to be made.</param>
    public Task<Outcome<TPolicy>> ScheduleAsync(Tenant tenant, Actor actor, string id, TChange change, DateTimeOffset from, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "Scheduled", (policy, work) => policy.Schedule(change, from, work.Now), ct);

    public Task<Outcome<TPolicy>> RescheduleAsync(Tenant tenant, Actor actor, string id, TChange change, DateTimeOffset from, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "Rescheduled", (policy, work) => policy.Reschedule(change, from, work.Now), ct);

    public Task<Outcome<TPolicy>> UnscheduleAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "Unscheduled", (policy, _) => policy.Unschedule(), ct);

    /// <summary>Makes the scheduled changes whose time has come, each in a command of its own.</summary>
    public async Task ApplyDueAsync(Tenant tenant, CancellationToken ct)
    {
        var now = await store.NowAsync(tenant, ct);
        List<TId> due;
        await using (var db = store.Read(tenant))
        {
            due = await db.Set<TPolicy>().Where(policy => policy.ScheduledAt <= now).Select(policy => policy.Id).ToListAsync(ct);
        }
        foreach (var id in due)
        {
            // Refused only when somebody took the schedule back or moved it meanwhile: then nothing is left to do here.
            await ChangeAsync(tenant, Actor.System, id.Value, "ScheduleApplied", (policy, work) =>
                policy.ScheduledAt <= work.Now ? policy.ApplySchedule() : new PolicyRefusal.NotScheduled(id.Value), ct);
        }
    }

    /// <summary>What a version of the policy is kept as.</summary>
    protected abstract object ContentOf(TPolicy policy);

    private Task<Outcome<TPolicy>> ChangeAsync(
        Tenant tenant, Actor actor, string id, string what, Func<TPolicy, Work, Outcome<Done>> change, CancellationToken ct) =>
        store.CommandAsync<TPolicy>(tenant, actor, async work =>
        {
            if (await FindAsync(work, id, ct) is not { } policy)
            {
                return new StoredRefusal.NotFound(TPolicy.Kind, id);
            }
            await work.KeepFirstVersionAsync(TPolicy.Kind, id, policy.Version, policy.AppliedAt, ContentOf(policy), ct);
            var before = ContentOf(policy);
            var changed = change(policy, work);
            if (changed.IsRefused)
            {
                return changed.Refusal;
            }
            work.Record(TPolicy.Kind, id, $"{TPolicy.Kind}{what}");
            if (!before.Equals(ContentOf(policy)))
            {
                Keep(work, policy);
            }
            return policy;
        }, ct);

    private static ValueTask<TPolicy?> FindAsync(Work work, string id, CancellationToken ct) =>
        work.Db.Set<TPolicy>().FindAsync([work.Tenant.Merchant, work.Tenant.Mode, TId.From(id)], ct);

    private void Keep(Work work, TPolicy policy) =>
        work.KeepVersion(TPolicy.Kind, policy.Id.Value, policy.Version, policy.AppliedAt, ContentOf(policy));
}
