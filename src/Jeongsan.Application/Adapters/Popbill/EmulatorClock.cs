using System.Net.Http.Json;
using Jeongsan.Application.Clocks;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Adapters.Popbill;

/// <summary>The emulator's day follows the test clock that is furthest ahead, so that its transmissions at 15:00 come when ours do.</summary>
internal sealed class EmulatorClock(ContextFactory contexts, IHttpClientFactory http, PopbillSettings settings, TimeProvider time) : DueStep
{
    /// <summary>After gathering, before the comparison with the ASP.</summary>
    public override int Order => 40;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        if (settings.EmulatorAddress is null || tenant.Mode == Mode.Live)
        {
            return;
        }
        TimeSpan ahead;
        await using (var db = contexts.CreateForAll())
        {
            var clocks = await db.Set<TestClock>().AsNoTracking().ToListAsync(ct);
            ahead = clocks.Select(clock => clock.Ahead).DefaultIfEmpty(TimeSpan.Zero).Max();
        }
        using var client = http.CreateClient(nameof(EmulatorClock));
        using var answer = await client.PutAsJsonAsync(new Uri(settings.EmulatorAddress, "emulator/clock"), new { now = time.GetUtcNow() + ahead }, ct);
        answer.EnsureSuccessStatusCode();
    }
}
