using System.Text;
using System.Text.RegularExpressions;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Storage.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Tests.Storage.Sealing;

/// <summary>Every text and every byte that stands in a database, past all conversions.</summary>
internal static partial class StoredTexts
{
    /// <param name="isOpened">Whether what is sealed is shown as what it is.</param>
    public static async Task<List<(string Table, string Column, string Value)>> OfAsync(JeongsanContext db, IEnumerable<string> withoutTables, bool isOpened = false)
    {
        await db.Database.OpenConnectionAsync();
        var values = new List<(string, string, string)>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Except(withoutTables))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var index = 0; index < reader.FieldCount; index++)
                {
                    var text = reader.GetValue(index) switch { string some => some, byte[] bytes => Encoding.UTF8.GetString(isOpened ? Seals.Open(bytes) : bytes), _ => null };
                    if (text is not null)
                    {
                        values.Add((table, reader.GetName(index), isOpened ? SealedText().Replace(text, match => Seals.Open(match.Value)) : text));
                    }
                }
            }
        }
        return values;
    }

    [GeneratedRegex("sealed:[0-9a-f]{10}:[A-Za-z0-9_-]+")]
    private static partial Regex SealedText();
}
