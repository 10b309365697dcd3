using Commands = Jeongsan.Application.Policies.AdditionalFeePolicies;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Policies;

/// <summary>추가 수수료 정책: fees that single orders bear besides the platform's.</summary>
internal static class AdditionalFeePolicyEndpoints
{
    public static void MapAdditionalFeePolicies(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("추가 수수료 정책");
        routes.MapPost("/platform/additional-fee-policies", CreatePlatformAdditionalFeePolicy).Needs(PersonRight.Edit).Refuses<CreatePlatformAdditionalFeePolicyError>();
        routes.MapGet("/platform/additional-fee-policies", GetPlatformAdditionalFeePolicies).Needs(PersonRight.See).Refuses<GetPlatformAdditionalFeePoliciesError>();
        routes.MapGet("/platform/additional-fee-policies/{id}", GetPlatformAdditionalFeePolicy).Needs(PersonRight.See).Refuses<GetPlatformAdditionalFeePolicyError>();
        routes.MapPatch("/platform/additional-fee-policies/{id}", UpdatePlatformAdditionalFeePolicy).Needs(PersonRight.Edit).Refuses<UpdatePlatformAdditionalFeePolicyError>();
        routes.MapPost("/platform/additional-fee-policies/{id}/archive", ArchivePlatformAdditionalFeePolicy).Needs(PersonRight.Edit).Refuses<ArchivePlatformAdditionalFeePolicyError>();
        routes.MapPost("/platform/additional-fee-policies/{id}/recover", RecoverPlatformAdditionalFeePolicy).Needs(PersonRight.Edit).Refuses<RecoverPlatformAdditionalFeePolicyError>();
    }

    private static async Task<Answer<CreatePlatformAdditionalFeePolicyResponse>> CreatePlatformAdditionalFeePolicy(
        ApiCall<CreatePlatformAdditionalFeePolicyBody> call, Commands policies, CancellationToken ct)
    {
        var terms = Read(call.Body);
        if (terms.IsRefused)
        {
            return Refuse(terms.Refusal);
        }

        var created = await policies.CreateAsync(call.Tenant, call.Actor, call.Body.Id, terms.Value, ct);
        return created.Answer(policy => new CreatePlatformAdditionalFeePolicyResponse { AdditionalFeePolicy = PolicyMapping.Write(policy) }, Refuse);
    }

    private static async Task<Answer<GetPlatformAdditionalFeePoliciesResponse>> GetPlatformAdditionalFeePolicies(
        ApiCall<GetPlatformAdditionalFeePoliciesBody> call, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        if (paging.IsRefused)
        {
            return Refuse(paging.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        var page = await Filter(Json(db, call.Body.Filter).Rows<AdditionalFeePolicy>(db), call.Body.Filter).OrderBy(policy => policy.Id).PageAsync(paging.Value, ct);
        return new GetPlatformAdditionalFeePoliciesResponse { Items = page.Write(PolicyMapping.Write), Page = page.Page };
    }

    private static async Task<Answer<PlatformAdditionalFeePolicy>> GetPlatformAdditionalFeePolicy(ApiCall call, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var own = AdditionalFeePolicyId.From(id);
        return await db.Set<AdditionalFeePolicy>().SingleOrDefaultAsync(policy => policy.Id == own, ct) is { } found
            ? PolicyMapping.Write(found)
            : new PlatformAdditionalFeePolicyNotFoundError();
    }

    private static async Task<Answer<UpdatePlatformAdditionalFeePolicyResponse>> UpdatePlatformAdditionalFeePolicy(
        ApiCall<UpdatePlatformAdditionalFeePolicyBody> call, string id, Commands policies, CancellationToken ct)
    {
        var change = Read(call.Body);
        if (change.IsRefused)
        {
            return Refuse(change.Refusal);
        }

        var updated = await policies.UpdateAsync(call.Tenant, call.Actor, id, change.Value, ct);
        return updated.Answer(policy => new UpdatePlatformAdditionalFeePolicyResponse { AdditionalFeePolicy = PolicyMapping.Write(policy) }, Refuse);
    }

    private static async Task<Answer<ArchivePlatformAdditionalFeePolicyResponse>> ArchivePlatformAdditionalFeePolicy(
        ApiCall call, string id, Commands policies, CancellationToken ct)
    {
        var archived = await policies.ArchiveAsync(call.Tenant, call.Actor, id, ct);
        return archived.Answer(policy => new ArchivePlatformAdditionalFeePolicyResponse { AdditionalFeePolicy = PolicyMapping.Write(policy) }, Refuse);
    }

    private static async Task<Answer<RecoverPlatformAdditionalFeePolicyResponse>> RecoverPlatformAdditionalFeePolicy(
        ApiCall call, string id, Commands policies, CancellationToken ct)
    {
        var recovered = await policies.RecoverAsync(call.Tenant, call.Actor, id, ct);
        return recovered.Answer(policy => new RecoverPlatformAdditionalFeePolicyResponse { AdditionalFeePolicy = PolicyMapping.Write(policy) }, Refuse);
    }

    private static Outcome<AdditionalFeeTerms> Read(CreatePlatformAdditionalFeePolicyBody body) =>
        PolicyMapping.Read("fee", body.Fee).Then<AdditionalFeeTerms>(fee =>
            new AdditionalFeeTerms(body.Name, body.Memo, fee, Code.Of(body.VatPayer).As<Payer>()));

    /// <summary>What is absent stays.</summary>
    internal static Outcome<AdditionalFeeChange> Read(UpdatePlatformAdditionalFeePolicyBody body)
    {
        var fee = body.Fee is { } given ? PolicyMapping.Read("fee", given) : default;
        return fee.Then<AdditionalFeeChange>(known => new AdditionalFeeChange(
            body.Name, body.Memo, known, body.VatPayer is { } payer ? Code.Of(payer).As<Payer>() : null));
    }

    private static IQueryable<AdditionalFeePolicy> Filter(IQueryable<AdditionalFeePolicy> policies, PlatformAdditionalFeePolicyFilterInput? filter)
    {
        if (filter?.IsArchived is { } isArchived)
        {
            policies = policies.Where(policy => policy.IsArchived == isArchived);
        }

        if (filter?.VatPayers is { Count: > 0 } givenPayers)
        {
            var payers = givenPayers.Select(payer => Code.Of(payer).As<Payer>()).ToArray();
            policies = policies.Where(policy => payers.Contains(policy.VatPayer));
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

    /// <summary>The keyword "fee" is the fee's number: a rate in 10⁻⁵ or an amount.</summary>
    private static JsonFilter Json(JeongsanContext db, PlatformAdditionalFeePolicyFilterInput? filter) =>
        JsonFilter.For(db).Is(filter?.Keyword?.Fee, new JsonText("fee", "rate"), new JsonText("fee", "amount"));

    internal static ApiError Refuse(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound => new PlatformAdditionalFeePolicyNotFoundError(),
        StoredRefusal.AlreadyExists => new PlatformAdditionalFeePolicyAlreadyExistsError(),
        PolicyRefusal.NotScheduled => new PlatformAdditionalFeePolicyNotFoundError { Message = PolicyRefusals.NothingScheduled },
        PolicyRefusal.ScheduleExists => new PlatformAdditionalFeePolicyScheduleAlreadyExistsError(),
        PolicyRefusal.Archived => new PlatformArchivedAdditionalFeePolicyError(),
        PolicyRefusal.ArchivedWhileScheduled => new PlatformCannotArchiveScheduledAdditionalFeePolicyError(),
        _ => PolicyRefusals.Of(refusal),
    };
}
