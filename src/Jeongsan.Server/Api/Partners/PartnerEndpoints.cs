using Jeongsan.Application.Partners;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Server.Api.Companies;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Partners;

/// <summary>파트너: who sells on the platform and is paid by it.</summary>
internal static class PartnerEndpoints
{
    public static void MapPartners(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("파트너");
        routes.MapPost("/platform/partners", CreatePlatformPartner).Needs(PersonRight.Edit).Refuses<CreatePlatformPartnerError>();
        routes.MapPost("/platform/partners/batch", CreatePlatformPartners).Needs(PersonRight.Edit).Refuses<CreatePlatformPartnersError>();
        routes.MapGet("/platform/partners", GetPlatformPartners).Needs(PersonRight.See).Refuses<GetPlatformPartnersError>();
        routes.MapGet("/platform/partners/{id}", GetPlatformPartner).Needs(PersonRight.See).Refuses<GetPlatformPartnerError>();
        routes.MapPatch("/platform/partners/{id}", UpdatePlatformPartner).Needs(PersonRight.Edit).Refuses<UpdatePlatformPartnerError>();
        routes.MapPost("/platform/partners/{id}/archive", ArchivePlatformPartner).Needs(PersonRight.Edit).Refuses<ArchivePlatformPartnerError>();
        routes.MapPost("/platform/partners/{id}/recover", RecoverPlatformPartner).Needs(PersonRight.Edit).Refuses<RecoverPlatformPartnerError>();
        routes.MapGet("/platform/partner-filter-options", GetPlatformPartnerFilterOptions).Needs(PersonRight.See).Refuses<GetPlatformPartnerFilterOptionsError>();
    }

    private static async Task<Answer<CreatePlatformPartnerResponse>> CreatePlatformPartner(
        ApiCall<CreatePlatformPartnerBody> call, CreatePartners create, Verifications verifications, CancellationToken ct)
    {
        var partner = PartnerReading.Read(call.Body);
        if (partner.IsRefused)
        {
            return PartnerRefusals.OfEdit(partner.Refusal);
        }

        var (proven, problem) = partner.Value.Apply(call.Body, verifications, call.Tenant);
        if (problem is not null)
        {
            return problem;
        }

        var created = await create.HandleAsync(call.Tenant, call.Actor, [proven], ct);
        return created.Answer(partners => new CreatePlatformPartnerResponse { Partner = PartnerMapping.Write(partners[0]) }, PartnerRefusals.OfEdit);
    }

    private static async Task<Answer<CreatePlatformPartnersResponse>> CreatePlatformPartners(
        ApiCall<CreatePlatformPartnersBody> call, CreatePartners create, Verifications verifications, CancellationToken ct)
    {
        if (call.Body.Partners.Count is 0 or > ApiLimits.BatchCountMax)
        {
            return Invalid.Field("partners", $"1~{ApiLimits.BatchCountMax}개를 보내 주세요.");
        }

        var duplicated = call.Body.Partners.Select(partner => partner.Id).OfType<string>().CountBy(id => id).Where(id => id.Value > 1).Select(id => id.Key).ToArray();
        if (duplicated.Length > 0)
        {
            return new PlatformPartnerIdsDuplicatedError { Ids = duplicated, GraphqlIds = [.. duplicated.Select(id => GraphqlId.Of("PlatformPartner", id))] };
        }

        var partners = new List<NewPartner>(call.Body.Partners.Count);
        foreach (var body in call.Body.Partners)
        {
            var partner = PartnerReading.Read(body);
            if (partner.IsRefused)
            {
                return PartnerRefusals.OfBatch(partner.Refusal);
            }

            var (proven, problem) = partner.Value.Apply(body, verifications, call.Tenant);
            if (problem is not null)
            {
                return PartnerRefusals.WithoutOwnType(problem);
            }

            partners.Add(proven);
        }

        var created = await create.HandleAsync(call.Tenant, call.Actor, partners, ct);
        return created.Answer(made => new CreatePlatformPartnersResponse { Partners = [.. made.Select(PartnerMapping.Write)] }, PartnerRefusals.OfBatch);
    }

    private static async Task<Answer<GetPlatformPartnersResponse>> GetPlatformPartners(ApiCall<GetPlatformPartnersBody> call, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        var page = await (await PartnerQueries.OfAsync(db, call.Body.Filter, ct)).OrderBy(partner => partner.Id).PageAsync(paging.Value, ct);
        return new GetPlatformPartnersResponse { Items = page.Write(PartnerMapping.Write), Page = page.Page };
    }

    private static async Task<Answer<PlatformPartner>> GetPlatformPartner(ApiCall call, string id, Store store, CancellationToken ct) =>
        await FindAsync(call, id, store, ct) is { } partner ? PartnerMapping.Write(partner) : new PlatformPartnerNotFoundError();

    private static async Task<Answer<UpdatePlatformPartnerResponse>> UpdatePlatformPartner(
        ApiCall<UpdatePlatformPartnerBody> call, string id, UpdatePartner update, Verifications verifications, CancellationToken ct)
    {
        var change = PartnerReading.ReadChange(call.Body);
        if (change.IsRefused)
        {
            return PartnerRefusals.OfChange(change.Refusal);
        }

        var (proven, proofs, problem) = change.Value.Apply(call.Body, verifications, call.Tenant);
        if (problem is not null)
        {
            return problem;
        }

        var updated = await update.HandleAsync(call.Tenant, call.Actor, id, proven, proofs, ct);
        return updated.Answer(partner => new UpdatePlatformPartnerResponse { Partner = PartnerMapping.Write(partner) }, PartnerRefusals.OfChange);
    }

    private static async Task<Answer<ArchivePlatformPartnerResponse>> ArchivePlatformPartner(ApiCall call, string id, UpdatePartner update, CancellationToken ct)
    {
        var archived = await update.ArchiveAsync(call.Tenant, call.Actor, id, ct);
        return archived.Answer(partner => new ArchivePlatformPartnerResponse { Partner = PartnerMapping.Write(partner) }, PartnerRefusals.OfEdit);
    }

    private static async Task<Answer<RecoverPlatformPartnerResponse>> RecoverPlatformPartner(ApiCall call, string id, UpdatePartner update, CancellationToken ct)
    {
        var recovered = await update.RecoverAsync(call.Tenant, call.Actor, id, ct);
        return recovered.Answer(partner => new RecoverPlatformPartnerResponse { Partner = PartnerMapping.Write(partner) }, PartnerRefusals.OfEdit);
    }

    private static async Task<Answer<PlatformPartnerFilterOptions>> GetPlatformPartnerFilterOptions(
        ApiCall call, [FromQuery] bool? isArchived, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var partners = db.Set<Partner>().Where(partner => isArchived == null || partner.IsArchived == isArchived);
        var tags = await partners.Select(partner => partner.Tags).Distinct().ToListAsync(ct);
        var used = await partners.Select(partner => partner.DefaultContractId).Distinct().ToListAsync(ct);
        var contracts = await db.Set<Contract>().Where(contract => used.Contains(contract.Id)).OrderBy(contract => contract.Name)
            .Select(contract => new { contract.Id, contract.Name }).ToListAsync(ct);
        return new PlatformPartnerFilterOptions
        {
            Tags = [.. tags.SelectMany(tag => tag).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            ContractSummary = [.. contracts.Select(contract => new PlatformPartnerContractSummary { Id = contract.Id.Value, Name = contract.Name })],
        };
    }

    private static async Task<Partner?> FindAsync(ApiCall call, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var own = PartnerId.From(id);
        return await db.Set<Partner>().SingleOrDefaultAsync(partner => partner.Id == own, ct);
    }
}
