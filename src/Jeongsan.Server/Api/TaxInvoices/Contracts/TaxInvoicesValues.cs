using Jeongsan.Domain.Privacy;

namespace Jeongsan.Server.Api.Contracts;

[Personal(PersonalDataItem.Contact)]
internal sealed record B2bTaxInvoiceAdditionalContact
{
    public string? Name { get; init; }

    public required string Email { get; init; }

    public string? PhoneNumber { get; init; }
}

[Personal(PersonalDataItem.BusinessIdentity)]
internal sealed record B2bTaxInvoiceCompany
{
    [Subject(DataSubjectKind.Counterparty)]
    public string? Brn { get; init; }

    public string? CounterpartyId { get; init; }

    public string? TaxRegistrationId { get; init; }

    public string? Name { get; init; }

    public string? RepresentativeName { get; init; }

    public string? Address { get; init; }

    public string? BusinessType { get; init; }

    public string? BusinessClass { get; init; }

    public B2bTaxInvoiceContact? Contact { get; init; }
}

[Personal(PersonalDataItem.Contact)]
internal sealed record B2bTaxInvoiceContact
{
    public string? Name { get; init; }

    public string? Department { get; init; }

    public string? PhoneNumber { get; init; }

    public string? MobilePhoneNumber { get; init; }

    public required string Email { get; init; }
}

internal sealed record B2bTaxInvoiceItem
{
    public DateOnly? PurchaseDate { get; init; }

    public string? Name { get; init; }

    public string? Spec { get; init; }

    public UnscaledDecimal? Quantity { get; init; }

    public UnscaledDecimal? UnitCostAmount { get; init; }

    public long? SupplyCostAmount { get; init; }

    public long? TaxAmount { get; init; }

    public string? Remark { get; init; }
}

internal sealed record UnscaledDecimal
{
    public required long Value { get; init; }

    public int? Scale { get; init; }
}
