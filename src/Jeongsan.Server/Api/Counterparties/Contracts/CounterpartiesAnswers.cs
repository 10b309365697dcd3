using Jeongsan.Domain.Privacy;

namespace Jeongsan.Server.Api.Contracts;

internal sealed record B2bCertificate
{
    public required DateTimeOffset RegisteredAt { get; init; }

    public required DateTimeOffset ExpiredAt { get; init; }

    public required string IssuerName { get; init; }

    public required string SubjectName { get; init; }

    public required B2bCertificateType CertificateType { get; init; }

    public required string Oid { get; init; }

    [Personal(PersonalDataItem.Contact)]
    public required string RegistrantContactName { get; init; }

    [Personal(PersonalDataItem.Contact)]
    public required string RegistrantContactId { get; init; }
}

[Personal(PersonalDataItem.BusinessIdentity)]
internal sealed record B2bCounterparty
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required bool IsForTest { get; init; }

    [Subject(DataSubjectKind.Counterparty)]
    public required string Brn { get; init; }

    public required string CompanyName { get; init; }

    public required string RepresentativeName { get; init; }

    public string? Address { get; init; }

    public string? BusinessType { get; init; }

    public string? BusinessClass { get; init; }

    public required B2bCounterpartyContact Contact { get; init; }

    public required IReadOnlyList<B2bCounterpartyContact> AdditionalContacts { get; init; }

    public string? Memo { get; init; }

    public required B2bNtsConnectionStatus NtsConnectionStatus { get; init; }

    public DateTimeOffset? NtsConnectedAt { get; init; }

    public string? NtsConnectionFailedReason { get; init; }

    public string? PartnerId { get; init; }

    public B2bCounterpartyBusinessStatus? BusinessStatus { get; init; }

    public DateTimeOffset? BusinessStatusCheckedAt { get; init; }

    public B2bCounterpartyVerification? BusinessStatusVerification { get; init; }

    public B2bCounterpartyVerification? BusinessInfoVerification { get; init; }

    public DateTimeOffset? AppliedAt { get; init; }
}

[Personal(PersonalDataItem.Contact)]
internal sealed record B2bCounterpartyContact
{
    public required string Name { get; init; }

    public string? PhoneNumber { get; init; }

    public required string Email { get; init; }

    public string? Memo { get; init; }
}

internal sealed record B2bCounterpartyVerification
{
    public required string Id { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }
}

internal sealed record CreateB2bCounterpartyResponse
{
    public required B2bCounterparty Counterparty { get; init; }
}

internal sealed record DeleteB2bCounterpartyResponse;

internal sealed record GetB2bCounterpartiesResponse
{
    public required PageInfo Page { get; init; }

    public required IReadOnlyList<B2bCounterparty> Items { get; init; }
}

internal sealed record GetB2bCounterpartyCertificateRegistrationUrlResponse
{
    public required string Url { get; init; }
}

internal sealed record UpdateB2bCounterpartyResponse
{
    public required B2bCounterparty Counterparty { get; init; }
}

internal sealed record ValidateB2bCounterpartyCertificateResponse
{
    public required bool IsValid { get; init; }
}
