using Jeongsan.Application.Privacy.Notices;
using Jeongsan.Application.Privacy.Requests;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Privacy;

/// <summary>Requests, notices by law and stops on the wire.</summary>
internal static class SubjectRequestMapping
{
    public static SubjectRequestView Write(SubjectRequest request, DateOnly today) => new()
    {
        Id = request.Id.Value,
        PartnerId = request.PartnerId.Value,
        Kind = Code.Of(request.Kind).As<SubjectRequestKindCode>(),
        Channel = Code.Of(request.Channel).As<RequestChannelCode>(),
        Status = Code.Of(request.Status).As<SubjectRequestStatusCode>(),
        ReceivedOn = request.ReceivedOn,
        DueOn = request.DueOn,
        DaysLeft = request.IsOpen ? request.Deadline.DayNumber - today.DayNumber : null,
        DeferredUntil = request.DeferredUntil,
        DeferralReason = request.DeferralReason,
        Asked = request.Asked,
        IdentityMethod = request.IdentityMethod,
        IdentifiedAt = request.IdentifiedAt,
        ExportedAt = request.ExportedAt,
        Ground = request.Ground is { } ground ? Code.Of(ground).As<SubjectRefusalGroundCode>() : null,
        Words = request.Words,
        Corrections = [.. request.Corrections.Select(field => new CorrectedFieldView { Field = field.Field, From = field.From, To = field.To })],
        Erased = request.Erased,
        Kept = request.Kept,
        DecidedAt = request.DecidedAt,
        AnsweredAt = request.AnsweredAt,
    };

    public static LegalNoticeView Write(LegalNotice notice) => new()
    {
        Id = notice.Id.Value,
        Kind = Code.Of(notice.Kind).As<LegalNoticeKindCode>(),
        OwnerId = notice.OwnerId,
        PartnerId = notice.PartnerId.Value,
        To = notice.To,
        Title = notice.Title,
        Text = notice.Text,
        Delivery = Code.Of(notice.Delivery).As<LegalNoticeDeliveryCode>(),
        FailReason = notice.FailReason,
        CreatedAt = notice.CreatedAt,
        DeliveredAt = notice.DeliveredAt,
        ToldHow = notice.ToldHow,
        ToldOn = notice.ToldOn,
    };

    public static ProcessingStopView Write(ProcessingStop stop) => new()
    {
        PartnerId = stop.PartnerId.Value,
        RequestId = stop.RequestId.Value,
        StoppedAt = stop.StoppedAt,
        LiftedAt = stop.LiftedAt,
        LiftReason = stop.LiftReason,
    };

    public static ToldByHand? Told(ToldOtherwiseBody? body) => body is null ? null : new ToldByHand(body.How, body.On);

    public static ApiError Refuse(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound { Subject: "Partner" } => new PlatformPartnerNotFoundError(),
        StoredRefusal.NotFound { Subject: "LegalNotice" } => new LegalNoticeNotFoundError(),
        StoredRefusal.NotFound { Subject: "ProcessingStop" } => new ProcessingStopNotFoundError(),
        StoredRefusal.NotFound => new SubjectRequestNotFoundError(),
        SubjectRequestRefusal.FieldMissing missing => Invalid.Field(missing.Field, SubjectRequestWords.Of(missing)),
        SubjectRequestRefusal.TextTooLong tooLong => Invalid.Field(tooLong.Field, SubjectRequestWords.Of(tooLong)),
        SubjectRequestRefusal.DayInFuture ahead => Invalid.Field(ahead.Field, SubjectRequestWords.Of(ahead)),
        SubjectRequestRefusal.DeferralNotLater notLater => Invalid.Field("until", SubjectRequestWords.Of(notLater)),
        SubjectRequestRefusal.GroundNotOfKind ground => Invalid.Field("ground", SubjectRequestWords.Of(ground)),
        SubjectRequestRefusal request => new SubjectRequestNotAllowedError { Message = SubjectRequestWords.Of(request), Reason = request.Reason },
        LegalNoticeRefusal.HowMissing missing => Invalid.Field("how", SubjectRequestWords.Of(missing)),
        LegalNoticeRefusal.DayInFuture ahead => Invalid.Field("on", SubjectRequestWords.Of(ahead)),
        LegalNoticeRefusal notice => new LegalNoticeNotAllowedError { Message = SubjectRequestWords.Of(notice) },
        _ => Invalid.Of(refusal),
    };
}
