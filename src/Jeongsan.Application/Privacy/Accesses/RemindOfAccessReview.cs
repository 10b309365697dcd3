using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Accesses;

/// <summary>Once a month, while the live side's last month was not looked through: a mail to the platform's own people.</summary>
internal sealed class RemindOfAccessReview(Store store, MailOptions options, TimeProvider time) : DueStep
{
    public override int Order => 70;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        if (tenant.Mode != Mode.Live)
        {
            return;
        }
        var month = ReviewAccesses.FirstOf(SeoulTime.DateOf(time.GetUtcNow())).AddMonths(-1);
        await using (var db = store.Read(tenant))
        {
            if (await WasAskedAsync(db, month, ct) || !await ReviewAccesses.IsDueAsync(db, time.GetUtcNow(), ct))
            {
                return;
            }
        }
        await store.CommandAsync<Done>(tenant, Actor.System, work => AskAsync(work, month, ct), ct);
    }

    private async Task<Outcome<Done>> AskAsync(Work work, DateOnly month, CancellationToken ct)
    {
        if (await WasAskedAsync(work.Db, month, ct) || await work.Db.Set<OwnCompany>().SingleOrDefaultAsync(ct) is not { } company)
        {
            return new Done();
        }
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        var letter = AccessMails.ReviewDue(sender, month, new Uri($"{options.PublicAddress.AbsoluteUri.TrimEnd('/')}/privacy/access"));
        work.SendStaffMail(KeyOf(month), new OutgoingMail(sender.Name, sender.ContactEmail, company.ContactEmail, letter.Subject, letter.Html, letter.Text));
        return new Done();
    }

    private static Task<bool> WasAskedAsync(JeongsanContext db, DateOnly month, CancellationToken ct)
    {
        var key = KeyOf(month);
        return db.Set<OutboxMessage>().AnyAsync(row => row.Key == key, ct);
    }

    private static string KeyOf(DateOnly month) => $"mail-access-review-{month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)}";
}
