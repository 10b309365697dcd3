using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Jeongsan.Application.Storage.Sealing;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jeongsan.Application.Storage;

/// <summary>How facts that are never searched by their parts are kept: as JSON text in one column.</summary>
internal static class StorageJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The same, with <see cref="SealedFields"/> sealed.</summary>
    public static JsonSerializerOptions InColumns { get; } = new(Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { SealedFields.Seal } },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidDataException($"A stored {typeof(T).Name} is empty.");
}

/// <summary>Keeps an immutable value as JSON text.</summary>
internal sealed class JsonColumn<T>() : ValueConverter<T, string>(value => Write(value), text => Read(text))
{
    private static string Write(T value) => JsonSerializer.Serialize(value, StorageJson.InColumns);

    private static T Read(string json) =>
        JsonSerializer.Deserialize<T>(json, StorageJson.InColumns) ?? throw new InvalidDataException($"A stored {typeof(T).Name} is empty.");
}

/// <summary>Keeps an immutable value as JSON text that nobody reads without the installation's keys.</summary>
internal sealed class SealedJsonColumn<T>() : ValueConverter<T, string>(value => Seals.Seal(StorageJson.Write(value)), text => StorageJson.Read<T>(Seals.Open(text)));

/// <summary>Two values are the same when they would be stored the same; immutable, so the snapshot is the value itself.</summary>
internal sealed class JsonColumnComparer<T>() : ValueComparer<T>(
    (a, b) => StorageJson.Write(a) == StorageJson.Write(b),
    value => StorageJson.Write(value).GetHashCode(StringComparison.Ordinal),
    value => value);
