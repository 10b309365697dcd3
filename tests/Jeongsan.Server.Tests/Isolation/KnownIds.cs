using System.Text.Json;

namespace Jeongsan.Server.Tests.Isolation;

/// <summary>Ids of things that one tenant has, found in its own lists, so that lists that come later are known by themselves.</summary>
internal sealed class KnownIds
{
    /// <summary>By the path of the list and by the plain name of the thing, in lower case.</summary>
    private readonly Dictionary<string, string> _ids = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of members that hold an id of something: partnerId, contractIds, taxInvoiceKey, id.</summary>
    public static bool IsName(string name) =>
        name is "id" or "ids" || name is not "graphqlId" && (name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("Ids", StringComparison.Ordinal) || name.EndsWith("Key", StringComparison.Ordinal));

    public IReadOnlyCollection<string> All => _ids.Values;

    public void Add(string name, string id) => _ids.TryAdd(name, id);

    /// <summary>The first item of a list, under the list's path and under every member of the item that is an id.</summary>
    public void Learn(string listPath, JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object)
        {
            return;
        }
        foreach (var list in answer.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array && member.Value.GetArrayLength() > 0))
        {
            foreach (var item in list.Value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
            {
                foreach (var member in item.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String && IsName(member.Name)))
                {
                    Add(member.Name == "id" ? listPath : member.Name, member.Value.GetString()!);
                }
            }
        }
    }

    public string ForPath(string before, string name) =>
        _ids.GetValueOrDefault($"{before}/{name}") ?? _ids.GetValueOrDefault(before) ?? (IsName(name) && name != "id" ? ForName(name) : _ids.GetValueOrDefault(name)) ?? "unknown";

    /// <summary>partnerId and partnerIds mean an item of a list whose path ends in partners.</summary>
    public string ForName(string name)
    {
        var thing = name.EndsWith("Ids", StringComparison.Ordinal) ? name[..^3] : name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name;
        return _ids.GetValueOrDefault($"{thing}Id")
            ?? _ids.Where(one => Plain(one.Key).EndsWith(thing, StringComparison.OrdinalIgnoreCase) && thing.Length > 0).Select(one => one.Value).FirstOrDefault()
            ?? _ids.Values.First();
    }

    private static string Plain(string path) => path[(path.LastIndexOf('/') + 1)..].Replace("-", "", StringComparison.Ordinal).TrimEnd('s');
}
