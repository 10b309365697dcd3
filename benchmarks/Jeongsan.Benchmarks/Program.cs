using System.Globalization;
using Jeongsan.Benchmarks;
using Jeongsan.TestKit;

// Run by hand, from a Release build, on a machine that does nothing else: docs/performance.md says how.
// PostgreSQL is measured when JEONGSAN_TEST_POSTGRES names one; it must not run with fsync=off.
var size = args.Length > 1 ? int.Parse(args[1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : (int?)null;
Func<DatabaseKind, Task>? run = args.FirstOrDefault() switch
{
    "transfers" => kind => TransferBenchmark.RunAsync(kind, TimeSpan.FromSeconds(size ?? 10)),
    "import" => kind => ImportBenchmark.RunAsync(kind, size ?? 100_000),
    "gathering" => kind => GatheringBenchmark.RunAsync(kind, (size ?? 100_000) / GatheringBenchmark.TransfersOfPartner, pays: false),
    "payouts" => kind => GatheringBenchmark.RunAsync(kind, size ?? 1_000, pays: true),
    "sending" => kind => SendingBenchmark.RunAsync(kind, size ?? 1_000),
    "invoices" => kind => InvoiceBenchmark.RunAsync(kind, workers: size ?? 1, invoiceCount: args.Length > 2 ? int.Parse(args[2], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 1_000),
    "lists" => kind => ListBenchmark.RunAsync(kind, size ?? 100_000),
    _ => null,
};
if (run is null)
{
    Console.Error.WriteLine("transfers [seconds] | import [orders] | gathering [transfers] | payouts [payouts] | sending [payouts] | lists [transfers] | invoices [workers] [invoices]");
    return 2;
}
foreach (var kind in Enum.GetValues<DatabaseKind>().Where(kind => TestDatabases.WhyMissing(kind) is null))
{
    await run(kind);
}
return 0;
