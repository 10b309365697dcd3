using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.People;

/// <summary>
/// Whatever is done to somebody's access is told to others than whoever does it: the person concerned, every owner and the
/// platform's contact. With a second account one person alone could confirm a payout and execute it; not unseen.
/// </summary>
internal static class TellOfAccess
{
    /// <param name="what">As in the history.</param>
    /// <param name="whose">The person's or the key's name.</param>
    /// <param name="concerned">Null of a key.</param>
    public static async Task TellOfAccessAsync(this Work work, MailOptions options, string what, string whose, Person? concerned, CancellationToken ct)
    {
        // A platform that is still being set up has nobody to be told.
        if (await work.Db.Set<OwnCompany>().SingleOrDefaultAsync(ct) is not { } company)
        {
            return;
        }
        var merchant = work.Tenant.Merchant;
        var team = await work.Db.Set<Person>().Where(person => person.MerchantId == merchant && person.DeactivatedAt == null).ToListAsync(ct);
        var by = team.FirstOrDefault(person => person.Id.Value == work.Actor.Id)?.Name ?? "서버 관리자";
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        var letter = AccessMails.AccessChanged(sender, what, whose, by, SeoulTime.DateOf(work.RealNow), new Uri(options.PublicAddress, "/settings/people"));
        var addresses = team.Where(person => person.Role == PersonRole.Owner).Select(person => person.Email)
            .Append(company.ContactEmail).Concat(concerned is null ? [] : [concerned.Email]).Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var address in addresses)
        {
            work.SendStaffMail(work.NewId("mail-access"), new OutgoingMail(sender.Name, sender.ContactEmail, address, letter.Subject, letter.Html, letter.Text));
        }
    }
}
