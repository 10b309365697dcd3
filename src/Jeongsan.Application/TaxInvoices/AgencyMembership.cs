using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>Membership is one per company at the ASP, whoever asked for it.</summary>
internal static class AgencyMembership
{
    /// <summary>Carried out when the company is a member now. True when it was one before this call: then it was only linked.</summary>
    public static async Task<Outcome<bool>> JoinOnceAsync(this ITaxInvoiceAgency agency, Tenant tenant, AgencyMember member, CancellationToken ct)
    {
        if (await agency.IsMemberAsync(tenant, member.BusinessNumber, ct))
        {
            return true;
        }
        var joined = await agency.JoinAsync(tenant, member, ct);
        // Somebody else joined it in between: the platform's live side, its test side, or another partner with the same number.
        return !joined.IsRefused ? false : joined.Refusal is AgencyRefusal.Refused && await agency.IsMemberAsync(tenant, member.BusinessNumber, ct) ? true : joined.Refusal;
    }
}
