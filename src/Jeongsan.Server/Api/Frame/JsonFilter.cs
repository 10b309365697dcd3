using System.Globalization;
using System.Text.Json;
using Jeongsan.Application.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jeongsan.Server.Api;

/// <summary>Where a text stands in a row: in a column, in a JSON column, or in each item of an array in one. Paths are dotted.</summary>
/// <param name="Member">Path of the text in the column or in the item; empty for the item itself, null for a plain column.</param>
/// <param name="Array">Path of the array; empty when the column itself is the array, null when there is none.</param>
/// <param name="Inner">The array inside each item whose own items are meant.</param>
internal sealed record JsonText(string Column, string? Member = null, string? Array = null, string? Inner = null)
{
    public static JsonText Each(string column, string member, string array = "") => new(column, member, array);

    public static JsonText EachOfEach(string column, string inner, string member) => new(column, member, "", inner);
}

/// <summary>
/// Conditions on what is stored in JSON columns, evaluated by the database itself, so that lists filter, count and cut there
/// however long they are. All of them must hold; what wasn't asked for is left out.
/// </summary>
internal sealed class JsonFilter(bool isPostgres)
{
    private readonly List<string> _conditions = [];
    private readonly List<object> _values = [];

    public static JsonFilter For(JeongsanContext db) => new(db.Database.IsNpgsql());

    /// <summary>The table's rows that fit; further conditions, order and page compose with it.</summary>
    public IQueryable<T> Rows<T>(JeongsanContext db) where T : class
    {
        if (_conditions.Count == 0)
        {
            return db.Set<T>();
        }

        var type = db.Model.FindEntityType(typeof(T))!;
        var sql = $"SELECT *{PartsOf(type)} FROM {type.GetTableName()} WHERE {string.Join(" AND ", _conditions)}";
        return db.Set<T>().FromSqlRaw(sql, [.. _values]);
    }

    // Where the rows come from SQL, EF Core looks for the parts of a complex member under its own names, not under the table's.
    private static string PartsOf(IEntityType type) => string.Concat(
        from complex in type.GetComplexProperties()
        from part in complex.ComplexType.GetProperties()
        select $", {part.GetColumnName()} AS \"{complex.Name}_{part.Name}\"");

    /// <summary>One of the texts is one of the values; nothing is asked when there are none.</summary>
    public JsonFilter Among(IEnumerable<string>? values, params ReadOnlySpan<JsonText> texts)
    {
        string[] given = [.. values ?? []];
        if (given.Length > 0)
        {
            // One parameter, however many values: databases limit the number of parameters.
            var list = isPostgres ? $"= ANY ({Value(given)})" : $"IN (SELECT value FROM json_each({Value(JsonSerializer.Serialize(given))}))";
            Add(texts, text => $"{text} {list}");
        }

        return this;
    }

    /// <summary>One of the texts, or numbers written as such, is the value; nothing is asked when it is empty.</summary>
    public JsonFilter Is(string? value, params ReadOnlySpan<JsonText> texts)
    {
        if (value is { Length: > 0 })
        {
            var wanted = Value(value);
            Add(texts, text => $"CAST({text} AS TEXT) = {wanted}");
        }

        return this;
    }

    /// <summary>One of the texts holds the part, upper and lower case alike; nothing is asked when it is empty.</summary>
    public JsonFilter Containing(string? part, params ReadOnlySpan<JsonText> texts)
    {
        if (part is { Length: > 0 })
        {
            var value = Value(part);
            Add(texts, text => $"{(isPostgres ? "strpos" : "instr")}(lower({text}), lower({value})) > 0");
        }

        return this;
    }

    /// <summary>An item of the array has all of these members.</summary>
    public JsonFilter HasItem(string column, params ReadOnlySpan<(string Member, string Value)> members)
    {
        var tests = new List<string>();
        foreach (var (member, value) in members)
        {
            tests.Add($"{Item(member)} = {Value(value)}");
        }

        _conditions.Add($"EXISTS (SELECT 1 FROM {Items(JsonText.Each(column, ""))} WHERE {string.Join(" AND ", tests)})");
        return this;
    }

    private string Value(object value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{{{_values.Count - 1}}}");
    }

    private void Add(ReadOnlySpan<JsonText> texts, Func<string, string> test)
    {
        var alternatives = new List<string>();
        foreach (var text in texts)
        {
            alternatives.Add(text switch
            {
                { Member: null } => test(text.Column),
                { Array: null } => test(Member(Json(text.Column), text.Member)),
                _ => $"EXISTS (SELECT 1 FROM {Items(text)} WHERE {test(Item(text.Member))})",
            });
        }

        _conditions.Add($"({string.Join(" OR ", alternatives)})");
    }

    private string Json(string column) => isPostgres ? $"{column}::jsonb" : column;

    private string Member(string json, string path) => isPostgres
        ? $"jsonb_extract_path_text({json}, {Steps(path)})"
        : $"json_extract({json}, '$.{path}')";

    private string Item(string path) => (path, isPostgres) switch
    {
        ("", true) => "jsonb_extract_path_text(item.value, VARIADIC ARRAY[]::text[])",
        ("", false) => "item.value",
        _ => Member("item.value", path),
    };

    private string Items(JsonText text) => text.Inner is { } inner
        ? $"{Elements(Json(text.Column), text.Array!, "holder")}, {Elements("holder.value", inner, "item")}"
        : Elements(Json(text.Column), text.Array!, "item");

    private string Elements(string json, string path, string name) => isPostgres
        ? $"jsonb_array_elements({(path.Length == 0 ? json : $"jsonb_extract_path({json}, {Steps(path)})")}) AS {name}(value)"
        : $"json_each({json}{(path.Length == 0 ? "" : $", '$.{path}'")}) AS {name}";

    private static string Steps(string path) => string.Join(", ", path.Split('.').Select(step => $"'{step}'"));
}
