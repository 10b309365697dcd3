using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jeongsan.Domain.Money;

/// <summary>A share in 10⁻⁵: 10 % is 10000. From 0 to <see cref="Whole"/>, both included. Default is 0 %.</summary>
[JsonConverter(typeof(RateJsonConverter))]
public readonly record struct Rate : IComparable<Rate>
{
    /// <summary>100 %.</summary>
    public const int Whole = 100_000;

    public Rate(int per100000)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(per100000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(per100000, Whole);
        Per100000 = per100000;
    }

    public int Per100000 { get; }

    /// <summary>Whole percents, for rates that a law states.</summary>
    public static Rate OfPercent(int percent) => new(percent * 1000);

    public static bool IsInRange(long per100000) => per100000 is >= 0 and <= Whole;

    public int CompareTo(Rate other) => Per100000.CompareTo(other.Per100000);

    public override string ToString() => $"{Per100000}e-5";

    public static bool operator <(Rate left, Rate right) => left.Per100000 < right.Per100000;

    public static bool operator >(Rate left, Rate right) => left.Per100000 > right.Per100000;

    public static bool operator <=(Rate left, Rate right) => left.Per100000 <= right.Per100000;

    public static bool operator >=(Rate left, Rate right) => left.Per100000 >= right.Per100000;
}

/// <summary>A rate is its number of 10⁻⁵ in JSON.</summary>
public sealed class RateJsonConverter : JsonConverter<Rate>
{
    public override Rate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, Rate value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Per100000);
}
