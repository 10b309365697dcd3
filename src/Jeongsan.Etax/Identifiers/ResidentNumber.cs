namespace Jeongsan.Etax;

/// <summary>주민등록번호: thirteen digits.</summary>
public static class ResidentNumber
{
    private static ReadOnlySpan<byte> Weights => [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

    /// <summary>Thirteen digits without a hyphen.</summary>
    public static bool IsWellFormed(string? number) => number is { Length: 13 } && !number.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether the check digit fits. Numbers given since October 2020 have none, so a number that fails may be right: warn, don't refuse.</summary>
    public static bool HasCheckDigit(string? number)
    {
        if (!IsWellFormed(number)) return false;
        var sum = 0;
        for (var i = 0; i < 12; i++) sum += (number![i] - '0') * Weights[i];
        return (11 - sum % 11) % 10 == number![12] - '0';
    }
}
