using Jeongsan.Application.Partners;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Privacy.Notices;

internal static class LegalNoticeWork
{
    /// <summary>Decides the mail with its line. It is a duty towards the partner itself, so neither a stop nor a missing earlier notice holds it back.</summary>
    /// <remarks>Refused: NotInRegister, NoticeNotPublished.</remarks>
    public static Task<Outcome<Done>> MailAsync(this Work work, LegalNotice notice, CancellationToken ct) => work.SendDisclosedAsync(
        SendLegalNotice.Carried.About(notice.PartnerId) with { NeedsNotice = false }, SendLegalNotice.MessageType, notice.MessageKey, $"LegalNotice:{notice.Id}", new SendLegalNotice.Payload(notice.Id), ct);

    /// <summary>As it is sent.</summary>
    public static async Task<string> TextAsync(JeongsanContext db, LegalNotice notice, CancellationToken ct)
    {
        if (notice.Text is { } own)
        {
            return own;
        }
        var incident = new IncidentId(notice.OwnerId);
        return (await db.Set<Incident>().Where(row => row.Id == incident).Select(row => row.ToldText).SingleAsync(ct))!;
    }
}

/// <summary>What becomes of notices that reached nobody.</summary>
public sealed class KeepLegalNotice(Store store)
{
    internal const string Subject = "LegalNotice";

    /// <summary>Another mail, to the address that the partner has now.</summary>
    /// <remarks>Refused: NotFound, NotInState, AnswerByRequest, and what the gate says.</remarks>
    public Task<Outcome<LegalNotice>> SendAgainAsync(Tenant tenant, Actor actor, LegalNoticeId id, CancellationToken ct) => ChangeAsync(tenant, actor, id, "LegalNoticeSentAgain", async (work, notice) =>
    {
        var partner = await work.Db.Set<Partner>().SingleAsync(row => row.Id == notice.PartnerId, ct);
        var again = notice.SendAgain(partner.Contact.Email);
        if (again.IsRefused)
        {
            return again;
        }
        var sent = await work.MailAsync(notice, ct);
        return sent.IsRefused ? sent.Refusal : again;
    }, ct);

    /// <remarks>Refused: NotFound, NotInState, AnswerByRequest, HowMissing, DayInFuture.</remarks>
    public Task<Outcome<LegalNotice>> TellOtherwiseAsync(Tenant tenant, Actor actor, LegalNoticeId id, ToldByHand told, CancellationToken ct) =>
        ChangeAsync(tenant, actor, id, "LegalNoticeToldOtherwise", (work, notice) => Task.FromResult(notice.TellOtherwise(told, work.Today)), ct, told.How);

    private Task<Outcome<LegalNotice>> ChangeAsync(
        Tenant tenant, Actor actor, LegalNoticeId id, string what, Func<Work, LegalNotice, Task<Outcome<Move>>> change, CancellationToken ct, string? why = null) =>
        store.CommandAsync<LegalNotice>(tenant, actor, async work =>
        {
            if (await work.Db.Set<LegalNotice>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } notice)
            {
                return new StoredRefusal.NotFound(Subject, id.Value);
            }
            if (notice.Kind == LegalNoticeKind.RequestAnswer)
            {
                return new LegalNoticeRefusal.AnswerByRequest(notice.OwnerId);
            }
            var changed = await change(work, notice);
            if (changed.IsRefused)
            {
                return changed.Refusal;
            }
            work.Record(CreatePartners.Subject, notice.PartnerId.Value, what, changed.Value.From, changed.Value.To, why);
            return notice;
        }, ct);
}

internal sealed class LegalNoticeMapping : IEntityTypeConfiguration<LegalNotice>
{
    public void Configure(EntityTypeBuilder<LegalNotice> builder)
    {
        builder.ToTable("legal_notices");
        builder.TenantKey();
        builder.Ignore(notice => notice.MessageKey);
        builder.Property(notice => notice.To).Sealed();
        builder.Property(notice => notice.Text).Sealed();
        builder.Property(notice => notice.Version).IsConcurrencyToken();
        builder.HasIndex(notice => new { notice.MerchantId, notice.Mode, notice.OwnerId, notice.Delivery });
        builder.HasIndex(notice => new { notice.MerchantId, notice.Mode, notice.PartnerId });
        builder.HasIndex(notice => new { notice.MerchantId, notice.Mode, notice.CreatedAt });
    }
}
