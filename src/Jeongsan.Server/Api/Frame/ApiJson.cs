using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Jeongsan.Server.Api;

/// <summary>How contracts become JSON and back.</summary>
internal static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The spelling of a code on the wire, e.g. PAYOUT_PREPARED.</summary>
    public static string Code<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            MaxDepth = 32,
            // Answers are read as JSON, never as HTML: Korean stays readable.
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false));
        options.Converters.Add(new DateConverter());
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new TextConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Texts without U+0000, which PostgreSQL stores nowhere and nobody means.</summary>
    private sealed class TextConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? Checked(reader.GetString()!) : throw new JsonException();

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Checked(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

        private static string Checked(string text) => text.Contains('\0', StringComparison.Ordinal) ? throw new JsonException() : text;
    }
}

/// <summary>Dates that business can have: from 1900 to 2999, so that reckoning with them stays within what a date can be.</summary>
internal class DateConverter : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && Allows(date)
            ? date
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    protected virtual bool Allows(DateOnly date) => date.Year is >= ApiLimits.YearMin and <= ApiLimits.YearMax;
}

/// <summary>Instants of the same years. They are RFC 3339; ours are written in UTC with Z.</summary>
internal class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var instant) && Allows(instant) ? instant : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    protected virtual bool Allows(DateTimeOffset instant) => instant.UtcDateTime.Year is >= ApiLimits.YearMin and <= ApiLimits.YearMax;
}

/// <summary>Ends of a filter's range, which may be as far as one likes.</summary>
internal sealed class AnyDateConverter : DateConverter
{
    protected override bool Allows(DateOnly date) => true;
}

/// <inheritdoc cref="AnyDateConverter"/>
internal sealed class AnyInstantConverter : InstantConverter
{
    protected override bool Allows(DateTimeOffset instant) => true;
}
