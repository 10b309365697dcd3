using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jeongsan.Domain.Money;

/// <summary>Whole won (in a foreign-currency settlement: that currency's minor unit). Negative in refunds and corrections.</summary>
/// <remarks>Within ±<see cref="Limit"/> (2⁵³−1), so that every JSON client reads it exactly. Default is 0 won.</remarks>
[JsonConverter(typeof(WonJsonConverter))]
public readonly record struct Won : IComparable<Won>
{
    public const long Limit = 9_007_199_254_740_991;

    public Won(long value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Limit);
        ArgumentOutOfRangeException.ThrowIfLessThan(value, -Limit);
        Value = value;
    }

    public long Value { get; }

    public static Won Zero => default;

    public bool IsNegative => Value < 0;

    public bool IsZero => Value == 0;

    public Won Abs() => new(Math.Abs(Value));

    /// <summary>This amount × <paramref name="rate"/>, the fraction rounded as named.</summary>
    public Won Multiply(Rate rate, Rounding rounding) => MultiplyDivide(rate.Per100000, Rate.Whole, rounding);

    /// <summary>This amount × rate, the fraction of a won cut off.</summary>
    public Won MulFloor(Rate rate) => Multiply(rate, Rounding.Floor);

    /// <summary>This amount × numerator ÷ denominator in one exact step; denominator above zero.</summary>
    public Won MultiplyDivide(long numerator, long denominator, Rounding rounding)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var product = (Int128)Value * numerator;
        var (quotient, remainder) = Int128.DivRem(product, denominator);
        var step = Int128.Sign(product) * rounding switch
        {
            Rounding.Floor => 0,
            Rounding.Ceiling => remainder == 0 ? 0 : 1,
            Rounding.HalfUp => Int128.Abs(remainder) * 2 >= denominator ? 1 : 0,
            _ => throw new ArgumentOutOfRangeException(nameof(rounding)),
        };
        return new Won((long)(quotient + step));
    }

    public int CompareTo(Won other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    public static Won Min(Won left, Won right) => left <= right ? left : right;

    public static Won Max(Won left, Won right) => left >= right ? left : right;

    public static Won operator +(Won left, Won right) => new(left.Value + right.Value);

    public static Won operator -(Won left, Won right) => new(left.Value - right.Value);

    public static Won operator -(Won won) => new(-won.Value);

    public static Won operator *(Won won, int count) => new(won.Value * count);

    public static bool operator <(Won left, Won right) => left.Value < right.Value;

    public static bool operator >(Won left, Won right) => left.Value > right.Value;

    public static bool operator <=(Won left, Won right) => left.Value <= right.Value;

    public static bool operator >=(Won left, Won right) => left.Value >= right.Value;

    public static Won Add(Won left, Won right) => left + right;

    public static Won Subtract(Won left, Won right) => left - right;

    public static Won Negate(Won won) => -won;

    public static Won Multiply(Won won, int count) => won * count;
}

/// <summary>Sums of won.</summary>
public static class WonSums
{
    public static Won Total(this IEnumerable<Won> amounts) => amounts.Aggregate(Won.Zero, (sum, amount) => sum + amount);

    public static Won Total<T>(this IEnumerable<T> things, Func<T, Won> amountOf) => things.Select(amountOf).Total();
}

/// <summary>An amount is a plain number in JSON.</summary>
public sealed class WonJsonConverter : JsonConverter<Won>
{
    public override Won Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Won value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
