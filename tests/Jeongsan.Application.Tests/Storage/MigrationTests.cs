using Jeongsan.Application.Storage;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Jeongsan.Application.Tests.Storage;

public sealed class MigrationTests(Worlds worlds)
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Migrations_Applied_AreWhatTheModelSays(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        await using var db = world.Get<ContextFactory>().CreateForAll();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync());
    }

    /// <summary>Invoices from before the columns get them from what they say: whether late, whose counterparties.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task CounterpartyColumns_OfInvoicesFromBefore_AreFilled(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        await using var db = world.Get<ContextFactory>().CreateForAll();
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("Initial");
        // Issued at 23:59 of the deadline in Seoul, and one minute later.
        await InsertInvoiceAsync(db, kind, "in-time", new DateTimeOffset(2026, 10, 12, 14, 59, 0, TimeSpan.Zero), "p1");
        await InsertInvoiceAsync(db, kind, "late", new DateTimeOffset(2026, 10, 12, 15, 0, 0, TimeSpan.Zero), null);

        await migrator.MigrateAsync();

        var rows = await db.Database.SqlQueryRaw<string>(
            $"SELECT id || ' ' || supplier_counterparty_id || ' ' || recipient_counterparty_id || ' ' || CASE WHEN is_issued_late THEN 'late' ELSE 'in time' END AS \"Value\" FROM tax_invoices ORDER BY id").ToListAsync();
        Assert.Equal(["in-time p1 c-recipient in time", "late c-supplier c-recipient late"], rows);
    }

    private static Task InsertInvoiceAsync(JeongsanContext db, DatabaseKind kind, string id, DateTimeOffset issuedAt, string? partner)
    {
        var content = partner is null
            ? """{"supplier":{"counterpartyId":"c-supplier"},"recipient":{"counterpartyId":"c-recipient"}}"""
            : """{"supplier":{"name":"x"},"recipient":{"counterpartyId":"c-recipient"}}""";
        object At(DateTimeOffset at) => kind == DatabaseKind.Sqlite ? (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond : at;
        object Date(DateOnly date) => kind == DatabaseKind.Sqlite ? date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : date;
        return db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO tax_invoices (merchant_id, mode, id, status, status_updated_at, agency_aim, content, taxation, issuance, document, purpose, write_date, issuance_due_date,
                total_supply_amount, total_tax_amount, total_amount, supplier_brn, supplier_name, recipient_brn, recipient_name, created_at, version, issued_at, partner_id)
            VALUES ('m', 'Test', {0}, 'Issued', {1}, 'None', {2}, 'Taxable', 'Reverse', 'Normal', 'Receipt', {3}, {4}, 1, 0, 1, '1', 's', '2', 'r', {1}, 1, {1}, NULLIF({5}, ''))
            """,
            id, At(issuedAt), content, Date(new DateOnly(2026, 9, 30)), Date(new DateOnly(2026, 10, 12)), partner ?? "");
    }
}
