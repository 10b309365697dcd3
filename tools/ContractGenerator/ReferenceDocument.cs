using System.Text.Json;
using System.Text.RegularExpressions;

namespace ContractGenerator;

/// <summary>What of the reference document the contracts need: names, types, enums, required members, unions. Never its texts.</summary>
internal sealed partial class ReferenceDocument
{
    // Names of the reference that would clash with names of the framework, or are accidents of its own generator.
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["Type"] = "PlatformWithdrawalType",
        ["Decimal"] = "UnscaledDecimal",
        ["DayOfWeek"] = "Weekday",
        ["Currency"] = "CurrencyCode",
        ["Bank"] = "BankCode",
        ["GetAccountTransfersBody1"] = "GetPlatformAccountTransfersBody",
        ["requestB2bTaxInvoiceError"] = "RequestB2bTaxInvoiceError",
    };

    private ReferenceDocument(JsonElement root)
    {
        Root = root;
        Schemas = root.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .ToDictionary(schema => schema.Name, schema => schema.Value, StringComparer.Ordinal);
        Discriminators = new Dictionary<string, (string Union, string Value)>(StringComparer.Ordinal);
        foreach (var (name, schema) in Schemas)
        {
            if (!schema.TryGetProperty("oneOf", out _))
            {
                continue;
            }

            foreach (var mapping in schema.GetProperty("discriminator").GetProperty("mapping").EnumerateObject())
            {
                Discriminators[Target(mapping.Value.GetString()!)] = (name, mapping.Name);
            }
        }
    }

    public JsonElement Root { get; }

    public IReadOnlyDictionary<string, JsonElement> Schemas { get; }

    /// <summary>For each member of a union: the union and the value of its discriminator.</summary>
    public Dictionary<string, (string Union, string Value)> Discriminators { get; }

    public static ReferenceDocument Load(string path) => new(JsonDocument.Parse(File.ReadAllBytes(path)).RootElement);

    public static string Target(string reference) => reference[(reference.LastIndexOf('/') + 1)..];

    public static string ClassName(string schemaName) => Renamed.GetValueOrDefault(schemaName, schemaName);

    public bool IsUnion(string name) => Schemas[name].TryGetProperty("oneOf", out _);

    public bool IsError(string name) => Schemas[name].TryGetProperty("x-portone-status-code", out _);

    public bool IsErrorUnion(string name) => IsUnion(name) && name.EndsWith("Error", StringComparison.Ordinal);

    public bool IsEnum(string name) => Schemas[name].TryGetProperty("enum", out _);

    public bool IsMap(string name) => Schemas[name].TryGetProperty("additionalProperties", out _);

    /// <summary>The schemas that a schema mentions directly.</summary>
    public IEnumerable<string> Mentions(JsonElement schema) =>
        References().Matches(schema.GetRawText()).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex("\"#/components/schemas/([^\"]+)\"")]
    private static partial Regex References();
}
