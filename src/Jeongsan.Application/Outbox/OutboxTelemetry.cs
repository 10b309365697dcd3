using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Jeongsan.Application.Outbox;

/// <summary>What the outbox tells OpenTelemetry.</summary>
public static class OutboxTelemetry
{
    public const string Name = "Jeongsan.Outbox";

    internal static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("jeongsan.outbox.attempt", "ms", "Time of one attempt at a message");

    internal static void Performed(string type, Delivery delivery, TimeSpan took) =>
        Duration.Record(took.TotalMilliseconds, new("type", type), new("result", delivery.GetType().Name));
}
