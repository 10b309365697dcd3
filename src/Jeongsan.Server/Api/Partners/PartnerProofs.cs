using Jeongsan.Application.Partners;
using Jeongsan.Application.Verifications;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Server.Api.Companies;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Partners;

/// <summary>
/// Verification ids that came with a partner's data. Each must prove the very account or company that stands beside it, counts
/// once, and makes that account or company count as verified.
/// </summary>
internal static class PartnerProofs
{
    public static (NewPartner Partner, ApiError? Problem) Apply(this NewPartner partner, CreatePlatformPartnerBody body, Verifications verifications, Tenant tenant)
    {
        var (account, accountProblem) = Account(body.Account.AccountVerificationId, partner.Profile.Account, verifications, tenant);
        var (type, companyId) = (partner.Profile.Type, body.Type.Business?.CompanyVerificationId);
        if (companyId is not null && type is PartnerType.Business business)
        {
            var status = verifications.OfCompany(tenant, companyId, business.BusinessRegistrationNumber);
            if (status is null)
            {
                return (partner, accountProblem ?? CompanyUnproven());
            }

            type = business with { BusinessStatus = status.Value };
        }

        var proofs = new VerificationProofs(Verifications.DigestOf(body.Account.AccountVerificationId), Verifications.DigestOf(companyId));
        return (partner with { Profile = partner.Profile with { Account = account, Type = type }, Proofs = proofs }, accountProblem);
    }

    public static (PartnerChange Change, VerificationProofs Proofs, ApiError? Problem) Apply(
        this PartnerChange change, UpdatePlatformPartnerBody body, Verifications verifications, Tenant tenant)
    {
        var proofs = new VerificationProofs(Verifications.DigestOf(body.Account?.AccountVerificationId), Verifications.DigestOf(body.Type?.Business?.CompanyVerificationId));
        ApiError? problem = null;
        if (change.Account is { } given)
        {
            (given, problem) = Account(body.Account?.AccountVerificationId, given, verifications, tenant);
            change = change with { Account = given };
        }

        if (body.Type?.Business?.CompanyVerificationId is { } companyId && change.Type is PartnerTypeChange.Business business)
        {
            // Without the number beside it nobody can tell whom the proof is about.
            var status = business.BusinessRegistrationNumber is { } number ? verifications.OfCompany(tenant, companyId, number) : null;
            if (status is null)
            {
                return (change, proofs, problem ?? CompanyUnproven());
            }

            change = change with { Type = business with { BusinessStatus = status } };
        }

        return (change, proofs, problem);
    }

    private static (BankAccount Account, ApiError? Problem) Account(string? id, BankAccount account, Verifications verifications, Tenant tenant)
    {
        if (id is null)
        {
            return (account, null);
        }

        return verifications.OfAccount(tenant, id, ApiJson.Code(account.Bank), account.Number, account.Holder) switch
        {
            ProofWorth.Proves => (account with { Status = AccountStatus.Verified }, null),
            ProofWorth.Unknown => (account, new PlatformAccountVerificationNotFoundError()),
            ProofWorth.OfSomethingElse => (account, new PlatformAccountVerificationFailedError()),
            var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
        };
    }

    private static InvalidRequestError CompanyUnproven() =>
        Invalid.Field("type.business.companyVerificationId", "이 사업자등록번호를 조회한 아이디가 아니거나 기한이 지났어요. 사업자등록번호와 함께 다시 조회한 아이디를 보내 주세요.");
}
