using Jeongsan.Application.Ledger;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Jeongsan.Application.Audit;

/// <summary>밤사이 대조: proves the books of everybody who has any. A fault with one does not keep the others waiting.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ProveEveryNight(ContextFactory contexts, ProveBooks prove, ILogger<ProveEveryNight> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var tenant in await BookkeepersAsync(cancellationToken))
        {
            try
            {
                if ((await prove.HandleAsync(tenant, Actor.System, cancellationToken)) is { IsRefused: true } refused)
                {
                    LogRefused(refused.Refusal.Reason);
                }
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(fault);
            }
        }
    }

    private async Task<List<Tenant>> BookkeepersAsync(CancellationToken ct)
    {
        await using var db = contexts.CreateForAll();
        var lines = db.Set<LedgerLine>().IgnoreQueryFilters();
        var merchants = await db.Set<Merchant>().AsNoTracking().OrderBy(row => row.Id).Select(row => new
        {
            row.Id,
            Live = lines.Any(line => line.MerchantId == row.Id && line.Mode == Mode.Live),
            Test = lines.Any(line => line.MerchantId == row.Id && line.Mode == Mode.Test),
        }).ToListAsync(ct);
        return [.. merchants.SelectMany(row => new[] { (row.Live, new Tenant(row.Id, Mode.Live)), (row.Test, new Tenant(row.Id, Mode.Test)) }).Where(one => one.Item1).Select(one => one.Item2)];
    }

    [LoggerMessage(1102, LogLevel.Error, "The night's audit of a platform failed; the next night tries again")]
    private partial void LogFailed(Exception fault);

    [LoggerMessage(1103, LogLevel.Warning, "The night's audit of a platform was put off: {Reason}")]
    private partial void LogRefused(string reason);
}
