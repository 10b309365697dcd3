using System.Globalization;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Certificates;

/// <summary>Looks at every certificate once a day, and reminds 30, 7 and 1 days before one ends.</summary>
internal sealed class CertificateWatch(Store store, CertificateLinks links) : DueStep
{
    private const int RowsAtOnce = 200;

    /// <summary>The ASP answers a few calls a second, and invoices come first: one look a second.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>After the day's gathering and comparison.</summary>
    public override int Order => 60;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        await WatchNewAsync(tenant, ct);
        while (await LookAsync(tenant, ct) == RowsAtOnce)
        {
        }
        await RemindAsync(tenant, ct);
    }

    private async Task WatchNewAsync(Tenant tenant, CancellationToken ct)
    {
        await using (var db = store.Read(tenant))
        {
            if (!await Unwatched(db).AnyAsync(ct) && !await UnwatchedOwn(db).AnyAsync(ct))
            {
                return;
            }
        }
        await store.CommandAsync<Done>(tenant, Actor.System, async work =>
        {
            foreach (var company in await UnwatchedOwn(work.Db).Select(row => row.BusinessNumber).ToListAsync(ct))
            {
                work.Db.Add(New(work, company, null));
            }
            // Two partners of one company share its certificate.
            foreach (var group in (await Unwatched(work.Db).OrderBy(row => row.Id).Take(RowsAtOnce).Select(row => new { row.Id, row.BusinessRegistrationNumber }).ToListAsync(ct)).GroupBy(row => row.BusinessRegistrationNumber))
            {
                if (work.Db.Set<CompanyCertificate>().Local.All(row => row.BusinessNumber != group.Key!.Value))
                {
                    work.Db.Add(New(work, group.Key!.Value, group.First().Id));
                }
            }
            return new Done();
        }, ct);
    }

    private async Task<int> LookAsync(Tenant tenant, CancellationToken ct)
    {
        var today = SeoulTime.DateOf(await store.NowAsync(tenant, ct));
        await using (var db = store.Read(tenant))
        {
            if (!await db.Set<CompanyCertificate>().AnyAsync(row => row.LookDueOn <= today, ct))
            {
                return 0;
            }
        }
        var looked = await store.CommandAsync<int>(tenant, Actor.System, async work =>
        {
            var due = await work.Db.Set<CompanyCertificate>().Where(row => row.LookDueOn <= work.Today).OrderBy(row => row.BusinessNumber).Take(RowsAtOnce).ToListAsync(ct);
            foreach (var (index, certificate) in due.Index())
            {
                certificate.LookDueOn = work.Today.AddDays(1);
                var key = string.Create(CultureInfo.InvariantCulture, $"certificate-{certificate.BusinessNumber}-{work.Today:yyyyMMdd}");
                var payload = new CertificateLook.Payload(certificate.BusinessNumber);
                if (certificate.PartnerId is not { } partner)
                {
                    work.Send(LookAtOwnCertificate.MessageType, key, $"Certificate:{certificate.BusinessNumber}", payload);
                }
                else if (await IsConnectedAsync(work, partner, ct))
                {
                    // Who may not be asked about today is not asked; the list of untold partners says why.
                    await work.SendDisclosedAsync(
                        LookAtCertificate.Carried.About(partner), LookAtCertificate.MessageType, key, $"Certificate:{certificate.BusinessNumber}", payload, ct, Pace * index);
                }
            }
            return due.Count;
        }, ct);
        return looked.IsRefused ? 0 : looked.Value;
    }

    private async Task RemindAsync(Tenant tenant, CancellationToken ct)
    {
        var now = await store.NowAsync(tenant, ct);
        var horizon = now.AddDays(CertificateReminder.DaysBefore[0] + 1);
        List<BusinessRegistrationNumber> near;
        await using (var db = store.Read(tenant))
        {
            near = await db.Set<CompanyCertificate>().Where(row => row.ExpiresAt > now && row.ExpiresAt < horizon && (row.RemindedDays == null || row.RemindedDays > 1 || row.RemindedOf != row.ExpiresAt))
                .Select(row => row.BusinessNumber).ToListAsync(ct);
        }
        foreach (var company in near)
        {
            await store.CommandAsync<Done>(tenant, Actor.System, async work =>
            {
                await RemindAsync(work, await work.Db.Set<CompanyCertificate>().SingleAsync(row => row.BusinessNumber == company, ct), ct);
                return new Done();
            }, ct);
        }
    }

    private async Task RemindAsync(Work work, CompanyCertificate certificate, CancellationToken ct)
    {
        var expires = SeoulTime.DateOf(certificate.ExpiresAt!.Value);
        var daysLeft = expires.DayNumber - work.Today.DayNumber;
        if (CertificateReminder.Due(daysLeft, certificate.RemindedOf == certificate.ExpiresAt ? certificate.RemindedDays : null) is not { } due)
        {
            return;
        }
        (certificate.RemindedDays, certificate.RemindedOf) = (due, certificate.ExpiresAt);
        if (certificate.PartnerId is not { } id)
        {
            var sender = await SupplierSender.ReadAsync(work.Db, ct);
            var company = await work.Db.Set<OwnCompany>().SingleAsync(ct);
            var letter = ConnectionMails.OwnCertificateEnds(sender, company.CompanyName, expires, daysLeft, links.OwnPage);
            work.SendStaffMail(work.NewId("mail-own-certificate"), new OutgoingMail(sender.Name, sender.ContactEmail, company.ContactEmail, letter.Subject, letter.Html, letter.Text));
            work.Record(KeepOwnCompany.Subject, certificate.BusinessNumber.Value, "CertificateReminded", why: $"{daysLeft}일 전");
        }
        else if (await work.Db.Set<Partner>().SingleOrDefaultAsync(row => row.Id == id, ct) is { NtsConnection: NtsConnectionStatus.Connected } partner)
        {
            await links.EndsAsync(work, partner, expires, daysLeft, ct);
            work.Record(Partners.CreatePartners.Subject, id.Value, "CertificateReminded", why: $"{daysLeft}일 전");
        }
    }

    private static IQueryable<Partner> Unwatched(JeongsanContext db) => db.Set<Partner>().Where(partner =>
        partner.NtsConnection == NtsConnectionStatus.Connected && partner.BusinessRegistrationNumber != null
        && !db.Set<CompanyCertificate>().Any(row => row.BusinessNumber == partner.BusinessRegistrationNumber));

    private static IQueryable<OwnCompany> UnwatchedOwn(JeongsanContext db) => db.Set<OwnCompany>().Where(company =>
        company.ConnectedAt != null && !db.Set<CompanyCertificate>().Any(row => row.BusinessNumber == company.BusinessNumber));

    private static Task<bool> IsConnectedAsync(Work work, PartnerId id, CancellationToken ct) =>
        work.Db.Set<Partner>().AnyAsync(row => row.Id == id && row.NtsConnection == NtsConnectionStatus.Connected, ct);

    private static CompanyCertificate New(Work work, BusinessRegistrationNumber company, PartnerId? partner) => new()
    {
        MerchantId = work.Tenant.Merchant,
        Mode = work.Tenant.Mode,
        BusinessNumber = company,
        PartnerId = partner,
        LookDueOn = work.Today,
    };
}

/// <summary>When a reminder is due.</summary>
internal static class CertificateReminder
{
    /// <summary>Days before the last day, the earliest first.</summary>
    public static readonly IReadOnlyList<int> DaysBefore = [30, 7, 1];

    /// <summary>Which reminder to send; null when none is due. One that was missed is not sent late: the next one says the same, and more urgently.</summary>
    /// <param name="daysLeft">0 on the last day.</param>
    /// <param name="lastSent">Which one was sent last for this certificate; null when none was.</param>
    public static int? Due(int daysLeft, int? lastSent) =>
        daysLeft < 0 ? null : DaysBefore.Where(days => daysLeft <= days && (lastSent is null || days < lastSent)).Select(days => (int?)days).LastOrDefault();
}
