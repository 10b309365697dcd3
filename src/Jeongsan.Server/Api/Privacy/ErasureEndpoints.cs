using Jeongsan.Application.People;
using Jeongsan.Application.Privacy.Erasures;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy.Erasures;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Privacy;

/// <summary>파기: partners whose business is over, what was destroyed of them, and what the law still demands.</summary>
internal static class ErasureEndpoints
{
    private const int CandidatesMax = 200;

    public static void MapErasures(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/privacy/erasures").WithTags("개인정보 (자체 API)");
        routes.MapGet("/candidates", GetErasureCandidates).Needs(PersonRight.Edit).Refuses<ErasureError>();
        routes.MapGet("", GetErasures).Needs(PersonRight.Edit).Refuses<ErasureError>();
        routes.MapPost("", ErasePartnerData).Needs(PersonRight.Edit).Refuses<ErasureError>();
        routes.MapGet("/{id}", GetErasure).Needs(PersonRight.Edit).Refuses<ErasureError>();
        // It shows more than it writes: that it was opened.
        routes.MapPost("/{id}/locked-store", OpenLockedStore).Needs(PersonRight.Edit).Reads().Refuses<ErasureError>();
    }

    public static ApiError Refuse(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound { Subject: "Partner" } => new PlatformPartnerNotFoundError(),
        StoredRefusal.NotFound => new ErasureNotFoundError(),
        ErasureRefusal.ReasonUnusable unusable => Invalid.Field("reason", ErasureWords.Of(unusable)),
        ErasureRefusal.Blocked blocked => new ErasureNotAllowedError { Message = ErasureWords.Of(blocked), Blocks = [.. blocked.Blocks.Select(Write)] },
        ErasureRefusal other => new ErasureNotAllowedError { Message = ErasureWords.Of(other), Blocks = [] },
        _ => Invalid.Of(refusal),
    };

    private static async Task<Answer<GetErasureCandidatesResponse>> GetErasureCandidates(ApiCall call, Store store, CancellationToken ct)
    {
        var today = SeoulTime.DateOf(await store.NowAsync(call.Tenant, ct));
        await using var db = store.Read(call.Tenant);
        return new GetErasureCandidatesResponse
        {
            Items = [.. (await ErasureState.DueAsync(db, today, CandidatesMax, ct)).Select(due => new ErasureCandidate
            {
                PartnerId = due.Partner.Id.Value, Blocks = [.. due.Plan.Blocks.Select(Write)], KeepUntil = due.Plan.KeepUntil,
            })],
        };
    }

    private static async Task<Answer<GetErasuresResponse>> GetErasures(ApiCall call, [FromQuery] int? page, [FromQuery] int? size, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(new PageInput { Number = page, Size = size });
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }
        await using var db = store.Read(call.Tenant);
        var found = await db.Set<Erasure>().OrderByDescending(erasure => erasure.Id).PageAsync(paging.Value, ct);
        return new GetErasuresResponse { Items = found.Write(Write), Page = found.Page };
    }

    private static async Task<Answer<ErasureResponse>> ErasePartnerData(ApiCall<EraseBody> call, ErasePartner erase, CancellationToken ct) =>
        (await erase.HandleAsync(call.Tenant, call.Actor, PartnerId.From(call.Body.PartnerId), call.Body.Reason, ct)).Answer(erasure => new ErasureResponse { Erasure = Write(erasure) }, Refuse);

    private static async Task<Answer<ErasureResponse>> GetErasure(ApiCall call, string id, Store store, CancellationToken ct)
    {
        var own = ErasureId.From(id);
        await using var db = store.Read(call.Tenant);
        return await db.Set<Erasure>().SingleOrDefaultAsync(row => row.Id == own, ct) is { } erasure
            ? new ErasureResponse { Erasure = Write(erasure) }
            : new ErasureNotFoundError();
    }

    private static async Task<Answer<OpenLockedStoreResponse>> OpenLockedStore(ApiCall<OpenLockedStoreBody> call, string id, OpenLockedStore open, CancellationToken ct) =>
        (await open.HandleAsync(call.Tenant, call.Actor, ErasureId.From(id), call.Body.Reason, ct)).Answer(WriteKept, Refuse);

    private static OpenLockedStoreResponse WriteKept(Erasure erasure)
    {
        var kept = erasure.Kept!;
        var business = kept.Type as PartnerType.Business;
        return new OpenLockedStoreResponse
        {
            PartnerId = erasure.PartnerId.Value,
            Name = kept.Name,
            AccountNumber = kept.Account.Number,
            AccountHolder = kept.Account.Holder,
            BusinessRegistrationNumber = business?.BusinessRegistrationNumber.Value,
            RepresentativeName = business?.RepresentativeName,
            CompanyAddress = business?.CompanyAddress,
            Birthdate = kept.Type switch { PartnerType.WhtPayer payer => payer.Birthdate, PartnerType.NonWhtPayer payer => payer.Birthdate, _ => null },
        };
    }

    private static ErasureView Write(Erasure erasure) => new()
    {
        Id = erasure.Id.Value,
        PartnerId = erasure.PartnerId.Value,
        Status = Code.Of(erasure.Status).As<ErasureStatusCode>(),
        Reason = erasure.Reason,
        OrderedAt = erasure.OrderedAt,
        FinishedAt = erasure.FinishedAt,
        KeepUntil = erasure.KeepUntil,
        DestroyedAt = erasure.DestroyedAt,
        Certificate = erasure.Certificate,
        CertificateSha256 = erasure.CertificateHash,
    };

    private static ErasureBlockView Write(ErasureBlock block) =>
        new() { Obstacle = Code.Of(block.Obstacle).As<ErasureObstacleCode>(), Message = ErasureWords.Of(block), Until = block.Until };
}
