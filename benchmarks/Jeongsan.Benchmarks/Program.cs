using Jeongsan.Benchmarks;
using Jeongsan.TestKit;

// Run by hand, from a Release build, on a machine that does nothing else: docs/performance.md says how.
// PostgreSQL is measured when JEONGSAN_TEST_POSTGRES names one; it must not run with fsync=off.
var kinds = Enum.GetValues<DatabaseKind>().Where(kind => TestDatabases.WhyMissing(kind) is null).ToList();
switch (args)
{
    case ["transfers"]:
        foreach (var kind in kinds)
        {
            await TransferBenchmark.RunAsync(kind);
        }
        return 0;
    case ["gathering"]:
        foreach (var kind in kinds)
        {
            await GatheringBenchmark.RunAsync(kind);
        }
        return 0;
    case ["invoices"]:
        foreach (var kind in kinds)
        {
            await InvoiceBenchmark.RunAsync(kind, workers: 1);
        }
        if (kinds.Contains(DatabaseKind.PostgreSql))
        {
            await InvoiceBenchmark.RunAsync(DatabaseKind.PostgreSql, workers: 2);
        }
        return 0;
    default:
        Console.Error.WriteLine("transfers | gathering | invoices");
        return 2;
}
