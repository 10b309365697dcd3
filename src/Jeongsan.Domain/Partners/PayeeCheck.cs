using System.Security.Cryptography;
using System.Text;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Partners;

/// <summary>지급 전 확인: what the bank last said of a partner's account, and the tax service of its business, and when.</summary>
public sealed class PayeeCheck : ITenantOwned
{
    private PayeeCheck()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public PartnerId PartnerId { get; private set; }

    /// <summary>Of the account that was asked about, as <see cref="DigestOf"/>; the account itself stands with the partner.</summary>
    public string? AccountDigest { get; private set; }

    public AccountStatus Account { get; private set; }

    /// <summary>Whom the bank named; null when it knows no such account.</summary>
    public string? FoundHolder { get; private set; }

    public DateTimeOffset? AccountCheckedAt { get; private set; }

    /// <summary>True from the question until its answer.</summary>
    public bool IsAccountAsked { get; private set; }

    /// <summary>The number that was asked about.</summary>
    public BusinessRegistrationNumber? BusinessNumber { get; private set; }

    public BusinessStatus Business { get; private set; }
    public DateTimeOffset? BusinessCheckedAt { get; private set; }

    /// <summary>True from the question until its answer.</summary>
    public bool IsBusinessAsked { get; private set; }

    public int Version { get; private set; }

    public static PayeeCheck Of(Tenant tenant, PartnerId partner) => new() { MerchantId = tenant.Merchant, Mode = tenant.Mode, PartnerId = partner };

    /// <summary>SHA-256 over bank, number and holder, in hex: tells whether it is still the same account, and nothing else.</summary>
    public static string DigestOf(BankAccount account) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Bank}\n{account.Number}\n{account.Holder}")));

    public void AskAccount()
    {
        IsAccountAsked = true;
        Version++;
    }

    /// <param name="foundHolder">Null: the bank knows no such account.</param>
    public void ConcludeAccount(BankAccount account, string? foundHolder, DateTimeOffset at)
    {
        (AccountDigest, FoundHolder, AccountCheckedAt, IsAccountAsked) = (DigestOf(account), foundHolder, at, false);
        Account = foundHolder is not null && HolderName.IsSame(account.Holder, foundHolder) ? AccountStatus.Verified : AccountStatus.VerifyFailed;
        Version++;
    }

    public void AskBusiness()
    {
        IsBusinessAsked = true;
        Version++;
    }

    public void ConcludeBusiness(BusinessRegistrationNumber number, BusinessStatus status, DateTimeOffset at)
    {
        (BusinessNumber, Business, BusinessCheckedAt, IsBusinessAsked) = (number, status, at, false);
        Version++;
    }

    /// <summary>The question could not be asked as it stands: what was known before stays.</summary>
    public void GiveUp(bool ofAccount)
    {
        (IsAccountAsked, IsBusinessAsked) = ofAccount ? (false, IsBusinessAsked) : (IsAccountAsked, false);
        Version++;
    }
}

/// <summary>Holders' names as banks write them.</summary>
public static class HolderName
{
    /// <summary>Banks cut names in their systems to about this many letters.</summary>
    private const int CutAt = 10;

    private static readonly string[] LegalForms = ["주식회사", "유한회사", "㈜", "㈐", "(주)", "(유)"];

    /// <summary>Equal without blanks and legal forms; of a name that the bank cut, its beginning.</summary>
    public static bool IsSame(string stated, string found)
    {
        var (one, other) = (Bare(stated), Bare(found));
        return one.Length > 0 && (one == other || (other.Length >= CutAt && one.StartsWith(other, StringComparison.Ordinal)));
    }

    private static string Bare(string name)
    {
        var bare = LegalForms.Aggregate(name.Normalize(NormalizationForm.FormC), (text, form) => text.Replace(form, "", StringComparison.Ordinal));
        return string.Concat(bare.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
    }
}
