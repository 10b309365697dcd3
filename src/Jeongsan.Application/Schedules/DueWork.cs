using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Jeongsan.Application.Schedules;

/// <summary>
/// Something that falls due by the calendar. It looks for what is due by the tenant's clock and does it; doing it again
/// finds nothing left, so it may run at any time and any number of times.
/// </summary>
public abstract class DueStep
{
    /// <summary>Steps run from low to high: what one leaves due for the next is done in the same run.</summary>
    public abstract int Order { get; }

    public abstract Task RunAsync(Tenant tenant, CancellationToken ct);
}

/// <summary>Does everything that is due for a tenant: each minute by schedule, and at once when a test clock moves.</summary>
public sealed partial class DueWork(IEnumerable<DueStep> steps, ContextFactory contexts, ILogger<DueWork> log)
{
    private readonly DueStep[] _steps = [.. steps.OrderBy(step => step.Order)];

    public async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        foreach (var step in _steps)
        {
            await step.RunAsync(tenant, ct);
        }
    }

    /// <summary>A fault of one tenant or step does not keep the others waiting.</summary>
    public async Task RunForAllAsync(CancellationToken ct)
    {
        List<MerchantId> merchants;
        await using (var db = contexts.CreateForAll())
        {
            merchants = await db.Set<Merchant>().AsNoTracking().Select(merchant => merchant.Id).ToListAsync(ct);
        }
        foreach (var tenant in merchants.SelectMany(merchant => new[] { new Tenant(merchant, Mode.Live), new Tenant(merchant, Mode.Test) }))
        {
            foreach (var step in _steps)
            {
                try
                {
                    await step.RunAsync(tenant, ct);
                }
                catch (Exception fault) when (!ct.IsCancellationRequested)
                {
                    LogStepFailed(fault, step.GetType().Name);
                }
            }
        }
    }

    [LoggerMessage(1101, LogLevel.Error, "Due step {Step} failed; it runs again at the next look")]
    private partial void LogStepFailed(Exception fault, string step);
}
