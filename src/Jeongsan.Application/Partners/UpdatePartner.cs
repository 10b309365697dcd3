using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.UserDefinedProperties;
using Jeongsan.Application.Verifications;
using Jeongsan.Application.Versions;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Partners;

/// <summary>Edits, archives and recovers one partner.</summary>
public sealed class UpdatePartner(Store store)
{
    /// <param name="proofs">Used up by the edit.</param>
    public Task<Outcome<Partner>> HandleAsync(Tenant tenant, Actor actor, string id, PartnerChange change, VerificationProofs proofs, CancellationToken ct) =>
        store.ChangePartnerAsync(tenant, actor, id, "PartnerUpdated", async (partner, work) =>
            await CheckAsync(work, partner, change, proofs, ct) is { } refusal ? refusal : partner.Update(change, work.Today, work.Now), ct);

    public Task<Outcome<Partner>> ArchiveAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) =>
        store.ChangePartnerAsync(tenant, actor, id, "PartnerArchived", async (partner, work) =>
            partner.Archive(await OngoingTaxInvoices.AnyAsync(work, partner.Id, ct)), ct);

    public Task<Outcome<Partner>> RecoverAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) =>
        store.ChangePartnerAsync(tenant, actor, id, "PartnerRecovered", (partner, _) => Task.FromResult(partner.Recover()), ct);

    /// <summary>What only the database can tell about a change.</summary>
    internal static async Task<Refusal?> CheckAsync(Work work, Partner? partner, PartnerChange change, VerificationProofs proofs, CancellationToken ct)
    {
        if (change.DefaultContractId is { } contract && contract != partner?.DefaultContractId && await CreatePartners.ContractMissingAsync(work, contract, ct) is { } missing)
        {
            return missing;
        }
        return await work.UndefinedAsync(PropertyScope.Partner, change.Properties, ct) is { } undefined ? undefined : await work.UseAsync(proofs, ct);
    }
}

internal static class PartnerWork
{
    /// <summary>One change of one partner, with its line in the time line and, if anything of the partner differs, its version.</summary>
    public static Task<Outcome<Partner>> ChangePartnerAsync(
        this Store store, Tenant tenant, Actor actor, string id, string what, Func<Partner, Work, Task<Outcome<Done>>> change, CancellationToken ct) =>
        store.CommandAsync<Partner>(tenant, actor, async work =>
        {
            var own = new PartnerId(id);
            if (await work.Db.Set<Partner>().SingleOrDefaultAsync(row => row.Id == own, ct) is not { } partner)
            {
                return new StoredRefusal.NotFound(CreatePartners.Subject, id);
            }
            var before = await work.FirstVersionAsync(partner, ct);
            var changed = await change(partner, work);
            if (changed.IsRefused)
            {
                return changed.Refusal;
            }
            work.Record(CreatePartners.Subject, id, what);
            work.KeepVersionOf(partner, before);
            await KeepInStep.AfterAsync(work, partner, before.Profile, ct);
            return partner;
        }, ct);

    /// <summary>The partner before a change, kept if it has no version yet.</summary>
    public static async Task<PartnerSnapshot> FirstVersionAsync(this Work work, Partner partner, CancellationToken ct)
    {
        var before = partner.Snapshot();
        await work.KeepFirstVersionAsync(CreatePartners.Subject, partner.Id.Value, partner.Version, partner.AppliedAt, before, ct);
        return before;
    }

    public static void KeepVersionOf(this Work work, Partner partner, PartnerSnapshot before)
    {
        if (partner.Snapshot() is var after && !after.Equals(before))
        {
            work.KeepVersion(CreatePartners.Subject, partner.Id.Value, partner.Version, partner.AppliedAt, after);
        }
    }
}
