using Commands = Jeongsan.Application.Policies.DiscountSharePolicies;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Policies;

/// <summary>할인 분담 정책: how much of a discount the partner bears.</summary>
internal static class DiscountSharePolicyEndpoints
{
    public static void MapDiscountSharePolicies(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("할인 분담 정책");
        routes.MapPost("/platform/discount-share-policies", CreatePlatformDiscountSharePolicy).Needs(PersonRight.Edit).Refuses<CreatePlatformDiscountSharePolicyError>();
        routes.MapGet("/platform/discount-share-policies", GetPlatformDiscountSharePolicies).Needs(PersonRight.See).Refuses<GetPlatformDiscountSharePoliciesError>();
        routes.MapGet("/platform/discount-share-policies/{id}", GetPlatformDiscountSharePolicy).Needs(PersonRight.See).Refuses<GetPlatformDiscountSharePolicyError>();
        routes.MapPatch("/platform/discount-share-policies/{id}", UpdatePlatformDiscountSharePolicy).Needs(PersonRight.Edit).Refuses<UpdatePlatformDiscountSharePolicyError>();
        routes.MapPost("/platform/discount-share-policies/{id}/archive", ArchivePlatformDiscountSharePolicy).Needs(PersonRight.Edit).Refuses<ArchivePlatformDiscountSharePolicyError>();
        routes.MapPost("/platform/discount-share-policies/{id}/recover", RecoverPlatformDiscountSharePolicy).Needs(PersonRight.Edit).Refuses<RecoverPlatformDiscountSharePolicyError>();
        routes.MapGet("/platform/discount-share-policy-filter-options", GetPlatformDiscountSharePolicyFilterOptions)
            .Needs(PersonRight.See).Refuses<GetPlatformDiscountSharePolicyFilterOptionsError>();
    }

    private static async Task<Answer<CreatePlatformDiscountSharePolicyResponse>> CreatePlatformDiscountSharePolicy(
        ApiCall<CreatePlatformDiscountSharePolicyBody> call, Commands policies, CancellationToken ct)
    {
        var terms = Read(call.Body);
        if (terms.IsRefused)
        {
            return Refuse(terms.Refusal);
        }

        var created = await policies.CreateAsync(call.Tenant, call.Actor, call.Body.Id, terms.Value, ct);
        return created.Answer(policy => new CreatePlatformDiscountSharePolicyResponse { DiscountSharePolicy = PolicyMapping.Write(policy) }, Refuse);
    }

    private static async Task<Answer<GetPlatformDiscountSharePoliciesResponse>> GetPlatformDiscountSharePolicies(
        ApiCall<GetPlatformDiscountSharePoliciesBody> call, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        if (paging.IsRefused)
        {
            return Refuse(paging.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        var page = await Filter(db.Set<DiscountSharePolicy>(), call.Body.Filter).OrderBy(policy => policy.Id).PageAsync(paging.Value, ct);
        return new GetPlatformDiscountSharePoliciesResponse { Items = page.Write(PolicyMapping.Write), Page = page.Page };
    }

    private static async Task<Answer<PlatformDiscountSharePolicy>> GetPlatformDiscountSharePolicy(ApiCall call, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var own = DiscountSharePolicyId.From(id);
        return await db.Set<DiscountSharePolicy>().SingleOrDefaultAsync(policy => policy.Id == own, ct) is { } found
            ? PolicyMapping.Write(found)
            : new PlatformDiscountSharePolicyNotFoundError();
    }

    private static async Task<Answer<UpdatePlatformDiscountSharePolicyResponse>> UpdatePlatformDiscountSharePolicy(
        ApiCall<UpdatePlatformDiscountSharePolicyBody> call, string id, Commands policies, CancellationToken ct)
    {
        var change = Read(call.Body);
        if (change.IsRefused)
        {
            return Refuse(change.Refusal);
        }

        var updated = await policies.UpdateAsync(call.Tenant, call.Actor, id, change.Value, ct);
        return updated.Answer(policy => new UpdatePlatformDiscountSharePolicyResponse { DiscountSharePolicy = PolicyMapping.Write(policy) }, Refuse);
    }

    private static async Task<Answer<ArchivePlatformDiscountSharePolicyResponse>> ArchivePlatformDiscountSharePolicy(
        ApiCall call, string id, Commands policies, CancellationToken ct)
    {
        var archived = await policies.ArchiveAsync(call.Tenant, call.Actor, id, ct);
        return archived.Answer(policy => new ArchivePlatformDiscountSharePolicyResponse { DiscountSharePolicy = PolicyMapping.Write(policy) }, Refuse);
    }

    private static async Task<Answer<RecoverPlatformDiscountSharePolicyResponse>> RecoverPlatformDiscountSharePolicy(
        ApiCall call, string id, Commands policies, CancellationToken ct)
    {
        var recovered = await policies.RecoverAsync(call.Tenant, call.Actor, id, ct);
        return recovered.Answer(policy => new RecoverPlatformDiscountSharePolicyResponse { DiscountSharePolicy = PolicyMapping.Write(policy) }, Refuse);
    }

    private static async Task<Answer<PlatformDiscountSharePolicyFilterOptions>> GetPlatformDiscountSharePolicyFilterOptions(
        ApiCall call, [FromQuery] bool? isArchived, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var policies = db.Set<DiscountSharePolicy>().Where(policy => isArchived == null || policy.IsArchived == isArchived);
        var rates = await policies.Select(policy => policy.PartnerShareRate).Distinct().ToListAsync(ct);
        return new PlatformDiscountSharePolicyFilterOptions { PartnerShareRates = [.. rates.Select(rate => rate.Per100000).Order()] };
    }

    private static Outcome<DiscountShareTerms> Read(CreatePlatformDiscountSharePolicyBody body) =>
        PolicyLimits.RateOf("partnerShareRate", body.PartnerShareRate).Then<DiscountShareTerms>(rate =>
            new DiscountShareTerms(body.Name, body.Memo, rate));

    /// <summary>What is absent stays.</summary>
    internal static Outcome<DiscountShareChange> Read(UpdatePlatformDiscountSharePolicyBody body) =>
        body.PartnerShareRate is { } given
            ? PolicyLimits.RateOf("partnerShareRate", given).Then<DiscountShareChange>(rate => new DiscountShareChange(body.Name, body.Memo, rate))
            : new DiscountShareChange(body.Name, body.Memo);

    private static IQueryable<DiscountSharePolicy> Filter(IQueryable<DiscountSharePolicy> policies, PlatformDiscountSharePolicyFilterInput? filter)
    {
        if (filter?.IsArchived is { } isArchived)
        {
            policies = policies.Where(policy => policy.IsArchived == isArchived);
        }

        if (filter?.PartnerShareRates is { Count: > 0 } givenRates)
        {
            var rates = givenRates.Where(rate => Rate.IsInRange(rate)).Select(rate => new Rate(rate)).ToArray();
            policies = policies.Where(policy => rates.Contains(policy.PartnerShareRate));
        }

        if (filter?.Keyword?.Id is { } id)
        {
            policies = policies.Where(policy => ((string)(object)policy.Id).Contains(id));
        }

        if (filter?.Keyword?.Name is { } name)
        {
            policies = policies.Where(policy => policy.Name.Contains(name));
        }

        return policies;
    }

    internal static ApiError Refuse(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound => new PlatformDiscountSharePolicyNotFoundError(),
        StoredRefusal.AlreadyExists => new PlatformDiscountSharePolicyAlreadyExistsError(),
        PolicyRefusal.NotScheduled => new PlatformDiscountSharePolicyNotFoundError { Message = PolicyRefusals.NothingScheduled },
        PolicyRefusal.ScheduleExists => new PlatformDiscountSharePolicyScheduleAlreadyExistsError(),
        PolicyRefusal.Archived => new PlatformArchivedDiscountSharePolicyError(),
        PolicyRefusal.ArchivedWhileScheduled => new PlatformCannotArchiveScheduledDiscountSharePolicyError(),
        _ => PolicyRefusals.Of(refusal),
    };
}
