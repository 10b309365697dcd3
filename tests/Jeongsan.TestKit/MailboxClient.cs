using System.Net.Http.Json;

namespace Jeongsan.TestKit;

/// <summary>One mail of the mailbox, as <c>GET /mailbox.json</c> tells it of the test side. <c>Source</c> says whether the server or the emulated ASP sent it.</summary>
public sealed record Mail(string Id, string From, string To, string Subject, string Html, string Text, DateTimeOffset SentAt, string Source);

/// <summary>Reads the mailbox of a running server, that of the test side.</summary>
public sealed class MailboxClient(HttpClient client)
{
    private sealed record Answer(IReadOnlyList<Mail> Mails);

    public async Task<IReadOnlyList<Mail>> AllAsync(CancellationToken cancellation = default) =>
        (await client.GetFromJsonAsync<Answer>("mailbox.json?test=true", cancellation))?.Mails
        ?? throw new InvalidOperationException("/mailbox.json answered null.");

    /// <summary>The first mail that fits, as soon as it is there.</summary>
    public Task<Mail> WaitForAsync(string what, Func<Mail, bool> fits, TimeSpan? limit = null, CancellationToken cancellation = default) =>
        Polling.UntilAsync(
            $"a mail: {what}",
            async token => (await AllAsync(token)).FirstOrDefault(fits),
            limit,
            cancellation);
}
