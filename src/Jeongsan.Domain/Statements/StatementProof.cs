using System.Globalization;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Domain.Statements;

public enum StatementProofKind
{
    /// <summary>사업자등록번호, 10 digits.</summary>
    BusinessNumber = 0,

    /// <summary>생년월일, 8 digits.</summary>
    Birthdate,

    /// <summary>The whole number of the account that is paid to: of a person whose birth date the platform doesn't keep.</summary>
    AccountNumber,
}

/// <summary>What the page behind the link asks before it shows anything: something that stands on no mail.</summary>
/// <param name="Digits">The right answer. Never shown.</param>
public sealed record StatementProof(StatementProofKind Kind, string Digits)
{
    public static StatementProof Of(Payout payout)
    {
        ArgumentNullException.ThrowIfNull(payout);
        return payout.Partner.Profile.Type switch
        {
            PartnerType.Business business => new(StatementProofKind.BusinessNumber, business.BusinessRegistrationNumber.Value),
            PartnerType.WhtPayer { Birthdate: { } born } => OfBirthdate(born),
            PartnerType.NonWhtPayer { Birthdate: { } born } => OfBirthdate(born),
            _ => new(StatementProofKind.AccountNumber, payout.Account.Number),
        };
    }

    private static StatementProof OfBirthdate(DateOnly born) => new(StatementProofKind.Birthdate, born.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
}
