using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Supervision;

/// <summary>Two mails to the platform's own people for each time that a processor of the live side has to be supervised or trained: ahead of it, and when it is due.</summary>
internal sealed class RemindOfSupervision(Store store, MailOptions options) : DueStep
{
    public override int Order => 72;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        if (tenant.Mode != Mode.Live)
        {
            return;
        }
        var today = SeoulTime.DateOf(await store.NowAsync(tenant, ct));
        await using (var db = store.Read(tenant))
        {
            if ((await UnaskedAsync(db, today, ct)).Count == 0)
            {
                return;
            }
        }
        await store.CommandAsync<Done>(tenant, Actor.System, work => AskAsync(work, ct), ct);
    }

    private async Task<Outcome<Done>> AskAsync(Work work, CancellationToken ct)
    {
        if (await work.Db.Set<OwnCompany>().SingleOrDefaultAsync(ct) is not { } company)
        {
            return new Done();
        }
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        foreach (var due in await UnaskedAsync(work.Db, work.Today, ct))
        {
            var page = new Uri($"{options.PublicAddress.AbsoluteUri.TrimEnd('/')}/privacy/processors?id={Uri.EscapeDataString(due.Processor.Id.Value)}");
            var letter = PrivacyMails.SupervisionDue(sender, due, page);
            work.SendStaffMail(KeyOf(due, work.Today), new OutgoingMail(sender.Name, sender.ContactEmail, company.ContactEmail, letter.Subject, letter.Html, letter.Text));
        }
        return new Done();
    }

    private static async Task<List<DueSupervision>> UnaskedAsync(JeongsanContext db, DateOnly today, CancellationToken ct)
    {
        var near = await SupervisionState.NearAsync(db, today, ct);
        string[] keys = [.. near.Select(due => KeyOf(due, today))];
        var asked = await db.Set<OutboxMessage>().Where(row => keys.Contains(row.Key)).Select(row => row.Key).ToListAsync(ct);
        return [.. near.Where(due => !asked.Contains(KeyOf(due, today)))];
    }

    private static string KeyOf(DueSupervision due, DateOnly today) =>
        $"mail-supervision-{due.Processor.Id.Value}-{due.Kind}-{KoreanWords.DateInTable(due.DueOn)}-{(due.DueOn > today ? "ahead" : "due")}";
}
