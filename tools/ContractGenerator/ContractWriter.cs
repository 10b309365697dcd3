using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ContractGenerator;

/// <summary>The C# of one schema.</summary>
internal sealed class ContractWriter(ReferenceDocument document)
{
    public string Enum(string name)
    {
        var text = new StringBuilder($"internal enum {ReferenceDocument.ClassName(name)}\n{{\n");
        foreach (var value in document.Schemas[name].GetProperty("enum").EnumerateArray().Select(value => value.GetString()!))
        {
            var member = string.Concat(value.Split('_').Select(word => word[..1] + word[1..].ToLowerInvariant()));
            if (JsonNamingPolicy.SnakeCaseUpper.ConvertName(member) != value)
            {
                text.Append(CultureInfo.InvariantCulture, $"    [JsonStringEnumMemberName(\"{value}\")]\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"    {member},\n");
        }

        return text.Append("}\n").ToString();
    }

    public string Union(string name)
    {
        var text = new StringBuilder("[JsonPolymorphic(TypeDiscriminatorPropertyName = \"type\")]\n");
        foreach (var mapping in document.Schemas[name].GetProperty("discriminator").GetProperty("mapping").EnumerateObject())
        {
            text.Append(CultureInfo.InvariantCulture, $"[JsonDerivedType(typeof({ClassOf(mapping.Value)}), \"{mapping.Name}\")]\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"internal abstract record {ReferenceDocument.ClassName(name)};\n").ToString();
    }

    public string Record(string name, bool answersAlone)
    {
        var schema = document.Schemas[name];
        var className = ReferenceDocument.ClassName(name);
        var inUnion = document.Discriminators.TryGetValue(name, out var member);
        var text = new StringBuilder();
        if (inUnion && answersAlone)
        {
            // Also answered outside its union: then it still says its type.
            text.Append("[JsonPolymorphic(TypeDiscriminatorPropertyName = \"type\")]\n");
            text.Append(CultureInfo.InvariantCulture, $"[JsonDerivedType(typeof({className}), \"{member.Value}\")]\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"internal sealed record {className}");
        if (inUnion)
        {
            text.Append(CultureInfo.InvariantCulture, $" : {ReferenceDocument.ClassName(member.Union)}");
        }

        var properties = Properties(schema, className).Where(property => !inUnion || property.JsonName != "type").ToArray();
        if (properties.Length == 0)
        {
            return text.Append(";\n").ToString();
        }

        text.Append("\n{\n").AppendJoin('\n', properties.Select(property => property.Text)).Append("}\n");
        return text.ToString();
    }

    public string Error(string name)
    {
        var schema = document.Schemas[name];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"[ErrorType(\"{document.Discriminators[name].Value}\", {schema.GetProperty("x-portone-status-code").GetInt32()}, \"\")]\n");
        text.Append(CultureInfo.InvariantCulture, $"internal sealed record {name} : ApiError");
        var properties = Properties(schema, name).Where(property => property.JsonName is not ("type" or "message")).ToArray();
        return properties.Length == 0
            ? text.Append(";\n").ToString()
            : text.Append("\n{\n").AppendJoin('\n', properties.Select(property => property.Text)).Append("}\n").ToString();
    }

    public string ErrorUnion(string name)
    {
        var members = document.Schemas[name].GetProperty("oneOf").EnumerateArray()
            .Select(member => $"    typeof({ClassOf(member.GetProperty("$ref"))})");
        return $"[OneOf(\n{string.Join(",\n", members)})]\ninternal sealed class {ReferenceDocument.ClassName(name)};\n";
    }

    private IEnumerable<(string JsonName, string Text)> Properties(JsonElement schema, string className)
    {
        var required = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()!).ToHashSet(StringComparer.Ordinal)
            : [];
        if (!schema.TryGetProperty("properties", out var properties))
        {
            yield break;
        }

        foreach (var property in properties.EnumerateObject())
        {
            var name = char.ToUpperInvariant(property.Name[0]) + property.Name[1..];
            var attribute = "";
            if (name == className)
            {
                attribute = $"    [JsonPropertyName(\"{property.Name}\")]\n";
                name += "Value";
            }

            var type = TypeOf(property.Value);
            var text = required.Contains(property.Name)
                ? $"{attribute}    public required {type} {name} {{ get; init; }}\n"
                : $"{attribute}    public {type}? {name} {{ get; init; }}\n";
            yield return (property.Name, text);
        }
    }

    private string TypeOf(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var target = ReferenceDocument.Target(reference.GetString()!);
            return document.IsMap(target)
                ? $"IReadOnlyDictionary<string, {TypeOf(document.Schemas[target].GetProperty("additionalProperties"))}>"
                : ReferenceDocument.ClassName(target);
        }

        var format = schema.TryGetProperty("format", out var given) ? given.GetString() : null;
        return (schema.GetProperty("type").GetString(), format) switch
        {
            ("string", "date-time") => "DateTimeOffset",
            ("string", "date") => "DateOnly",
            ("string", _) => "string",
            ("integer", "int32") => "int",
            ("integer", _) => "long",
            ("boolean", _) => "bool",
            ("array", _) => $"IReadOnlyList<{TypeOf(schema.GetProperty("items"))}>",
            var other => throw new InvalidDataException($"Unknown type {other} in the reference"),
        };
    }

    private static string ClassOf(JsonElement reference) =>
        ReferenceDocument.ClassName(ReferenceDocument.Target(reference.GetString()!));
}
