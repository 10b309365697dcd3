using Jeongsan.Application.People;
using Jeongsan.Application.Privacy.Notices;
using Jeongsan.Application.Privacy.Requests;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Privacy;

/// <summary>정보주체의 요구: what partners ask about their data, and what became of it.</summary>
internal static class SubjectRequestEndpoints
{
    // What somebody asks about its own data is for those who answer it.
    public static void MapSubjectRequests(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/privacy/requests").WithTags("개인정보 (자체 API)");
        routes.MapGet("", GetSubjectRequests).Needs(PersonRight.Edit).Refuses<SubjectRequestError>();
        routes.MapPost("", ReceiveSubjectRequest).Needs(PersonRight.Edit).Refuses<SubjectRequestError>();
        routes.MapGet("/{id}", GetSubjectRequest).Needs(PersonRight.Edit).Refuses<SubjectRequestError>();
        routes.MapPost("/{id}/identify", IdentifySubject).Needs(PersonRight.Edit).Refuses<SubjectRequestError>();
        routes.MapPost("/{id}/defer", DeferSubjectRequest).Needs(PersonRight.Edit).Refuses<SubjectRequestError>();
        routes.MapPost("/{id}/export", ExportSubjectData).Needs(PersonRight.Edit)
            .Shows(PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.BankAccount, PersonalDataItem.Birthdate, PersonalDataItem.SettlementLines).Refuses<SubjectRequestError>();
        routes.MapPost("/{id}/complete", CompleteSubjectRequest).Needs(PersonRight.Edit).Refuses<SubjectRequestError>();
        routes.MapPost("/{id}/refuse", RefuseSubjectRequest).Needs(PersonRight.Edit).Refuses<SubjectRequestError>();
        routes.MapPost("/{id}/withdraw", WithdrawSubjectRequest).Needs(PersonRight.Edit).Refuses<SubjectRequestError>();
        routes.MapPost("/{id}/answer", AnswerSubjectRequest).Needs(PersonRight.Edit).Refuses<SubjectRequestError>();
        var notices = api.MapGroup("/platform/privacy/legal-notices").WithTags("개인정보 (자체 API)");
        notices.MapPost("/{id}/send-again", SendLegalNoticeAgain).Needs(PersonRight.Edit).Refuses<SubjectRequestError>();
        notices.MapPost("/{id}/told", NoteLegalNoticeTold).Needs(PersonRight.Edit).Refuses<SubjectRequestError>();
        var stops = api.MapGroup("/platform/privacy/processing-stops").WithTags("개인정보 (자체 API)");
        stops.MapGet("", GetProcessingStops).Needs(PersonRight.See).Refuses<SubjectRequestError>();
        stops.MapPost("/{partnerId}/lift", LiftProcessingStop).Needs(PersonRight.Edit).Refuses<SubjectRequestError>();
    }

    private static async Task<Answer<GetSubjectRequestsResponse>> GetSubjectRequests(
        ApiCall call, [FromQuery] string? partnerId, [FromQuery] bool? open, [FromQuery] int? page, [FromQuery] int? size, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(new PageInput { Number = page, Size = size });
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }
        var today = SeoulTime.DateOf(await store.NowAsync(call.Tenant, ct));
        await using var db = store.Read(call.Tenant);
        var requests = open == true ? FindSubjectRequests.Open(db) : db.Set<SubjectRequest>();
        if (partnerId is not null)
        {
            var partner = PartnerId.From(partnerId);
            requests = requests.Where(request => request.PartnerId == partner);
        }
        var found = await requests.OrderByDescending(request => request.ReceivedOn).ThenByDescending(request => request.Id).PageAsync(paging.Value, ct);
        return new GetSubjectRequestsResponse { Items = found.Write(request => SubjectRequestMapping.Write(request, today)), Page = found.Page };
    }

    private static async Task<Answer<SubjectRequestResponse>> ReceiveSubjectRequest(ApiCall<ReceiveSubjectRequestBody> call, ReceiveSubjectRequest receive, Store store, CancellationToken ct)
    {
        var body = call.Body;
        var received = new ReceivedRequest(PartnerId.From(body.PartnerId), Code.Of(body.Kind).As<SubjectRequestKind>(), Code.Of(body.Channel).As<RequestChannel>(), body.ReceivedOn, body.Asked);
        return await WriteAsync(await receive.HandleAsync(call.Tenant, call.Actor, received, ct), call.Tenant, store, ct);
    }

    private static async Task<Answer<GetSubjectRequestResponse>> GetSubjectRequest(ApiCall call, string id, AnswerSubjectRequest answer, Store store, CancellationToken ct)
    {
        var own = SubjectRequestId.From(id);
        var today = SeoulTime.DateOf(await store.NowAsync(call.Tenant, ct));
        await using var db = store.Read(call.Tenant);
        if (await db.Set<SubjectRequest>().SingleOrDefaultAsync(row => row.Id == own, ct) is not { } request)
        {
            return new SubjectRequestNotFoundError();
        }
        return new GetSubjectRequestResponse
        {
            Request = SubjectRequestMapping.Write(request, today),
            Notices = [.. (await db.Set<LegalNotice>().Where(notice => notice.OwnerId == id).OrderBy(notice => notice.CreatedAt).ThenBy(notice => notice.Id).ToListAsync(ct)).Select(SubjectRequestMapping.Write)],
            DraftAnswer = request.DecidedAt is null ? null : await answer.DraftAsync(call.Tenant, own, ct),
        };
    }

    private static async Task<Answer<SubjectRequestResponse>> IdentifySubject(ApiCall<IdentifySubjectBody> call, string id, DecideSubjectRequest decide, Store store, CancellationToken ct) =>
        await WriteAsync(await decide.CheckIdentityAsync(call.Tenant, call.Actor, SubjectRequestId.From(id), call.Body.Method, ct), call.Tenant, store, ct);

    private static async Task<Answer<SubjectRequestResponse>> DeferSubjectRequest(ApiCall<DeferSubjectRequestBody> call, string id, AnswerSubjectRequest answer, Store store, CancellationToken ct)
    {
        var deferral = new Deferral(call.Body.Until, call.Body.Reason, SubjectRequestMapping.Told(call.Body.ToldOtherwise), call.Body.Text);
        return await WriteAsync(await answer.DeferAsync(call.Tenant, call.Actor, SubjectRequestId.From(id), deferral, ct), call.Tenant, store, ct);
    }

    private static async Task<ZipAnswer> ExportSubjectData(ApiCall call, string id, ExportPartner export, HttpContext http, CancellationToken ct)
    {
        var exported = await export.HandleAsync(call.Tenant, call.Actor, SubjectRequestId.From(id), ct);
        if (exported.IsRefused)
        {
            return new ZipAnswer(SubjectRequestMapping.Refuse(exported.Refusal));
        }
        ShownFile.IsOf(http, DataSubject.Of(exported.Value.Partner));
        return new ZipAnswer(exported.Value.Content, exported.Value.FileName);
    }

    private static async Task<Answer<SubjectRequestResponse>> CompleteSubjectRequest(ApiCall<CompleteSubjectRequestBody> call, string id, DecideSubjectRequest decide, Store store, CancellationToken ct) =>
        await WriteAsync(await decide.CompleteAsync(call.Tenant, call.Actor, SubjectRequestId.From(id), new StatedMeasures(call.Body.Words, call.Body.Erased, call.Body.Kept), ct), call.Tenant, store, ct);

    private static async Task<Answer<SubjectRequestResponse>> RefuseSubjectRequest(ApiCall<RefuseSubjectRequestBody> call, string id, DecideSubjectRequest decide, Store store, CancellationToken ct) =>
        await WriteAsync(await decide.RefuseAsync(call.Tenant, call.Actor, SubjectRequestId.From(id), Code.Of(call.Body.Ground).As<SubjectRefusalGround>(), call.Body.Words, ct), call.Tenant, store, ct);

    private static async Task<Answer<SubjectRequestResponse>> WithdrawSubjectRequest(ApiCall<WithdrawSubjectRequestBody> call, string id, DecideSubjectRequest decide, Store store, CancellationToken ct) =>
        await WriteAsync(await decide.WithdrawAsync(call.Tenant, call.Actor, SubjectRequestId.From(id), call.Body.Words, ct), call.Tenant, store, ct);

    private static async Task<Answer<SubjectRequestResponse>> AnswerSubjectRequest(ApiCall<AnswerSubjectRequestBody> call, string id, AnswerSubjectRequest answer, Store store, CancellationToken ct) =>
        await WriteAsync(await answer.HandleAsync(call.Tenant, call.Actor, SubjectRequestId.From(id), SubjectRequestMapping.Told(call.Body.ToldOtherwise), call.Body.Text, ct), call.Tenant, store, ct);

    private static async Task<Answer<LegalNoticeResponse>> SendLegalNoticeAgain(ApiCall call, string id, KeepLegalNotice keep, CancellationToken ct) =>
        (await keep.SendAgainAsync(call.Tenant, call.Actor, LegalNoticeId.From(id), ct)).Answer(notice => new LegalNoticeResponse { Notice = SubjectRequestMapping.Write(notice) }, SubjectRequestMapping.Refuse);

    private static async Task<Answer<LegalNoticeResponse>> NoteLegalNoticeTold(ApiCall<ToldOtherwiseBody> call, string id, KeepLegalNotice keep, CancellationToken ct) =>
        (await keep.TellOtherwiseAsync(call.Tenant, call.Actor, LegalNoticeId.From(id), SubjectRequestMapping.Told(call.Body)!, ct))
            .Answer(notice => new LegalNoticeResponse { Notice = SubjectRequestMapping.Write(notice) }, SubjectRequestMapping.Refuse);

    private static async Task<Answer<GetProcessingStopsResponse>> GetProcessingStops(ApiCall call, [FromQuery] string? partnerId, [FromQuery] int? page, [FromQuery] int? size, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(new PageInput { Number = page, Size = size });
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }
        await using var db = store.Read(call.Tenant);
        IQueryable<ProcessingStop> stops = db.Set<ProcessingStop>();
        if (partnerId is not null)
        {
            var partner = PartnerId.From(partnerId);
            stops = stops.Where(stop => stop.PartnerId == partner);
        }
        var found = await stops.OrderByDescending(stop => stop.StoppedAt).ThenByDescending(stop => stop.Id).PageAsync(paging.Value, ct);
        return new GetProcessingStopsResponse { Items = found.Write(SubjectRequestMapping.Write), Page = found.Page };
    }

    private static async Task<Answer<LiftProcessingStopResponse>> LiftProcessingStop(ApiCall<LiftProcessingStopBody> call, string partnerId, LiftProcessingStop lift, Store store, CancellationToken ct)
    {
        var partner = PartnerId.From(partnerId);
        var lifted = await lift.HandleAsync(call.Tenant, call.Actor, partner, call.Body.Reason, ct);
        if (lifted.IsRefused)
        {
            return SubjectRequestMapping.Refuse(lifted.Refusal);
        }
        await using var db = store.Read(call.Tenant);
        var stops = await db.Set<ProcessingStop>().Where(stop => stop.PartnerId == partner).OrderByDescending(stop => stop.StoppedAt).ToListAsync(ct);
        return new LiftProcessingStopResponse { Stops = [.. stops.Select(SubjectRequestMapping.Write)] };
    }

    private static async Task<Answer<SubjectRequestResponse>> WriteAsync(Outcome<SubjectRequest> outcome, Tenant tenant, Store store, CancellationToken ct)
    {
        var today = SeoulTime.DateOf(await store.NowAsync(tenant, ct));
        return outcome.Answer(request => new SubjectRequestResponse { Request = SubjectRequestMapping.Write(request, today) }, SubjectRequestMapping.Refuse);
    }
}
