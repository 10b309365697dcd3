using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Privacy;

internal enum SubjectRequestKindCode
{
    Access,
    Correction,
    Deletion,
    Stop,
}

internal enum RequestChannelCode
{
    Mail,
    Phone,
    Paper,
    SupplierPage,
}

internal enum SubjectRequestStatusCode
{
    Received,
    Identified,
    Completed,
    Refused,
    Answering,
    AnswerFailed,
    Answered,
    Withdrawn,
}

internal enum SubjectRefusalGroundCode
{
    IdentityNotProven,
    AccessLimitedByLaw,
    HarmToOthers,
    KeptByLaw,
    OtherProcedure,
    FoundCorrect,
    LegalDuty,
    ContractImpossible,
}

internal enum LegalNoticeKindCode
{
    RequestDeferral,
    RequestAnswer,
    Incident,
}

internal enum LegalNoticeDeliveryCode
{
    Pending,
    Delivered,
    Failed,
    ToldOtherwise,
}

[Personal(PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.BankAccount)]
internal sealed record CorrectedFieldView
{
    public required string Field { get; init; }

    /// <summary>Absent when there was nothing. Accounts and birth dates are masked.</summary>
    public string? From { get; init; }

    public string? To { get; init; }
}

internal sealed record SubjectRequestView
{
    public required string Id { get; init; }

    [Subject(DataSubjectKind.Partner)]
    public required string PartnerId { get; init; }

    public required SubjectRequestKindCode Kind { get; init; }

    public required RequestChannelCode Channel { get; init; }

    public required SubjectRequestStatusCode Status { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The last day on which it is in time, a deferral not counted.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Days from today to the last day, a deferral counted; negative when it is late, absent when nothing is to be done any more.</summary>
    public int? DaysLeft { get; init; }

    public DateOnly? DeferredUntil { get; init; }

    public string? DeferralReason { get; init; }

    public required string Asked { get; init; }

    public string? IdentityMethod { get; init; }

    public DateTimeOffset? IdentifiedAt { get; init; }

    public DateTimeOffset? ExportedAt { get; init; }

    /// <summary>Of a refusal.</summary>
    public SubjectRefusalGroundCode? Ground { get; init; }

    /// <summary>What was done, why it is refused, or why it was taken back.</summary>
    public string? Words { get; init; }

    public required IReadOnlyList<CorrectedFieldView> Corrections { get; init; }

    /// <summary>Of a deletion: what was erased.</summary>
    public string? Erased { get; init; }

    /// <summary>Of a deletion: what stays, until when and by which law.</summary>
    public string? Kept { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }
}

internal sealed record LegalNoticeView
{
    public required string Id { get; init; }

    public required LegalNoticeKindCode Kind { get; init; }

    /// <summary>Of the request or the incident.</summary>
    public required string OwnerId { get; init; }

    [Subject(DataSubjectKind.Partner)]
    public required string PartnerId { get; init; }

    /// <summary>A mail address; absent where it was told otherwise.</summary>
    [Personal(PersonalDataItem.Contact)]
    public string? To { get; init; }

    public required string Title { get; init; }

    /// <summary>As it was told; absent where the incident's own notice is it.</summary>
    public string? Text { get; init; }

    public required LegalNoticeDeliveryCode Delivery { get; init; }

    public string? FailReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Where it was told otherwise.</summary>
    public string? ToldHow { get; init; }

    public DateOnly? ToldOn { get; init; }
}

internal sealed record GetSubjectRequestsResponse
{
    /// <summary>The latest received first.</summary>
    public required IReadOnlyList<SubjectRequestView> Items { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record SubjectRequestResponse
{
    public required SubjectRequestView Request { get; init; }
}

internal sealed record GetSubjectRequestResponse
{
    public required SubjectRequestView Request { get; init; }

    /// <summary>What was told about it, the earliest first.</summary>
    public required IReadOnlyList<LegalNoticeView> Notices { get; init; }

    /// <summary>The words of the answer that follow from what was decided; absent before that.</summary>
    public string? DraftAnswer { get; init; }
}

internal sealed record ReceiveSubjectRequestBody
{
    public required string PartnerId { get; init; }

    public required SubjectRequestKindCode Kind { get; init; }

    public required RequestChannelCode Channel { get; init; }

    /// <summary>In Seoul, not after today.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>In the words of whoever asks, at most 4,000 characters.</summary>
    public required string Asked { get; init; }
}

internal sealed record IdentifySubjectBody
{
    /// <summary>How it was made sure who asks.</summary>
    public required string Method { get; init; }
}

/// <summary>Told without our mail.</summary>
internal sealed record ToldOtherwiseBody
{
    /// <summary>By what, and to whom.</summary>
    public required string How { get; init; }

    /// <summary>In Seoul, not after today.</summary>
    public required DateOnly On { get; init; }
}

internal sealed record DeferSubjectRequestBody
{
    /// <summary>After the present last day.</summary>
    public required DateOnly Until { get; init; }

    public required string Reason { get; init; }

    /// <summary>Absent: by mail to the partner's contact.</summary>
    public ToldOtherwiseBody? ToldOtherwise { get; init; }

    /// <summary>Absent: the words that follow from the reason.</summary>
    public string? Text { get; init; }
}

internal sealed record CompleteSubjectRequestBody
{
    /// <summary>What was done, for whoever asked.</summary>
    public required string Words { get; init; }

    /// <summary>Of a deletion: what was erased.</summary>
    public string? Erased { get; init; }

    /// <summary>Of a deletion: what stays, until when and by which law; or that nothing does.</summary>
    public string? Kept { get; init; }
}

internal sealed record RefuseSubjectRequestBody
{
    public required SubjectRefusalGroundCode Ground { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Words { get; init; }
}

internal sealed record WithdrawSubjectRequestBody
{
    /// <summary>Why, and how it was said.</summary>
    public required string Words { get; init; }
}

internal sealed record AnswerSubjectRequestBody
{
    /// <summary>Absent: by mail to the partner's contact.</summary>
    public ToldOtherwiseBody? ToldOtherwise { get; init; }

    /// <summary>Absent: the draft. Kept as it is.</summary>
    public string? Text { get; init; }
}

internal sealed record LegalNoticeResponse
{
    public required LegalNoticeView Notice { get; init; }
}

internal sealed record LiftProcessingStopBody
{
    public required string Reason { get; init; }
}

internal sealed record ProcessingStopView
{
    public required string PartnerId { get; init; }

    public required string RequestId { get; init; }

    public required DateTimeOffset StoppedAt { get; init; }

    /// <summary>Absent while it stands.</summary>
    public DateTimeOffset? LiftedAt { get; init; }

    public string? LiftReason { get; init; }
}

internal sealed record GetProcessingStopsResponse
{
    /// <summary>The latest first.</summary>
    public required IReadOnlyList<ProcessingStopView> Items { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record LiftProcessingStopResponse
{
    /// <summary>All of the partner, the latest first.</summary>
    public required IReadOnlyList<ProcessingStopView> Stops { get; init; }
}

[ErrorType("SUBJECT_REQUEST_NOT_FOUND", 404, "정보주체의 요구를 찾을 수 없어요. 아이디를 확인해 주세요.")]
internal sealed record SubjectRequestNotFoundError : ApiError;

[ErrorType("SUBJECT_REQUEST_NOT_ALLOWED", 409, "지금 상태의 요구에는 할 수 없는 일이에요. 상태를 확인해 주세요.")]
internal sealed record SubjectRequestNotAllowedError : ApiError
{
    /// <summary>The name of what stands in the way.</summary>
    public required string Reason { get; init; }
}

[ErrorType("LEGAL_NOTICE_NOT_FOUND", 404, "통지를 찾을 수 없어요. 아이디를 확인해 주세요.")]
internal sealed record LegalNoticeNotFoundError : ApiError;

[ErrorType("LEGAL_NOTICE_NOT_ALLOWED", 409, "지금 상태의 통지에는 할 수 없는 일이에요. 상태를 확인해 주세요.")]
internal sealed record LegalNoticeNotAllowedError : ApiError;

[ErrorType("PROCESSING_STOP_NOT_FOUND", 404, "처리를 정지한 파트너가 아니에요. 아이디를 확인해 주세요.")]
internal sealed record ProcessingStopNotFoundError : ApiError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PlatformPartnerNotFoundError), typeof(SubjectRequestNotFoundError), typeof(SubjectRequestNotAllowedError),
    typeof(LegalNoticeNotFoundError), typeof(LegalNoticeNotAllowedError), typeof(ProcessingStopNotFoundError), typeof(PartnerNotToldError))]
internal sealed class SubjectRequestError;
