using Jeongsan.Application.Adapters.Popbill;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Merchants;

/// <summary>What a person states about the platform's own company.</summary>
public sealed record OwnCompanyProfile(
    BusinessRegistrationNumber BusinessNumber,
    string CompanyName,
    string RepresentativeName,
    string Address,
    string BusinessType,
    string BusinessClass,
    string ContactName,
    string ContactEmail,
    string ContactPhone);

public abstract record OwnCompanyRefusal : Refusal
{
    private OwnCompanyRefusal()
    {
    }

    public sealed record FieldMissing(string Field) : OwnCompanyRefusal;

    public sealed record FieldTooLong(string Field, int LengthMax) : OwnCompanyRefusal;

    public sealed record BusinessNumberInvalid(BusinessRegistrationNumber Given) : OwnCompanyRefusal;

    public sealed record EmailMalformed(string Email) : OwnCompanyRefusal;

    /// <summary>Invoices of the present number are under way: it can't change under them.</summary>
    public sealed record InvoicesUnderWay(BusinessRegistrationNumber Present) : OwnCompanyRefusal;

    /// <summary>Still the sample that an installation starts with.</summary>
    public sealed record NotSetUp : OwnCompanyRefusal;

    public sealed record AlreadyConnected(DateTimeOffset ConnectedAt) : OwnCompanyRefusal;
}

/// <summary>우리 회사: entered by a person, made a member of the ASP, and kept in step there.</summary>
public sealed class KeepOwnCompany(Store store, PopbillSettings popbill)
{
    internal const string Subject = "OwnCompany";
    private static readonly TaxInvoiceStatus[] UnderWay = [.. Enum.GetValues<TaxInvoiceStatus>().Where(TaxInvoiceLifecycle.IsUnderWay)];

    public Task<Outcome<OwnCompany>> SetUpAsync(Tenant tenant, Actor actor, OwnCompanyProfile profile, CancellationToken ct) =>
        store.CommandAsync<OwnCompany>(tenant, actor, async work =>
        {
            if (Check(profile) is { } refusal)
            {
                return refusal;
            }
            var company = await work.Db.Set<OwnCompany>().SingleOrDefaultAsync(ct);
            if (company is not null && company.BusinessNumber != profile.BusinessNumber)
            {
                var present = company.BusinessNumber;
                if (await work.Db.Set<TaxInvoice>().AnyAsync(invoice => invoice.RecipientBrn == present && invoice.DeletedAt == null && UnderWay.Contains(invoice.Status), ct))
                {
                    return new OwnCompanyRefusal.InvoicesUnderWay(present);
                }
                (company.ConnectedAt, company.ConnectFailedReason) = (null, null);
            }
            if (company is null)
            {
                company = New(tenant, profile);
                work.Db.Add(company);
            }
            Take(company, profile);
            company.SetUpAt = work.Now;
            work.Record(Subject, company.BusinessNumber.Value, "OwnCompanySetUp");
            if (company.ConnectedAt is not null)
            {
                work.Send(UpdateOwnCompany.MessageType, work.NewId("keep-own"), Subject, new { });
            }
            return company;
        }, ct);

    /// <summary>Makes it a member, or links it when it is one already. The ASP mails its contact.</summary>
    public Task<Outcome<OwnCompany>> ConnectAsync(Tenant tenant, Actor actor, CancellationToken ct) =>
        store.CommandAsync<OwnCompany>(tenant, actor, async work =>
        {
            var company = await work.Db.Set<OwnCompany>().SingleOrDefaultAsync(ct);
            if (company is null || (company.SetUpAt is null && !popbill.IsEmulated))
            {
                return new OwnCompanyRefusal.NotSetUp();
            }
            if (company.ConnectedAt is { } since)
            {
                return new OwnCompanyRefusal.AlreadyConnected(since);
            }
            company.ConnectFailedReason = null;
            work.Record(Subject, company.BusinessNumber.Value, "OwnCompanyConnectBegun");
            work.Send(JoinOwnCompany.MessageType, work.NewId("join-own"), Subject, new { });
            return company;
        }, ct);

    private static OwnCompanyRefusal? Check(OwnCompanyProfile profile) =>
        !profile.BusinessNumber.HasValidCheckDigit ? new OwnCompanyRefusal.BusinessNumberInvalid(profile.BusinessNumber)
        : Text("companyName", profile.CompanyName, PartnerLimits.CompanyNameLengthMax)
        ?? Text("representativeName", profile.RepresentativeName, PartnerLimits.NameLengthMax)
        ?? Text("address", profile.Address, PartnerLimits.AddressLengthMax)
        ?? Text("businessType", profile.BusinessType, PartnerLimits.BusinessTypeLengthMax)
        ?? Text("businessClass", profile.BusinessClass, PartnerLimits.BusinessTypeLengthMax)
        ?? Text("contactName", profile.ContactName, PartnerLimits.NameLengthMax)
        ?? Text("contactEmail", profile.ContactEmail, PartnerLimits.EmailLengthMax)
        ?? (IsMail(profile.ContactEmail) ? null : new OwnCompanyRefusal.EmailMalformed(profile.ContactEmail))
        ?? Text("contactPhone", profile.ContactPhone, PartnerLimits.PhoneNumberLengthMax);

    private static OwnCompanyRefusal? Text(string field, string text, int lengthMax) =>
        string.IsNullOrWhiteSpace(text) ? new OwnCompanyRefusal.FieldMissing(field) : text.Length > lengthMax ? new OwnCompanyRefusal.FieldTooLong(field, lengthMax) : null;

    private static bool IsMail(string email) => email.Split('@') is [{ Length: > 0 }, var host] && host.Contains('.', StringComparison.Ordinal) && !email.Any(char.IsWhiteSpace);

    private static OwnCompany New(Tenant tenant, OwnCompanyProfile profile) => new()
    {
        MerchantId = tenant.Merchant,
        Mode = tenant.Mode,
        BusinessNumber = profile.BusinessNumber,
        CompanyName = profile.CompanyName,
        RepresentativeName = profile.RepresentativeName,
        Address = profile.Address,
        BusinessType = profile.BusinessType,
        BusinessClass = profile.BusinessClass,
        ContactName = profile.ContactName,
        ContactEmail = profile.ContactEmail,
        ContactPhone = profile.ContactPhone,
    };

    private static void Take(OwnCompany company, OwnCompanyProfile profile)
    {
        (company.BusinessNumber, company.CompanyName, company.RepresentativeName) = (profile.BusinessNumber, profile.CompanyName, profile.RepresentativeName);
        (company.Address, company.BusinessType, company.BusinessClass) = (profile.Address, profile.BusinessType, profile.BusinessClass);
        (company.ContactName, company.ContactEmail, company.ContactPhone) = (profile.ContactName, profile.ContactEmail, profile.ContactPhone);
    }
}

/// <summary>Tells the ASP what the platform's own company looks like now.</summary>
internal sealed class UpdateOwnCompany(Store store, ITaxInvoiceAgency agency) : OutboxHandler
{
    public const string MessageType = "OwnCompany.KeepInStep";

    public override string Type => MessageType;

    public override CarriedData Carries => new CarriedData.Nothing("the platform's own company");

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        await using var db = store.Read(message.Tenant);
        var company = await db.Set<OwnCompany>().SingleAsync(ct);
        var updated = await agency.UpdateMemberAsync(message.Tenant, company.AsMember(), ct);
        return updated.Refusal switch
        {
            null => new Delivery.Finished(work => Task.CompletedTask),
            AgencyRefusal.NotReached => AgencyWords.NotReached(),
            var refusal => new Delivery.Stuck($"팝빌이 회사 정보를 고쳐 주지 않았습니다: {AgencyWords.Of(refusal)}"),
        };
    }
}

/// <summary>Why the own company can't be entered or connected, and the mend.</summary>
public static class OwnCompanyWords
{
    public static string Of(OwnCompanyRefusal refusal) => refusal switch
    {
        OwnCompanyRefusal.FieldMissing(var field) => $"{FieldOf(field)}을(를) 입력해 주세요.",
        OwnCompanyRefusal.FieldTooLong(var field, var max) => $"{FieldOf(field)}은(는) {max}자까지 입력할 수 있습니다.",
        OwnCompanyRefusal.BusinessNumberInvalid => "사업자등록번호의 마지막 자리가 맞지 않습니다. 사업자등록증과 비교해 주세요.",
        OwnCompanyRefusal.EmailMalformed => "담당자 이메일을 name@company.co.kr 형식으로 입력해 주세요.",
        OwnCompanyRefusal.InvoicesUnderWay => "지금 사업자등록번호로 진행 중인 세금계산서가 있어 번호를 바꿀 수 없습니다. 끝나거나 취소된 뒤 바꿔 주세요.",
        OwnCompanyRefusal.NotSetUp => "회사 정보가 아직 예시 그대로입니다. 사업자등록증의 내용으로 저장한 뒤 연동해 주세요.",
        OwnCompanyRefusal.AlreadyConnected => "이미 팝빌에 연동되어 있습니다. 더 하실 일은 없습니다.",
        _ => "회사 정보를 확인해 주세요.",
    };

    private static string FieldOf(string field) => field switch
    {
        "companyName" => "상호",
        "representativeName" => "대표자",
        "address" => "주소",
        "businessType" => "업태",
        "businessClass" => "종목",
        "contactName" => "담당자 이름",
        "contactEmail" => "담당자 이메일",
        "contactPhone" => "담당자 전화번호",
        _ => field,
    };
}
