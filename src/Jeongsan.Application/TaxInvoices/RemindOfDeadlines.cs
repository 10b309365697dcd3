using System.Globalization;
using Jeongsan.Application.Holidays;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>
/// Reminds suppliers of invoices that they were asked to approve and did not yet, and the platform's own people of how many there are: see <see cref="DeadlineReminder"/>.
/// The invoice keeps which reminder was sent last, under its version: of two processes, or of a reminder and an approval, the later one looks again.
/// </summary>
internal sealed class RemindOfDeadlines(Store store, SupplierMails mails, MailOptions options) : DueStep
{
    private static readonly TaxInvoiceStatus[] Awaiting = [.. Enum.GetValues<TaxInvoiceStatus>().Where(TaxInvoiceLifecycle.AwaitsSupplier)];

    /// <summary>After the comparison with the ASP, where suppliers may have approved.</summary>
    public override int Order => 65;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        foreach (var (deadline, reminder) in await CurrentAsync(tenant, ct))
        {
            foreach (var id in await DueAsync(tenant, deadline, reminder, ct))
            {
                await store.CommandAsync<Done>(tenant, Actor.System, work => RemindAsync(work, id, ct), ct);
            }
            if (await IsDigestDueAsync(tenant, deadline, reminder, ct))
            {
                await store.CommandAsync<Done>(tenant, Actor.System, work => DigestAsync(work, deadline, reminder, ct), ct);
            }
        }
    }

    /// <summary>The deadlines of invoices that wait, with the reminder that each has come to.</summary>
    private async Task<List<(DateOnly Deadline, DeadlineReminder Reminder)>> CurrentAsync(Tenant tenant, CancellationToken ct)
    {
        var now = await store.NowAsync(tenant, ct);
        var (from, to) = (SeoulTime.DateOf(now).AddDays(-DeadlineReminder.DaysAroundMax), SeoulTime.DateOf(now).AddDays(DeadlineReminder.DaysAroundMax));
        await using var db = store.Read(tenant);
        var settings = await PlatformSettings.ReadAsync(db, ct);
        if (settings.RemindsOfDeadlines == false)
        {
            return [];
        }
        var deadlines = await Waiting(db).Where(row => row.IssuanceDueDate >= from && row.IssuanceDueDate <= to).Select(row => row.IssuanceDueDate).Distinct().OrderBy(due => due).ToListAsync(ct);
        var businessDays = settings.BusinessDays();
        return [.. deadlines.Select(deadline => (deadline, Current: DeadlineReminder.Current(deadline, now, businessDays))).Where(one => one.Current is not null).Select(one => (one.deadline, one.Current!))];
    }

    private async Task<List<TaxInvoiceId>> DueAsync(Tenant tenant, DateOnly deadline, DeadlineReminder reminder, CancellationToken ct)
    {
        DeadlineReminderKind[] sent = [.. Enum.GetValues<DeadlineReminderKind>().Where(kind => kind >= reminder.Kind)];
        await using var db = store.Read(tenant);
        return await AskedBefore(db, deadline, reminder).Where(row => row.Reminded == null || !sent.Contains(row.Reminded.Value)).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(ct);
    }

    private async Task<Outcome<Done>> RemindAsync(Work work, TaxInvoiceId id, CancellationToken ct)
    {
        var invoice = await work.Db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, ct);
        var businessDays = await work.Db.BusinessDaysAsync(ct);
        if (invoice.DueReminder(work.Now, businessDays) is not { } reminder)
        {
            return new Done();
        }
        invoice.NoteReminded(reminder.Kind, work.Now);
        if (await mails.RemindAsync(work, invoice, reminder.Kind, businessDays, ct))
        {
            work.Record(TaxInvoiceWork.Subject, id.Value, "DeadlineReminded", why: Word(reminder.Kind));
        }
        return new Done();
    }

    private async Task<bool> IsDigestDueAsync(Tenant tenant, DateOnly deadline, DeadlineReminder reminder, CancellationToken ct)
    {
        var key = DigestKey(deadline, reminder.Kind);
        await using var db = store.Read(tenant);
        return await AskedBefore(db, deadline, reminder).AnyAsync(ct) && !await db.Set<OutboxMessage>().AnyAsync(row => row.Key == key, ct);
    }

    private async Task<Outcome<Done>> DigestAsync(Work work, DateOnly deadline, DeadlineReminder reminder, CancellationToken ct)
    {
        var key = DigestKey(deadline, reminder.Kind);
        if (await work.Db.Set<OutboxMessage>().AnyAsync(row => row.Key == key, ct))
        {
            return new Done();
        }
        var businessDays = await work.Db.BusinessDaysAsync(ct);
        var rows = await AskedBefore(work.Db, deadline, reminder).AsNoTracking().ToListAsync(ct);
        if (rows.Count == 0)
        {
            return new Done();
        }
        var penalties = rows.Where(row => row.Document == TaxInvoiceDocument.Normal).Select(row => DeadlineNotice.PenaltyOf(row, work.Today, businessDays)).ToList();
        var digest = new DeadlineDigest(
            deadline,
            deadline.DayNumber - work.Today.DayNumber,
            rows.Count,
            rows.Count(row => row.OpenedAt is null),
            rows.Sum(row => row.TotalAmount.Value),
            rows.Select(row => row.TotalAmount.Value).OrderByDescending(Math.Abs).Take(DeadlineDigest.LargestMax).Sum(),
            penalties.Sum(penalty => penalty.Supplier.Value),
            penalties.Sum(penalty => penalty.Recipient.Value));
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        var company = await work.Db.Set<OwnCompany>().SingleAsync(ct);
        var letter = DeadlineMails.ToStaff(sender, digest, new Uri($"{options.PublicAddress.AbsoluteUri.TrimEnd('/')}/tax-invoices?state=waiting&sort=due"));
        work.SendStaffMail(key, new OutgoingMail(sender.Name, sender.ContactEmail, company.ContactEmail, letter.Subject, letter.Html, letter.Text));
        work.Record(KeepOwnCompany.Subject, company.BusinessNumber.Value, "DeadlineReminded", why: $"{KoreanWords.DateInTable(deadline)} 기한, {KoreanWords.Digits(rows.Count)}건 · {Word(reminder.Kind)}");
        return new Done();
    }

    private static IQueryable<TaxInvoice> Waiting(JeongsanContext db) =>
        db.Set<TaxInvoice>().Where(row => Awaiting.Contains(row.Status) && row.Issuance == TaxInvoiceIssuance.Reverse && row.DeletedAt == null && row.RequestedAt != null);

    private static IQueryable<TaxInvoice> AskedBefore(JeongsanContext db, DateOnly deadline, DeadlineReminder reminder)
    {
        var asked = Waiting(db).Where(row => row.IssuanceDueDate == deadline && row.RequestedAt < reminder.At);
        return reminder.Kind == DeadlineReminderKind.Missed ? asked.Where(row => row.Document == TaxInvoiceDocument.Normal) : asked;
    }

    /// <summary>Unique for the tenant: one digest for a deadline and a morning.</summary>
    private static string DigestKey(DateOnly deadline, DeadlineReminderKind kind) => string.Create(CultureInfo.InvariantCulture, $"mail-deadline-{deadline:yyyy-MM-dd}-{kind}");

    private static string Word(DeadlineReminderKind kind) => kind switch
    {
        DeadlineReminderKind.ThreeDaysBefore => "3일 전",
        DeadlineReminderKind.DayBefore => "1일 전",
        DeadlineReminderKind.LastDay => "마지막 날",
        DeadlineReminderKind.Missed => "기한이 지남",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
