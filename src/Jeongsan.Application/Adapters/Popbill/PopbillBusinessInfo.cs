using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Popbill;

namespace Jeongsan.Application.Adapters.Popbill;

/// <summary>기업정보조회.</summary>
internal sealed partial class PopbillAgency
{
    private const int Corporation = 1;
    private const int Person = 2;

    public Task<Outcome<BusinessInfo?>> BusinessInfoAsync(Tenant tenant, BusinessRegistrationNumber asker, BusinessRegistrationNumber company, CancellationToken ct) =>
        AskAsync<BusinessInfo?>(async () => Read(company, await clients.For(tenant.Mode).Lookups.BusinessInformationAsync(asker.Value, company.Value, ct)));

    private static BusinessInfo? Read(BusinessRegistrationNumber company, BusinessInformation known) => Empty(known.CorpName) is not { } name
        ? null
        : new BusinessInfo(
            company,
            name,
            Empty(known.Ceoname),
            Empty(known.ZipCode),
            Empty($"{known.Addr} {known.AddrDetail}".Trim()),
            known.PersonCorpCode switch { Corporation => true, Person => false, _ => null },
            known.CloseDownState switch { 1 => BusinessActivity.InBusiness, 2 => BusinessActivity.Closed, 3 => BusinessActivity.Suspended, _ => null },
            Date(known.CloseDownStateDate),
            known.CloseDownTaxType switch
            {
                10 => CompanyTaxation.Normal,
                20 => CompanyTaxation.TaxFree,
                30 => CompanyTaxation.Simple,
                31 => CompanyTaxation.SimpleTaxInvoiceIssuer,
                40 => CompanyTaxation.AssignedIdNumber,
                _ => null,
            },
            Date(known.CloseDownTaxTypeDate),
            Date(known.EstablishDate),
            Empty(known.BizType),
            Empty(known.BizClass),
            Empty(known.IndustryCode),
            Empty(known.CompanyRegNum));
}
