using System.Globalization;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Popbill;

namespace Jeongsan.Application.Adapters.Popbill;

/// <summary>Keeping members' data in step, and what issuing costs.</summary>
internal sealed partial class PopbillAgency
{
    private const int WholeCompany = 3;
    private const string PartnerPays = "파트너";

    public Task<Outcome<Done>> UpdateMemberAsync(Tenant tenant, AgencyMember member, CancellationToken ct) => ActAsync<Done>(async () =>
    {
        var members = clients.For(tenant.Mode).Members;
        var company = member.BusinessNumber.Value;
        var ours = (await members.ContactsAsync(company, ct)).FirstOrDefault(contact => contact.Id == LoginId(member.BusinessNumber));
        // Where the company joined by itself or through somebody else, its data there is its own: we only linked it.
        if (ours is null)
        {
            return new Done();
        }
        if (ours.MgrYN == true)
        {
            await members.UpdateCompanyAsync(company, new PopbillCompany
            {
                Ceoname = member.RepresentativeName,
                CorpName = member.CompanyName,
                Addr = member.Address,
                BizType = member.BusinessType,
                BizClass = member.BusinessClass,
            }, ct);
        }
        await members.UpdateContactAsync(company, new PopbillContact
        {
            Id = ours.Id,
            PersonName = member.ContactName,
            Tel = member.ContactPhone,
            Email = member.ContactEmail,
            SearchRole = ours.SearchRole ?? WholeCompany,
        }, ct);
        return new Done();
    });

    public Task<Outcome<AgencyBalance>> BalanceAsync(Tenant tenant, BusinessRegistrationNumber company, CancellationToken ct) => AskAsync(async () =>
    {
        var members = clients.For(tenant.Mode).Members;
        var charge = await members.TaxInvoiceChargeAsync(company.Value, ct);
        return new AgencyBalance(
            await members.PointsAsync(company.Value, ct),
            await members.PartnerPointsAsync(company.Value, ct),
            decimal.TryParse(charge.UnitCost, NumberStyles.Number, CultureInfo.InvariantCulture, out var cost) ? (long)decimal.Ceiling(cost) : 0,
            charge.ChargeMethod == PartnerPays);
    });

    private static string LoginId(BusinessRegistrationNumber company) => $"js{company.Value}";
}
