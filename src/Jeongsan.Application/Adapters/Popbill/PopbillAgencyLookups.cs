using System.Globalization;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Popbill;

namespace Jeongsan.Application.Adapters.Popbill;

/// <summary>What the ASP knows about companies, accounts and certificates.</summary>
internal sealed partial class PopbillAgency
{
    private const string Unregistered = "0";
    private const string Closed = "2";
    private const string Suspended = "3";

    public Task<Outcome<Uri>> CertificateRegistrationAsync(Tenant tenant, BusinessRegistrationNumber company, CancellationToken ct) =>
        AskAsync(() => clients.For(tenant.Mode).Certificates.RegistrationPageAsync(company.Value, ct));

    public Task<Outcome<AgencyCertificateDetails?>> CertificateDetailsAsync(Tenant tenant, BusinessRegistrationNumber company, CancellationToken ct) =>
        AskAsync(() => DetailsAsync(clients.For(tenant.Mode).Certificates, company, ct));

    public Task<Outcome<CompanyState?>> CompanyStateAsync(Tenant tenant, BusinessRegistrationNumber asker, BusinessRegistrationNumber company, CancellationToken ct) =>
        AskAsync<CompanyState?>(async () => Read(await clients.For(tenant.Mode).Lookups.BusinessStateAsync(asker.Value, company.Value, ct)));

    public Task<Outcome<string?>> AccountHolderAsync(Tenant tenant, BusinessRegistrationNumber asker, string bankCode, string accountNumber, HolderIdentity? identity, CancellationToken ct)
    {
        var lookups = clients.For(tenant.Mode).Lookups;
        return AskAsync<string?>(async () => Empty((identity is null
            ? await lookups.AccountHolderAsync(asker.Value, bankCode, accountNumber, ct)
            : await lookups.DepositorAsync(asker.Value, bankCode, accountNumber, identity.IsBusiness, identity.Digits, ct)).AccountName));
    }

    private static async Task<AgencyCertificateDetails?> DetailsAsync(PopbillCertificates certificates, BusinessRegistrationNumber company, CancellationToken ct)
    {
        var state = await certificates.StateAsync(company.Value, ct);
        if (state is CertificateState.None)
        {
            return null;
        }
        var known = await certificates.InfoAsync(company.Value, ct);
        return Instant(known.RegDT) is { } registeredAt && Instant(known.ExpireDT) is { } expiresAt
            ? new AgencyCertificateDetails(
                registeredAt, expiresAt, known.IssuerName ?? "", known.SubjectDN ?? "", known.Oid ?? "", known.RegContactName ?? "", known.RegContactID ?? "",
                state is CertificateState.Usable)
            : throw new InvalidDataException("The ASP told a certificate without its times.");
    }

    /// <summary>Looking up changes nothing: an unknown outcome is as good as none.</summary>
    private async Task<Outcome<T>> AskAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await WatchedAsync(call);
        }
        catch (PopbillException fault)
        {
            return PopbillFaults.IsOutage(fault) ? new AgencyRefusal.NotReached() : new AgencyRefusal.Refused(fault.Code ?? 0, fault.AspMessage);
        }
    }

    private static CompanyState? Read(CorpState state) => state.State is null or Unregistered
        ? null
        : new CompanyState(
            state.TaxType switch
            {
                "10" => CompanyTaxation.Normal,
                "20" => CompanyTaxation.TaxFree,
                "30" => CompanyTaxation.Simple,
                "31" => CompanyTaxation.SimpleTaxInvoiceIssuer,
                "40" => CompanyTaxation.AssignedIdNumber,
                _ => null,
            },
            Date(state.TypeDate),
            state.State switch { Closed => BusinessActivity.Closed, Suspended => BusinessActivity.Suspended, _ => BusinessActivity.InBusiness },
            Date(state.StateDate));

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
