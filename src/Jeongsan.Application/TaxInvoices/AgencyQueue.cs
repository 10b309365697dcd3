using Jeongsan.Application.Outbox;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>
/// The order in which invoices take their turn at the ASP: the nearest deadline first, then whoever waits at a page, then
/// the most money at stake. Documents to be kept come last: nobody waits for them.
/// </summary>
internal static class AgencyQueue
{
    public const string Lane = "agency";

    private const int RankBits = 2;
    private const int MoneyBits = 42;
    private const long MoneyMax = (1L << MoneyBits) - 1;

    /// <summary>Who waits for it.</summary>
    private enum Rank
    {
        /// <summary>A person at a page, or somebody who pressed a button for this one invoice.</summary>
        Person,

        /// <summary>One of many.</summary>
        Many,
    }

    /// <summary>What connects companies: nothing else can begin before it.</summary>
    public static OutboxPlace First => new(Lane, 0);

    /// <summary>What nobody waits for.</summary>
    public static OutboxPlace Last => new(Lane, long.MaxValue);

    public static OutboxPlace Request(TaxInvoice invoice) => Place(invoice.IssuanceDueDate, Rank.Many, invoice);

    public static OutboxPlace Issue(TaxInvoice invoice) => Place(invoice.IssuanceDueDate, Rank.Person, invoice);

    public static OutboxPlace Undo(TaxInvoice invoice) => Place(invoice.IssuanceDueDate, Rank.Person, invoice);

    public static OutboxPlace SendToNts(TaxInvoice invoice, BusinessDays days) => Place(Transmission.DateFor(invoice, days), Rank.Person, invoice);

    private static OutboxPlace Place(DateOnly deadline, Rank rank, TaxInvoice invoice)
    {
        var money = Math.Min(Math.Abs(invoice.TotalSupplyAmount.Value), MoneyMax);
        return new(Lane, ((((long)deadline.DayNumber << RankBits) | (long)rank) << MoneyBits) | (MoneyMax - money));
    }
}
