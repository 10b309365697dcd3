using System.Globalization;

namespace Jeongsan.Etax;

/// <summary>승인번호: 24 characters = write date (8 digits), registration number of the issuing system (8 digits), serial (8 digits or letters). Unique for ever.</summary>
public static class ApprovalNumber
{
    /// <summary>The length of every approval number.</summary>
    public const int Length = 24;

    /// <exception cref="ArgumentException">The registration number isn't 8 digits, or the serial isn't 8 digits or ASCII letters.</exception>
    public static string Create(DateOnly writeDate, string issuerRegistrationNumber8, string serial8)
    {
        var number = writeDate.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + issuerRegistrationNumber8 + serial8;
        if (issuerRegistrationNumber8 is not { Length: 8 } || serial8 is not { Length: 8 } || !IsWellFormed(number))
            throw new ArgumentException("An approval number needs a registration number of 8 digits and a serial of 8 digits or letters.");
        return number;
    }

    /// <summary>24 characters: a real date, 8 digits, 8 digits or ASCII letters.</summary>
    public static bool IsWellFormed(string? number) =>
        number is { Length: Length } && WriteDate(number) is not null
        && !number.AsSpan(8, 8).ContainsAnyExceptInRange('0', '9') && number.AsSpan(16).IndexOfAnyExcept(SerialCharacters) < 0;

    /// <summary>The write date in the number; null when its first eight characters are no date.</summary>
    public static DateOnly? WriteDate(string number) =>
        number.Length >= 8 && DateOnly.TryParseExact(number.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static readonly System.Buffers.SearchValues<char> SerialCharacters =
        System.Buffers.SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
