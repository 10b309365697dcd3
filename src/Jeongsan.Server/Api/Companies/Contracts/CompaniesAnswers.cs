using Jeongsan.Domain.Privacy;

namespace Jeongsan.Server.Api.Contracts;

[Personal(PersonalDataItem.BusinessIdentity)]
internal sealed record B2bBusinessInfo
{
    [Subject(DataSubjectKind.Counterparty)]
    public required string Brn { get; init; }

    public required string Name { get; init; }

    public required string CeoName { get; init; }

    public required string ZipCode { get; init; }

    public required string Address { get; init; }

    public required string BusinessEntityType { get; init; }

    public required string BusinessStatus { get; init; }

    public required string TaxationType { get; init; }

    public string? SimplifiedTaxationTypeDate { get; init; }

    public string? ClosingDate { get; init; }

    public required string OpeningDate { get; init; }

    public required string BusinessType { get; init; }

    public required string BusinessClass { get; init; }

    public required string BusinessCategoryCode { get; init; }

    public string? CorpRegNo { get; init; }

    public string? PhoneNumber { get; init; }

    public string? TaxOfficeCode { get; init; }

    public string? TaxOfficeName { get; init; }
}

internal sealed record B2bBusinessInfoResult
{
    public required string Brn { get; init; }

    public B2bBusinessInfo? BusinessInfo { get; init; }

    public string? Error { get; init; }

    public string? VerificationId { get; init; }
}

internal sealed record GetB2bBusinessInfosResponse
{
    public required IReadOnlyList<B2bBusinessInfoResult> Result { get; init; }
}

internal sealed record GetPlatformCompanyStatePayload
{
    public required PlatformCompanyState CompanyState { get; init; }

    public required string CompanyVerificationId { get; init; }
}

internal sealed record PlatformAccountHolder
{
    [Personal(PersonalDataItem.BankAccount)]
    public required string HolderName { get; init; }

    public required string AccountVerificationId { get; init; }
}

internal sealed record PlatformCompanyState
{
    public required PlatformTaxationType TaxationType { get; init; }

    public DateOnly? TaxationTypeDate { get; init; }

    public required PlatformBusinessStatus BusinessStatus { get; init; }

    public DateOnly? ClosedSuspendedDate { get; init; }
}
