using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Jeongsan.Server.Api.OpenApi;

/// <summary>Writes contracts as OpenAPI schemas, each named type once under its own name.</summary>
internal sealed class SchemaWriter
{
    private readonly SortedDictionary<string, JsonNode?> _schemas = new(StringComparer.Ordinal);

    public JsonObject Components() => new(_schemas.Select(schema => KeyValuePair.Create(schema.Key, schema.Value?.DeepClone())));

    /// <summary>The schema that a reference names; other schemas as they are.</summary>
    public JsonObject Resolve(JsonNode schema) =>
        schema["$ref"]?.GetValue<string>() is { } reference ? (JsonObject)_schemas[reference[(reference.LastIndexOf('/') + 1)..]]! : (JsonObject)schema;

    public JsonObject Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Primitive(type) is { } primitive)
        {
            return primitive;
        }

        if (type.IsEnum)
        {
            return Named(type, () => new JsonObject { ["type"] = "string", ["enum"] = Strings(RequestShape.EnumCodes(type)) });
        }

        var info = ApiJson.Options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => new JsonObject { ["type"] = "array", ["items"] = Of(info.ElementType!) },
            JsonTypeInfoKind.Dictionary => new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(info.ElementType!) },
            _ when type.IsAbstract => Named(type, () => UnionOf(type.GetCustomAttributes<JsonDerivedTypeAttribute>()
                .Select(member => (member.TypeDiscriminator as string ?? "", member.DerivedType)))),
            _ => Named(type, () => ObjectOf(type, info)),
        };
    }

    /// <summary>A union of errors, told apart by their type.</summary>
    public JsonObject OfErrors(RefusesMetadata refuses) =>
        Named(refuses.Union, () => UnionOf(refuses.Members.Select(member => (ApiError.KindOf(member).Type, member)).DistinctBy(member => member.Type)));

    private static JsonObject? Primitive(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => null,
        TypeCode.String => new JsonObject { ["type"] = "string" },
        TypeCode.Boolean => new JsonObject { ["type"] = "boolean" },
        TypeCode.Int32 => new JsonObject { ["type"] = "integer", ["format"] = "int32" },
        TypeCode.Int64 => new JsonObject { ["type"] = "integer", ["format"] = "int64" },
        _ when type == typeof(DateOnly) => new JsonObject { ["type"] = "string", ["format"] = "date" },
        _ when type == typeof(DateTimeOffset) => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
        _ => null,
    };

    private JsonObject Named(Type type, Func<JsonObject> write)
    {
        if (!_schemas.ContainsKey(type.Name))
        {
            // Taken before it is written: a type may mention itself.
            _schemas[type.Name] = null;
            _schemas[type.Name] = write();
        }

        return Reference(type);
    }

    private static JsonObject Reference(Type type) => new() { ["$ref"] = $"#/components/schemas/{type.Name}" };

    private JsonObject UnionOf(IEnumerable<(string Code, Type Member)> members)
    {
        var oneOf = new JsonArray();
        var mapping = new JsonObject();
        foreach (var (code, member) in members)
        {
            oneOf.Add(Of(member));
            mapping[code] = $"#/components/schemas/{member.Name}";
        }

        return new JsonObject
        {
            ["oneOf"] = oneOf,
            ["discriminator"] = new JsonObject { ["propertyName"] = "type", ["mapping"] = mapping },
        };
    }

    private JsonObject ObjectOf(Type type, JsonTypeInfo info)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        if (TypeCodesOf(type) is { } codes)
        {
            properties["type"] = new JsonObject { ["type"] = "string", ["enum"] = Strings(codes) };
            required.Add("type");
        }

        foreach (var property in info.Properties.Where(property => !properties.ContainsKey(property.Name)))
        {
            properties[property.Name] = Of(property.PropertyType);
            if (property.IsRequired)
            {
                required.Add(property.Name);
            }
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        return schema;
    }

    /// <summary>What the member "type" of a union's member or of an error may say; null where there is no such member.</summary>
    private static IEnumerable<string>? TypeCodesOf(Type type)
    {
        if (typeof(ApiError).IsAssignableFrom(type))
        {
            var kind = ApiError.KindOf(type);
            return kind.FormerCodes is null ? [kind.Type] : [kind.Type, .. RequestShape.EnumCodes(kind.FormerCodes)];
        }

        return type.BaseType?.GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Where(member => member.DerivedType == type)
            .Select(member => member.TypeDiscriminator as string ?? "") is { } codes && codes.Any()
                ? codes
                : null;
    }

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);
}
