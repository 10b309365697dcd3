using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jeongsan.Domain.Foundation;

/// <summary>An id that the platform or we chose: a text in its own type, so that two kinds of ids never mix.</summary>
public interface ITextId<TSelf> where TSelf : struct, ITextId<TSelf>
{
    string Value { get; }

    static abstract TSelf From(string value);
}

/// <summary>Writes an id as the plain text that it is.</summary>
public sealed class TextIdJsonConverter<TId> : JsonConverter<TId> where TId : struct, ITextId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.From(reader.GetString() ?? throw new JsonException("An id cannot be null."));

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
