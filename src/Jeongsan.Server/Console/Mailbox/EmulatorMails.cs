using System.Globalization;
using System.Text.Json;

namespace Jeongsan.Server.Console.Mailbox;

/// <summary>A mail as the mailbox shows it, ours or the emulator's.</summary>
/// <param name="AttachmentName">Null when nothing goes with it.</param>
public sealed record ShownMail(string Id, string From, string To, string Subject, string Html, string Text, DateTimeOffset SentAt, string? AttachmentName = null);

/// <param name="Address">Where the emulator listens; null when none runs.</param>
public sealed record EmulatorMailsOptions(Uri? Address);

/// <summary>Reads the mails that the Popbill emulator sent in Popbill's name.</summary>
public sealed class EmulatorMails(HttpClient http, EmulatorMailsOptions options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Empty when no emulator runs; null when it does not answer.</summary>
    public async Task<IReadOnlyList<ShownMail>?> ReadAsync(CancellationToken ct)
    {
        if (options.Address is null)
            return [];
        try
        {
            var mails = await http.GetFromJsonAsync<IReadOnlyList<EmulatorMail>>(new Uri(options.Address, "/emulator/mails"), Json, ct) ?? [];
            return [.. mails.Select(mail => new ShownMail(string.Create(CultureInfo.InvariantCulture, $"popbill-{mail.Id}"), "팝빌", mail.To, mail.Subject, mail.Html ?? "", mail.Text ?? "", mail.SentAt))];
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException || (fault is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    private sealed record EmulatorMail(long Id, string To, string Subject, string? Html, string? Text, DateTimeOffset SentAt, string? Kind);
}
