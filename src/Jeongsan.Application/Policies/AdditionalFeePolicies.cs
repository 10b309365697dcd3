using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Policies;

/// <summary>Commands on additional-fee policies (추가 수수료). Later edits never change transfers that exist: those copied what held at their time.</summary>
public sealed class AdditionalFeePolicies(Store store)
{
    public const string Subject = "AdditionalFeePolicy";

    /// <param name="id">Chosen by the caller, or null for a new one.</param>
    public Task<Outcome<AdditionalFeePolicy>> CreateAsync(Tenant tenant, Actor actor, string? id, AdditionalFeeTerms terms, CancellationToken ct) =>
        store.CommandAsync<AdditionalFeePolicy>(tenant, actor, async work =>
        {
            if (CallerIds.Check(Subject, id) is { } unusable)
            {
                return unusable;
            }
            var own = AdditionalFeePolicyId.From(id ?? work.NewId("additional-fee"));
            if (await work.Db.Set<AdditionalFeePolicy>().AnyAsync(row => row.Id == own, ct))
            {
                return new StoredRefusal.AlreadyExists(Subject, own.Value);
            }
            var created = AdditionalFeePolicy.Create(tenant, own, terms, work.Now);
            if (!created.IsRefused)
            {
                work.Db.Add(created.Value);
                work.Record(Subject, own.Value, "AdditionalFeePolicyCreated");
            }
            return created;
        }, ct);

    /// <param name="change">Makes the new terms from the present ones.</param>
    public Task<Outcome<AdditionalFeePolicy>> UpdateAsync(Tenant tenant, Actor actor, string id, Func<AdditionalFeeTerms, AdditionalFeeTerms> change, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "AdditionalFeePolicyUpdated", (found, work) => found.Update(change(found.Terms()), work.Now), ct);

    public Task<Outcome<AdditionalFeePolicy>> ArchiveAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "AdditionalFeePolicyArchived", (found, _) => found.Archive(hasSchedule: false), ct);

    public Task<Outcome<AdditionalFeePolicy>> RecoverAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "AdditionalFeePolicyRecovered", (found, _) =>
        {
            found.Recover();
            return new Done();
        }, ct);

    private Task<Outcome<AdditionalFeePolicy>> ChangeAsync(
        Tenant tenant, Actor actor, string id, string what, Func<AdditionalFeePolicy, Work, Outcome<Done>> change, CancellationToken ct) =>
        store.CommandAsync<AdditionalFeePolicy>(tenant, actor, async work =>
        {
            var own = AdditionalFeePolicyId.From(id);
            if (await work.Db.Set<AdditionalFeePolicy>().SingleOrDefaultAsync(row => row.Id == own, ct) is not { } found)
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
