using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Mails;

/// <summary>As whom a platform writes to its partners.</summary>
internal static class SupplierSender
{
    public static async Task<MailSender> ReadAsync(JeongsanContext db, CancellationToken ct)
    {
        var merchant = db.Tenant.Merchant;
        var name = await db.Set<Merchant>().Where(row => row.Id == merchant).Select(row => row.Name).SingleAsync(ct);
        var company = await db.Set<OwnCompany>().SingleAsync(ct);
        return new MailSender(name, company.ContactEmail, company.ContactPhone);
    }
}
