using System.Data.Common;
using System.Diagnostics;
using Jeongsan.Application.Transfers;
using Jeongsan.TestKit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Jeongsan.Benchmarks;

/// <summary>Orders registered by the set, as an import does, beside the database's own rate of inserting small rows in one transaction.</summary>
internal static class ImportBenchmark
{
    private const int PartnerCount = 1_000;

    public static async Task RunAsync(DatabaseKind kind, int orderCount)
    {
        using var folder = new TemporaryFolder();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(database, folder.Path, PartnerCount);
        var plain = await PlainRateAsync(kind, database.Kind is DatabaseKind.Sqlite ? $"Data Source={Path.Combine(folder.Path, "jeongsan.db")}" : database.ConnectionString, orderCount);
        var orders = Enumerable.Range(0, orderCount).Select(number => Shop.Order(number % PartnerCount, $"pay-{number}", shop.Today)).ToList();
        var watch = Stopwatch.StartNew();
        await Shop.TimeAsync(kind, $"register {orderCount:#,0} orders by the set", async () => Shop.Must(await shop.Get<RegisterOrders>().HandleAsync(shop.Tenant, Shop.Actor, orders, CancellationToken.None)));
        var rate = orderCount / watch.Elapsed.TotalSeconds;
        Console.WriteLine($"{kind}: {rate:#,0} orders/s = {rate / plain:0.00} × {plain:#,0} small rows/s in one transaction");
    }

    private static async Task<double> PlainRateAsync(DatabaseKind kind, string connectionString, int count)
    {
        await using DbConnection connection = kind is DatabaseKind.Sqlite ? new SqliteConnection(connectionString) : new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var create = connection.CreateCommand();
        create.CommandText = "CREATE TABLE plain_rows (id BIGINT PRIMARY KEY, content TEXT NOT NULL)";
        await create.ExecuteNonQueryAsync();
        var watch = Stopwatch.StartNew();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO plain_rows VALUES (@id, 'one row of the usual small size, about a hundred bytes of text, as a transfer has in its index')";
        var id = insert.CreateParameter();
        (id.ParameterName, id.Value) = ("@id", 0L);
        insert.Parameters.Add(id);
        await insert.PrepareAsync();
        for (var number = 0L; number < count; number++)
        {
            id.Value = number;
            await insert.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
        return count / watch.Elapsed.TotalSeconds;
    }
}
