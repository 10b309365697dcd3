using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Webhooks;

/// <summary>
/// Counts what a receiver did not take, and switches its endpoint off when nothing of it arrived for days: a receiver that nobody
/// looks after is told no more, and the platform's people are. Counted in the database, as many workers may post at a time.
/// </summary>
internal static class EndpointFailures
{
    /// <summary>Without a success in between.</summary>
    public const int AttemptsMin = 10;

    public static readonly TimeSpan LastsFor = TimeSpan.FromDays(5);

    public static Task NoteSuccessAsync(this Work work, string endpointId, CancellationToken ct) =>
        work.Db.Set<WebhookEndpoint>().Where(row => row.Id == endpointId && row.FailedAttempts > 0).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.FailedAttempts, 0)
            .SetProperty(row => row.FailingSince, (DateTimeOffset?)null), ct);

    /// <param name="problem">Korean.</param>
    public static async Task NoteFailureAsync(this Work work, string endpointId, string problem, string? answer, MailOptions options, CancellationToken ct)
    {
        DateTimeOffset? now = work.RealNow;
        await work.Db.Set<WebhookEndpoint>().Where(row => row.Id == endpointId && row.SwitchedOffAt == null).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.FailedAttempts, row => row.FailedAttempts + 1)
            .SetProperty(row => row.FailingSince, row => row.FailingSince ?? now), ct);
        var begun = work.RealNow - LastsFor;
        // The one that changes the row tells of it.
        var off = await work.Db.Set<WebhookEndpoint>()
            .Where(row => row.Id == endpointId && row.SwitchedOffAt == null && row.FailedAttempts >= AttemptsMin && row.FailingSince <= begun)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SwitchedOffAt, now).SetProperty(row => row.SwitchedOffWhy, problem), ct);
        if (off == 1)
        {
            work.Record(WebhookWork.Subject, endpointId, "WebhookSwitchedOff", why: problem);
            await TellAsync(work, await work.Db.Set<WebhookEndpoint>().AsNoTracking().SingleAsync(row => row.Id == endpointId, ct), answer, options, ct);
        }
    }

    private static async Task TellAsync(Work work, WebhookEndpoint endpoint, string? answer, MailOptions options, CancellationToken ct)
    {
        if (await work.Db.Set<OwnCompany>().SingleOrDefaultAsync(ct) is not { } company)
        {
            // Nobody's address is known yet; the console and the API say it.
            return;
        }
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        var page = new Uri($"{options.PublicAddress.AbsoluteUri.TrimEnd('/')}/settings/webhooks");
        var letter = WebhookMails.SwitchedOff(sender, new SwitchedOffEndpoint(endpoint.Url, endpoint.FailingSince!.Value, endpoint.FailedAttempts, endpoint.SwitchedOffWhy!, answer), page);
        work.SendStaffMail(work.NewId("mail-webhook-off"), new OutgoingMail(sender.Name, sender.ContactEmail, company.ContactEmail, letter.Subject, letter.Html, letter.Text));
    }
}
