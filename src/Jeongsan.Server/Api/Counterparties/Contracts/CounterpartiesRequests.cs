namespace Jeongsan.Server.Api.Contracts;

internal sealed record B2bCounterpartyContactInput
{
    public required string Name { get; init; }

    public string? PhoneNumber { get; init; }

    public required string Email { get; init; }

    public string? Memo { get; init; }
}

internal sealed record B2bCounterpartyCreateOptions
{
    public bool? CheckBusinessInfo { get; init; }

    public bool? CheckBusinessStatus { get; init; }

    public string? BusinessInfoVerificationId { get; init; }

    public string? BusinessStatusVerificationId { get; init; }
}

internal sealed record B2bCounterpartyFilter
{
    public string? Id { get; init; }

    public string? Brn { get; init; }

    public string? CompanyName { get; init; }

    public string? RepresentativeName { get; init; }

    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public string? ContactEmail { get; init; }

    public IReadOnlyList<B2bCounterpartyBusinessStatus>? BusinessStatuses { get; init; }

    public IReadOnlyList<B2bNtsConnectionStatus>? NtsConnectionStatuses { get; init; }

    public IReadOnlyList<string>? CounterpartyIds { get; init; }
}

internal sealed record B2bCounterpartyInput
{
    public required string Brn { get; init; }

    public string? Name { get; init; }

    public string? RepresentativeName { get; init; }

    public string? Address { get; init; }

    public string? BusinessType { get; init; }

    public string? BusinessClass { get; init; }

    public B2bCounterpartyContactInput? Contact { get; init; }

    public IReadOnlyList<B2bCounterpartyContactInput>? AdditionalContacts { get; init; }

    public string? Memo { get; init; }
}

internal sealed record CreateB2bCounterpartyBody
{
    public string? CounterpartyId { get; init; }

    public required B2bCounterpartyInput Counterparty { get; init; }

    public B2bCounterpartyCreateOptions? Options { get; init; }
}

internal sealed record DeleteB2bCounterpartyBody;

internal sealed record GetB2bCounterpartiesBody
{
    public PageInput? Page { get; init; }

    public B2bCounterpartyFilter? Filter { get; init; }
}

internal sealed record UpdateB2bCounterpartyBody
{
    public required B2bCounterpartyInput Counterparty { get; init; }

    public B2bCounterpartyCreateOptions? Options { get; init; }
}
