using System.Text.Json.Nodes;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Crash;

/// <summary>What must hold of the outside world however often the server died: nothing twice, nothing missing.</summary>
internal static class NothingTwice
{
    public static void AssertOf(MonthTrace trace)
    {
        var transfer = Assert.Single(trace.BankTransfers)!;
        Assert.Equal(97_900, transfer["amountWon"]!.GetValue<long>());
        Assert.Equal(1, transfer["orderCount"]!.GetValue<int>());
        AssertOfMails(trace.Mails);
        AssertOfAgency(trace.AgencyRequests);
        AssertOfWebhooks(trace.Webhooks);
    }

    private static void AssertOfMails(IReadOnlyList<Mail> mails)
    {
        Assert.Empty(mails.GroupBy(mail => (mail.To, mail.Subject)).Where(group => group.Count() > 1).Select(group => $"{group.Count()} × {group.Key}"));
        Assert.Single(mails, mail => mail.Text.Contains("/s/", StringComparison.Ordinal) && mail.Subject.Contains("요청", StringComparison.Ordinal));
    }

    // Asking the agency is free; what changes something there carries a verb, or joins a company. Even a refused second one is one too many.
    private static void AssertOfAgency(JsonArray requests)
    {
        var changes = requests
            .Where(request => Text(request, "verb") is not null || (Text(request, "method") is "POST" && Text(request, "path")!.EndsWith("/Join", StringComparison.Ordinal)))
            .GroupBy(request => $"{Text(request, "verb")} {Text(request, "path")} {Text(request, "documentKey")}")
            .ToDictionary(group => group.Key, group => group.Count());
        Assert.Empty(changes.Where(change => change.Value != 1).Select(change => $"{change.Value} × {change.Key}"));
        Assert.Single(changes.Keys, change => change.StartsWith("REQUEST ", StringComparison.Ordinal));
        Assert.Single(changes.Keys, change => change.StartsWith("ISSUE ", StringComparison.Ordinal));
    }

    // A receiver can't be asked what it got: a delivery of unknown outcome comes again, with the same id and the same bytes.
    private static void AssertOfWebhooks(IReadOnlyList<WebhookArrival> arrivals)
    {
        var events = arrivals.GroupBy(arrival => arrival.Id).ToList();
        Assert.All(events, group => Assert.Single(group.Select(arrival => arrival.Body).Distinct()));
        foreach (var type in new[] { "TaxInvoice.Requested", "TaxInvoice.Issued", "TaxInvoice.SendingCompleted" })
            Assert.Single(events, group => group.First().Body.Contains($"\"{type}\"", StringComparison.Ordinal));
    }

    private static string? Text(JsonNode? request, string name) => request?[name]?.GetValue<string>();
}
