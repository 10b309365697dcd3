using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Policies;

/// <summary>Commands on discount-share policies (할인 분담). Later edits never change transfers that exist: those copied what held at their time.</summary>
public sealed class DiscountSharePolicies(Store store)
{
    public const string Subject = "DiscountSharePolicy";

    /// <param name="id">Chosen by the caller, or null for a new one.</param>
    public Task<Outcome<DiscountSharePolicy>> CreateAsync(Tenant tenant, Actor actor, string? id, DiscountShareTerms terms, CancellationToken ct) =>
        store.CommandAsync<DiscountSharePolicy>(tenant, actor, async work =>
        {
            if (CallerIds.Check(Subject, id) is { } unusable)
            {
                return unusable;
            }
            var own = DiscountSharePolicyId.From(id ?? work.NewId("discount-share"));
            if (await work.Db.Set<DiscountSharePolicy>().AnyAsync(row => row.Id == own, ct))
            {
                return new StoredRefusal.AlreadyExists(Subject, own.Value);
            }
            var created = DiscountSharePolicy.Create(tenant, own, terms, work.Now);
            if (!created.IsRefused)
            {
                work.Db.Add(created.Value);
                work.Record(Subject, own.Value, "DiscountSharePolicyCreated");
            }
            return created;
        }, ct);

    /// <param name="change">Makes the new terms from the present ones.</param>
    public Task<Outcome<DiscountSharePolicy>> UpdateAsync(Tenant tenant, Actor actor, string id, Func<DiscountShareTerms, DiscountShareTerms> change, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "DiscountSharePolicyUpdated", (found, work) => found.Update(change(found.Terms()), work.Now), ct);

    public Task<Outcome<DiscountSharePolicy>> ArchiveAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "DiscountSharePolicyArchived", (found, _) => found.Archive(hasSchedule: false), ct);

    public Task<Outcome<DiscountSharePolicy>> RecoverAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "DiscountSharePolicyRecovered", (found, _) =>
        {
            found.Recover();
            return new Done();
        }, ct);

    private Task<Outcome<DiscountSharePolicy>> ChangeAsync(
        Tenant tenant, Actor actor, string id, string what, Func<DiscountSharePolicy, Work, Outcome<Done>> change, CancellationToken ct) =>
        store.CommandAsync<DiscountSharePolicy>(tenant, actor, async work =>
        {
            var own = DiscountSharePolicyId.From(id);
            if (await work.Db.Set<DiscountSharePolicy>().SingleOrDefaultAsync(row => row.Id == own, ct) is not { } found)
            {
                return new StoredRefusal.NotFound(Subject, id);
            }
            var changed = change(found, work);
            if (changed.IsRefused)
            {
                return changed.Refusal;
            }
            work.Record(Subject, id, what);
            return found;
        }, ct);
}
