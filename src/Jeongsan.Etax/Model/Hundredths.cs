using System.Globalization;

namespace Jeongsan.Etax;

/// <summary>A quantity or a unit price: the standard allows two decimals. The value is counted in hundredths; negative in amendments.</summary>
public readonly record struct Hundredths(long Value)
{
    /// <summary>A number without decimals.</summary>
    public static Hundredths FromWhole(long whole) => new(whole * 100);

    /// <summary>Reads <c>-12</c>, <c>12.3</c>, <c>12.34</c>, <c>12.30000</c>; refuses separators, exponents, a plus sign and a third significant decimal.</summary>
    public static bool TryParse(string? text, out Hundredths value)
    {
        value = default;
        if (string.IsNullOrEmpty(text)) return false;
        var digits = text.AsSpan(text[0] == '-' ? 1 : 0);
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var part = point < 0 ? default : digits[(point + 1)..].TrimEnd('0');
        if (whole.IsEmpty || whole.Length > 15 || part.Length > 2 || (point >= 0 && point == digits.Length - 1)) return false;
        if (whole.ContainsAnyExceptInRange('0', '9') || part.ContainsAnyExceptInRange('0', '9')) return false;
        var hundredths = long.Parse(whole, CultureInfo.InvariantCulture) * 100;
        if (part.Length > 0) hundredths += (part[0] - '0') * 10;
        if (part.Length > 1) hundredths += part[1] - '0';
        value = new(text[0] == '-' ? -hundredths : hundredths);
        return true;
    }

    /// <summary>The shortest form: <c>12</c>, <c>12.3</c>, <c>-0.05</c>.</summary>
    public override string ToString()
    {
        var (whole, part) = Math.DivRem(Math.Abs(Value), 100);
        var sign = Value < 0 ? "-" : "";
        return part == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{part:00}").TrimEnd('0');
    }
}
