using Jeongsan.Application;
using Jeongsan.Application.Audit;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Hosting;

/// <summary><c>./run audit</c>: every won and every disclosure of every platform held against each other. Reads only; the server may run beside it.</summary>
internal static class AuditCommand
{
    /// <returns>0 when everything ties, 1 when something does not.</returns>
    public static async Task<int> RunAsync(Settings settings, CancellationToken ct)
    {
        if (settings.Database is null && !File.Exists(Path.Combine(settings.DataFolder, "jeongsan.db")))
        {
            System.Console.WriteLine("아직 데이터가 없습니다. 서버(./run)를 한 번 켠 뒤 다시 해 주세요.");
            return 1;
        }
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddApplication(ServerHost.Options(settings, "audit")).BuildServiceProvider();
        var (audit, count) = (services.GetRequiredService<AuditBooks>(), 0);
        foreach (var (tenant, name) in await TenantsAsync(services.GetRequiredService<ContextFactory>(), ct))
        {
            var report = await audit.HandleAsync(tenant, ct);
            Print(name, tenant, report);
            count += report.DifferenceCount;
        }
        System.Console.WriteLine(count == 0 ? "모두 맞습니다. 차이 0건." : $"맞지 않는 것이 {KoreanWords.Digits(count)}건 있습니다.");
        return count == 0 ? 0 : 1;
    }

    private static async Task<List<(Tenant Tenant, string Name)>> TenantsAsync(ContextFactory contexts, CancellationToken ct)
    {
        await using var db = contexts.CreateForAll();
        var merchants = await db.Set<Merchant>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct);
        return [.. merchants.SelectMany(merchant => new[] { Mode.Live, Mode.Test }.Select(mode => (new Tenant(merchant.Id, mode), merchant.Name)))];
    }

    private static void Print(string name, Tenant tenant, AuditReport report)
    {
        System.Console.WriteLine($"""
            [{name} · {(tenant.Mode == Mode.Live ? "운영" : "테스트")}] {KoreanWords.InstantInTable(report.At)}
              정산건        {Sum(report.Transfers)}
              정산 내역     {Sum(report.Settlements)}
              지급 완료     {Sum(report.Payouts)}
              은행 이체     {Sum(report.BankLines)}
              세금계산서    {Sum(report.Invoices)}  (국세청 전송 완료)
              개인정보 기록 {KoreanWords.Digits(report.Disclosures)}줄
              맞지 않는 것  {KoreanWords.Digits(report.DifferenceCount)}건
            """);
        foreach (var difference in report.Differences)
        {
            System.Console.WriteLine($"  - {AuditWords.Of(difference)}");
        }
        if (report.DifferenceCount > report.Differences.Count)
        {
            System.Console.WriteLine($"  - 외 {KoreanWords.Digits(report.DifferenceCount - report.Differences.Count)}건");
        }
    }

    private static string Sum(AuditSum sum) => $"{KoreanWords.Digits(sum.Count)}건 {KoreanWords.Won(sum.Sum)}";
}
