using System.Text.Json.Serialization;
using Jeongsan.Domain.Privacy;

namespace Jeongsan.Server.Api.Contracts;

internal sealed record ArchivePlatformPartnerResponse
{
    public required PlatformPartner Partner { get; init; }
}

internal sealed record CancelPlatformPartnerScheduleResponse;

internal sealed record ConnectBulkPartnerCounterpartyResponse
{
    public required PlatformBulkTask BulkTask { get; init; }
}

internal sealed record ConnectBulkPartnerMemberCompanyResponse
{
    public required PlatformBulkTask BulkTask { get; init; }
}

internal sealed record ConnectPartnerCounterpartyResponse
{
    public required PlatformPartner Partner { get; init; }
}

internal sealed record ConnectPartnerMemberCompanyResponse
{
    public required PlatformPartner Partner { get; init; }
}

internal sealed record CreatePlatformPartnerResponse
{
    public required PlatformPartner Partner { get; init; }
}

internal sealed record CreatePlatformPartnersResponse
{
    public required IReadOnlyList<PlatformPartner> Partners { get; init; }
}

internal sealed record DisconnectBulkPartnerCounterpartyResponse
{
    public required PlatformBulkTask BulkTask { get; init; }
}

internal sealed record DisconnectBulkPartnerMemberCompanyResponse
{
    public required PlatformBulkTask BulkTask { get; init; }
}

internal sealed record DisconnectPartnerCounterpartyResponse
{
    public required PlatformPartner Partner { get; init; }
}

internal sealed record DisconnectPartnerMemberCompanyResponse
{
    public required PlatformPartner Partner { get; init; }
}

internal sealed record GetPlatformPartnersResponse
{
    public required IReadOnlyList<PlatformPartner> Items { get; init; }

    public required PageInfo Page { get; init; }
}

[Personal(PersonalDataItem.BankAccount)]
internal sealed record PlatformAccount
{
    public required BankCode Bank { get; init; }

    public required CurrencyCode Currency { get; init; }

    public required string Number { get; init; }

    public required string Holder { get; init; }

    public required PlatformAccountStatus Status { get; init; }
}

internal sealed record PlatformBulkTask
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required PlatformBulkTaskStatus Status { get; init; }

    public required PlatformBulkTaskType Type { get; init; }

    public required PlatformBulkTaskProgressStats ProgressStats { get; init; }

    public required bool IsForTest { get; init; }

    public required DateTimeOffset StatusUpdatedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

internal sealed record PlatformBulkTaskProgressStats
{
    public required long PreparedCount { get; init; }

    public required long ProcessingCount { get; init; }

    public required long SucceededCount { get; init; }

    public required long FailedCount { get; init; }

    public required long CanceledCount { get; init; }
}

internal sealed record PlatformPartner
{
    [Subject(DataSubjectKind.Partner)]
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required string Name { get; init; }

    public required PlatformContact Contact { get; init; }

    public required PlatformAccount Account { get; init; }

    public required PlatformPartnerStatus Status { get; init; }

    public required string DefaultContractId { get; init; }

    public string? Memo { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required PlatformPartnerType Type { get; init; }

    public required bool IsArchived { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }

    public required IReadOnlyDictionary<string, PlatformUserDefinedPropertyValue> UserDefinedProperties { get; init; }

    public required bool IsForTest { get; init; }
}

internal sealed record PlatformPartnerContractSummary
{
    public required string Id { get; init; }

    public required string Name { get; init; }
}

internal sealed record PlatformPartnerFilterOptions
{
    public required IReadOnlyList<string> Tags { get; init; }

    public required IReadOnlyList<PlatformPartnerContractSummary> ContractSummary { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlatformPartnerTypeBusiness), "BUSINESS")]
[JsonDerivedType(typeof(PlatformPartnerTypeNonWhtPayer), "NON_WHT_PAYER")]
[JsonDerivedType(typeof(PlatformPartnerTypeWhtPayer), "WHT_PAYER")]
internal abstract record PlatformPartnerType;

[Personal(PersonalDataItem.BusinessIdentity)]
internal sealed record PlatformPartnerTypeBusiness : PlatformPartnerType
{
    public required string CompanyName { get; init; }

    public required PlatformPartnerTaxationType TaxationType { get; init; }

    public required PlatformPartnerBusinessStatus BusinessStatus { get; init; }

    public required string BusinessRegistrationNumber { get; init; }

    public required string RepresentativeName { get; init; }

    public string? CompanyAddress { get; init; }

    public string? BusinessType { get; init; }

    public string? BusinessClass { get; init; }

    public required PlatformPartnerMemberCompanyConnectionStatus MemberCompanyConnectionStatus { get; init; }

    public string? MemberCompanyConnectionFailedReason { get; init; }
}

internal sealed record PlatformPartnerTypeNonWhtPayer : PlatformPartnerType
{
    [Personal(PersonalDataItem.Birthdate)]
    public DateOnly? Birthdate { get; init; }
}

internal sealed record PlatformPartnerTypeWhtPayer : PlatformPartnerType
{
    [Personal(PersonalDataItem.Birthdate)]
    public DateOnly? Birthdate { get; init; }
}

internal sealed record RecoverPlatformPartnerResponse
{
    public required PlatformPartner Partner { get; init; }
}

internal sealed record ReschedulePlatformPartnerResponse
{
    public required PlatformPartner ScheduledPartner { get; init; }
}

internal sealed record SchedulePlatformPartnerResponse
{
    public required PlatformPartner ScheduledPartner { get; init; }
}

internal sealed record SchedulePlatformPartnersResponse;

internal sealed record UpdatePlatformPartnerResponse
{
    public required PlatformPartner Partner { get; init; }
}
