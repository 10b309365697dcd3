using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy;

/// <summary>게시: what partners are told becomes a numbered wording that never changes.</summary>
public sealed class PublishNotice(Store store)
{
    internal const string Subject = "PrivacyNotice";

    /// <param name="wording">Null: the draft that follows from the register.</param>
    public Task<Outcome<PublishedNotice>> HandleAsync(Tenant tenant, Actor actor, string? wording, CancellationToken ct) =>
        store.CommandAsync<PublishedNotice>(tenant, actor, async work =>
        {
            await TenantLock.TakeAsync(work, "publish-notice", ct);
            var register = await work.Privacy.RegisterAsync(ct);
            var last = await work.Db.Set<PublishedNotice>().MaxAsync(notice => (int?)notice.Number, ct) ?? 0;
            var published = PublishedNotice.Publish(tenant, last, register, wording ?? await DraftAsync(work.Db, register, ct), actor, work.Now);
            if (!published.IsRefused)
            {
                work.Db.Add(published.Value);
                work.Record(Subject, $"{published.Value.Number}", "NoticePublished");
            }
            return published;
        }, ct);

    /// <summary>The wording that the register asks for now.</summary>
    public static async Task<string> DraftAsync(JeongsanContext db, CancellationToken ct) => await DraftAsync(db, await PrivacyGate.ReadAsync(db, ct), ct);

    private static async Task<string> DraftAsync(JeongsanContext db, ConsignmentRegister register, CancellationToken ct)
    {
        var merchant = db.Tenant.Merchant;
        var name = await db.Set<Merchant>().Where(row => row.Id == merchant).Select(row => row.Name).SingleAsync(ct);
        var company = await db.Set<OwnCompany>().SingleOrDefaultAsync(ct);
        return NoticeWording.Draft(name, company is null ? "" : $"{company.ContactEmail} · {company.ContactPhone}", register);
    }

    internal static Task<PublishedNotice?> NewestAsync(JeongsanContext db, CancellationToken ct) =>
        db.Set<PublishedNotice>().OrderByDescending(notice => notice.Number).FirstOrDefaultAsync(ct);
}
