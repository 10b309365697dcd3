using Jeongsan.Application.Partners;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Versions;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Partners;
using Jeongsan.Server.Api.Policies;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Operations;

/// <summary>변경 이력: how a contract, policy or partner was, from which time on, and who made it so. The newest comes first.</summary>
internal static class VersionOperations
{
    public static void MapVersionOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform").WithTags("변경 이력 (자체 API)");
        routes.MapGet("/contracts/{id}/versions", GetContractVersions).Needs(PersonRight.See).Refuses<GetContractVersionsError>();
        routes.MapGet("/discount-share-policies/{id}/versions", GetDiscountSharePolicyVersions).Needs(PersonRight.See).Refuses<GetDiscountSharePolicyVersionsError>();
        routes.MapGet("/additional-fee-policies/{id}/versions", GetAdditionalFeePolicyVersions).Needs(PersonRight.See).Refuses<GetAdditionalFeePolicyVersionsError>();
        routes.MapGet("/partners/{id}/versions", GetPartnerVersions).Needs(PersonRight.See).Refuses<GetPartnerVersionsError>();
    }

    private static async Task<Answer<ContractVersions>> GetContractVersions(ApiCall call, string id, Store store, CancellationToken ct)
    {
        var rows = await RowsAsync(call, Contract.Kind, id, store, ct);
        return rows.Count == 0 ? new PlatformContractNotFoundError() : new ContractVersions
        {
            Items = [.. rows.Select(row => new ContractVersion { Recorded = Write(row), Contract = PolicyMapping.Write(row.Read<ContractSnapshot>(), row.Mode) })],
        };
    }

    private static async Task<Answer<DiscountSharePolicyVersions>> GetDiscountSharePolicyVersions(ApiCall call, string id, Store store, CancellationToken ct)
    {
        var rows = await RowsAsync(call, DiscountSharePolicy.Kind, id, store, ct);
        return rows.Count == 0 ? new PlatformDiscountSharePolicyNotFoundError() : new DiscountSharePolicyVersions
        {
            Items = [.. rows.Select(row => new DiscountSharePolicyVersion { Recorded = Write(row), DiscountSharePolicy = PolicyMapping.Write(row.Read<DiscountShareSnapshot>(), row.Mode) })],
        };
    }

    private static async Task<Answer<AdditionalFeePolicyVersions>> GetAdditionalFeePolicyVersions(ApiCall call, string id, Store store, CancellationToken ct)
    {
        var rows = await RowsAsync(call, AdditionalFeePolicy.Kind, id, store, ct);
        return rows.Count == 0 ? new PlatformAdditionalFeePolicyNotFoundError() : new AdditionalFeePolicyVersions
        {
            Items = [.. rows.Select(row => new AdditionalFeePolicyVersion { Recorded = Write(row), AdditionalFeePolicy = PolicyMapping.Write(row.Read<AdditionalFeeSnapshot>(), row.Mode) })],
        };
    }

    private static async Task<Answer<PartnerVersions>> GetPartnerVersions(ApiCall call, string id, Store store, CancellationToken ct)
    {
        var rows = await RowsAsync(call, CreatePartners.Subject, id, store, ct);
        return rows.Count == 0 ? new PlatformPartnerNotFoundError() : new PartnerVersions
        {
            Items = [.. rows.Select(row => new PartnerVersion { Recorded = Write(row), Partner = PartnerMapping.Write(row.Read<PartnerSnapshot>(), row.Mode) })],
        };
    }

    private static async Task<List<VersionRow>> RowsAsync(ApiCall call, string subject, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return await db.Set<VersionRow>().Where(row => row.Subject == subject && row.SubjectId == id).OrderByDescending(row => row.Version)
            .Take(ApiLimits.PageSizeMax).ToListAsync(ct);
    }

    private static RecordedVersion Write(VersionRow row) => new()
    {
        Version = row.Version,
        RecordedAt = row.RecordedAt,
        ActorKind = Code.Of(row.ActorKind).As<EventActorKind>(),
        ActorId = row.ActorId,
    };
}

internal sealed record RecordedVersion
{
    /// <summary>Rises with each version; gaps are possible.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required EventActorKind ActorKind { get; init; }

    public required string ActorId { get; init; }
}

internal sealed record ContractVersion
{
    public required RecordedVersion Recorded { get; init; }

    public required PlatformContract Contract { get; init; }
}

internal sealed record ContractVersions
{
    public required IReadOnlyList<ContractVersion> Items { get; init; }
}

internal sealed record DiscountSharePolicyVersion
{
    public required RecordedVersion Recorded { get; init; }

    public required PlatformDiscountSharePolicy DiscountSharePolicy { get; init; }
}

internal sealed record DiscountSharePolicyVersions
{
    public required IReadOnlyList<DiscountSharePolicyVersion> Items { get; init; }
}

internal sealed record AdditionalFeePolicyVersion
{
    public required RecordedVersion Recorded { get; init; }

    public required PlatformAdditionalFeePolicy AdditionalFeePolicy { get; init; }
}

internal sealed record AdditionalFeePolicyVersions
{
    public required IReadOnlyList<AdditionalFeePolicyVersion> Items { get; init; }
}

internal sealed record PartnerVersion
{
    public required RecordedVersion Recorded { get; init; }

    public required PlatformPartner Partner { get; init; }
}

internal sealed record PartnerVersions
{
    public required IReadOnlyList<PartnerVersion> Items { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PlatformContractNotFoundError))]
internal sealed class GetContractVersionsError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PlatformDiscountSharePolicyNotFoundError))]
internal sealed class GetDiscountSharePolicyVersionsError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PlatformAdditionalFeePolicyNotFoundError))]
internal sealed class GetAdditionalFeePolicyVersionsError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PlatformPartnerNotFoundError))]
internal sealed class GetPartnerVersionsError;
