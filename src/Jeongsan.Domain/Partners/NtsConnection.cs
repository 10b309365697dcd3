using Jeongsan.Domain.Foundation;
using static Jeongsan.Domain.Partners.NtsConnectionCommand;
using static Jeongsan.Domain.Partners.NtsConnectionStatus;

namespace Jeongsan.Domain.Partners;

/// <summary>국세청 연동: whether the partner is a member at the ASP, so that it can be asked for tax invoices.</summary>
public enum NtsConnectionStatus
{
    NotConnected = 0,
    ConnectPending,
    Connected,
    ConnectFailed,
    DisconnectPending,
}

public enum NtsConnectionCommand
{
    /// <summary>Ask the ASP to take the partner in.</summary>
    Connect,
    ConfirmConnected,
    RejectConnection,
    Disconnect,
    ConfirmDisconnected,
    RejectDisconnection,

    /// <summary>Forget a failed attempt.</summary>
    Reset,
}

/// <summary>What must be known to decide on a connection.</summary>
public sealed record NtsConnectionFacts(Partner Partner, bool HasOngoingTaxInvoice);

public static class NtsConnectionLifecycle
{
    private static readonly Guard<NtsConnectionFacts> IsConnectable = new("connectable partner", facts =>
        facts.Partner.IsArchived ? new PartnerRefusal.ArchivedCannotConnect(facts.Partner.Id)
        : facts.Partner.ScheduledAt is not null ? new PartnerRefusal.ScheduleExists(facts.Partner.Id)
        : facts.Partner.Type is not PartnerType.Business business ? new PartnerRefusal.NotABusiness(facts.Partner.Id, facts.Partner.Type.Name)
        : business.TaxationType == TaxationType.Simple ? new PartnerRefusal.SimpleTaxation(facts.Partner.Id)
        : null);

    private static readonly Guard<NtsConnectionFacts> NoInvoiceUnderWay = new("no invoice under way", facts =>
        facts.HasOngoingTaxInvoice ? new PartnerRefusal.OngoingTaxInvoice(facts.Partner.Id) : null);

    public static Lifecycle<NtsConnectionStatus, NtsConnectionCommand, NtsConnectionFacts> Table { get; } = new(
        "NtsConnection",
        [NotConnected],
        (status, command) => command == Disconnect
            ? new PartnerRefusal.NotConnected(status)
            : new PartnerRefusal.ConnectionNotInState(status, command),
        [
            new(NotConnected, Connect, ConnectPending, IsConnectable),
            new(ConnectFailed, Connect, ConnectPending, IsConnectable),
            new(ConnectPending, ConfirmConnected, Connected),
            new(ConnectPending, RejectConnection, ConnectFailed),
            new(ConnectFailed, Reset, NotConnected),
            new(Connected, Disconnect, DisconnectPending, NoInvoiceUnderWay),
            new(DisconnectPending, ConfirmDisconnected, NotConnected),
            new(DisconnectPending, RejectDisconnection, Connected),
        ]);
}
