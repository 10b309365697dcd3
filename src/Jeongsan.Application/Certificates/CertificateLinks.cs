using System.Security.Cryptography;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Certificates;

/// <summary>The mails that hold a link by which a partner registers its certificate (again). A newer one closes the older.</summary>
public sealed class CertificateLinks(MailOptions options)
{
    internal async Task ConnectedAsync(Work work, Partner partner, bool isLinked, CancellationToken ct)
    {
        var (link, address) = await NewAsync(work, partner, ct);
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        await SendAsync(work, partner, link, sender, ConnectionMails.Connected(sender, CompanyOf(partner), isLinked, address, LastDay(link)), ct);
    }

    internal async Task EndsAsync(Work work, Partner partner, DateOnly expires, int daysLeft, CancellationToken ct)
    {
        var (link, address) = await NewAsync(work, partner, ct);
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        await SendAsync(work, partner, link, sender, ConnectionMails.CertificateEnds(sender, CompanyOf(partner), expires, daysLeft, address, LastDay(link)), ct);
    }

    internal Uri OwnPage => new($"{options.PublicAddress.AbsoluteUri.TrimEnd('/')}/settings/company");

    private async Task<(SupplierLink Link, Uri Address)> NewAsync(Work work, Partner partner, CancellationToken ct)
    {
        var id = partner.Id;
        foreach (var older in await work.Db.Set<SupplierLink>().Where(row => row.Kind == SupplierLinkKind.Certificate && row.PartnerId == id && row.ReplacedAt == null).ToListAsync(ct))
        {
            older.Replace(work.Now);
        }
        var (link, token) = SupplierLink.CreateForCertificate(new SupplierLinkId(work.NewId("link")), partner, RandomNumberGenerator.GetBytes(SupplierLink.TokenSizeBytes), work.Now);
        work.Db.Add(link);
        return (link, new Uri($"{options.PublicAddress.AbsoluteUri.TrimEnd('/')}/c/{token}"));
    }

    private static Task SendAsync(Work work, Partner partner, SupplierLink link, MailSender sender, MailLetter letter, CancellationToken ct) =>
        work.SendMailAsync(DataSubject.Of(partner.Id), $"mail-{link.Id}", new OutgoingMail(sender.Name, sender.ContactEmail, partner.Contact.Email, letter.Subject, letter.Html, letter.Text), ct);

    private static DateOnly LastDay(SupplierLink link) => SeoulTime.DateOf(link.ExpiresAt).AddDays(-1);

    private static string CompanyOf(Partner partner) => partner.Type is PartnerType.Business business ? business.CompanyName : partner.Name;
}
