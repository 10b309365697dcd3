using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Privacy;

// Our own operations: what the law asks a platform to keep and to tell about entrusted personal data.

internal enum ProcessorStatusCode
{
    Planned,
    Active,
    Ended,
}

internal enum EntrustedWorkCode
{
    TaxInvoices,
    AccountHolderCheck,
    Remittance,
    Mail,
    Hosting,
}

internal enum PersonalDataItemCode
{
    BusinessIdentity,
    Contact,
    BankAccount,
    Birthdate,
    ResidentNumber,
    SettlementLines,
}

internal enum ContractPointCode
{
    NoUseBeyondPurpose,
    Safeguards,
    PurposeAndScope,
    SubEntrustingLimits,
    AccessLimits,
    Supervision,
    Liability,
}

internal enum NoticeChannelCode
{
    Mail,
    Contract,
}

internal enum NoticeDeliveryCode
{
    Pending,
    Delivered,
    Failed,
}

internal sealed record ProcessorView
{
    public required string Id { get; init; }

    /// <summary>Of a sub-processor: who passes the data on to it.</summary>
    public string? ParentId { get; init; }

    public required ProcessorStatusCode Status { get; init; }

    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required IReadOnlyList<EntrustedWorkCode> Works { get; init; }

    public required IReadOnlyList<PersonalDataItemCode> Items { get; init; }

    public DateOnly? ContractDate { get; init; }

    public string? ContractFile { get; init; }

    public required IReadOnlyList<ContractPointCode> ContractPoints { get; init; }

    public DateOnly? SubConsentOn { get; init; }

    public DateTimeOffset? ActiveSince { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public required int RegisterRevision { get; init; }
}

internal sealed record PrivacyRegisterResponse
{
    /// <summary>Grows whenever somebody new gets data, or somebody gets more.</summary>
    public required int Revision { get; init; }

    /// <summary>The revision that the published notice tells of.</summary>
    public int? PublishedRevision { get; init; }

    public required IReadOnlyList<ProcessorView> Processors { get; init; }

    /// <summary>The wording that follows from the register.</summary>
    public required string DraftWording { get; init; }

    /// <summary>The document by which new partners count as told.</summary>
    public TermsView? Terms { get; init; }

    public required int ToldPartnerCount { get; init; }

    public required int UntoldPartnerCount { get; init; }
}

internal sealed record TermsView
{
    public required string Document { get; init; }

    public required DateOnly DocumentDate { get; init; }

    public required int NoticeNumber { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

internal sealed record ProcessorBody
{
    /// <summary>Only when it is added.</summary>
    public string? Id { get; init; }

    /// <summary>Only when it is added.</summary>
    public string? ParentId { get; init; }

    public required string Name { get; init; }

    public required string Country { get; init; }

    public required IReadOnlyList<EntrustedWorkCode> Works { get; init; }

    public required IReadOnlyList<PersonalDataItemCode> Items { get; init; }

    public DateOnly? ContractDate { get; init; }

    public string? ContractFile { get; init; }

    public IReadOnlyList<ContractPointCode>? ContractPoints { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record ProcessorResponse
{
    public required ProcessorView Processor { get; init; }
}

internal sealed record SubConsentBody
{
    public required DateOnly On { get; init; }
}

internal sealed record PublishNoticeBody
{
    /// <summary>Left out: the draft that follows from the register.</summary>
    public string? Wording { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record PublishedNoticeView
{
    public required int Number { get; init; }

    public required int RegisterRevision { get; init; }

    public required string Wording { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}

internal sealed record PublishNoticeResponse
{
    public required PublishedNoticeView Notice { get; init; }
}

internal sealed record GetNoticesResponse
{
    public required IReadOnlyList<PublishedNoticeView> Items { get; init; }
}

internal sealed record ToldInTermsBody
{
    /// <summary>Which document holds the notice, e.g. 파트너 이용약관 3.1 제12조.</summary>
    public required string Document { get; init; }

    /// <summary>Since when it holds.</summary>
    public required DateOnly DocumentDate { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record ToldInTermsResponse
{
    /// <summary>Partners that were written down as told now.</summary>
    public required int ToldCount { get; init; }
}

internal sealed record TellPartnersBody
{
    /// <summary>Left out: everybody who was not told yet.</summary>
    public IReadOnlyList<string>? PartnerIds { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record TellPartnersResponse
{
    public required int SendingCount { get; init; }

    public required int AlreadyToldCount { get; init; }
}

internal sealed record PartnerNoticeView
{
    public required string Id { get; init; }

    [Subject(DataSubjectKind.Partner)]
    public required string PartnerId { get; init; }

    public required NoticeChannelCode Channel { get; init; }

    public required NoticeDeliveryCode Delivery { get; init; }

    public string? FailReason { get; init; }

    /// <summary>Of a mail: its address. Of a contract: the document.</summary>
    [Personal(PersonalDataItem.Contact)]
    public required string Where { get; init; }

    public DateOnly? ContractDate { get; init; }

    public required int NoticeNumber { get; init; }

    public required int RegisterRevision { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }
}

internal sealed record GetPartnerNoticesResponse
{
    public required IReadOnlyList<PartnerNoticeView> Items { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record DisclosureView
{
    public required string MessageKey { get; init; }

    public required string MessageType { get; init; }

    public required string ProcessorId { get; init; }

    public string? PartnerId { get; init; }

    /// <summary>Of a company that is no partner.</summary>
    public string? CounterpartyBrn { get; init; }

    public required EntrustedWorkCode Work { get; init; }

    public required IReadOnlyList<PersonalDataItemCode> Items { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed record GetDisclosuresResponse
{
    public required IReadOnlyList<DisclosureView> Items { get; init; }

    public required PageInfo Page { get; init; }
}

internal enum PartnerNotToldReason
{
    NotInRegister,
    NoticeNotPublished,
    PartnerNotTold,

    /// <summary>The partner had the processing of its data stopped.</summary>
    ProcessingStopped,
}

[ErrorType("PARTNER_NOT_TOLD", 409, "파트너에게 정보가 누구에게 가는지 알린 기록이 없어 보내지 않았어요. 고지문을 게시하고 파트너에게 알린 뒤 다시 해 주세요.")]
internal sealed record PartnerNotToldError : ApiError
{
    public required PartnerNotToldReason Reason { get; init; }

    /// <summary>Who was not told, or had it stopped.</summary>
    public required IReadOnlyList<string> PartnerIds { get; init; }
}

[ErrorType("PROCESSOR_NOT_FOUND", 404, "수탁자를 찾을 수 없어요. 아이디를 확인해 주세요.")]
internal sealed record ProcessorNotFoundError : ApiError;

[ErrorType("PROCESSOR_ID_ALREADY_EXISTS", 409, "이미 쓰고 있는 수탁자 아이디예요. 다른 아이디를 적어 주세요.")]
internal sealed record ProcessorIdAlreadyExistsError : ApiError;

[ErrorType("PROCESSOR_NOT_READY", 409, "위탁 계약에 빠진 것이 있어 시작할 수 없어요.")]
internal sealed record ProcessorNotReadyError : ApiError
{
    public required IReadOnlyList<ContractPointCode> MissingPoints { get; init; }
}

[ErrorType("PROCESSOR_NOT_IN_STATE", 409, "지금 상태의 수탁자에는 할 수 없는 일이에요. 상태를 확인해 주세요.")]
internal sealed record ProcessorNotInStateError : ApiError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PartnerNotToldError), typeof(ProcessorNotFoundError),
    typeof(ProcessorIdAlreadyExistsError), typeof(ProcessorNotReadyError), typeof(ProcessorNotInStateError), typeof(PlatformPartnerNotFoundError))]
internal sealed class PrivacyError;
