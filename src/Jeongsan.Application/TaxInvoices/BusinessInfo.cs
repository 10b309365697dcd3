using Jeongsan.Domain.Partners;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>사업자등록 정보, as the ASP's look-up of companies has it. Texts that it does not know are null.</summary>
/// <param name="IsCorporation">법인; null when it is neither a corporation nor a person.</param>
/// <param name="CategoryCode">업종코드.</param>
public sealed record BusinessInfo(
    BusinessRegistrationNumber Brn,
    string Name,
    string? CeoName,
    string? ZipCode,
    string? Address,
    bool? IsCorporation,
    BusinessActivity? Activity,
    DateOnly? ActivitySince,
    CompanyTaxation? Taxation,
    DateOnly? TaxationSince,
    DateOnly? OpenedOn,
    string? BusinessType,
    string? BusinessClass,
    string? CategoryCode,
    string? CorporationNumber);
