using System.Runtime.CompilerServices;
using Jeongsan.Application.Sheets;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Server.Api.Sheets;

/// <summary>A column that a caller may choose by its key.</summary>
internal sealed record SheetColumn<T>(string Key, string Heading, Func<T, string?> Text);

/// <summary>All columns of a kind of sheet: fixed ones, and those whose key ends with a name that the platform chose.</summary>
/// <param name="Default">Keys of the columns when the caller chooses none.</param>
/// <param name="Named">From the beginning of a key to what the rest of it finds in a row; the longest beginning counts.</param>
internal sealed record SheetKind<T>(
    string Name,
    IReadOnlyList<SheetColumn<T>> Columns,
    IReadOnlyList<string> Default,
    IReadOnlyList<(string KeyStart, Func<T, string, string?> Text)> Named)
{
    /// <summary>The chosen columns in the chosen order.</summary>
    public Outcome<IReadOnlyList<SheetColumn<T>>> Choose(IReadOnlyList<string>? fields)
    {
        var keys = fields is { Count: > 0 } ? fields : Default;
        if (keys.Count > ApiLimits.SheetColumnsMax)
        {
            return new RequestRefusal("fields", $"{ApiLimits.SheetColumnsMax}개까지 고를 수 있어요.");
        }

        var chosen = keys.Select(Find).ToList();
        var unknown = keys.Zip(chosen).FirstOrDefault(pair => pair.Second is null);
        return unknown.First is not null
            ? new RequestRefusal("fields", $"{unknown.First}은(는) 없는 컬럼이에요. 컬럼 키를 확인해 주세요.")
            : chosen.OfType<SheetColumn<T>>().ToList();
    }

    private SheetColumn<T>? Find(string key)
    {
        if (Columns.FirstOrDefault(column => column.Key == key) is { } column)
        {
            return column;
        }

        var (start, text) = Named.Where(one => key.Length > one.KeyStart.Length && key.StartsWith(one.KeyStart, StringComparison.Ordinal))
            .OrderByDescending(one => one.KeyStart.Length).FirstOrDefault();
        return start is null ? null : new SheetColumn<T>(key, key[start.Length..], row => text(row, key[start.Length..]));
    }
}

internal static class Sheets
{
    /// <summary>The sheet, after it was noted who took it: sheets carry personal data out in bulk.</summary>
    public static async Task<CsvAnswer> AnswerAsync<T>(
        this SheetKind<T> kind, Tenant tenant, Actor actor, IReadOnlyList<string>? fields, Func<CancellationToken, IAsyncEnumerable<T>> rows, NoteSheet note, CancellationToken ct)
    {
        var columns = kind.Choose(fields);
        if (columns.IsRefused)
        {
            return Invalid.Of(columns.Refusal);
        }

        await note.HandleAsync(tenant, actor, kind.Name, [.. columns.Value.Select(column => column.Key)], ct);
        return new CsvAnswer($"{kind.Name}.csv", [.. columns.Value.Select(column => column.Heading)], Lines(columns.Value, rows, ct));
    }

    private static async IAsyncEnumerable<IReadOnlyList<string>> Lines<T>(
        IReadOnlyList<SheetColumn<T>> columns, Func<CancellationToken, IAsyncEnumerable<T>> rows, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in rows(ct).WithCancellation(ct))
        {
            yield return [.. columns.Select(column => column.Text(row) ?? "")];
        }
    }
}
