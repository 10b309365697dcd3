using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jeongsan.Application.Storage.Sealing;

/// <summary>How far sealing anew has come.</summary>
/// <param name="Table">Which is being gone through.</param>
/// <param name="SeenCount">Rows of it so far.</param>
/// <param name="ChangedCount">Of them, those that another key had sealed, or none.</param>
public sealed record ResealProgress(string Table, long SeenCount, long ChangedCount);

/// <summary>
/// Goes through every sealed column and seals with the present key what another key sealed, or what was never sealed. Slices are short
/// transactions, and a row that somebody changed meanwhile is left alone: whoever changed it sealed it, and the next round looks again.
/// </summary>
internal sealed class ResealColumns(ContextFactory contexts)
{
    private const int SliceRows = 200;

    /// <summary>The tables of the model that hold something sealed, and in which columns.</summary>
    internal static IReadOnlyList<SealedTable> TablesOf(IModel model) =>
    [
        .. from type in model.GetEntityTypes()
           let table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)
           where table is not null
           let columns = type.GetProperties().Where(IsSealed)
               .Select(property => new SealedColumn(property.GetColumnName(table.Value)!, property.GetTypeMapping().Converter!)).ToArray()
           where columns.Length > 0
           orderby table.Value.Name
           select new SealedTable(table.Value.Name, [.. type.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName(table.Value)!)], columns),
    ];

    /// <returns>How many rows were changed.</returns>
    public async Task<long> RunAsync(Action<ResealProgress> progress, CancellationToken ct)
    {
        await using var db = contexts.CreateForAll();
        using var sealing = db.Sealing();
        await db.Database.OpenConnectionAsync(ct);
        var connection = db.Database.GetDbConnection();
        long changed = 0;
        foreach (var table in TablesOf(db.Model))
        {
            changed += await RunAsync(connection, table, progress, ct);
        }
        return changed;
    }

    private static async Task<long> RunAsync(DbConnection connection, SealedTable table, Action<ResealProgress> progress, CancellationToken ct)
    {
        object[]? after = null;
        long seen = 0, changed = 0;
        while (true)
        {
            var rows = await ReadAsync(connection, table, after, ct);
            if (rows.Count == 0)
            {
                return changed;
            }
            var anew = rows.Select(row => (Row: row, Values: table.Columns.Select((column, index) => column.Anew(row.Values[index])).ToArray()))
                .Where(one => one.Values.Any(value => value is not null)).ToList();
            changed += await WriteAsync(connection, table, anew, ct);
            seen += rows.Count;
            after = rows[^1].Key;
            progress(new ResealProgress(table.Name, seen, changed));
        }
    }

    private static async Task<List<StoredRow>> ReadAsync(DbConnection connection, SealedTable table, object[]? after, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        var key = string.Join(", ", table.Key.Select(Quoted));
        var from = after is null ? "" : $"WHERE ({key}) > ({string.Join(", ", after.Select((_, index) => $"@k{index}"))}) ";
        command.CommandText = $"SELECT {key}, {string.Join(", ", table.Columns.Select(column => Quoted(column.Name)))} FROM {Quoted(table.Name)} {from}ORDER BY {key} LIMIT {SliceRows}";
        for (var index = 0; index < (after?.Length ?? 0); index++)
        {
            Add(command, $"@k{index}", after![index]);
        }
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<StoredRow>();
        while (await reader.ReadAsync(ct))
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(new StoredRow(values[..table.Key.Count], values[table.Key.Count..]));
        }
        return rows;
    }

    private static async Task<int> WriteAsync(DbConnection connection, SealedTable table, List<(StoredRow Row, object?[] Values)> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return 0;
        }
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var changed = 0;
        foreach (var (row, values) in rows)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            var chosen = Enumerable.Range(0, values.Length).Where(index => values[index] is not null).ToList();
            command.CommandText = $"UPDATE {Quoted(table.Name)} SET {string.Join(", ", chosen.Select(index => $"{Quoted(table.Columns[index].Name)} = @n{index}"))} "
                + $"WHERE {string.Join(" AND ", table.Key.Select((name, index) => $"{Quoted(name)} = @k{index}"))} "
                + $"AND {string.Join(" AND ", chosen.Select(index => $"{Quoted(table.Columns[index].Name)} = @o{index}"))}";
            for (var index = 0; index < table.Key.Count; index++)
            {
                Add(command, $"@k{index}", row.Key[index]);
            }
            foreach (var index in chosen)
            {
                Add(command, $"@n{index}", values[index]!);
                Add(command, $"@o{index}", row.Values[index]);
            }
            changed += await command.ExecuteNonQueryAsync(ct);
        }
        await transaction.CommitAsync(ct);
        return changed;
    }

    private static bool IsSealed(IProperty property) => property.GetTypeMapping().Converter is { } converter
        && (converter is SealedText or SealedBytes || (converter.GetType() is { IsGenericType: true } type && IsSealed(type.GetGenericTypeDefinition(), type.GetGenericArguments()[0])));

    private static bool IsSealed(Type converter, Type value) => converter == typeof(SealedJsonColumn<>) || (converter == typeof(JsonColumn<>) && SealedFields.AreIn(value));

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private static string Quoted(string name) => $"\"{name}\"";

    private sealed record StoredRow(object[] Key, object[] Values);
}

internal sealed record SealedTable(string Name, IReadOnlyList<string> Key, IReadOnlyList<SealedColumn> Columns);

internal sealed record SealedColumn(string Name, ValueConverter Converter)
{
    /// <summary>The value as the present key seals it; null when it is so already.</summary>
    public object? Anew(object stored)
    {
        if (stored is DBNull)
        {
            return null;
        }
        var anew = Converter.ConvertToProvider(Converter.ConvertFromProvider(stored))!;
        return (stored, anew) switch
        {
            (byte[] before, byte[] after) => before.AsSpan().SequenceEqual(after) ? null : after,
            _ => stored.Equals(anew) ? null : anew,
        };
    }
}
