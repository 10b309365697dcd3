using Jeongsan.Application.Audit;
using Jeongsan.Domain.Foundation;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.BankFiles;

/// <summary>The books tie with files, and each single thing that was changed behind the system's back is found.</summary>
public sealed class BankFileAuditTests(Worlds worlds)
{
    /// <summary>Of one row of the platform's, changed past every rule.</summary>
    private static readonly (string Table, string Change)[] Plants =
    [
        ("bank_files", "SET total_amount = total_amount + 1"),
        ("bank_files", "SET row_count = row_count + 1"),
        ("bank_files", "SET status = 'Completed'"),
        ("bank_files", "SET status = 'Discarded'"),
        ("bank_file_contents", "DELETE"),
        ("bank_file_rows", "SET amount = amount + 1"),
        ("bank_file_rows", "SET payout_id = 'payout-of-nobody'"),
        ("bank_file_rows", "DELETE"),
        ("payouts", "SET status = 'Confirmed'"),
        ("payouts", "SET status = 'Succeeded'"),
    ];

    public static IEnumerable<TheoryDataRow<DatabaseKind, int>> Planted() =>
        from row in TestDatabases.All() from index in Enumerable.Range(0, Plants.Length) select new TheoryDataRow<DatabaseKind, int>(row.Data, index) { Skip = row.Skip };

    [Theory, MemberData(nameof(Planted))]
    public async Task Audit_AfterOneThingOfAFileWasChanged_FindsIt(DatabaseKind kind, int plant)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind), partners: plant == Plants.Length - 1 ? 1 : 2);
        await platform.FiledAsync();
        Assert.Empty((await BankFileRuleTests.AuditAsync(platform)).Differences);
        var (table, change) = Plants[plant];

        await using (var db = platform.Platform.World.Store.Read(platform.Tenant))
        {
            var mine = $"merchant_id = '{platform.Tenant.Merchant}'";
            var key = table switch { "payouts" or "bank_files" => "id", "bank_file_rows" => "number", _ => "bank_file_id" };
            var one = $"WHERE {mine} AND {key} = (SELECT min({key}) FROM {table} WHERE {mine})";
            await db.Database.ExecuteSqlRawAsync(change == "DELETE" ? $"DELETE FROM {table} {one}" : $"UPDATE {table} {change} {one}");
        }

        Assert.Contains((await BankFileRuleTests.AuditAsync(platform)).Differences, difference => difference.Check == AuditCheck.BankFile);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Audit_OfAPayoutOnBothWays_FindsIt(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        var file = await platform.FiledAsync();
        var payout = (await platform.RowsAsync(file.Id))[1].Payout.Id;

        Platform.Must(await platform.Platform.CommandAsync(work =>
        {
            work.Send("Payout.Remit", $"remit-{payout}", "BankAccount:main", new { PayoutId = payout });
            return Task.FromResult<Outcome<Done>>(default(Done));
        }));

        Assert.Contains((await BankFileRuleTests.AuditAsync(platform)).Differences, difference => (difference.Check, difference.Id) == (AuditCheck.BankFile, payout.Value));
    }
}
