using Jeongsan.Application.Audit;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Payouts;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jeongsan.Application.Tests.Audit;

/// <summary>One merchant on each database whose month was sold, gathered, paid and invoiced.</summary>
public sealed class PaidMonth : IAsyncDisposable
{
    private readonly Dictionary<DatabaseKind, (World World, Platform Platform)> _months = [];

    internal async Task<Platform> OnAsync(DatabaseKind kind)
    {
        if (!_months.TryGetValue(kind, out var month))
        {
            var world = await World.CreateAsync(kind, more: services => services.AddSingleton<IRemittance>(new FixedBank { Answer = RemittanceState.Succeeded }));
            _months[kind] = month = (world, await PayAsync(world));
        }
        return month.Platform;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (world, _) in _months.Values)
        {
            await world.DisposeAsync();
        }
    }

    private static async Task<Platform> PayAsync(World world)
    {
        var platform = await Platform.CreateAsync(world);
        var orders = new List<Domain.Transfers.TransferId>();
        for (var index = 0; index < 9; index++)
        {
            orders.Add(Platform.Must(await platform.OrderAsync(index % 3, $"pay-{index}", 10_000 + index, taxFree: index % 2 == 0 ? 1_000 : null)).Id);
        }
        Platform.Must(await platform.CancelAsync(orders[0], "cancel-0", 3_333));
        Platform.Must(await platform.ManualAsync(1, -777));
        await platform.GatherAsync();
        var bulk = Platform.Must(await platform.PayAsync(platform.Today));
        Platform.Must(await world.Get<ConfirmBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, bulk.Id, CancellationToken.None));
        Platform.Must(await world.Get<ExecuteBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, bulk.Id, secondFactorPassed: true, CancellationToken.None));
        await world.StartDispatcherAsync();
        await Polling.UntilTrueAsync("the payouts to be made", async _ => (await platform.RowsAsync<Payout>()).All(payout => payout.Status == PayoutStatus.Succeeded), TimeSpan.FromSeconds(90));
        Platform.Must(await world.Get<DraftFromPayouts>().HandleAsync(platform.Tenant, Platform.Actor, new NewPayoutInvoices(bulk.Id, null, null, null), CancellationToken.None));
        return platform;
    }
}

/// <summary>A month's books tie to the won, and each single thing that was changed behind the system's back is found where it was changed.</summary>
public sealed class AuditBooksTests(PaidMonth month) : IClassFixture<PaidMonth>
{
    /// <summary>One won, one state or one row, changed past every rule.</summary>
    private static readonly (string Table, string Change, AuditCheck Check)[] Plants =
    [
        ("transfers", "SET signed_settlement = signed_settlement + 1", AuditCheck.Transfer),
        ("transfers", "SET amounts_payment = amounts_payment + 1", AuditCheck.Transfer),
        ("transfers", "SET amounts_platform_fee = amounts_platform_fee + 1", AuditCheck.Settlement),
        ("transfers", "SET status = 'Settled'", AuditCheck.Settlement),
        ("transfers", "SET partner_settlement_id = NULL", AuditCheck.Settlement),
        ("transfers", "DELETE", AuditCheck.Settlement),
        ("partner_settlements", "SET signed_settlement = signed_settlement + 1", AuditCheck.Settlement),
        ("partner_settlements", "SET payout_id = NULL", AuditCheck.Payout),
        ("partner_settlements", "SET payout_id = (SELECT max(id) FROM payouts WHERE merchant_id = partner_settlements.merchant_id AND id <> partner_settlements.payout_id)", AuditCheck.Payout),
        ("payouts", "SET settlement_amount = settlement_amount + 1", AuditCheck.Payout),
        ("payouts", "SET amount = amount + 1", AuditCheck.Payout),
        ("payouts", "SET vat_amount = vat_amount + 1", AuditCheck.Payout),
        ("payouts", "SET status = 'Failed'", AuditCheck.BankLine),
        ("payouts", "DELETE", AuditCheck.BulkPayout),
        ("bulk_payouts", "SET total_payout_amount = total_payout_amount + 1", AuditCheck.BulkPayout),
        ("account_transfers", "SET amount = amount + 1", AuditCheck.BankLine),
        ("account_transfers", "DELETE", AuditCheck.BankLine),
        ("account_transfers", "SET payout_id = 'payout-of-nobody'", AuditCheck.BankLine),
        ("tax_invoices", "SET total_supply_amount = total_supply_amount + 1", AuditCheck.TaxInvoice),
        ("tax_invoices", "SET payout_id = (SELECT max(id) FROM payouts WHERE merchant_id = tax_invoices.merchant_id AND id <> tax_invoices.payout_id)", AuditCheck.TaxInvoice),
        ("tax_invoices", "SET status = 'SendingCompleted'", AuditCheck.SignedDocument),
        ("disclosures", "DELETE", AuditCheck.Disclosure),
        ("partner_notices", "SET delivered_at = NULL", AuditCheck.Disclosure),
    ];

    public static IEnumerable<TheoryDataRow<DatabaseKind, int>> Planted() =>
        from row in TestDatabases.All() from index in Enumerable.Range(0, Plants.Length) select new TheoryDataRow<DatabaseKind, int>(row.Data, index) { Skip = row.Skip };

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Audit_OfAMonthThatWasPaidAndInvoiced_ShowsNoDifference(DatabaseKind kind)
    {
        var platform = await month.OnAsync(kind);

        var report = await AuditAsync(platform);

        Assert.Empty(report.Differences);
        var payouts = await platform.RowsAsync<Payout>();
        Assert.Equal(new AuditSum(3, payouts.Sum(payout => payout.Amount.Value)), report.Payouts);
        Assert.Equal(report.Payouts, report.BankLines);
        Assert.Equal(11, report.Transfers.Count);
        Assert.Equal(report.Transfers.Sum, report.Settlements.Sum);
        Assert.Equal(3, report.Disclosures);
    }

    /// <summary>What was chosen and not confirmed is held by its settlements only: that is no difference.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Audit_WhileABulkPayoutIsNotConfirmed_ShowsNoDifference(DatabaseKind kind)
    {
        var platform = (await Payouts.PayoutPlatform.SoldAsync((await month.OnAsync(kind)).World)).Platform;

        Platform.Must(await platform.PayAsync(platform.Today));

        Assert.Empty((await AuditAsync(platform)).Differences);
    }

    [Theory, MemberData(nameof(Planted))]
    public async Task Audit_AfterOneThingWasChanged_FindsItAndIsCleanAgainWhenItIsMended(DatabaseKind kind, int plant)
    {
        var platform = await month.OnAsync(kind);
        var (table, change, check) = Plants[plant];

        var found = await AuditWithAsync(platform, (table, change));

        Assert.Contains(found.Differences, difference => difference.Check == check);
        Assert.Empty((await AuditAsync(platform)).Differences);
    }

    /// <summary>A look-up of a partner is held against its notice like any message.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Audit_LookupOfAPartnerThatWasNotTold_IsFound(DatabaseKind kind)
    {
        var platform = await month.OnAsync(kind);

        var found = await AuditWithAsync(platform, ("disclosures", "SET message_type = 'Lookup.Company'"), ("partner_notices", "SET delivered_at = NULL"));

        Assert.Contains(found.Differences, difference => (difference.Check, difference.Subject) == (AuditCheck.Disclosure, "Lookup.Company"));
        Assert.Empty((await AuditAsync(platform)).Differences);
    }

    /// <summary>What the audit finds while one row of each table is changed past every rule; everything is put back.</summary>
    private static async Task<AuditReport> AuditWithAsync(Platform platform, params (string Table, string Change)[] plants)
    {
        var mine = $"merchant_id = '{platform.Tenant.Merchant}'";
        foreach (var (table, change) in plants)
        {
            // The same partner's in each table.
            var order = table switch { "disclosures" => "subject_id", "partner_notices" => "partner_id", _ => "id" };
            await RunAsync(platform, $"CREATE TABLE kept_{table} AS SELECT * FROM {table} WHERE {mine}");
            var one = $"WHERE {mine} AND {order} = (SELECT min({order}) FROM {table} WHERE {mine})";
            await RunAsync(platform, change == "DELETE" ? $"DELETE FROM {table} {one}" : $"UPDATE {table} {change} {one}");
        }
        try
        {
            return await AuditAsync(platform);
        }
        finally
        {
            foreach (var (table, _) in plants)
            {
                await RunAsync(platform, $"DELETE FROM {table} WHERE {mine}");
                await RunAsync(platform, $"INSERT INTO {table} SELECT * FROM kept_{table}");
                await RunAsync(platform, $"DROP TABLE kept_{table}");
            }
        }
    }

    private static Task<AuditReport> AuditAsync(Platform platform) => platform.World.Get<AuditBooks>().HandleAsync(platform.Tenant, TestContext.Current.CancellationToken);

    private static async Task RunAsync(Platform platform, string sql)
    {
        await using var db = platform.World.Store.Read(platform.Tenant);
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
