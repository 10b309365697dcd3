using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace Jeongsan.Application.People;

/// <summary>Makes, hides and checks the secrets of people. The clock is always the real one: a phone knows no test clock.</summary>
public sealed class PersonSecrets(IDataProtectionProvider protection)
{
    // RFC 4226 section 4, R6: 160 bits are recommended.
    private const int TotpSecretBytes = 20;
    private static readonly TimeSpan EnrolmentLifetime = TimeSpan.FromMinutes(15);
    // RFC 6238 section 5.2: one step back for the time that typing takes, one ahead for a phone's clock.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    private readonly IDataProtector _totp = protection.CreateProtector("Jeongsan.People.TotpSecret.v1");
    private readonly ITimeLimitedDataProtector _enrolment = protection.CreateProtector("Jeongsan.People.Enrolment.v1").ToTimeLimitedDataProtector();

    public static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>A fresh secret in base 32, as authenticator apps want it typed.</summary>
    public static string NewTotpSecret() => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(TotpSecretBytes));

    public string Protect(string base32Secret) => _totp.Protect(base32Secret);

    /// <summary>Carries a secret that is not yet enrolled through the person's browser; valid for 15 minutes and for that person only.</summary>
    public string SealEnrolment(PersonId person, string base32Secret) => _enrolment.Protect($"{person.Value}\n{base32Secret}", EnrolmentLifetime);

    /// <summary>Null when it was altered, is older than 15 minutes or belongs to somebody else.</summary>
    public string? OpenEnrolment(PersonId person, string sealedEnrolment)
    {
        try
        {
            var parts = _enrolment.Unprotect(sealedEnrolment).Split('\n');
            return parts is [var owner, var secret] && owner == person.Value ? secret : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The step whose code this is, or null when it is no code of the last, this or the next half minute.</summary>
    public static long? MatchingStep(string base32Secret, string code, DateTimeOffset now)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (digits.Length != 6)
            return null;
        var totp = new Totp(Base32Encoding.ToBytes(base32Secret));
        return totp.VerifyTotp(now.UtcDateTime, digits, out var step, Window) ? step : null;
    }

    public long? MatchingProtectedStep(string protectedSecret, string code, DateTimeOffset now) =>
        MatchingStep(_totp.Unprotect(protectedSecret), code, now);

    /// <summary>What the QR code says (Key URI format of authenticator apps).</summary>
    public static string EnrolmentUri(string issuer, string email, string base32Secret) =>
        new OtpUri(OtpType.Totp, base32Secret, email, issuer).ToString();
}
