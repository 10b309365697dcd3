namespace Jeongsan.Etax;

/// <summary>사업자등록번호: ten digits, the last one a check digit.</summary>
public static class BusinessNumber
{
    private static ReadOnlySpan<byte> Weights => [1, 3, 7, 1, 3, 7, 1, 3, 5];

    /// <summary>Ten digits without hyphens whose check digit fits. Says nothing about whether the number was ever given to anybody.</summary>
    public static bool IsValid(string? number)
    {
        if (number is not { Length: 10 } || number.AsSpan().ContainsAnyExceptInRange('0', '9')) return false;
        var sum = (number[8] - '0') * 5 / 10;
        for (var i = 0; i < 9; i++) sum += (number[i] - '0') * Weights[i];
        return (10 - sum % 10) % 10 == number[9] - '0';
    }

    /// <summary>With hyphens as people write it (123-45-67891); anything but ten digits is returned as it is.</summary>
    public static string Format(string number) =>
        number is { Length: 10 } ? $"{number[..3]}-{number[3..5]}-{number[5..]}" : number;
}
