namespace Jeongsan.Server.Api.Contracts;

internal sealed record ConnectBulkPartnerCounterpartyBody
{
    public PlatformPartnerFilterInput? Filter { get; init; }
}

internal sealed record ConnectBulkPartnerMemberCompanyBody
{
    public PlatformPartnerFilterInput? Filter { get; init; }
}

internal sealed record CreatePlatformPartnerBody
{
    public string? Id { get; init; }

    public required string Name { get; init; }

    public required CreatePlatformPartnerBodyContact Contact { get; init; }

    public required CreatePlatformPartnerBodyAccount Account { get; init; }

    public required string DefaultContractId { get; init; }

    public string? Memo { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required CreatePlatformPartnerBodyType Type { get; init; }

    public IReadOnlyDictionary<string, PlatformUserDefinedPropertyValue>? UserDefinedProperties { get; init; }
}

internal sealed record CreatePlatformPartnerBodyAccount
{
    public required BankCode Bank { get; init; }

    public required CurrencyCode Currency { get; init; }

    public required string Number { get; init; }

    public required string Holder { get; init; }

    public string? AccountVerificationId { get; init; }
}

internal sealed record CreatePlatformPartnerBodyContact
{
    public required string Name { get; init; }

    public string? PhoneNumber { get; init; }

    public required string Email { get; init; }
}

internal sealed record CreatePlatformPartnerBodyType
{
    public CreatePlatformPartnerBodyTypeBusiness? Business { get; init; }

    public CreatePlatformPartnerBodyTypeWhtPayer? WhtPayer { get; init; }

    public CreatePlatformPartnerBodyTypeNonWhtPayer? NonWhtPayer { get; init; }
}

internal sealed record CreatePlatformPartnerBodyTypeBusiness
{
    public required string CompanyName { get; init; }

    public PlatformPartnerTaxationType? TaxationType { get; init; }

    public required string BusinessRegistrationNumber { get; init; }

    public required string RepresentativeName { get; init; }

    public string? CompanyAddress { get; init; }

    public string? BusinessType { get; init; }

    public string? BusinessClass { get; init; }

    public string? CompanyVerificationId { get; init; }
}

internal sealed record CreatePlatformPartnerBodyTypeNonWhtPayer
{
    public DateOnly? Birthdate { get; init; }
}

internal sealed record CreatePlatformPartnerBodyTypeWhtPayer
{
    public DateOnly? Birthdate { get; init; }
}

internal sealed record CreatePlatformPartnersBody
{
    public required IReadOnlyList<CreatePlatformPartnerBody> Partners { get; init; }
}

internal sealed record DisconnectBulkPartnerCounterpartyBody
{
    public PlatformPartnerFilterInput? Filter { get; init; }
}

internal sealed record DisconnectBulkPartnerMemberCompanyBody
{
    public PlatformPartnerFilterInput? Filter { get; init; }
}

internal sealed record GetPlatformPartnersBody
{
    public PageInput? Page { get; init; }

    public PlatformPartnerFilterInput? Filter { get; init; }
}

internal sealed record PlatformPartnerFilterInput
{
    public bool? IsArchived { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<BankCode>? Banks { get; init; }

    public IReadOnlyList<CurrencyCode>? AccountCurrencies { get; init; }

    public IReadOnlyList<string>? Ids { get; init; }

    public IReadOnlyList<string>? ContractIds { get; init; }

    public IReadOnlyList<PlatformAccountStatus>? AccountStatuses { get; init; }

    public IReadOnlyList<PlatformPartnerBusinessStatus>? BusinessStatuses { get; init; }

    public IReadOnlyList<PlatformPartnerTypeName>? Types { get; init; }

    public IReadOnlyList<PlatformPartnerTaxationType>? TaxationTypes { get; init; }

    public IReadOnlyList<PlatformPartnerMemberCompanyConnectionStatus>? MemberCompanyConnectionStatuses { get; init; }

    public PlatformPartnerFilterInputKeyword? Keyword { get; init; }
}

internal sealed record PlatformPartnerFilterInputKeyword
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? BusinessRegistrationNumber { get; init; }

    public string? DefaultContractId { get; init; }

    public string? Memo { get; init; }

    public string? AccountNumber { get; init; }

    public string? AccountHolder { get; init; }
}

internal sealed record ReschedulePlatformPartnerBody
{
    public required UpdatePlatformPartnerBody Update { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }
}

internal sealed record SchedulePlatformPartnerBody
{
    public required UpdatePlatformPartnerBody Update { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }
}

internal sealed record SchedulePlatformPartnersBody
{
    public PlatformPartnerFilterInput? Filter { get; init; }

    public required UpdatePlatformPartnerBody Update { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }
}

internal sealed record UpdatePlatformPartnerBody
{
    public string? Name { get; init; }

    public UpdatePlatformPartnerBodyContact? Contact { get; init; }

    public UpdatePlatformPartnerBodyAccount? Account { get; init; }

    public string? DefaultContractId { get; init; }

    public string? Memo { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public UpdatePlatformPartnerBodyType? Type { get; init; }

    public IReadOnlyDictionary<string, PlatformUserDefinedPropertyValue>? UserDefinedProperties { get; init; }
}

internal sealed record UpdatePlatformPartnerBodyAccount
{
    public required BankCode Bank { get; init; }

    public required CurrencyCode Currency { get; init; }

    public required string Number { get; init; }

    public required string Holder { get; init; }

    public string? AccountVerificationId { get; init; }
}

internal sealed record UpdatePlatformPartnerBodyContact
{
    public string? Name { get; init; }

    public string? PhoneNumber { get; init; }

    public string? Email { get; init; }
}

internal sealed record UpdatePlatformPartnerBodyType
{
    public UpdatePlatformPartnerBodyTypeBusiness? Business { get; init; }

    public UpdatePlatformPartnerBodyTypeWhtPayer? WhtPayer { get; init; }

    public UpdatePlatformPartnerBodyTypeNonWhtPayer? NonWhtPayer { get; init; }
}

internal sealed record UpdatePlatformPartnerBodyTypeBusiness
{
    public string? CompanyName { get; init; }

    public PlatformPartnerTaxationType? TaxationType { get; init; }

    public string? BusinessRegistrationNumber { get; init; }

    public string? RepresentativeName { get; init; }

    public string? CompanyAddress { get; init; }

    public string? BusinessType { get; init; }

    public string? BusinessClass { get; init; }

    public string? CompanyVerificationId { get; init; }
}

internal sealed record UpdatePlatformPartnerBodyTypeNonWhtPayer
{
    public DateOnly? Birthdate { get; init; }
}

internal sealed record UpdatePlatformPartnerBodyTypeWhtPayer
{
    public DateOnly? Birthdate { get; init; }
}
