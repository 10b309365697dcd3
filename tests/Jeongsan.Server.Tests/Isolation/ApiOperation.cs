using System.Text.Json;
using System.Text.Json.Nodes;

namespace Jeongsan.Server.Tests.Isolation;

/// <summary>One operation of the server's own OpenAPI document.</summary>
internal sealed record ApiOperation(HttpMethod Method, string Path, JsonElement Body, JsonElement Document)
{
    public bool IsRead => Method == HttpMethod.Get;

    public bool HasBody => Body.ValueKind == JsonValueKind.Object;

    public override string ToString() => $"{Method} {Path}";

    public static IReadOnlyList<ApiOperation> AllOf(JsonElement document) =>
    [
        .. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => new ApiOperation(
            HttpMethod.Parse(operation.Name.ToUpperInvariant()), path.Name, BodyOf(operation.Value), document))),
    ];

    /// <summary>The path with the known things' ids in it, and the ids.</summary>
    public (string Path, IReadOnlyList<string> Ids) Fill(KnownIds known)
    {
        var ids = new List<string>();
        var segments = Path.Split('/');
        for (var index = 0; index < segments.Length; index++)
        {
            if (segments[index] is ['{', .. var name, '}'])
            {
                var id = known.ForPath(string.Join('/', segments[..index]), name);
                ids.Add(id);
                segments[index] = Uri.EscapeDataString(id);
            }
        }
        return (string.Join('/', segments), ids);
    }

    /// <summary>A body that names the known things wherever it names a thing, and is filled where it must be.</summary>
    public JsonNode? Example(KnownIds known) => HasBody ? WrittenBodies.For(this, known) ?? new ExampleBody(Document, known).Of(Body, "", 0) : null;

    private static JsonElement BodyOf(JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body) ? body.GetProperty("content").EnumerateObject().First().Value.GetProperty("schema") : default;
}

/// <summary>Writes the JSON that a schema describes: what is required, and every id whether required or not.</summary>
internal sealed class ExampleBody(JsonElement document, KnownIds known)
{
    private const int DepthMax = 6;

    public JsonNode? Of(JsonElement schema, string name, int depth)
    {
        if (depth > DepthMax)
        {
            return null;
        }
        schema = Resolve(schema);
        if (schema.TryGetProperty("oneOf", out var members))
        {
            return Of(members[0], name, depth + 1);
        }
        if (schema.TryGetProperty("enum", out var codes))
        {
            return codes[0].GetString();
        }
        return schema.TryGetProperty("type", out var type) ? type.GetString() switch
        {
            "string" => Text(schema, name),
            "integer" => name.Contains("number", StringComparison.OrdinalIgnoreCase) ? 0 : 10,
            "boolean" => false,
            "array" => new JsonArray(Of(schema.GetProperty("items"), name, depth + 1)),
            "object" => Object(schema, depth),
            _ => null,
        } : null;
    }

    private JsonObject Object(JsonElement schema, int depth)
    {
        var written = new JsonObject();
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(one => one.GetString()!).ToHashSet() : [];
        foreach (var property in schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToArray() : [])
        {
            // Whom the request works on is said by the address alone.
            if (property.Name is not ("test" or "isForTest") && (required.Contains(property.Name) || KnownIds.IsName(property.Name) || property.Name is "filter" or "criteria" or "primaryFilter"))
            {
                written[property.Name] = Of(property.Value, property.Name, depth + 1);
            }
        }
        return written;
    }

    private string Text(JsonElement schema, string name) => (schema.TryGetProperty("format", out var format) ? format.GetString() : "") switch
    {
        "date" => "2026-11-30",
        "date-time" => "2026-11-30T00:00:00Z",
        _ when KnownIds.IsName(name) => known.ForName(name),
        _ when name.Contains("email", StringComparison.OrdinalIgnoreCase) => "other@tenant.example",
        _ when name.Contains("brn", StringComparison.OrdinalIgnoreCase) || name.Contains("registrationNumber", StringComparison.OrdinalIgnoreCase) => "1234567891",
        _ when name.Contains("url", StringComparison.OrdinalIgnoreCase) => "https://hooks.example/other",
        _ when name.Contains("file", StringComparison.OrdinalIgnoreCase) => "other.txt",
        _ => "x",
    };

    private JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!;
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(name[(name.LastIndexOf('/') + 1)..]);
        }
        return schema;
    }
}
