using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Partners;

/// <summary>Edits, archives and recovers one partner.</summary>
public sealed class UpdatePartner(Store store)
{
    /// <param name="change">Makes the new profile from the present one.</param>
    public Task<Outcome<Partner>> HandleAsync(Tenant tenant, Actor actor, string id, Func<PartnerProfile, PartnerProfile> change, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "PartnerUpdated", async (partner, work) =>
        {
            var profile = change(partner.Profile());
            if (profile.DefaultContractId != partner.DefaultContractId && await CreatePartners.ContractMissingAsync(work, profile.DefaultContractId, ct) is { } missing)
            {
                return missing;
            }
            var before = partner.Profile();
            var updated = partner.Update(profile, work.Today, work.Now);
            if (!updated.IsRefused)
            {
                await KeepInStep.AfterAsync(work, partner, before, ct);
            }
            return updated;
        }, ct);

    public Task<Outcome<Partner>> ArchiveAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "PartnerArchived", async (partner, work) =>
            partner.Archive(hasSchedule: false, await OngoingTaxInvoices.AnyAsync(work, partner.Id, ct)), ct);

    public Task<Outcome<Partner>> RecoverAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "PartnerRecovered", (partner, _) =>
        {
            partner.Recover();
            return Task.FromResult<Outcome<Done>>(new Done());
        }, ct);

    private Task<Outcome<Partner>> ChangeAsync(
        Tenant tenant, Actor actor, string id, string what, Func<Partner, Work, Task<Outcome<Done>>> change, CancellationToken ct) =>
        store.CommandAsync<Partner>(tenant, actor, async work =>
        {
            var own = new PartnerId(id);
            if (await work.Db.Set<Partner>().SingleOrDefaultAsync(row => row.Id == own, ct) is not { } partner)
            {
                return new StoredRefusal.NotFound(CreatePartners.Subject, id);
            }
            var changed = await change(partner, work);
            if (changed.IsRefused)
            {
                return changed.Refusal;
            }
            work.Record(CreatePartners.Subject, id, what);
            return partner;
        }, ct);
}
