using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Requests;

/// <summary>On each day on which a request of the live side is due within three days, or late: one mail to the platform's own people about all of them.</summary>
internal sealed class RemindOfSubjectRequests(Store store, MailOptions options) : DueStep
{
    public const int DaysBefore = 3;

    public override int Order => 71;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        if (tenant.Mode != Mode.Live)
        {
            return;
        }
        var today = Domain.Calendar.SeoulTime.DateOf(await store.NowAsync(tenant, ct));
        await using (var db = store.Read(tenant))
        {
            if (!await FindSubjectRequests.DueBy(db, today.AddDays(DaysBefore)).AnyAsync(ct) || await WasAskedAsync(db, today, ct))
            {
                return;
            }
        }
        await store.CommandAsync<Done>(tenant, Actor.System, work => AskAsync(work, ct), ct);
    }

    private async Task<Outcome<Done>> AskAsync(Work work, CancellationToken ct)
    {
        if (await WasAskedAsync(work.Db, work.Today, ct) || await work.Db.Set<OwnCompany>().SingleOrDefaultAsync(ct) is not { } company)
        {
            return new Done();
        }
        var due = await FindSubjectRequests.DueBy(work.Db, work.Today.AddDays(DaysBefore)).OrderBy(request => request.DeferredUntil ?? request.DueOn).ThenBy(request => request.Id).ToListAsync(ct);
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        var letter = PrivacyMails.RequestsDue(sender, due, work.Today, new Uri($"{options.PublicAddress.AbsoluteUri.TrimEnd('/')}/privacy/requests"));
        work.SendStaffMail(KeyOf(work.Today), new OutgoingMail(sender.Name, sender.ContactEmail, company.ContactEmail, letter.Subject, letter.Html, letter.Text));
        return new Done();
    }

    private static Task<bool> WasAskedAsync(JeongsanContext db, DateOnly today, CancellationToken ct)
    {
        var key = KeyOf(today);
        return db.Set<OutboxMessage>().AnyAsync(row => row.Key == key, ct);
    }

    private static string KeyOf(DateOnly today) => $"mail-subject-requests-{KoreanWords.DateInTable(today)}";
}
