using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Privacy.Requests;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Notices;

/// <summary>Mails one partner what the law makes the platform tell it, and writes down whether it arrived at the partner's mail server.</summary>
internal sealed class SendLegalNotice(Store store, MailOptions options, MailboxFailures failures, TimeProvider time) : MailHandler(options, failures, time)
{
    public const string MessageType = "LegalNotice.Mail";
    public static readonly CarriedData.OfPartners Carried = new(EntrustedWork.Mail, PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact);

    public sealed record Payload(LegalNoticeId NoticeId);

    public override string Type => MessageType;

    public override CarriedData Carries => Carried;

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = message.Read<Payload>().NoticeId;
        await using var db = store.Read(message.Tenant);
        var notice = await db.Set<LegalNotice>().SingleAsync(row => row.Id == id, ct);
        var sender = await SupplierSender.ReadAsync(db, ct);
        var letter = PrivacyMails.Legal(sender, notice.Title, await LegalNoticeWork.TextAsync(db, notice, ct));
        var mail = new OutgoingMail(sender.Name, sender.ContactEmail, notice.To!, letter.Subject, letter.Html, letter.Text);
        return await DeliverAsync(message, mail, attachment: null, ct) switch
        {
            Delivery.Finished sent => new Delivery.Finished(async work =>
            {
                await sent.Close(work);
                await NoteAsync(work, id, null, ct);
            }),
            Delivery.Stuck stuck => new Delivery.Finished(work => NoteAsync(work, id, stuck.Problem, ct)),
            var later => later,
        };
    }

    private static async Task NoteAsync(Work work, LegalNoticeId id, string? problem, CancellationToken ct)
    {
        var notice = await work.Db.Set<LegalNotice>().SingleAsync(row => row.Id == id, ct);
        var noted = problem is null ? notice.ConfirmDelivered(work.Now) : notice.RejectDelivery(problem);
        if (noted.IsRefused)
        {
            return;
        }
        work.Record(CreatePartners.Subject, notice.PartnerId.Value, problem is null ? "LegalNoticeTold" : "LegalNoticeFailed", noted.Value.From, noted.Value.To, problem);
        if (notice.Kind == LegalNoticeKind.RequestAnswer)
        {
            await AnswerSubjectRequest.ConcludeAsync(work, new SubjectRequestId(notice.OwnerId), problem, ct);
        }
    }
}
