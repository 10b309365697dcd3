using Jeongsan.Application.People;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Privacy;

/// <summary>개인정보 처리위탁: the register of processors, the notices, and what left of whose data.</summary>
internal static class PrivacyEndpoints
{
    public static void MapPrivacy(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/privacy").WithTags("개인정보 (자체 API)");
        routes.MapGet("", GetPrivacyRegister).Needs(PersonRight.See).Refuses<PrivacyError>();
        routes.MapPost("/processors", AddProcessor).Needs(PersonRight.Edit).Refuses<PrivacyError>();
        routes.MapPatch("/processors/{id}", ChangeProcessor).Needs(PersonRight.Edit).Refuses<PrivacyError>();
        routes.MapPost("/processors/{id}/consent", ConsentToProcessor).Needs(PersonRight.Edit).Refuses<PrivacyError>();
        routes.MapPost("/processors/{id}/activate", ActivateProcessor).Needs(PersonRight.Edit).Refuses<PrivacyError>();
        routes.MapPost("/processors/{id}/end", EndProcessor).Needs(PersonRight.Edit).Refuses<PrivacyError>();
        routes.MapGet("/notices", GetPrivacyNotices).Needs(PersonRight.See).Refuses<PrivacyError>();
        routes.MapPost("/notices", PublishPrivacyNotice).Needs(PersonRight.Edit).Refuses<PrivacyError>();
        routes.MapPost("/told-in-terms", TellPartnersInTerms).Needs(PersonRight.Edit).Refuses<PrivacyError>();
        routes.MapGet("/partner-notices", GetPartnerNotices).Needs(PersonRight.See).Refuses<PrivacyError>();
        routes.MapPost("/partner-notices", TellPartnersByMail).Needs(PersonRight.Edit).Refuses<PrivacyError>();
        routes.MapGet("/disclosures", GetDisclosures).Needs(PersonRight.See).Refuses<PrivacyError>();
    }

    private static async Task<Answer<PrivacyRegisterResponse>> GetPrivacyRegister(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var state = await PrivacyState.ReadAsync(db, ct);
        return new PrivacyRegisterResponse
        {
            Revision = state.Register.Revision,
            PublishedRevision = state.Register.PublishedRevision,
            Processors = [.. state.Register.Processors.Select(Write)],
            DraftWording = state.DraftWording,
            Terms = state.Terms is { } terms
                ? new TermsView { Document = terms.Document, DocumentDate = terms.DocumentDate, NoticeNumber = terms.NoticeNumber, RecordedAt = terms.RecordedAt } : null,
            ToldPartnerCount = state.ToldCount,
            UntoldPartnerCount = state.UntoldCount,
        };
    }

    private static async Task<Answer<ProcessorResponse>> AddProcessor(ApiCall<ProcessorBody> call, KeepRegister register, CancellationToken ct) =>
        Write(await register.AddAsync(call.Tenant, call.Actor, call.Body.Id, call.Body.ParentId is { } parent ? ProcessorId.From(parent) : null, Facts(call.Body), ct));

    private static async Task<Answer<ProcessorResponse>> ChangeProcessor(ApiCall<ProcessorBody> call, string id, KeepRegister register, CancellationToken ct) =>
        Write(await register.ChangeAsync(call.Tenant, call.Actor, ProcessorId.From(id), Facts(call.Body), ct));

    private static async Task<Answer<ProcessorResponse>> ConsentToProcessor(ApiCall<SubConsentBody> call, string id, KeepRegister register, CancellationToken ct) =>
        Write(await register.ConsentAsync(call.Tenant, call.Actor, ProcessorId.From(id), call.Body.On, ct));

    private static async Task<Answer<ProcessorResponse>> ActivateProcessor(ApiCall call, string id, KeepRegister register, CancellationToken ct) =>
        Write(await register.ActivateAsync(call.Tenant, call.Actor, ProcessorId.From(id), ct));

    private static async Task<Answer<ProcessorResponse>> EndProcessor(ApiCall call, string id, KeepRegister register, CancellationToken ct) =>
        Write(await register.EndAsync(call.Tenant, call.Actor, ProcessorId.From(id), ct));

    private static async Task<Answer<GetNoticesResponse>> GetPrivacyNotices(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return new GetNoticesResponse { Items = [.. (await db.Set<PublishedNotice>().OrderByDescending(notice => notice.Number).ToListAsync(ct)).Select(Write)] };
    }

    private static async Task<Answer<PublishNoticeResponse>> PublishPrivacyNotice(ApiCall<PublishNoticeBody> call, PublishNotice publish, CancellationToken ct) =>
        (await publish.HandleAsync(call.Tenant, call.Actor, call.Body.Wording, ct)).Answer(notice => new PublishNoticeResponse { Notice = Write(notice) }, PrivacyRefusals.Of);

    /// <summary>Once for all partners, present and new: the terms that each of them accepts hold the notice.</summary>
    private static async Task<Answer<ToldInTermsResponse>> TellPartnersInTerms(ApiCall<ToldInTermsBody> call, TellInTerms tell, CancellationToken ct) =>
        (await tell.HandleAsync(call.Tenant, call.Actor, new ToldInTerms(call.Body.Document, call.Body.DocumentDate), ct))
            .Answer(count => new ToldInTermsResponse { ToldCount = count }, PrivacyRefusals.Of);

    private static async Task<Answer<TellPartnersResponse>> TellPartnersByMail(ApiCall<TellPartnersBody> call, TellPartners tell, CancellationToken ct) =>
        (await tell.HandleAsync(call.Tenant, call.Actor, call.Body.PartnerIds?.Select(PartnerId.From).ToList(), ct))
            .Answer(told => new TellPartnersResponse { SendingCount = told.Sending, AlreadyToldCount = told.AlreadyTold }, PrivacyRefusals.Of);

    private static async Task<Answer<GetPartnerNoticesResponse>> GetPartnerNotices(
        ApiCall call, [FromQuery] string? partnerId, [FromQuery] Code<NoticeDeliveryCode>? delivery, [FromQuery] int? page, [FromQuery] int? size, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(new PageInput { Number = page, Size = size });
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }
        await using var db = store.Read(call.Tenant);
        IQueryable<PartnerNotice> notices = db.Set<PartnerNotice>();
        if (partnerId is not null)
        {
            var partner = PartnerId.From(partnerId);
            notices = notices.Where(notice => notice.PartnerId == partner);
        }
        if (delivery is { } wanted)
        {
            var state = Code.Of(wanted.Value).As<NoticeDelivery>();
            notices = notices.Where(notice => notice.Delivery == state);
        }
        var found = await notices.OrderByDescending(notice => notice.CreatedAt).ThenBy(notice => notice.Id).PageAsync(paging.Value, ct);
        return new GetPartnerNoticesResponse { Items = found.Write(Write), Page = found.Page };
    }

    private static async Task<Answer<GetDisclosuresResponse>> GetDisclosures(
        ApiCall call, [FromQuery] string? partnerId, [FromQuery] int? page, [FromQuery] int? size, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(new PageInput { Number = page, Size = size });
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }
        await using var db = store.Read(call.Tenant);
        IQueryable<DisclosureLine> lines = db.Set<DisclosureLine>();
        if (partnerId is not null)
        {
            lines = lines.Where(line => line.SubjectKind == DataSubjectKind.Partner && line.SubjectId == partnerId);
        }
        var found = await lines.OrderByDescending(line => line.At).ThenBy(line => line.MessageKey).PageAsync(paging.Value, ct);
        return new GetDisclosuresResponse { Items = found.Write(Write), Page = found.Page };
    }

    private static Answer<ProcessorResponse> Write(Outcome<ConsignmentProcessor> outcome) =>
        outcome.Answer(processor => new ProcessorResponse { Processor = Write(processor) }, PrivacyRefusals.Of);

    private static ProcessorFacts Facts(ProcessorBody body) => new(
        body.Name,
        body.Country,
        [.. body.Works.Select(work => Code.Of(work).As<EntrustedWork>()).Distinct()],
        [.. body.Items.Select(item => Code.Of(item).As<PersonalDataItem>()).Distinct()],
        body.ContractDate,
        body.ContractFile,
        [.. (body.ContractPoints ?? []).Select(point => Code.Of(point).As<ContractPoint>()).Distinct()]);

    private static ProcessorView Write(ConsignmentProcessor processor) => new()
    {
        Id = processor.Id.Value,
        ParentId = processor.ParentId?.Value,
        Status = Code.Of(processor.Status).As<ProcessorStatusCode>(),
        Name = processor.Name,
        Country = processor.Country,
        Works = [.. processor.Works.Select(work => Code.Of(work).As<EntrustedWorkCode>())],
        Items = [.. processor.Items.Select(item => Code.Of(item).As<PersonalDataItemCode>())],
        ContractDate = processor.ContractDate,
        ContractFile = processor.ContractFile,
        ContractPoints = [.. processor.ContractPoints.Select(point => Code.Of(point).As<ContractPointCode>())],
        SubConsentOn = processor.SubConsent?.On,
        ActiveSince = processor.ActiveSince,
        EndedAt = processor.EndedAt,
        RegisterRevision = processor.RegisterRevision,
    };

    private static PublishedNoticeView Write(PublishedNotice notice) => new()
    {
        Number = notice.Number,
        RegisterRevision = notice.RegisterRevision,
        Wording = notice.Wording,
        PublishedAt = notice.PublishedAt,
    };

    private static PartnerNoticeView Write(PartnerNotice notice) => new()
    {
        Id = notice.Id.Value,
        PartnerId = notice.PartnerId.Value,
        Channel = Code.Of(notice.Channel).As<NoticeChannelCode>(),
        Delivery = Code.Of(notice.Delivery).As<NoticeDeliveryCode>(),
        FailReason = notice.FailReason,
        Where = notice.Where,
        ContractDate = notice.ContractDate,
        NoticeNumber = notice.NoticeNumber,
        RegisterRevision = notice.RegisterRevision,
        CreatedAt = notice.CreatedAt,
        DeliveredAt = notice.DeliveredAt,
    };

    private static DisclosureView Write(DisclosureLine line) => new()
    {
        MessageKey = line.MessageKey,
        MessageType = line.MessageType,
        ProcessorId = line.ProcessorId.Value,
        PartnerId = line.SubjectKind == DataSubjectKind.Partner ? line.SubjectId : null,
        CounterpartyBrn = line.SubjectKind == DataSubjectKind.Counterparty ? line.SubjectId : null,
        Work = Code.Of(line.Work).As<EntrustedWorkCode>(),
        Items = [.. line.Items.Select(item => Code.Of(item).As<PersonalDataItemCode>())],
        At = line.At,
    };
}
