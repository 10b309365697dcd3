using System.Diagnostics;
using Jeongsan.Application.Counterparties;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Server.Api.Companies;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Counterparties;

/// <summary>What is known of a company beside what the request says.</summary>
internal sealed record LookedUpCompany(BusinessInfo? Info, CounterpartyBusinessStatus? Status)
{
    public CounterpartyLookups Noted => new(Status, Info is not null);

    /// <summary>What the request states wins.</summary>
    public B2bCounterpartyInput Fill(B2bCounterpartyInput input) => Info is null ? input : input with
    {
        Name = input.Name ?? Info.Name,
        RepresentativeName = input.RepresentativeName ?? Info.CeoName,
        Address = input.Address ?? Info.Address,
        BusinessType = input.BusinessType ?? Info.BusinessType,
        BusinessClass = input.BusinessClass ?? Info.BusinessClass,
    };
}

/// <summary>Looks a counterparty's company up, or takes what an earlier look-up proves.</summary>
internal sealed class CounterpartyChecks(Store store, ITaxInvoiceAgency agency, DiscloseLookup disclose, Verifications verifications)
{
    private static readonly LookedUpCompany Nothing = new(null, null);

    public async Task<(LookedUpCompany LookedUp, ApiError? Problem)> RunAsync(
        Tenant tenant, Actor actor, BusinessRegistrationNumber brn, B2bCounterpartyCreateOptions? options, CancellationToken ct)
    {
        if (options is { CheckBusinessInfo: true } or { CheckBusinessStatus: true }
            && (await disclose.HandleAsync(tenant, actor, new Lookup.Company(brn), ct)).Refusal is { } untold)
        {
            return (Nothing, Invalid.Of(untold));
        }
        var (info, badInfo) = await InfoAsync(tenant, brn, options, ct);
        var (status, badStatus) = badInfo is null ? await StatusAsync(tenant, brn, options, ct) : (null, null);
        if (badInfo is not null)
        {
            return (Nothing, badInfo);
        }
        return badStatus is null ? (new LookedUpCompany(info, status), null) : (Nothing, badStatus);
    }

    private async Task<(BusinessInfo? Info, ApiError? Problem)> InfoAsync(Tenant tenant, BusinessRegistrationNumber brn, B2bCounterpartyCreateOptions? options, CancellationToken ct)
    {
        if (options?.BusinessInfoVerificationId is { Length: > 0 } id)
        {
            var (problem, facts) = verifications.OpenBusinessInfo(tenant, id);
            return facts is null ? (null, Of(problem)) : facts.Brn == brn ? (facts, null) : (null, new B2bCounterpartyVerificationBrnMismatchError());
        }
        if (options?.CheckBusinessInfo != true)
        {
            return (null, null);
        }
        if (await AskerAsync(tenant, ct) is not { } asker)
        {
            return (null, new B2bNotEnabledError());
        }
        var found = await agency.BusinessInfoAsync(tenant, asker, brn, ct);
        return found.IsRefused ? (null, new B2bExternalServiceError())
            : found.Value is null ? (null, Invalid.Field("counterparty.brn", "사업자등록 정보를 찾을 수 없는 번호예요. 번호를 확인하거나 조회 없이 등록해 주세요."))
            : (found.Value, null);
    }

    private async Task<(CounterpartyBusinessStatus? Status, ApiError? Problem)> StatusAsync(
        Tenant tenant, BusinessRegistrationNumber brn, B2bCounterpartyCreateOptions? options, CancellationToken ct)
    {
        if (options?.BusinessStatusVerificationId is { Length: > 0 } id)
        {
            var (problem, facts) = verifications.OpenCompany(tenant, id);
            return facts is null ? (null, Of(problem))
                : facts.Brn == brn.Value ? (Read(facts.Status), null)
                : (null, new B2bCounterpartyVerificationBrnMismatchError());
        }
        if (options?.CheckBusinessStatus != true)
        {
            return (null, null);
        }
        if (await AskerAsync(tenant, ct) is not { } asker)
        {
            return (null, new B2bNotEnabledError());
        }
        var found = await agency.CompanyStateAsync(tenant, asker, brn, ct);
        // Not being able to ask is a state of the counterparty, to be looked up again: nothing of it is needed now.
        return (found.IsRefused ? CounterpartyBusinessStatus.CheckFailed : found.Value is { } state ? Read(state.Activity) : CounterpartyBusinessStatus.NotFound, null);
    }

    private async Task<BusinessRegistrationNumber?> AskerAsync(Tenant tenant, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        return (await db.Set<OwnCompany>().SingleOrDefaultAsync(ct))?.BusinessNumber;
    }

    private static CounterpartyBusinessStatus Read(BusinessStatus status) => status switch
    {
        BusinessStatus.NotVerified => CounterpartyBusinessStatus.Unknown,
        BusinessStatus.VerifyError => CounterpartyBusinessStatus.CheckFailed,
        BusinessStatus.NotFound => CounterpartyBusinessStatus.NotFound,
        BusinessStatus.InBusiness => CounterpartyBusinessStatus.InBusiness,
        BusinessStatus.Closed => CounterpartyBusinessStatus.Closed,
        BusinessStatus.Suspended => CounterpartyBusinessStatus.Suspended,
        _ => throw new UnreachableException(status.ToString()),
    };

    private static CounterpartyBusinessStatus Read(BusinessActivity activity) => activity switch
    {
        BusinessActivity.InBusiness => CounterpartyBusinessStatus.InBusiness,
        BusinessActivity.Closed => CounterpartyBusinessStatus.Closed,
        BusinessActivity.Suspended => CounterpartyBusinessStatus.Suspended,
        _ => throw new UnreachableException(activity.ToString()),
    };

    private static ApiError Of(VerificationProblem problem) => problem switch
    {
        VerificationProblem.Unknown => new B2bCounterpartyVerificationNotFoundError(),
        VerificationProblem.OfOtherKind => new B2bCounterpartyVerificationTypeMismatchError(),
        VerificationProblem.Expired => new B2bCounterpartyVerificationInvalidError(),
        _ => throw new UnreachableException(problem.ToString()),
    };
}
