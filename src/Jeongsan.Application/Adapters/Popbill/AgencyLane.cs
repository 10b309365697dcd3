using Jeongsan.Application.Outbox;

namespace Jeongsan.Application.Adapters.Popbill;

/// <summary>The queue to the ASP. Reverse issuance can't be submitted in bulk there (-11010026), so each invoice takes its turn.</summary>
internal sealed class AgencyLane(PopbillSettings settings, AgencyPace pace, AgencyHealth health, OutboxOptions options) : OutboxLane
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public override string Name => TaxInvoices.AgencyQueue.Lane;

    public override int Workers => settings.Workers;

    public override int Allow(int wanted) => Math.Min(wanted, pace.Available) is > 0 and var affordable ? health.Allow(affordable) : 0;

    /// <summary>Short: while the ASP is out nothing of the lane is begun, and once it is back nothing should sleep through it.</summary>
    public override TimeSpan LongestWait => TimeSpan.FromMinutes(1);

    public override TimeSpan LookAgainIn => pace.CallsPerSecond is null && health.Outage is null ? options.Look : Look;
}
