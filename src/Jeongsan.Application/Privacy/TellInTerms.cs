using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy;

/// <param name="Document">Which document, e.g. 파트너 이용약관 3.1 제12조.</param>
/// <param name="DocumentDate">Since when it holds.</param>
public sealed record ToldInTerms(string Document, DateOnly DocumentDate);

/// <summary>
/// 약관·계약으로 알림: writes down that the terms which every partner accepts hold the published notice. Each partner, present
/// and new, gets its own record by that. Doing it again tells those who are missing.
/// </summary>
public sealed class TellInTerms(Store store)
{
    private const int PartnersAtOnce = 500;

    /// <returns>How many partners were written down as told now.</returns>
    public async Task<Outcome<int>> HandleAsync(Tenant tenant, Actor actor, ToldInTerms terms, CancellationToken ct)
    {
        var recorded = await store.CommandAsync<TermsBasis>(tenant, actor, work => RecordAsync(work, terms, ct), ct);
        if (recorded.IsRefused)
        {
            return recorded.Refusal;
        }
        for (var told = 0; ;)
        {
            var some = await store.CommandAsync<int>(tenant, actor, work => TellSomeAsync(work, recorded.Value, ct), ct);
            if (some.IsRefused || some.Value == 0)
            {
                return some.IsRefused ? some.Refusal : told;
            }
            told += some.Value;
        }
    }

    /// <summary>A new partner counts as told when the terms stand for what the register says now.</summary>
    internal static async Task TellNewAsync(Work work, Partner partner, CancellationToken ct)
    {
        if (await StandingAsync(work, ct) is { } basis)
        {
            Tell(work, partner, basis);
        }
    }

    /// <summary>The same for many, by the set.</summary>
    internal static async Task TellNewAsync(Work work, IReadOnlyList<Partner> partners, CancellationToken ct)
    {
        if (await StandingAsync(work, ct) is { } basis)
        {
            await work.Db.InsertAsync([.. partners.Select(partner => Notice(work, partner, basis))], ct);
            await work.RecordAsync([.. partners.Select(partner => work.Line(Partners.CreatePartners.Subject, partner.Id.Value, "PartnerTold", why: basis.Document))], ct);
        }
    }

    /// <summary>Null when no terms stand for what the register says now.</summary>
    private static async Task<TermsBasis?> StandingAsync(Work work, CancellationToken ct)
    {
        var basis = await work.Db.Set<TermsBasis>().Where(row => row.EndedAt == null).OrderByDescending(row => row.RegisterRevision).ThenByDescending(row => row.Id).FirstOrDefaultAsync(ct);
        return basis is not null && basis.RegisterRevision >= (await work.Privacy.RegisterAsync(ct)).Revision ? basis : null;
    }

    private static async Task<Outcome<TermsBasis>> RecordAsync(Work work, ToldInTerms terms, CancellationToken ct)
    {
        var register = await work.Privacy.RegisterAsync(ct);
        if (await PublishNotice.NewestAsync(work.Db, ct) is not { } notice || !register.IsPublished)
        {
            return new PrivacyRefusal.NoticeNotPublished(register.Revision, register.PublishedRevision);
        }
        var basis = TermsBasis.Record(work.Tenant, work.NewId("terms"), terms.Document, terms.DocumentDate, notice, work.Actor, work.Today, work.Now);
        if (basis.IsRefused)
        {
            return basis;
        }
        foreach (var older in await work.Db.Set<TermsBasis>().Where(row => row.EndedAt == null).ToListAsync(ct))
        {
            older.End(work.Now);
        }
        work.Db.Add(basis.Value);
        work.Record(PublishNotice.Subject, $"{notice.Number}", "ToldInTerms", why: $"{terms.Document} ({terms.DocumentDate:yyyy-MM-dd})");
        return basis;
    }

    private static async Task<Outcome<int>> TellSomeAsync(Work work, TermsBasis basis, CancellationToken ct)
    {
        var revision = basis.RegisterRevision;
        var notices = work.Db.Set<PartnerNotice>();
        var partners = await work.Db.Set<Partner>()
            .Where(partner => !notices.Any(notice => notice.PartnerId == partner.Id && notice.RegisterRevision >= revision && notice.Delivery == NoticeDelivery.Delivered))
            .OrderBy(partner => partner.Id).Take(PartnersAtOnce).AsNoTracking().ToListAsync(ct);
        foreach (var partner in partners)
        {
            Tell(work, partner, basis);
        }
        return partners.Count;
    }

    private static void Tell(Work work, Partner partner, TermsBasis basis)
    {
        work.Db.Add(Notice(work, partner, basis));
        work.Record(Partners.CreatePartners.Subject, partner.Id.Value, "PartnerTold", why: basis.Document);
    }

    private static PartnerNotice Notice(Work work, Partner partner, TermsBasis basis) =>
        PartnerNotice.InContract(new PartnerNoticeId(work.NewId("notice")), partner, basis.Version, basis.Document, basis.DocumentDate, work.Now).Value;
}
