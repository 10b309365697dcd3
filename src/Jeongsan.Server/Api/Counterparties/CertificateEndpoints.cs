using Jeongsan.Application.Merchants;
using Jeongsan.Application.People;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Etax;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Counterparties;

/// <summary>공동인증서 of a connected partner or counterparty, or of the platform's own company, as the ASP keeps it.</summary>
internal static class CertificateEndpoints
{
    public static void MapCertificates(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/b2b/counterparties/{brn}/certificate").WithTags("거래처");
        routes.MapGet("", GetB2bCounterpartyCertificate).Needs(PersonRight.See).Refuses<GetB2bCounterpartyCertificateError>();
        routes.MapGet("/registration-url", GetB2bCounterpartyCertificateRegistrationUrl).Needs(PersonRight.Edit).Refuses<GetB2bCounterpartyCertificateRegistrationUrlError>();
        routes.MapPost("/validate", ValidateB2bCounterpartyCertificate).Needs(PersonRight.See).Refuses<ValidateB2bCounterpartyCertificateError>();
    }

    private static Task<Answer<B2bCertificate>> GetB2bCounterpartyCertificate(ApiCall call, string brn, Store store, ITaxInvoiceAgency agency, DiscloseLookup disclose, CancellationToken ct) =>
        AskAsync<B2bCertificate>(call, brn, store, disclose, async company =>
            await agency.CertificateDetailsAsync(call.Tenant, company, ct) switch
            {
                { IsRefused: true } => new B2bExternalServiceError(),
                { Value: { } known } => Write(known),
                _ => new B2bCertificateUnregisteredError(),
            }, ct);

    private static Task<Answer<GetB2bCounterpartyCertificateRegistrationUrlResponse>> GetB2bCounterpartyCertificateRegistrationUrl(
        ApiCall call, string brn, Store store, ITaxInvoiceAgency agency, DiscloseLookup disclose, CancellationToken ct) =>
        AskAsync<GetB2bCounterpartyCertificateRegistrationUrlResponse>(call, brn, store, disclose, async company =>
            await agency.CertificateRegistrationAsync(call.Tenant, company, ct) switch
            {
                { IsRefused: true } => new B2bExternalServiceError(),
                { Value: var page } => new GetB2bCounterpartyCertificateRegistrationUrlResponse { Url = page.AbsoluteUri },
            }, ct);

    private static Task<Answer<ValidateB2bCounterpartyCertificateResponse>> ValidateB2bCounterpartyCertificate(
        ApiCall call, string brn, Store store, ITaxInvoiceAgency agency, DiscloseLookup disclose, CancellationToken ct) =>
        AskAsync<ValidateB2bCounterpartyCertificateResponse>(call, brn, store, disclose, async company =>
            await agency.CertificateDetailsAsync(call.Tenant, company, ct) switch
            {
                { IsRefused: true } => new B2bExternalServiceError(),
                { Value: { } known } => new ValidateB2bCounterpartyCertificateResponse { IsValid = known.IsUsable },
                _ => new B2bCertificateUnregisteredError(),
            }, ct);

    private static async Task<Answer<T>> AskAsync<T>(
        ApiCall call, string text, Store store, DiscloseLookup disclose, Func<BusinessRegistrationNumber, Task<Answer<T>>> ask, CancellationToken ct)
    {
        var brn = BusinessRegistrationNumber.From(text.Replace("-", "", StringComparison.Ordinal));
        await using (var db = store.Read(call.Tenant))
        {
            var connections = await db.Set<Partner>().Where(partner => partner.BusinessRegistrationNumber == brn).Select(partner => partner.NtsConnection).ToListAsync(ct);
            var own = await db.Set<OwnCompany>().Where(company => company.BusinessNumber == brn).Select(company => company.ConnectedAt != null).ToListAsync(ct);
            connections.AddRange(await db.Set<Counterparty>().Where(one => one.Brn == brn).Select(one => one.NtsConnection).ToListAsync(ct));
            if (connections.Count == 0 && own.Count == 0)
            {
                return new B2bCounterpartyNotFoundError();
            }
            if (!connections.Contains(NtsConnectionStatus.Connected) && !own.Contains(true))
            {
                return new B2bCounterpartyNtsNotConnectedError { Brn = brn.Value };
            }
        }
        if ((await disclose.HandleAsync(call.Tenant, call.Actor, new Lookup.Certificate(brn), ct)).Refusal is { } untold)
        {
            return Invalid.Of(untold);
        }
        var answer = await ask(brn);
        await store.KeepAnswerAsync(call.Tenant, call.Actor, ct);
        return answer;
    }

    private static B2bCertificate Write(AgencyCertificateDetails known) => new()
    {
        RegisteredAt = known.RegisteredAt,
        ExpiredAt = known.ExpiresAt,
        IssuerName = known.IssuerName,
        SubjectName = known.SubjectName,
        CertificateType = CertificatePolicies.Published.Find(known.PolicyOid) is { IsTaxInvoiceOnly: true } ? B2bCertificateType.ETax : B2bCertificateType.Etc,
        Oid = known.PolicyOid,
        RegistrantContactName = known.RegistrantName,
        RegistrantContactId = known.RegistrantId,
    };
}
