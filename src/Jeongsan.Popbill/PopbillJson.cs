using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Jeongsan.Popbill;

internal static class PopbillJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new TextOrNumber() },
    };

    private static readonly JsonSerializerOptions AsInCode = new(Options) { PropertyNamingPolicy = null };

    /// <summary>Property names exactly as the code spells them: the protocol writes some with a capital.</summary>
    public static JsonNode Spelled(object body) => JsonSerializer.SerializeToNode(body, AsInCode)!;

    /// <summary>Popbill writes some numbers as text and some text as numbers; which one is not always documented.</summary>
    private sealed class TextOrNumber : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
            _ => throw new JsonException("Text or number expected."),
        };

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
