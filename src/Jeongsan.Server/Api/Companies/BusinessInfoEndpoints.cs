using System.Diagnostics;
using System.Globalization;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.People;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Companies;

/// <summary>사업자등록 정보 조회, through the ASP in the name of the platform's own company.</summary>
internal static class BusinessInfoEndpoints
{
    /// <summary>Each number is a paid call of its own at the ASP.</summary>
    private const int CountMax = 100;

    public static void MapBusinessInfo(this IEndpointRouteBuilder api) =>
        api.MapGroup("/b2b/companies").WithTags("조회").MapPost("/business-info", GetB2bBusinessInfos).Needs(PersonRight.See).Refuses<GetB2bBusinessInfosError>();

    private static async Task<Answer<GetB2bBusinessInfosResponse>> GetB2bBusinessInfos(
        ApiCall<GetB2bBusinessInfosBody> call, Store store, ITaxInvoiceAgency agency, DiscloseLookup disclose, Verifications verifications, CancellationToken ct)
    {
        if (call.Body.BrnList.Count is 0 or > CountMax)
        {
            return Invalid.Field("brnList", $"1~{CountMax}개를 보내 주세요.");
        }
        OwnCompany? own;
        await using (var db = store.Read(call.Tenant))
        {
            own = await db.Set<OwnCompany>().SingleOrDefaultAsync(ct);
        }
        if (own is null)
        {
            return new B2bNotEnabledError();
        }
        // Told before sent: all of them, or nobody is asked about.
        var numbers = call.Body.BrnList.Select(Brns.Read).Where(brn => brn.HasValidCheckDigit);
        if (await disclose.CheckAsync(call.Tenant, [.. numbers.Select(brn => new Lookup.Company(brn))], ct) is { } untold)
        {
            return Invalid.Of(untold);
        }
        var results = new List<B2bBusinessInfoResult>(call.Body.BrnList.Count);
        foreach (var text in call.Body.BrnList)
        {
            var brn = Brns.Read(text);
            if (!brn.HasValidCheckDigit)
            {
                results.Add(new B2bBusinessInfoResult { Brn = text, Error = "사업자등록번호 10자리를 확인해 주세요." });
                continue;
            }
            if ((await disclose.HandleAsync(call.Tenant, call.Actor, new Lookup.Company(brn), ct)).Refusal is { } changed)
            {
                return Invalid.Of(changed);
            }
            var found = await agency.BusinessInfoAsync(call.Tenant, own.BusinessNumber, brn, ct);
            if (found.Refusal is AgencyRefusal.NotReached)
            {
                return new B2bExternalServiceError();
            }
            results.Add(Write(call.Tenant, brn, found, verifications));
        }
        // Each question is paid for: a repeat is answered without asking again.
        await store.KeepAnswerAsync(call.Tenant, call.Actor, ct);
        return new GetB2bBusinessInfosResponse { Result = results };
    }

    private static B2bBusinessInfoResult Write(Tenant tenant, BusinessRegistrationNumber brn, Outcome<BusinessInfo?> found, Verifications verifications) => found switch
    {
        { Refusal: AgencyRefusal.Refused refused } => new B2bBusinessInfoResult { Brn = brn.Value, Error = refused.Words },
        { IsRefused: true } => new B2bBusinessInfoResult { Brn = brn.Value, Error = "지금은 조회할 수 없어요. 잠시 뒤 다시 조회해 주세요." },
        { Value: { } info } => new B2bBusinessInfoResult { Brn = brn.Value, BusinessInfo = Write(info), VerificationId = verifications.OfBusinessInfo(tenant, info) },
        _ => new B2bBusinessInfoResult { Brn = brn.Value, Error = "사업자등록 정보를 찾을 수 없어요. 번호를 확인해 주세요." },
    };

    private static B2bBusinessInfo Write(BusinessInfo info) => new()
    {
        Brn = info.Brn.Value,
        Name = info.Name,
        CeoName = info.CeoName ?? "",
        ZipCode = info.ZipCode ?? "",
        Address = info.Address ?? "",
        BusinessEntityType = info.IsCorporation switch { true => "법인", false => "개인", null => "기타" },
        BusinessStatus = info.Activity switch
        {
            BusinessActivity.InBusiness => "사업중",
            BusinessActivity.Closed => "폐업",
            BusinessActivity.Suspended => "휴업",
            null => "미확인",
            _ => throw new UnreachableException(info.Activity.ToString()),
        },
        TaxationType = info.Taxation switch
        {
            CompanyTaxation.Normal => "일반과세자",
            CompanyTaxation.SimpleTaxInvoiceIssuer => "간이과세자(세금계산서 발급)",
            CompanyTaxation.Simple => "간이과세자",
            CompanyTaxation.TaxFree => "면세사업자",
            CompanyTaxation.AssignedIdNumber => "고유번호 단체",
            null => "미확인",
            _ => throw new UnreachableException(info.Taxation.ToString()),
        },
        SimplifiedTaxationTypeDate = Text(info.TaxationSince),
        ClosingDate = info.Activity == BusinessActivity.Closed ? Text(info.ActivitySince) : null,
        OpeningDate = Text(info.OpenedOn) ?? "",
        BusinessType = info.BusinessType ?? "",
        BusinessClass = info.BusinessClass ?? "",
        BusinessCategoryCode = info.CategoryCode ?? "",
        CorpRegNo = info.CorporationNumber,
    };

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
