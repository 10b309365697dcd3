using System.Text.Json.Nodes;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Crash;

/// <summary>What must hold of the outside world however often the server died: nothing twice, nothing missing.</summary>
internal static class NothingTwice
{
    public static void AssertOf(MonthTrace trace)
    {
        Assert.Equal(Month.Partners.Count, trace.BankTransfers.Count);
        Assert.All(trace.BankTransfers, transfer =>
        {
            Assert.Equal(97_900, transfer!["amountWon"]!.GetValue<long>());
            Assert.Equal(1, transfer["orderCount"]!.GetValue<int>());
        });
        AssertOfMails(trace.Mails);
        AssertOfAgency(trace.AgencyRequests);
        AssertOfWebhooks(trace.Webhooks);
    }

    private static void AssertOfMails(IReadOnlyList<Mail> mails)
    {
        Assert.Empty(mails.GroupBy(mail => (mail.To, mail.Subject)).Where(group => group.Count() > 1).Select(group => $"{group.Count()} × {group.Key}"));
        Assert.Equal(Month.Partners.Count, mails.Count(mail => mail.Text.Contains("/s/", StringComparison.Ordinal) && mail.Subject.Contains("요청", StringComparison.Ordinal)));
        Assert.Equal(Month.Partners.Count, mails.Count(mail => mail.Text.Contains("/t/", StringComparison.Ordinal) && mail.Subject.Contains("정산내역서", StringComparison.Ordinal)));
    }

    // Asking the agency is free; what changes something there carries a verb, or joins a company. Even a refused second one is one too many.
    private static void AssertOfAgency(JsonArray requests)
    {
        var changes = requests
            .Where(request => Text(request, "verb") is not null || (Text(request, "method") is "POST" && Text(request, "path")!.EndsWith("/Join", StringComparison.Ordinal)))
            .GroupBy(request => $"{Text(request, "verb")} {Text(request, "path")} {Text(request, "documentKey")}")
            .ToDictionary(group => group.Key, group => group.Count());
        Assert.Empty(changes.Where(change => change.Value != 1).Select(change => $"{change.Value} × {change.Key}"));
        foreach (var (verb, count) in new[] { ("REQUEST", 3), ("ISSUE", 2), ("NTS", 1), ("CANCELREQUEST", 1) })
            Assert.Equal(count, changes.Keys.Count(change => change.StartsWith($"{verb} ", StringComparison.Ordinal)));
    }

    // A receiver can't be asked what it got: a delivery of unknown outcome comes again, with the same id and the same bytes.
    private static void AssertOfWebhooks(IReadOnlyList<WebhookArrival> arrivals)
    {
        var events = arrivals.GroupBy(arrival => arrival.Id).ToList();
        Assert.All(events, group => Assert.Single(group.Select(arrival => arrival.Body).Distinct()));
        foreach (var (type, count) in new[] { ("Requested", 3), ("RequestCancelled", 1), ("Issued", 2), ("SendingCompleted", 2) })
            Assert.Equal(count, events.Count(group => group.First().Body.Contains($"\"TaxInvoice.{type}\"", StringComparison.Ordinal)));
        Assert.Equal(Month.Partners.Count, events.Count(group => group.First().Body.Contains("\"Payout.Succeeded\"", StringComparison.Ordinal)));
    }

    private static string? Text(JsonNode? request, string name) => request?[name]?.GetValue<string>();
}
