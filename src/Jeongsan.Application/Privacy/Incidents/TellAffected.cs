using Jeongsan.Application.Mails;
using Jeongsan.Application.Privacy.Notices;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Incidents;

/// <summary>통지: mails the notice to every affected partner, each once however often it is pressed. Whoever can't be reached is listed and told otherwise.</summary>
public sealed class TellAffected(Store store)
{
    private const int PartnersAtOnce = 200;

    /// <summary>The notice as a person would begin it; what was done stays empty until somebody writes what was done.</summary>
    public async Task<IncidentNotice?> DraftAsync(Tenant tenant, IncidentId id, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        return await db.Set<Incident>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } incident ? IncidentWording.Draft(await SupplierSender.ReadAsync(db, ct), incident) : null;
    }

    /// <returns>How many mails were decided now.</returns>
    /// <remarks>Refused: NotFound, NotInState, NobodyAffected, NoticePartMissing, and what the gate says of the mail service.</remarks>
    public async Task<Outcome<int>> HandleAsync(Tenant tenant, Actor actor, IncidentId id, CancellationToken ct)
    {
        var begun = await store.StepAsync(tenant, actor, id, "IncidentToldBegun", async (work, incident) =>
        {
            // Before anything is frozen: the mail service stands in the register, and its notice is published.
            var may = (await work.Privacy.RegisterAsync(ct)).AdmitPublished(
                new DataSubject(DataSubjectKind.Partner, ""), SendLegalNotice.Carried.Work, SendLegalNotice.Carried.Items, "", work.Now);
            return may.IsRefused ? may.Refusal : incident.Tell(IncidentWording.Text(await SupplierSender.ReadAsync(work.Db, ct), incident), work.Now);
        }, ct);
        if (begun.IsRefused)
        {
            return begun.Refusal;
        }
        for (var sent = 0; ;)
        {
            var some = await store.CommandAsync<(int Seen, int Sent)>(tenant, actor, work => TellSomeAsync(work, id, ct), ct);
            if (some.IsRefused)
            {
                return some.Refusal;
            }
            sent += some.Value.Sent;
            if (some.Value.Seen == 0)
            {
                return sent;
            }
        }
    }

    private static async Task<Outcome<(int Seen, int Sent)>> TellSomeAsync(Work work, IncidentId id, CancellationToken ct)
    {
        var incident = await work.Db.Set<Incident>().SingleAsync(row => row.Id == id, ct);
        var (owner, notices) = (id.Value, work.Db.Set<LegalNotice>());
        var ids = await work.Db.Set<AffectedSubject>()
            .Where(row => row.IncidentId == id && row.SubjectKind == DataSubjectKind.Partner && !notices.Any(notice => notice.Kind == LegalNoticeKind.Incident && notice.OwnerId == owner && (string)(object)notice.PartnerId == row.SubjectId))
            .OrderBy(row => row.SubjectId).Take(PartnersAtOnce).Select(row => row.SubjectId).ToListAsync(ct);
        var wanted = ids.Select(one => new PartnerId(one)).ToList();
        var partners = await work.Db.Set<Partner>().Where(partner => wanted.Contains(partner.Id)).ToDictionaryAsync(partner => partner.Id, ct);
        var sent = 0;
        foreach (var partner in wanted)
        {
            var to = partners.GetValueOrDefault(partner)?.Contact.Email;
            // The same id for whoever presses: the second finds it taken.
            var own = new LegalNoticeId($"{id}-{partner}");
            var facts = new LegalNoticeFacts(LegalNoticeKind.Incident, owner, partner, to, IncidentWording.TitleOf(incident), Text: null);
            if (string.IsNullOrWhiteSpace(to))
            {
                notices.Add(LegalNotice.Unreachable(work.Tenant, own, facts, "메일 주소가 없습니다.", work.Now));
                continue;
            }
            var notice = LegalNotice.ByMail(work.Tenant, own, facts, work.Now);
            notices.Add(notice);
            var decided = await work.MailAsync(notice, ct);
            if (decided.IsRefused)
            {
                return decided.Refusal;
            }
            sent++;
        }
        return (ids.Count, sent);
    }
}
