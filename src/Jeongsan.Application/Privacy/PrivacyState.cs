using Jeongsan.Application.Storage;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy;

/// <summary>Where a platform stands with its register and its notices.</summary>
/// <param name="Newest">The newest published notice.</param>
/// <param name="Terms">By which document new partners count as told now; null when by none.</param>
/// <param name="ToldCount">Partners that were told of all that the register says now.</param>
/// <param name="SendingCount">Partners whose notice is on its way.</param>
/// <param name="FailedCount">Partners whom no notice reached.</param>
/// <param name="UntoldCount">All who were not told yet, with those two.</param>
public sealed record PrivacyState(
    ConsignmentRegister Register, PublishedNotice? Newest, TermsBasis? Terms, string DraftWording, int ToldCount, int SendingCount, int FailedCount, int UntoldCount)
{
    public static async Task<PrivacyState> ReadAsync(JeongsanContext db, CancellationToken ct)
    {
        var register = await PrivacyGate.ReadAsync(db, ct);
        var terms = await db.Set<TermsBasis>().Where(basis => basis.EndedAt == null).OrderByDescending(basis => basis.RegisterRevision).FirstOrDefaultAsync(ct);
        var partners = db.Set<Partner>().Where(partner => !partner.IsArchived);
        var untold = Untold(db, register.Revision);
        return new PrivacyState(
            register,
            await PublishNotice.NewestAsync(db, ct),
            terms is not null && terms.RegisterRevision >= register.Revision ? terms : null,
            await PublishNotice.DraftAsync(db, ct),
            await partners.CountAsync(ct) - await untold.CountAsync(ct),
            await WithNotice(db, untold, register.Revision, NoticeDelivery.Pending).CountAsync(ct),
            await WithNotice(db, untold, register.Revision, NoticeDelivery.Failed).CountAsync(ct),
            await untold.CountAsync(ct));
    }

    /// <summary>Partners that were not told of that revision.</summary>
    public static IQueryable<Partner> Untold(JeongsanContext db, int revision) =>
        db.Set<Partner>().Where(partner => !partner.IsArchived && !db.Set<PartnerNotice>().Any(notice =>
            notice.PartnerId == partner.Id && notice.RegisterRevision >= revision && notice.Delivery == NoticeDelivery.Delivered));

    public static IQueryable<Partner> WithNotice(JeongsanContext db, IQueryable<Partner> partners, int revision, NoticeDelivery delivery) =>
        partners.Where(partner => db.Set<PartnerNotice>().Any(notice =>
            notice.PartnerId == partner.Id && notice.RegisterRevision >= revision && notice.Delivery == delivery));
}
