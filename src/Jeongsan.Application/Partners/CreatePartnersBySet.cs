using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.UserDefinedProperties;
using Jeongsan.Application.Versions;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Partners;

/// <summary>Adds many partners by the set: a handful of statements however many there are.</summary>
internal static class CreatePartnersBySet
{
    private const int AskedCountMax = 500;

    /// <summary>Why not, or null, for each.</summary>
    public static async Task<IReadOnlyList<Refusal?>> DecideAsync(Work work, IReadOnlyList<NewPartner> partners, CancellationToken ct) =>
        [.. (await MakeAsync(work, partners, ct)).Select(made => made.Refusal)];

    /// <summary>The same, and writes those that aren't refused.</summary>
    public static async Task<IReadOnlyList<Refusal?>> WriteAsync(Work work, IReadOnlyList<NewPartner> partners, CancellationToken ct)
    {
        var outcomes = await MakeAsync(work, partners, ct);
        Partner[] made = [.. outcomes.Where(one => !one.IsRefused).Select(one => one.Value)];
        await work.Db.InsertAsync(made, ct);
        await work.RecordAsync([.. made.Select(partner => work.Line(CreatePartners.Subject, partner.Id.Value, "PartnerCreated"))], ct);
        await work.KeepVersionsAsync([.. made.Select(partner => (CreatePartners.Subject, partner.Id.Value, partner.Version, partner.AppliedAt, (object)partner.Snapshot()))], ct);
        await TellInTerms.TellNewAsync(work, made, ct);
        return [.. outcomes.Select(one => one.Refusal)];
    }

    private static async Task<List<Outcome<Partner>>> MakeAsync(Work work, IReadOnlyList<NewPartner> partners, CancellationToken ct)
    {
        var taken = new HashSet<PartnerId>();
        foreach (var ids in partners.Where(partner => partner.Id is not null).Select(partner => new PartnerId(partner.Id!)).Chunk(AskedCountMax))
        {
            taken.UnionWith(await work.Db.Set<Partner>().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct));
        }
        var contracts = new HashSet<ContractId>();
        foreach (var ids in partners.Select(partner => partner.Profile.DefaultContractId).Distinct().Chunk(AskedCountMax))
        {
            contracts.UnionWith(await work.Db.Set<Contract>().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct));
        }
        var outcomes = new List<Outcome<Partner>>(partners.Count);
        foreach (var partner in partners)
        {
            var outcome = Make(work, partner, taken, contracts);
            // The order in which a single one is checked: properties after its contract, before its own data.
            if (outcome.Refusal is null or PartnerRefusal && await work.UndefinedAsync(PropertyScope.Partner, partner.Profile.Properties, ct) is { } undefined)
            {
                outcome = undefined;
            }
            if (!outcome.IsRefused)
            {
                taken.Add(outcome.Value.Id);
            }
            outcomes.Add(outcome);
        }
        return outcomes;
    }

    private static Outcome<Partner> Make(Work work, NewPartner partner, HashSet<PartnerId> taken, HashSet<ContractId> contracts)
    {
        if (CallerIds.Check(CreatePartners.Subject, partner.Id) is { } unusable)
        {
            return unusable;
        }
        var id = new PartnerId(partner.Id ?? work.NewId("partner"));
        return taken.Contains(id) ? new StoredRefusal.AlreadyExists(CreatePartners.Subject, id.Value)
            : !contracts.Contains(partner.Profile.DefaultContractId) ? new StoredRefusal.NotFound("Contract", partner.Profile.DefaultContractId.Value)
            : Partner.Create(work.Tenant, id, partner.Profile, work.Today, work.Now);
    }
}
