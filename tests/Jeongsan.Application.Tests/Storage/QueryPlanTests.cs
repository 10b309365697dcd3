using System.Data.Common;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Storage;

/// <summary>What is looked up while somebody waits is found by an index, as the database itself says.</summary>
public sealed class QueryPlanTests(Worlds worlds)
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task AgencyEvent_ByEitherDocumentNumber_IsFoundByAnIndex(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        await using var db = platform.World.Get<ContextFactory>().CreateForAll();

        await AssertByIndexAsync(db, "ix_tax_invoices_recipient_document_key", ReceiveAgencyEvent.InvoicesOf(db, "JS0123456789", null).CreateDbCommand());
        await AssertByIndexAsync(db, "ix_tax_invoices_supplier_document_key", ReceiveAgencyEvent.InvoicesOf(db, null, "JS0123456789").CreateDbCommand());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task AccountOwner_ByItsNumber_IsFoundByAnIndex(DatabaseKind kind)
    {
        // Of a platform with many partners, alone in its database: the planner goes by what is common in the whole table.
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world, partners: 60);
        await using var db = platform.World.Store.Read(platform.Tenant);
        await platform.CommandAsync(async work =>
        {
            var stored = Assert.Single(work.Db.Seals!.FormsOf("110123456789"));
            await work.Db.Database.ExecuteSqlRawAsync("UPDATE partners SET account = replace(account, {1}, 'another' || id) WHERE merchant_id = {0} AND id <> 'p0'", platform.Tenant.Merchant.Value, stored);
            return new Done();
        });
        if (kind == DatabaseKind.PostgreSql)
        {
            await db.Database.ExecuteSqlRawAsync("ANALYZE partners");
        }

        Assert.Equal(new PartnerId("p0"), await AccountOwner.FindAsync(db, Bank.Shinhan, "110123456789", CancellationToken.None));
        Assert.Null(await AccountOwner.FindAsync(db, Bank.Kdb, "110123456789", CancellationToken.None));
        Assert.Null(await AccountOwner.FindAsync(db, Bank.Shinhan, "110123456788", CancellationToken.None));
        var asked = db.Database.SqlQueryRaw<string>(AccountOwner.SqlOf(db), platform.Tenant.Merchant.Value, "Test", AccountOwner.FormsOf(db, "110123456789"), "Shinhan");
        await AssertByIndexAsync(db, "ix_partners_account_number", asked.CreateDbCommand());
    }

    /// <summary>A small table is faster to scan, so PostgreSQL is told not to: it still scans when there is no index for it.</summary>
    private static async Task AssertByIndexAsync(JeongsanContext db, string index, DbCommand command)
    {
        await db.Database.OpenConnectionAsync();
        await using (command)
        {
            if (db.Database.IsNpgsql())
            {
                await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off");
            }
            command.CommandText = $"{(db.Database.IsNpgsql() ? "EXPLAIN" : "EXPLAIN QUERY PLAN")} {command.CommandText}";
            var plan = new List<string>();
            await using (var reader = await command.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                {
                    plan.Add(reader.GetString(reader.FieldCount - 1));
                }
            }
            Assert.True(plan.Exists(step => step.Contains(index, StringComparison.OrdinalIgnoreCase)), string.Join('\n', plan));
            Assert.DoesNotContain(plan, step => step.Contains("SCAN tax", StringComparison.Ordinal) || step.Contains("SCAN p", StringComparison.Ordinal) || step.Contains("Seq Scan", StringComparison.Ordinal));
        }
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync("RESET enable_seqscan");
        }
        await db.Database.CloseConnectionAsync();
    }
}
