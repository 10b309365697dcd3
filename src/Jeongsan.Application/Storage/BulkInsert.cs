using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Jeongsan.Application.Storage;

/// <summary>
/// Writes new rows past the change tracker, by the shortest way that the database has: one prepared statement on SQLite,
/// COPY on PostgreSQL. Which value stands in which column is read from the model.
/// </summary>
internal static class BulkInsert
{
    /// <summary>Starting a COPY costs more than so many rows in the command's own batch.</summary>
    private const int CopyCountMin = 4;

    private static readonly ConditionalWeakTable<IModel, ConcurrentDictionary<Type, object>> Plans = [];
    private static readonly ConditionalWeakTable<SqliteConnection, ConcurrentDictionary<Type, SqliteCommand>> Prepared = [];

    /// <summary>Must run inside the command's transaction; a few rows on PostgreSQL are written when the command is saved.</summary>
    /// <param name="shadow">The value of a column that is no member of the row, e.g. the natural key of a transfer.</param>
    public static async Task InsertAsync<T>(this JeongsanContext db, IReadOnlyList<T> rows, CancellationToken ct, params (string Name, Func<T, object?> Read)[] shadow) where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }
        using var sealing = db.Sealing();
        if (db is PostgresJeongsanContext && rows.Count < CopyCountMin)
        {
            foreach (var row in rows)
            {
                var entry = db.Add(row);
                foreach (var (name, read) in shadow)
                {
                    entry.Property(name).CurrentValue = read(row);
                }
            }
            return;
        }
        var plan = (InsertPlan<T>)Plans.GetOrCreateValue(db.Model).GetOrAdd(typeof(T), _ => new InsertPlan<T>(db.Model, [.. shadow.Select(one => one.Name)]));
        Func<T, object?>[] readers = [.. plan.Readers, .. shadow.Select(one => one.Read)];
        if (db is PostgresJeongsanContext)
        {
            await CopyAsync((NpgsqlConnection)db.Database.GetDbConnection(), plan, readers, rows, ct);
        }
        else
        {
            await ExecuteAsync((SqliteConnection)db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction(), plan, readers, rows, ct);
        }
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, InsertPlan<T> plan, Func<T, object?>[] readers, IReadOnlyList<T> rows, CancellationToken ct)
    {
        await using var importer = await connection.BeginBinaryImportAsync(plan.Copy, ct);
        foreach (var row in rows)
        {
            await importer.StartRowAsync(ct);
            foreach (var read in readers)
            {
                await WriteAsync(importer, read(row), ct);
            }
        }
        await importer.CompleteAsync(ct);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter importer, object? value, CancellationToken ct) => value switch
    {
        null => importer.WriteNullAsync(ct),
        string text => importer.WriteAsync(text, NpgsqlDbType.Text, ct),
        long number => importer.WriteAsync(number, NpgsqlDbType.Bigint, ct),
        int number => importer.WriteAsync(number, NpgsqlDbType.Integer, ct),
        bool flag => importer.WriteAsync(flag, NpgsqlDbType.Boolean, ct),
        DateOnly date => importer.WriteAsync(date, NpgsqlDbType.Date, ct),
        DateTimeOffset instant => importer.WriteAsync(instant, NpgsqlDbType.TimestampTz, ct),
        byte[] bytes => importer.WriteAsync(bytes, NpgsqlDbType.Bytea, ct),
        _ => throw new NotSupportedException($"A column of {value.GetType()} can't be copied."),
    };

    private static async Task ExecuteAsync<T>(
        SqliteConnection connection, DbTransaction transaction, InsertPlan<T> plan, Func<T, object?>[] readers, IReadOnlyList<T> rows, CancellationToken ct)
    {
        var command = Prepared.GetOrCreateValue(connection).GetOrAdd(typeof(T), _ => plan.Prepare(connection));
        command.Transaction = (SqliteTransaction)transaction;
        foreach (var row in rows)
        {
            for (var index = 0; index < readers.Length; index++)
            {
                command.Parameters[index].Value = readers[index](row) ?? DBNull.Value;
            }
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}

/// <summary>The columns of <typeparamref name="T"/> that an insert fills, and how their values are read from a row.</summary>
internal sealed class InsertPlan<T>
{
    private readonly string _table;
    private readonly string[] _columns;

    public InsertPlan(IModel model, IReadOnlyList<string> shadow)
    {
        var type = model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T)} is not stored.");
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var members = type.GetProperties().Concat(type.GetComplexProperties().SelectMany(part => part.ComplexType.GetProperties()))
            .Where(property => !property.IsShadowProperty() && property.ValueGenerated == ValueGenerated.Never).ToList();
        _table = table.Name;
        // In quotes: a name may be a word of SQL.
        _columns = [.. members.Concat(shadow.Select(name => type.FindProperty(name)!)).Select(property => $"\"{property.GetColumnName(table)}\"")];
        Readers = [.. members.Select(Reader)];
    }

    public Func<T, object?>[] Readers { get; }

    public string Copy => $"COPY {_table} ({string.Join(", ", _columns)}) FROM STDIN (FORMAT BINARY)";

    public SqliteCommand Prepare(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {_table} ({string.Join(", ", _columns)}) VALUES ({string.Join(", ", _columns.Select((_, index) => $"${index}"))})";
        for (var index = 0; index < _columns.Length; index++)
        {
            command.Parameters.Add(new SqliteParameter($"${index}", null));
        }
        return command;
    }

    /// <summary>From the row to what the provider stores, with the model's own conversion.</summary>
    private static Func<T, object?> Reader(IProperty property)
    {
        var row = Expression.Parameter(typeof(T));
        Expression owner = property.DeclaringType is IComplexType part ? Expression.Property(row, part.ComplexProperty.PropertyInfo!) : row;
        Expression value = Expression.Property(owner, property.PropertyInfo!);
        var isNullable = Nullable.GetUnderlyingType(value.Type) is not null;
        var stored = isNullable ? Expression.Property(value, "Value") : value;
        if (property.GetTypeMapping().Converter is { } converter)
        {
            var given = converter.ConvertToProviderExpression.Parameters[0].Type;
            stored = Expression.Invoke(converter.ConvertToProviderExpression, stored.Type == given ? stored : Expression.Convert(stored, given));
        }
        Expression boxed = Expression.Convert(stored, typeof(object));
        if (isNullable || !value.Type.IsValueType)
        {
            boxed = Expression.Condition(Expression.Equal(value, Expression.Constant(null, value.Type)), Expression.Constant(null, typeof(object)), boxed);
        }
        return Expression.Lambda<Func<T, object?>>(boxed, row).Compile();
    }
}
