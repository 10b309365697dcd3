using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using static Jeongsan.Domain.Partners.NtsConnectionCommand;
using static Jeongsan.Domain.Partners.NtsConnectionStatus;

namespace Jeongsan.Domain.Counterparties;

public sealed record CounterpartyConnectionFacts(Counterparty Counterparty, bool HasOngoingTaxInvoice);

/// <summary>국세청 연동 of a counterparty that is no partner: only a member of the ASP can be asked for an invoice.</summary>
public static class CounterpartyConnectionLifecycle
{
    /// <summary>What the ASP wants to know of a member.</summary>
    private static readonly Guard<CounterpartyConnectionFacts> IsComplete = new("address, business type and class are there", facts =>
        string.IsNullOrWhiteSpace(facts.Counterparty.Address) ? new CounterpartyRefusal.FieldMissing("address")
        : string.IsNullOrWhiteSpace(facts.Counterparty.BusinessType) ? new CounterpartyRefusal.FieldMissing("businessType")
        : string.IsNullOrWhiteSpace(facts.Counterparty.BusinessClass) ? new CounterpartyRefusal.FieldMissing("businessClass")
        : null);

    private static readonly Guard<CounterpartyConnectionFacts> NoInvoiceUnderWay = new("no invoice under way", facts =>
        facts.HasOngoingTaxInvoice ? new CounterpartyRefusal.OngoingTaxInvoice(facts.Counterparty.Id) : null);

    public static Lifecycle<NtsConnectionStatus, NtsConnectionCommand, CounterpartyConnectionFacts> Table { get; } = new(
        "CounterpartyConnection",
        [NotConnected],
        (status, command) => new CounterpartyRefusal.ConnectionNotInState(status, command),
        [
            new(NotConnected, Connect, ConnectPending, IsComplete),
            new(ConnectFailed, Connect, ConnectPending, IsComplete),
            new(ConnectPending, ConfirmConnected, Connected),
            new(ConnectPending, RejectConnection, ConnectFailed),
            new(ConnectFailed, Reset, NotConnected),
            new(Connected, Disconnect, DisconnectPending, NoInvoiceUnderWay),
            new(DisconnectPending, ConfirmDisconnected, NotConnected),
            new(DisconnectPending, RejectDisconnection, Connected),
        ]);
}
