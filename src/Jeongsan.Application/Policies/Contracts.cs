using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Policies;

/// <summary>Commands on contracts (계약). Later edits never change transfers that exist: those copied what held at their time.</summary>
public sealed class Contracts(Store store)
{
    public const string Subject = "Contract";

    /// <param name="id">Chosen by the caller, or null for a new one.</param>
    public Task<Outcome<Contract>> CreateAsync(Tenant tenant, Actor actor, string? id, ContractTerms terms, CancellationToken ct) =>
        store.CommandAsync<Contract>(tenant, actor, async work =>
        {
            if (CallerIds.Check(Subject, id) is { } unusable)
            {
                return unusable;
            }
            var own = ContractId.From(id ?? work.NewId("contract"));
            if (await work.Db.Set<Contract>().AnyAsync(row => row.Id == own, ct))
            {
                return new StoredRefusal.AlreadyExists(Subject, own.Value);
            }
            var created = Contract.Create(tenant, own, terms, work.Now);
            if (!created.IsRefused)
            {
                work.Db.Add(created.Value);
                work.Record(Subject, own.Value, "ContractCreated");
            }
            return created;
        }, ct);

    /// <param name="change">Makes the new terms from the present ones.</param>
    public Task<Outcome<Contract>> UpdateAsync(Tenant tenant, Actor actor, string id, Func<ContractTerms, ContractTerms> change, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "ContractUpdated", (found, work) => found.Update(change(found.Terms()), work.Now), ct);

    public Task<Outcome<Contract>> ArchiveAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "ContractArchived", (found, _) => found.Archive(hasSchedule: false), ct);

    public Task<Outcome<Contract>> RecoverAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "ContractRecovered", (found, _) =>
        {
            found.Recover();
            return new Done();
        }, ct);

    private Task<Outcome<Contract>> ChangeAsync(
        Tenant tenant, Actor actor, string id, string what, Func<Contract, Work, Outcome<Done>> change, CancellationToken ct) =>
        store.CommandAsync<Contract>(tenant, actor, async work =>
        {
            var own = ContractId.From(id);
            if (await work.Db.Set<Contract>().SingleOrDefaultAsync(row => row.Id == own, ct) is not { } found)
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
