using System.Globalization;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Application.Counterparties;

/// <summary>What others are told of a counterparty's connection to the NTS. A partner that is connected is a counterparty of the same id.</summary>
internal static class ConnectionEvents
{
    /// <param name="reason">Why it failed; null where it did not.</param>
    public static Task TellConnectionAsync(this Work work, Partner partner, string? reason, CancellationToken ct) =>
        // One version of one partner says one thing: its key can't be decided twice.
        work.TellAsync(partner.Id.Value, partner.Id.Value, $"partner-connection-{partner.Version.ToString(CultureInfo.InvariantCulture)}", partner.NtsConnection,
            WebhookWork.WithoutPersonal(reason, partner.Name, partner.Contact.Name), ct);

    /// <inheritdoc cref="TellConnectionAsync(Work, Partner, string?, CancellationToken)"/>
    public static Task TellConnectionAsync(this Work work, Counterparty counterparty, string? reason, CancellationToken ct) =>
        work.TellAsync(counterparty.Id.Value, null, $"connection-{counterparty.Version.ToString(CultureInfo.InvariantCulture)}", counterparty.NtsConnection,
            WebhookWork.WithoutPersonal(reason, counterparty.CompanyName, counterparty.RepresentativeName, counterparty.ContactName), ct);

    private static async Task TellAsync(this Work work, string id, string? partnerId, string key, NtsConnectionStatus connection, string? reason, CancellationToken ct)
    {
        var (word, status) = connection switch
        {
            NtsConnectionStatus.Connected => ("Connected", "CONNECTED"),
            NtsConnectionStatus.NotConnected => ("Disconnected", "NOT_CONNECTED"),
            NtsConnectionStatus.ConnectFailed => ("ConnectionFailed", "ERROR"),
            NtsConnectionStatus.ConnectPending or NtsConnectionStatus.DisconnectPending => (null, ""),
            _ => throw new ArgumentOutOfRangeException(nameof(connection), connection, null),
        };
        if (word is not null)
        {
            await work.PublishAsync($"{CounterpartyWork.Subject}:{id}", $"{id}.{key}", $"{CounterpartyWork.Subject}.{word}", new { counterpartyId = id, partnerId, status, reason }, ct);
        }
    }
}
