using Jeongsan.Application.Merchants;
using Jeongsan.Application.People;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Companies;

/// <summary>사업자 상태와 예금주 조회, through the ASP in the name of the platform's own company.</summary>
internal static class CompanyEndpoints
{
    public static void MapCompanies(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform").WithTags("조회");
        routes.MapGet("/companies/{businessRegistrationNumber}/state", GetPlatformCompanyState).Needs(PersonRight.See).Refuses<GetPlatformCompanyStateError>();
        routes.MapGet("/bank-accounts/{bank}/{accountNumber}/holder", GetPlatformAccountHolder).Needs(PersonRight.See).Refuses<GetPlatformAccountHolderError>();
    }

    private static async Task<Answer<GetPlatformCompanyStatePayload>> GetPlatformCompanyState(
        ApiCall call, string businessRegistrationNumber, Store store, ITaxInvoiceAgency agency, DiscloseLookup disclose, Verifications verifications, CancellationToken ct)
    {
        var company = BusinessRegistrationNumber.From(businessRegistrationNumber.Replace("-", "", StringComparison.Ordinal));
        if (!company.HasValidCheckDigit)
        {
            return Invalid.Field("businessRegistrationNumber", "사업자등록번호 10자리를 확인해 주세요.");
        }
        if (await AskerAsync(call.Tenant, store, ct) is not { } asker)
        {
            return new PlatformExternalApiFailedError { Message = "자사 사업자 정보가 없어 조회할 수 없어요. 자사 정보를 먼저 등록해 주세요." };
        }
        if ((await disclose.HandleAsync(call.Tenant, call.Actor, new Lookup.Company(company), ct)).Refusal is { } untold)
        {
            return Invalid.Of(untold);
        }
        var state = await agency.CompanyStateAsync(call.Tenant, asker, company, ct);
        if (state.IsRefused)
        {
            return new PlatformExternalApiFailedError();
        }
        return state.Value is { Taxation: { } taxation } known
            ? new GetPlatformCompanyStatePayload
            {
                CompanyState = new PlatformCompanyState
                {
                    TaxationType = Code.Of(taxation).As<PlatformTaxationType>(),
                    TaxationTypeDate = known.TaxationSince,
                    BusinessStatus = Code.Of(known.Activity).As<PlatformBusinessStatus>(),
                    ClosedSuspendedDate = known.ActivitySince,
                },
                CompanyVerificationId = verifications.OfCompany(call.Tenant, company.Value, Code.Of(known.Activity).As<BusinessStatus>()),
            }
            : new PlatformCompanyNotFoundError();
    }

    private static async Task<Answer<PlatformAccountHolder>> GetPlatformAccountHolder(
        ApiCall call, Code<BankCode> bank, string accountNumber, [FromQuery] string? birthdate, [FromQuery] string? businessRegistrationNumber,
        Store store, ITaxInvoiceAgency agency, DiscloseLookup disclose, Verifications verifications, CancellationToken ct)
    {
        var identity = Identity(birthdate, businessRegistrationNumber);
        if (identity.IsRefused)
        {
            return Invalid.Of(identity.Refusal);
        }

        var number = accountNumber.Replace("-", "", StringComparison.Ordinal);
        if (number.Length is < 7 or > 30 || !number.All(char.IsAsciiDigit))
        {
            return Invalid.Field("accountNumber", "계좌번호를 숫자로 적어 주세요.");
        }
        if (BankCodes.Find(bank.Value) is not { } code)
        {
            return new PlatformNotSupportedBankError();
        }
        if (await AskerAsync(call.Tenant, store, ct) is not { } asker)
        {
            return new PlatformExternalApiFailedError { Message = "자사 사업자 정보가 없어 조회할 수 없어요. 자사 정보를 먼저 등록해 주세요." };
        }
        if ((await disclose.HandleAsync(call.Tenant, call.Actor, new Lookup.Account(Code.Of(bank.Value).As<Bank>(), number, identity.Value), ct)).Refusal is { } untold)
        {
            return Invalid.Of(untold);
        }
        var holder = await agency.AccountHolderAsync(call.Tenant, asker, code, number, identity.Value, ct);
        return holder switch
        {
            { Refusal: AgencyRefusal.NotReached } => new PlatformExternalApiTemporarilyFailedError(),
            { IsRefused: true } => new PlatformExternalApiFailedError(),
            { Value: { } name } => new PlatformAccountHolder
            {
                HolderName = name,
                AccountVerificationId = verifications.OfAccount(call.Tenant, ApiJson.Code(bank.Value), number, name),
            },
            _ when identity.Value is not null => new PlatformExternalApiFailedError { Message = "예금주의 생년월일이나 사업자등록번호가 달라요. 계좌번호와 함께 확인해 주세요." },
            _ => new PlatformExternalApiFailedError { Message = "예금주를 찾을 수 없어요. 은행과 계좌번호를 확인해 주세요." },
        };
    }

    /// <summary>At most one of the two by which the bank tells whether the account is that person's or business's.</summary>
    private static Outcome<HolderIdentity?> Identity(string? birthdate, string? businessRegistrationNumber)
    {
        if (birthdate is not null && businessRegistrationNumber is not null)
        {
            return new RequestRefusal("birthdate", "birthdate와 businessRegistrationNumber 가운데 하나만 적어 주세요.");
        }

        if (birthdate is not null)
        {
            return birthdate.Length == 6 && DateOnly.TryParseExact(birthdate, "yyMMdd", out _)
                ? new HolderIdentity(IsBusiness: false, birthdate)
                : new RequestRefusal("birthdate", "생년월일 6자리(yyMMdd)를 적어 주세요.");
        }

        var company = businessRegistrationNumber?.Replace("-", "", StringComparison.Ordinal);
        return company is null ? (HolderIdentity?)null
            : BusinessRegistrationNumber.From(company).HasValidCheckDigit ? new HolderIdentity(IsBusiness: true, company)
            : new RequestRefusal("businessRegistrationNumber", "사업자등록번호 10자리를 확인해 주세요.");
    }

    private static async Task<BusinessRegistrationNumber?> AskerAsync(Tenant tenant, Store store, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        return (await db.Set<OwnCompany>().SingleOrDefaultAsync(ct))?.BusinessNumber;
    }
}
