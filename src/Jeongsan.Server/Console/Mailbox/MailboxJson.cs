using Jeongsan.Application.Mails;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Server.Api;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Console.Mailbox;

/// <summary>The mailbox for programs: <c>GET /mailbox.json</c> with the API secret, because a mail's link opens an invoice.</summary>
internal static class MailboxJson
{
    private const int MailsMax = 1000;

    private sealed record Answer(IReadOnlyList<Mail> Mails);

    /// <param name="Source"><c>SERVER</c>, or <c>POPBILL</c> for what the emulator sent.</param>
    private sealed record Mail(string Id, string From, string To, string Subject, string Html, string Text, DateTimeOffset SentAt, string Source);

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/mailbox.json", ReadAsync)
        .RequireAuthorization(policy => policy.AddAuthenticationSchemes(ApiAuthentication.SchemeName).RequireAuthenticatedUser())
        .ExcludeFromDescription();

    /// <summary>The newest first, of both modes, since a mail is the same to whoever gets it.</summary>
    private static async Task<IResult> ReadAsync(HttpContext http, Store store, EmulatorMails emulator, CancellationToken ct)
    {
        var merchant = ApiCaller.Of(http.User).Merchant;
        var mails = new List<Mail>();
        foreach (var mode in new[] { Mode.Test, Mode.Live })
        {
            await using var db = store.Read(new Tenant(merchant, mode));
            mails.AddRange(await db.Set<MailboxMail>().OrderByDescending(mail => mail.SentAt).Take(MailsMax)
                .Select(mail => new Mail(mail.Id, mail.FromName, mail.To, mail.Subject, mail.Html, mail.Text, mail.SentAt, "SERVER")).ToListAsync(ct));
        }
        var theirs = await emulator.ReadAsync(ct) ?? [];
        mails.AddRange(theirs.Select(mail => new Mail(mail.Id, mail.From, mail.To, mail.Subject, mail.Html, mail.Text, mail.SentAt, "POPBILL")));
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Answer([.. mails.OrderByDescending(mail => mail.SentAt).Take(MailsMax)]));
    }
}
