using Jeongsan.Application.Mails;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy;

/// <param name="Sending">Mails that are on their way now.</param>
/// <param name="AlreadyTold">Told of all this before, or being told.</param>
public sealed record ToldPartners(int Sending, int AlreadyTold);

/// <summary>메일로 알림: mails the published notice to partners who were not told of it yet. Who can't be reached is listed and gets nothing.</summary>
public sealed class TellPartners(Store store)
{
    private const int PartnersAtOnce = 200;

    /// <param name="chosen">Null: everybody.</param>
    public async Task<Outcome<ToldPartners>> HandleAsync(Tenant tenant, Actor actor, IReadOnlyCollection<PartnerId>? chosen, CancellationToken ct)
    {
        var ids = await ChooseAsync(tenant, chosen, ct);
        if (chosen is not null && chosen.FirstOrDefault(id => !ids.Contains(id)) is { Value: not null } missing)
        {
            return new StoredRefusal.NotFound(CreatePartners.Subject, missing.Value);
        }
        var sending = 0;
        foreach (var some in ids.Chunk(PartnersAtOnce))
        {
            var told = await store.CommandAsync<int>(tenant, actor, work => TellAsync(work, some, ct), ct);
            if (told.IsRefused)
            {
                return told.Refusal;
            }
            sending += told.Value;
        }
        return new ToldPartners(sending, ids.Count - sending);
    }

    private async Task<List<PartnerId>> ChooseAsync(Tenant tenant, IReadOnlyCollection<PartnerId>? chosen, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        var partners = chosen is null ? db.Set<Partner>().Where(partner => !partner.IsArchived) : db.Set<Partner>().Where(partner => chosen.Contains(partner.Id));
        return await partners.OrderBy(partner => partner.Id).Select(partner => partner.Id).ToListAsync(ct);
    }

    private static async Task<Outcome<int>> TellAsync(Work work, PartnerId[] ids, CancellationToken ct)
    {
        var register = await work.Privacy.RegisterAsync(ct);
        if (await PublishNotice.NewestAsync(work.Db, ct) is not { } published || !register.IsPublished)
        {
            return new PrivacyRefusal.NoticeNotPublished(register.Revision, register.PublishedRevision);
        }
        var known = (await work.Db.Set<PartnerNotice>().Where(notice => ids.Contains(notice.PartnerId) && notice.RegisterRevision >= published.RegisterRevision).ToListAsync(ct))
            .ToLookup(notice => notice.PartnerId);
        var sending = 0;
        foreach (var partner in await work.Db.Set<Partner>().Where(partner => ids.Contains(partner.Id)).OrderBy(partner => partner.Id).ToListAsync(ct))
        {
            if (known[partner.Id].Any(notice => notice.Delivery != NoticeDelivery.Failed))
            {
                continue;
            }
            // A corrected address gets a notice of its own; the failed one stays as the proof of the attempt.
            var notice = PartnerNotice.ByMail(new PartnerNoticeId(work.NewId("notice")), partner, published.Version, work.Now);
            work.Db.Add(notice);
            var sent = await work.SendDisclosedAsync(
                SendPartnerNotice.Carried.About(partner.Id) with { NeedsNotice = false }, SendPartnerNotice.MessageType, $"{notice.Id}", $"PartnerNotice:{notice.Id}",
                new SendPartnerNotice.Payload(notice.Id), ct);
            if (sent.IsRefused)
            {
                return sent.Refusal;
            }
            work.Record(CreatePartners.Subject, partner.Id.Value, "PartnerNoticeSent");
            sending++;
        }
        return sending;
    }
}

/// <summary>Mails one partner its notice and writes down whether it arrived at the partner's mail server.</summary>
internal sealed class SendPartnerNotice(Store store, MailOptions options, MailboxFailures failures, TimeProvider time) : MailHandler(options, failures, time)
{
    public const string MessageType = "PartnerNotice.Mail";
    public static readonly CarriedData.OfPartners Carried = new(EntrustedWork.Mail, PersonalDataItem.Contact);

    public sealed record Payload(PartnerNoticeId NoticeId);

    public override string Type => MessageType;

    public override CarriedData Carries => Carried;

    public override async Task<Outbox.Delivery> PerformAsync(Outbox.OutboxMessage message, CancellationToken ct)
    {
        var id = message.Read<Payload>().NoticeId;
        await using var db = store.Read(message.Tenant);
        var notice = await db.Set<PartnerNotice>().SingleAsync(row => row.Id == id, ct);
        var number = notice.NoticeNumber;
        var published = await db.Set<PublishedNotice>().SingleAsync(row => row.Number == number, ct);
        var sender = await SupplierSender.ReadAsync(db, ct);
        var letter = PrivacyMails.Notice(sender, published.Wording, Options.PublicAddress, db.Tenant.Merchant.Value);
        var delivery = await DeliverAsync(message, new OutgoingMail(sender.Name, sender.ContactEmail, notice.Where, letter.Subject, letter.Html, letter.Text), attachment: null, ct);
        return delivery switch
        {
            Outbox.Delivery.Finished sent => new Outbox.Delivery.Finished(async work =>
            {
                await sent.Close(work);
                await NoteAsync(work, id, null, ct);
            }),
            Outbox.Delivery.Stuck stuck => new Outbox.Delivery.Finished(async work =>
            {
                await stuck.Close(work);
                await NoteAsync(work, id, stuck.Problem, ct);
            }),
            var later => later,
        };
    }

    private static async Task NoteAsync(Work work, PartnerNoticeId id, string? problem, CancellationToken ct)
    {
        var notice = await work.Db.Set<PartnerNotice>().SingleAsync(row => row.Id == id, ct);
        var noted = problem is null ? notice.ConfirmDelivered(work.Now) : notice.RejectDelivery(problem);
        if (!noted.IsRefused)
        {
            work.Record(CreatePartners.Subject, notice.PartnerId.Value, problem is null ? "PartnerTold" : "PartnerNoticeFailed", noted.Value.From, noted.Value.To, problem);
        }
    }
}
