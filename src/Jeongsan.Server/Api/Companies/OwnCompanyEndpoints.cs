using Jeongsan.Application.Certificates;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Companies;

/// <summary>우리 회사: entered, made a member of the agency, and how it stands there.</summary>
internal static class OwnCompanyEndpoints
{
    public static void MapOwnCompany(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/own-company").WithTags("우리 회사 (자체 API)");
        routes.MapGet("", GetOwnCompany).Needs(PersonRight.See).Refuses<OwnCompanyError>();
        routes.MapPut("", SetUpOwnCompany).Needs(PersonRight.Edit).Refuses<OwnCompanyError>();
        routes.MapPost("/connect", ConnectOwnCompany).Needs(PersonRight.Edit).Refuses<OwnCompanyError>();
        routes.MapGet("/account", GetOwnCompanyAccount).Needs(PersonRight.See).Refuses<OwnCompanyError>();
    }

    private static async Task<Answer<OwnCompanyResponse>> GetOwnCompany(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return await db.Set<OwnCompany>().SingleOrDefaultAsync(ct) is { } company ? await WriteAsync(db, company, ct) : new OwnCompanyNotSetUpError();
    }

    private static async Task<Answer<OwnCompanyResponse>> SetUpOwnCompany(ApiCall<OwnCompanyBody> call, KeepOwnCompany keep, Store store, CancellationToken ct)
    {
        var body = call.Body;
        var profile = new OwnCompanyProfile(
            BusinessRegistrationNumber.From(body.Brn.Replace("-", "", StringComparison.Ordinal)), body.CompanyName, body.RepresentativeName, body.Address, body.BusinessType, body.BusinessClass,
            body.ContactName, body.ContactEmail, body.ContactPhone);
        return await AnswerAsync(await keep.SetUpAsync(call.Tenant, call.Actor, profile, ct), store, ct);
    }

    private static async Task<Answer<OwnCompanyResponse>> ConnectOwnCompany(ApiCall call, KeepOwnCompany keep, Store store, CancellationToken ct) =>
        await AnswerAsync(await keep.ConnectAsync(call.Tenant, call.Actor, ct), store, ct);

    /// <summary>Points left at the agency and what an invoice costs.</summary>
    private static async Task<Answer<OwnCompanyAccountResponse>> GetOwnCompanyAccount(ApiCall call, Store store, ITaxInvoiceAgency agency, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        if (await db.Set<OwnCompany>().SingleOrDefaultAsync(ct) is not { ConnectedAt: not null } company)
        {
            return new OwnCompanyNotSetUpError { Message = "우리 회사가 아직 팝빌에 연동되지 않았어요. 연동한 뒤 다시 조회해 주세요." };
        }
        var account = await agency.BalanceAsync(call.Tenant, company.BusinessNumber, ct);
        return account.IsRefused
            ? account.Refusal is AgencyRefusal.NotReached ? new PlatformExternalApiTemporarilyFailedError() : new PlatformExternalApiFailedError()
            : new OwnCompanyAccountResponse
            {
                MemberPoints = account.Value.MemberPoints,
                PartnerPoints = account.Value.PartnerPoints,
                UnitCostPoints = account.Value.UnitCostPoints,
                IsPaidByPartner = account.Value.IsPaidByPartner,
            };
    }

    private static async Task<Answer<OwnCompanyResponse>> AnswerAsync(Outcome<OwnCompany> outcome, Store store, CancellationToken ct)
    {
        if (outcome.IsRefused)
        {
            return Refuse(outcome.Refusal);
        }
        await using var db = store.Read(new Tenant(outcome.Value.MerchantId, outcome.Value.Mode));
        return await WriteAsync(db, outcome.Value, ct);
    }

    private static ApiError Refuse(Refusal refusal) => refusal switch
    {
        OwnCompanyRefusal.FieldMissing missing => Invalid.Field(missing.Field, OwnCompanyWords.Of(missing)),
        OwnCompanyRefusal.FieldTooLong tooLong => Invalid.Field(tooLong.Field, OwnCompanyWords.Of(tooLong)),
        OwnCompanyRefusal.BusinessNumberInvalid invalid => Invalid.Field("brn", OwnCompanyWords.Of(invalid)),
        OwnCompanyRefusal.EmailMalformed malformed => Invalid.Field("contactEmail", OwnCompanyWords.Of(malformed)),
        OwnCompanyRefusal.InvoicesUnderWay => new PlatformOngoingTaxInvoiceExistsError(),
        OwnCompanyRefusal.NotSetUp => new OwnCompanyNotSetUpError(),
        OwnCompanyRefusal.AlreadyConnected => new OwnCompanyAlreadyConnectedError(),
        _ => Invalid.Of(refusal),
    };

    private static async Task<OwnCompanyResponse> WriteAsync(JeongsanContext db, OwnCompany company, CancellationToken ct)
    {
        var number = company.BusinessNumber;
        var certificate = await db.Set<CompanyCertificate>().SingleOrDefaultAsync(row => row.BusinessNumber == number, ct);
        return new OwnCompanyResponse
        {
            Brn = company.BusinessNumber.Value,
            CompanyName = company.CompanyName,
            RepresentativeName = company.RepresentativeName,
            Address = company.Address,
            BusinessType = company.BusinessType,
            BusinessClass = company.BusinessClass,
            ContactName = company.ContactName,
            ContactEmail = company.ContactEmail,
            ContactPhone = company.ContactPhone,
            SetUpAt = company.SetUpAt,
            ConnectedAt = company.ConnectedAt,
            ConnectFailedReason = company.ConnectFailedReason,
            CertificateState = Code.Of(certificate?.Health ?? CertificateHealth.Unknown).As<CertificateHealthCode>(),
            CertificateExpiresAt = certificate?.ExpiresAt,
        };
    }
}

internal enum CertificateHealthCode
{
    Unknown,
    None,
    Usable,
    Expired,
    Unusable,
}

internal sealed record OwnCompanyBody
{
    public required string Brn { get; init; }

    public required string CompanyName { get; init; }

    public required string RepresentativeName { get; init; }

    public required string Address { get; init; }

    public required string BusinessType { get; init; }

    public required string BusinessClass { get; init; }

    public required string ContactName { get; init; }

    public required string ContactEmail { get; init; }

    public required string ContactPhone { get; init; }

    public bool? IsForTest { get; init; }
}

[NotPersonal("The platform's own company.")]
internal sealed record OwnCompanyResponse
{
    public required string Brn { get; init; }

    public required string CompanyName { get; init; }

    public required string RepresentativeName { get; init; }

    public required string Address { get; init; }

    public required string BusinessType { get; init; }

    public required string BusinessClass { get; init; }

    public required string ContactName { get; init; }

    public required string ContactEmail { get; init; }

    public required string ContactPhone { get; init; }

    /// <summary>Left out while it is the sample that an installation starts with.</summary>
    public DateTimeOffset? SetUpAt { get; init; }

    public DateTimeOffset? ConnectedAt { get; init; }

    public string? ConnectFailedReason { get; init; }

    public required CertificateHealthCode CertificateState { get; init; }

    public DateTimeOffset? CertificateExpiresAt { get; init; }
}

internal sealed record OwnCompanyAccountResponse
{
    public required long MemberPoints { get; init; }

    public required long PartnerPoints { get; init; }

    /// <summary>Of one tax invoice.</summary>
    public required long UnitCostPoints { get; init; }

    public required bool IsPaidByPartner { get; init; }
}

[ErrorType("OWN_COMPANY_NOT_SET_UP", 409, "우리 회사 정보가 아직 예시 그대로예요. 사업자등록증의 내용으로 저장한 뒤 연동해 주세요.")]
internal sealed record OwnCompanyNotSetUpError : ApiError;

[ErrorType("OWN_COMPANY_ALREADY_CONNECTED", 409, "이미 팝빌에 연동되어 있어요. 더 하실 일은 없어요.")]
internal sealed record OwnCompanyAlreadyConnectedError : ApiError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(OwnCompanyNotSetUpError), typeof(OwnCompanyAlreadyConnectedError),
    typeof(PlatformOngoingTaxInvoiceExistsError), typeof(PlatformExternalApiFailedError), typeof(PlatformExternalApiTemporarilyFailedError))]
internal sealed class OwnCompanyError;
