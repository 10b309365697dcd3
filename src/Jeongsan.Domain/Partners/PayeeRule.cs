namespace Jeongsan.Domain.Partners;

/// <summary>Why a partner is not paid before somebody has looked.</summary>
public enum PayeeProblem
{
    /// <summary>The platform wants its payees checked, and this one was not.</summary>
    NotChecked = 0,

    /// <summary>It was checked longer ago than the platform wants.</summary>
    CheckTooOld,

    /// <summary>It is another account than the one that was checked.</summary>
    AccountChanged,

    /// <summary>The bank names another holder.</summary>
    HolderDiffers,

    /// <summary>The bank knows no such account.</summary>
    AccountNotFound,

    /// <summary>폐업.</summary>
    BusinessClosed,

    /// <summary>The tax service knows no business of that number.</summary>
    BusinessNotFound,

    /// <summary>Its contract pays only what is invoiced, and an invoice of the payout has not reached the NTS.</summary>
    InvoiceNotSent,
}

/// <summary>Whether a partner may be paid, by what is known of its account and business.</summary>
public static class PayeeRule
{
    public const int AgeDaysMin = 1;
    public const int AgeDaysMax = 365;

    /// <summary>
    /// Null when nothing stands against it. What a check found always counts, and an account that was checked once may not be
    /// exchanged without another check; that there was a check counts only where the platform demands it.
    /// </summary>
    /// <param name="account">To which the money would go.</param>
    /// <param name="ageDaysMax">How old a check may be, in days; null when none is demanded.</param>
    public static PayeeProblem? Judge(PayeeCheck? check, BankAccount account, PartnerType type, int? ageDaysMax, DateTimeOffset now)
    {
        var number = (type as PartnerType.Business)?.BusinessRegistrationNumber;
        var ofBusiness = number is { } stated && check?.BusinessNumber == stated ? check.BusinessCheckedAt : null;
        var ofAccount = check?.AccountCheckedAt;
        return ofBusiness is not null && check!.Business == BusinessStatus.Closed ? PayeeProblem.BusinessClosed
            : ofBusiness is not null && check!.Business == BusinessStatus.NotFound ? PayeeProblem.BusinessNotFound
            : ofAccount is not null && check!.AccountDigest != PayeeCheck.DigestOf(account) ? PayeeProblem.AccountChanged
            : ofAccount is not null && check!.Account == AccountStatus.VerifyFailed ? check.FoundHolder is null ? PayeeProblem.AccountNotFound : PayeeProblem.HolderDiffers
            : ageDaysMax is not { } days ? null
            : ofAccount is null || (number is not null && ofBusiness is null) ? PayeeProblem.NotChecked
            : IsOlder(ofAccount.Value) || (ofBusiness is { } at && IsOlder(at)) ? PayeeProblem.CheckTooOld
            : null;

        bool IsOlder(DateTimeOffset at) => now - at > TimeSpan.FromDays(days);
    }
}
