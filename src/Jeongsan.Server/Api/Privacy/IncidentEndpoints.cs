using Jeongsan.Application.People;
using Jeongsan.Application.Privacy.Incidents;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Privacy;

/// <summary>유출 사고: the clock, whose data, what they were told.</summary>
internal static class IncidentEndpoints
{
    public static void MapIncidents(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/privacy/incidents").WithTags("개인정보 (자체 API)");
        routes.MapGet("", GetIncidents).Needs(PersonRight.Edit).Refuses<IncidentError>();
        routes.MapPost("", RecordIncident).Needs(PersonRight.Edit).Refuses<IncidentError>();
        routes.MapGet("/{id}", GetIncident).Needs(PersonRight.Edit).Refuses<IncidentError>();
        routes.MapPatch("/{id}", DescribeIncident).Needs(PersonRight.Edit).Refuses<IncidentError>();
        routes.MapPost("/{id}/find-affected", FindIncidentAffected).Needs(PersonRight.Edit).Reads().Refuses<IncidentError>();
        routes.MapPost("/{id}/confirm-affected", ConfirmIncidentAffected).Needs(PersonRight.Edit).Refuses<IncidentError>();
        routes.MapGet("/{id}/affected", GetIncidentAffected).Needs(PersonRight.Edit).Refuses<IncidentError>();
        routes.MapPut("/{id}/notice", WriteIncidentNotice).Needs(PersonRight.Edit).Refuses<IncidentError>();
        routes.MapPost("/{id}/tell", TellIncidentAffected).Needs(PersonRight.Edit).Refuses<IncidentError>();
        routes.MapGet("/{id}/notices", GetIncidentNotices).Needs(PersonRight.Edit).Refuses<IncidentError>();
        routes.MapPost("/{id}/report", NoteIncidentReport).Needs(PersonRight.Edit).Refuses<IncidentError>();
        routes.MapPost("/{id}/close", CloseIncident).Needs(PersonRight.Edit).Refuses<IncidentError>();
    }

    private static async Task<Answer<GetIncidentsResponse>> GetIncidents(ApiCall call, [FromQuery] int? page, [FromQuery] int? size, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(new PageInput { Number = page, Size = size });
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }
        await using var db = store.Read(call.Tenant);
        var found = await db.Set<Incident>().OrderByDescending(incident => incident.KnownAt).ThenByDescending(incident => incident.Id).PageAsync(paging.Value, ct);
        return new GetIncidentsResponse { Items = found.Write(IncidentMapping.Write), Page = found.Page };
    }

    private static async Task<Answer<IncidentResponse>> RecordIncident(ApiCall<IncidentBody> call, KeepIncident keep, CancellationToken ct) =>
        Write(await keep.RecordAsync(call.Tenant, call.Actor, IncidentMapping.Read(call.Body), ct));

    private static async Task<Answer<GetIncidentResponse>> GetIncident(ApiCall call, string id, TellAffected tell, Store store, CancellationToken ct)
    {
        var own = IncidentId.From(id);
        await using var db = store.Read(call.Tenant);
        if (await db.Set<Incident>().SingleOrDefaultAsync(row => row.Id == own, ct) is not { } incident || await tell.DraftAsync(call.Tenant, own, ct) is not { } draft)
        {
            return new IncidentNotFoundError();
        }
        var progress = await IncidentProgress.ReadAsync(db, incident, ct);
        return new GetIncidentResponse
        {
            Incident = IncidentMapping.Write(incident),
            ToldCount = progress.Told,
            SendingCount = progress.Sending,
            FailedCount = progress.Failed,
            DraftNotice = IncidentMapping.Write(draft),
        };
    }

    private static async Task<Answer<IncidentResponse>> DescribeIncident(ApiCall<IncidentBody> call, string id, KeepIncident keep, CancellationToken ct) =>
        Write(await keep.DescribeAsync(call.Tenant, call.Actor, IncidentId.From(id), IncidentMapping.Read(call.Body), ct));

    private static async Task<Answer<FindIncidentAffectedResponse>> FindIncidentAffected(ApiCall<AffectedChoiceBody> call, string id, ChooseAffected choose, Store store, CancellationToken ct)
    {
        var own = IncidentId.From(id);
        await using var db = store.Read(call.Tenant);
        if (!await db.Set<Incident>().AnyAsync(row => row.Id == own, ct))
        {
            return new IncidentNotFoundError();
        }
        return (await choose.FindAsync(call.Tenant, IncidentMapping.Read(call.Body), ct)).Answer(found => new FindIncidentAffectedResponse
        {
            PartnerIds = [.. found.Partners.Select(partner => partner.Value)],
            Others = [.. found.Others.Select(other => IncidentMapping.Write(other.Kind, other.Id))],
            RecordCount = found.RecordCount,
            IsEverybody = found.IsEverybody,
        }, IncidentMapping.Refuse);
    }

    private static async Task<Answer<IncidentResponse>> ConfirmIncidentAffected(ApiCall<AffectedChoiceBody> call, string id, ChooseAffected choose, CancellationToken ct) =>
        Write(await choose.ConfirmAsync(call.Tenant, call.Actor, IncidentId.From(id), IncidentMapping.Read(call.Body), ct));

    private static async Task<Answer<GetIncidentAffectedResponse>> GetIncidentAffected(ApiCall call, string id, [FromQuery] int? page, [FromQuery] int? size, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(new PageInput { Number = page, Size = size });
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }
        var own = IncidentId.From(id);
        await using var db = store.Read(call.Tenant);
        if (!await db.Set<Incident>().AnyAsync(row => row.Id == own, ct))
        {
            return new IncidentNotFoundError();
        }
        var found = await db.Set<AffectedSubject>().Where(row => row.IncidentId == own).OrderBy(row => row.SubjectKind).ThenBy(row => row.SubjectId).PageAsync(paging.Value, ct);
        return new GetIncidentAffectedResponse { Items = found.Write(row => IncidentMapping.Write(row.SubjectKind, row.SubjectId)), Page = found.Page };
    }

    private static async Task<Answer<IncidentResponse>> WriteIncidentNotice(ApiCall<WriteIncidentNoticeBody> call, string id, KeepIncident keep, CancellationToken ct) =>
        Write(await keep.WriteNoticeAsync(call.Tenant, call.Actor, IncidentId.From(id), IncidentMapping.Read(call.Body.Notice), ct));

    private static async Task<Answer<TellIncidentAffectedResponse>> TellIncidentAffected(ApiCall call, string id, TellAffected tell, CancellationToken ct) =>
        (await tell.HandleAsync(call.Tenant, call.Actor, IncidentId.From(id), ct)).Answer(sent => new TellIncidentAffectedResponse { SendingCount = sent }, IncidentMapping.Refuse);

    private static async Task<Answer<GetIncidentNoticesResponse>> GetIncidentNotices(
        ApiCall call, string id, [FromQuery] Code<LegalNoticeDeliveryCode>? delivery, [FromQuery] int? page, [FromQuery] int? size, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(new PageInput { Number = page, Size = size });
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }
        var own = IncidentId.From(id);
        await using var db = store.Read(call.Tenant);
        if (!await db.Set<Incident>().AnyAsync(row => row.Id == own, ct))
        {
            return new IncidentNotFoundError();
        }
        var notices = db.Set<LegalNotice>().Where(notice => notice.Kind == LegalNoticeKind.Incident && notice.OwnerId == id);
        if (delivery is { } wanted)
        {
            var state = Code.Of(wanted.Value).As<LegalNoticeDelivery>();
            notices = notices.Where(notice => notice.Delivery == state);
        }
        var found = await notices.OrderBy(notice => notice.Id).PageAsync(paging.Value, ct);
        return new GetIncidentNoticesResponse { Items = found.Write(SubjectRequestMapping.Write), Page = found.Page };
    }

    private static async Task<Answer<IncidentResponse>> NoteIncidentReport(ApiCall<NoteIncidentReportBody> call, string id, KeepIncident keep, CancellationToken ct) =>
        Write(await keep.NoteReportAsync(call.Tenant, call.Actor, IncidentId.From(id), call.Body.ReportedAt.ToUniversalTime(), call.Body.ReceiptNumber, ct));

    private static async Task<Answer<IncidentResponse>> CloseIncident(ApiCall<CloseIncidentBody> call, string id, KeepIncident keep, CancellationToken ct) =>
        Write(await keep.CloseAsync(call.Tenant, call.Actor, IncidentId.From(id), call.Body.Summary, ct));

    private static Answer<IncidentResponse> Write(Outcome<Incident> outcome) => outcome.Answer(incident => new IncidentResponse { Incident = IncidentMapping.Write(incident) }, IncidentMapping.Refuse);
}

/// <summary>Incidents on the wire.</summary>
internal static class IncidentMapping
{
    public static IncidentDescription Read(IncidentBody body) => new(
        body.KnownAt.ToUniversalTime(), body.What, body.Begun?.ToUniversalTime(), body.Ended?.ToUniversalTime(), Code.Of(body.Certainty).As<IncidentCertainty>(),
        [.. body.Items.Select(item => Code.Of(item).As<PersonalDataItem>()).Distinct().Order()], body.HasSensitive ?? false, body.ByIntrusion ?? false);

    public static AffectedChoice Read(AffectedChoiceBody body) => new(
        new ShownIn(body.ActorId, body.NetworkAddress, body.From?.ToUniversalTime(), body.Until?.ToUniversalTime()),
        body.Everybody == true || body.PartnerType is not null || body.Tag is not null ? new AffectedFilter(body.PartnerType is { } type ? Code.Of(type).As<PartnerTypeName>() : null, body.Tag) : null,
        [.. (body.PartnerIds ?? []).Select(PartnerId.From)]);

    public static IncidentNotice Read(IncidentNoticeView notice) => new(notice.Items, notice.WhenAndHow, notice.WhatToDo, notice.Measures, notice.Contact, notice.Rights);

    public static IncidentNoticeView Write(IncidentNotice notice) => new()
    {
        Items = notice.Items,
        WhenAndHow = notice.WhenAndHow,
        WhatToDo = notice.WhatToDo,
        Measures = notice.Measures,
        Contact = notice.Contact,
        Rights = notice.Rights,
    };

    public static AccessSubjectView Write(DataSubjectKind kind, string id) => new() { Kind = Code.Of(kind).As<AccessSubjectKind>(), Id = id };

    public static IncidentView Write(Incident incident) => new()
    {
        Id = incident.Id.Value,
        Status = Code.Of(incident.Status).As<IncidentStatusCode>(),
        KnownAt = incident.KnownAt,
        DueAt = incident.DueAt,
        What = incident.What,
        Begun = incident.Begun,
        Ended = incident.Ended,
        Certainty = Code.Of(incident.Certainty).As<IncidentCertaintyCode>(),
        Items = [.. incident.Items.Select(item => Code.Of(item).As<PersonalDataItemCode>())],
        HasSensitive = incident.HasSensitive,
        ByIntrusion = incident.ByIntrusion,
        ChosenBy = incident.ChosenBy,
        AffectedCount = incident.AffectedCount,
        OthersCount = incident.OthersCount,
        MustBeReported = incident.MustBeReported,
        ReportedAt = incident.ReportedAt,
        ReceiptNumber = incident.ReceiptNumber,
        Notice = Write(incident.Notice),
        ToldText = incident.ToldText,
        ToldAt = incident.ToldAt,
        Summary = incident.Summary,
        ClosedAt = incident.ClosedAt,
    };

    public static ApiError Refuse(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound { Subject: "Partner" } => new PlatformPartnerNotFoundError(),
        StoredRefusal.NotFound => new IncidentNotFoundError(),
        IncidentRefusal.FieldMissing missing => Invalid.Field(missing.Field, IncidentWords.Of(missing)),
        IncidentRefusal.TextTooLong tooLong => Invalid.Field(tooLong.Field, IncidentWords.Of(tooLong)),
        IncidentRefusal.InstantInFuture ahead => Invalid.Field(ahead.Field, IncidentWords.Of(ahead)),
        IncidentRefusal.PeriodReversed reversed => Invalid.Field("begun", IncidentWords.Of(reversed)),
        IncidentRefusal.ChoiceMissing missing => Invalid.Request(IncidentWords.Of(missing)),
        IncidentRefusal incident => new IncidentNotAllowedError { Message = IncidentWords.Of(incident), Reason = incident.Reason },
        _ => Invalid.Of(refusal),
    };
}
