using Jeongsan.Popbill.Emulator.Storage;

namespace Jeongsan.Popbill.Emulator.Auth;

/// <summary>What a popup link shows: a certificate form of a company, or an invoice.</summary>
internal sealed record PageTicket(string Kind, string CorpNum, string[] ItemKeys, DateTimeOffset Expires);

/// <summary>Links of the form <c>/App/API?T=…</c>. They die by the real clock.</summary>
internal sealed class PageTickets(PopbillEmulatorOptions options, SealedText sealer, EmulatorClock clock, PublicAddress address)
{
    private const string Purpose = "page";

    /// <summary>Mail links have no end; all others live as long as the options say.</summary>
    public string Link(string kind, string corpNum, params string[] itemKeys) =>
        $"{address.Value}/App/API?T={Ticket(kind, corpNum, kind == "MAIL" ? DateTimeOffset.MaxValue : clock.RealNow + options.PopupLife, itemKeys)}";

    /// <summary>A ticket for the form on an open page.</summary>
    public string FormTicket(PageTicket opened) => Ticket(opened.Kind, opened.CorpNum, clock.RealNow.AddMinutes(30), opened.ItemKeys);

    /// <summary>Null when the link was not made here or has died.</summary>
    public PageTicket? Open(string? text) =>
        sealer.Open<PageTicket>(Purpose, text) is { } ticket && ticket.Expires > clock.RealNow ? ticket : null;

    private string Ticket(string kind, string corpNum, DateTimeOffset expires, string[] itemKeys) =>
        sealer.Seal(Purpose, new PageTicket(kind, corpNum, itemKeys, expires));
}
