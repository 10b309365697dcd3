using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jeongsan.Popbill.Emulator.Wire;

/// <summary>
/// Reads what the official clients send: any casing, numbers and flags in quotes, null and "" and absent alike, whatever charset the header names.
/// Writes exactly the documented names.
/// </summary>
internal static class LenientJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowTrailingCommas = true,
        Converters = { new Text(), new Whole(), new Flag() },
    };

    /// <summary>Null when the bytes are no JSON of that shape.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> body) where T : class
    {
        if (body.StartsWith(Encoding.UTF8.Preamble)) body = body[Encoding.UTF8.Preamble.Length..];
        try
        {
            return JsonSerializer.Deserialize<T>(body, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Some clients write <c>{'id':'X'}</c>, or a JSON string that holds such a text.</summary>
    public static T? ReadSingleQuoted<T>(ReadOnlySpan<byte> body) where T : class
    {
        if (Read<T>(body) is { } plain) return plain;
        var text = Read<string>(body) ?? Encoding.UTF8.GetString(body);
        return Read<T>(Encoding.UTF8.GetBytes(text)) ?? Read<T>(Encoding.UTF8.GetBytes(text.Replace('\'', '"')));
    }

    private sealed class Text : JsonConverter<string>
    {
        public override bool HandleNull => true;

        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => reader.GetString() is { Length: > 0 } text ? text : null,
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => throw new JsonException(),
        };

        public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class Whole : JsonConverter<int?>
    {
        public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.Number => reader.GetInt32(),
            JsonTokenType.String when string.IsNullOrEmpty(reader.GetString()) => null,
            JsonTokenType.String when int.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out var number) => number,
            _ => throw new JsonException(),
        };

        public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options)
        {
            if (value is { } number) writer.WriteNumberValue(number);
            else writer.WriteNullValue();
        }
    }

    private sealed class Flag : JsonConverter<bool?>
    {
        public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when string.IsNullOrEmpty(reader.GetString()) => null,
            JsonTokenType.String when bool.TryParse(reader.GetString(), out var flag) => flag,
            _ => throw new JsonException(),
        };

        public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
        {
            if (value is { } flag) writer.WriteBooleanValue(flag);
            else writer.WriteNullValue();
        }
    }
}
