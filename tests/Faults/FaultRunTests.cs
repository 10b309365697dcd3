using System.Globalization;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Faults;

/// <summary>
/// Invoices from request to the tax office while the agency fails in every way that it knows, each with a chance of one in
/// twenty, and servers are killed at random. The long form:
/// <c>JEONGSAN_FAULTS_INVOICES=10000 JEONGSAN_FAULTS_SEED=1 tests/Faults/bin/Release/net10.0/Faults -method '*PostgreSql*' -showliveoutput</c>.
/// </summary>
public sealed class FaultRunTests
{
    private const int InvoicesShort = 60;
    private const int SeedShort = 20_261_125;

    /// <summary>One server, since SQLite takes no more.</summary>
    [Fact]
    public Task Run_OnSqlite_EveryInvoiceEndsOnceWhereItsFateLeads() => RunAsync(DatabaseKind.Sqlite, servers: 1);

    [Fact]
    public Task Run_OnPostgreSql_EveryInvoiceEndsOnceWhereItsFateLeads() => RunAsync(DatabaseKind.PostgreSql, servers: 2);

    private static async Task RunAsync(DatabaseKind kind, int servers)
    {
        if (TestDatabases.WhyMissing(kind) is { } why)
            Assert.Skip(why);
        var ct = TestContext.Current.CancellationToken;
        var plan = new RunPlan(Setting("JEONGSAN_FAULTS_SEED") ?? SeedShort, Setting("JEONGSAN_FAULTS_INVOICES") ?? InvoicesShort, servers);
        Say($"{kind}: seed {plan.Seed}, {plan.InvoiceCount} invoices, {plan.Kills.Count} kills planned, {servers} server(s)");
        await using var database = await TestDatabase.CreateAsync(kind, ct);
        await using var fleet = Fleet.Prepare(database, servers);
        await using var agency = await AgencyHost.StartAsync(new Uri(fleet.First.Address, "hooks/popbill"));
        var ledgers = new Ledgers(database, fleet, agency);
        await fleet.StartAsync(agency.Address, ct);
        await new FaultRun(plan, fleet, agency, ledgers, Say, ct).RunAsync();
        Assert.Equal(plan.Kills.Count, fleet.Kills);
        await Verdict.HoldsAsync(plan, ledgers, Say, ct);
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
