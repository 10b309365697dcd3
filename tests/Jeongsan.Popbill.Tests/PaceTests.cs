using System.Diagnostics;
using System.Net.Http.Json;

namespace Jeongsan.Popbill.Tests;

/// <summary>The service at the pace of the real one.</summary>
public sealed class PaceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Calls_FasterThanThePace_QueueUp()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinAsync(EmulatorHost.Buyer);
        await host.Client.Members.CompanyAsync(EmulatorHost.Buyer, None);
        await SetAsync(host, new { perSecond = 10 });
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 11).Select(_ => host.Client.Members.CompanyAsync(EmulatorHost.Buyer, None)));
        // Ten gaps of a tenth of a second; a timer may be a little early.
        Assert.True(Stopwatch.GetElapsedTime(start) > TimeSpan.FromMilliseconds(950));
    }

    [Fact]
    public async Task Calls_LongerQueueThanAllowed_AreRefusedAndNotDone()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinAsync(EmulatorHost.Buyer);
        await host.Client.Members.CompanyAsync(EmulatorHost.Buyer, None);
        await SetAsync(host, new { perSecond = 1, queueSecondsMax = 0 });
        var codes = await Task.WhenAll(Enumerable.Range(0, 12).Select(async n =>
        {
            try
            {
                return (await host.Client.TaxInvoices.RegisterAsync(EmulatorHost.Buyer, Invoices.Reverse($"PC-{n}"), None)).Code;
            }
            catch (PopbillException e)
            {
                Assert.Equal(PopbillOutcome.Refused, e.Outcome);
                return e.Code!.Value;
            }
        }));
        Assert.Contains(PopbillCodes.TooManyCalls, codes);
        await SetAsync(host, new { });
        for (var n = 0; n < codes.Length; n++)
        {
            Assert.Equal(codes[n] == 1, await host.Client.TaxInvoices.FindAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, $"PC-{n}", None) is not null);
        }
    }

    [Fact]
    public async Task Calls_MoreAtOnceThanAllowed_AreRefused()
    {
        await using var host = await EmulatorHost.StartAsync(o => o with { LatencyMs = 2_000, ConcurrentCallsMax = 2 });
        await host.JoinAsync(EmulatorHost.Buyer);
        await host.Client.Members.CompanyAsync(EmulatorHost.Buyer, None);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                await host.Client.Members.CompanyAsync(EmulatorHost.Buyer, None);
                return 1;
            }
            catch (PopbillException e)
            {
                return e.Code;
            }
        }));
        Assert.Contains(1, outcomes);
        Assert.Contains(PopbillCodes.TooManyCalls, outcomes);
        Assert.All(outcomes, o => Assert.True(o is 1 or PopbillCodes.TooManyCalls));
    }

    [Fact]
    public async Task Pace_Restart_IsKept()
    {
        await using var host = await EmulatorHost.StartAsync();
        await SetAsync(host, new { perSecond = 5, latencyMs = 180 });
        await host.RestartAsync();
        var pace = await host.AdminAsync("pace");
        Assert.Equal((5, 180), (pace.GetProperty("perSecond").GetInt32(), pace.GetProperty("latencyMs").GetInt32()));
    }

    private static async Task SetAsync(EmulatorHost host, object pace) => (await host.Http.PutAsJsonAsync("/emulator/pace", pace)).EnsureSuccessStatusCode();
}
