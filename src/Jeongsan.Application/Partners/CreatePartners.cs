using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.UserDefinedProperties;
using Jeongsan.Application.Verifications;
using Jeongsan.Application.Versions;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Partners;

/// <param name="Id">Chosen by the caller, or null for a new one.</param>
/// <param name="Proofs">Used up when the partner is made; null: none.</param>
public sealed record NewPartner(string? Id, PartnerProfile Profile, VerificationProofs? Proofs = null);

/// <summary>Adds partners, all or none.</summary>
public sealed class CreatePartners(Store store)
{
    public const string Subject = "Partner";

    public Task<Outcome<IReadOnlyList<Partner>>> HandleAsync(Tenant tenant, Actor actor, IReadOnlyList<NewPartner> partners, CancellationToken ct) =>
        store.CommandAsync<IReadOnlyList<Partner>>(tenant, actor, async work =>
        {
            var created = new List<Partner>(partners.Count);
            foreach (var partner in partners)
            {
                var one = await CreateAsync(work, partner, ct);
                if (one.IsRefused)
                {
                    return one.Refusal;
                }
                created.Add(one.Value);
            }
            return created;
        }, ct);

    private static async Task<Outcome<Partner>> CreateAsync(Work work, NewPartner given, CancellationToken ct)
    {
        if (CallerIds.Check(Subject, given.Id) is { } unusable)
        {
            return unusable;
        }
        var id = new PartnerId(given.Id ?? work.NewId("partner"));
        if (work.Db.Set<Partner>().Local.Any(row => row.Id == id) || await work.Db.Set<Partner>().AnyAsync(row => row.Id == id, ct))
        {
            return new StoredRefusal.AlreadyExists(Subject, id.Value);
        }
        if (await ContractMissingAsync(work, given.Profile.DefaultContractId, ct) is { } missing)
        {
            return missing;
        }
        if (await work.UndefinedAsync(PropertyScope.Partner, given.Profile.Properties, ct) is { } undefined)
        {
            return undefined;
        }
        if (await work.UseAsync(given.Proofs ?? VerificationProofs.None, ct) is { } used)
        {
            return used;
        }
        var created = Partner.Create(work.Tenant, id, given.Profile, work.Today, work.Now);
        if (!created.IsRefused)
        {
            work.Db.Add(created.Value);
            work.Record(Subject, id.Value, "PartnerCreated");
            work.KeepVersion(Subject, id.Value, created.Value.Version, created.Value.AppliedAt, created.Value.Snapshot());
            await TellInTerms.TellNewAsync(work, created.Value, ct);
        }
        return created;
    }

    internal static async Task<StoredRefusal?> ContractMissingAsync(Work work, ContractId contract, CancellationToken ct) =>
        await work.Db.Set<Contract>().AnyAsync(row => row.Id == contract, ct) ? null : new StoredRefusal.NotFound("Contract", contract.Value);
}
