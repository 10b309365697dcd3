using Jeongsan.Application.Mails;
using Jeongsan.Application.Privacy.Notices;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Requests;

/// <summary>Why an access comes later, and how that is told.</summary>
/// <param name="ByHand">Null: by mail to the partner's contact.</param>
/// <param name="Text">Null: the draft.</param>
public sealed record Deferral(DateOnly Until, string Reason, ToldByHand? ByHand = null, string? Text = null);

/// <summary>통지: tells whoever asked what was done, with the words kept as proof.</summary>
public sealed class AnswerSubjectRequest(Store store)
{
    /// <summary>The words that follow from what was decided, for a person to change.</summary>
    public async Task<string?> DraftAsync(Tenant tenant, SubjectRequestId id, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        return await db.Set<SubjectRequest>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } request
            ? SubjectRequestWording.Answer(await SupplierSender.ReadAsync(db, ct), await NameAsync(db, request, ct), request) : null;
    }

    /// <param name="byHand">Null: by mail to the partner's contact.</param>
    /// <param name="text">Null: the draft. Kept as it is.</param>
    /// <remarks>Refused: NotFound, NotInState, TextTooLong, HowMissing, DayInFuture, and what the gate says.</remarks>
    public Task<Outcome<SubjectRequest>> HandleAsync(Tenant tenant, Actor actor, SubjectRequestId id, ToldByHand? byHand, string? text, CancellationToken ct) =>
        store.StepAsync(tenant, actor, id, byHand is null ? "SubjectAnswerSent" : "SubjectAnsweredOtherwise", async (work, request) =>
        {
            var moved = byHand is null ? request.Answer() : request.AnswerOtherwise(work.Now);
            if (moved.IsRefused)
            {
                return moved;
            }
            var sender = await SupplierSender.ReadAsync(work.Db, ct);
            var words = string.IsNullOrWhiteSpace(text) ? SubjectRequestWording.Answer(sender, await NameAsync(work.Db, request, ct), request) : text.Trim();
            var told = await TellAsync(work, request, LegalNoticeKind.RequestAnswer, SubjectRequestWording.AnswerTitle(request), words, byHand, ct);
            return told.IsRefused ? told.Refusal : moved;
        }, ct, byHand?.How);

    /// <summary>열람 연기: says when the access will be given instead, and why.</summary>
    /// <remarks>Refused: NotFound, NotInState, NotDeferrable, AlreadyDeferred, DeferredTooLate, DeferralNotLater, FieldMissing, TextTooLong, HowMissing, DayInFuture, and what the gate says.</remarks>
    public Task<Outcome<SubjectRequest>> DeferAsync(Tenant tenant, Actor actor, SubjectRequestId id, Deferral deferral, CancellationToken ct) =>
        store.StepAsync(tenant, actor, id, "SubjectRequestDeferred", async (work, request) =>
        {
            var moved = request.Defer(deferral.Until, deferral.Reason, work.Today);
            if (moved.IsRefused)
            {
                return moved;
            }
            var sender = await SupplierSender.ReadAsync(work.Db, ct);
            var words = string.IsNullOrWhiteSpace(deferral.Text) ? SubjectRequestWording.Deferral(sender, await NameAsync(work.Db, request, ct), request) : deferral.Text.Trim();
            var told = await TellAsync(work, request, LegalNoticeKind.RequestDeferral, SubjectRequestWording.DeferralTitle, words, deferral.ByHand, ct);
            return told.IsRefused ? told.Refusal : moved;
        }, ct, deferral.Reason);

    /// <summary>What became of the mail with the answer.</summary>
    internal static async Task ConcludeAsync(Work work, SubjectRequestId id, string? problem, CancellationToken ct)
    {
        var request = await work.Db.Set<SubjectRequest>().SingleAsync(row => row.Id == id, ct);
        var moved = problem is null ? request.ConfirmAnswer(work.Now) : request.RejectAnswer();
        if (!moved.IsRefused)
        {
            work.Record(SubjectRequestWork.Subject, id.Value, problem is null ? "SubjectAnswered" : "SubjectAnswerFailed", moved.Value.From, moved.Value.To, problem);
        }
    }

    private static async Task<Outcome<Done>> TellAsync(Work work, SubjectRequest request, LegalNoticeKind kind, string title, string text, ToldByHand? byHand, CancellationToken ct)
    {
        if (text.Length > SubjectRequestWording.LengthMax)
        {
            return new SubjectRequestRefusal.TextTooLong("text", text.Length, SubjectRequestWording.LengthMax);
        }
        var id = new LegalNoticeId(work.NewId("notice"));
        if (byHand is not null)
        {
            var told = LegalNotice.ByHand(work.Tenant, id, new LegalNoticeFacts(kind, request.Id.Value, request.PartnerId, null, title, text), byHand, work.Today, work.Now);
            if (told.IsRefused)
            {
                return told.Refusal;
            }
            work.Db.Add(told.Value);
            return new Done();
        }
        var to = (await work.Db.Set<Partner>().SingleAsync(row => row.Id == request.PartnerId, ct)).Contact.Email;
        if (to.Length == 0)
        {
            // Its data was destroyed, the address too.
            return new LegalNoticeRefusal.HowMissing();
        }
        var notice = LegalNotice.ByMail(work.Tenant, id, new LegalNoticeFacts(kind, request.Id.Value, request.PartnerId, to, title, text), work.Now);
        work.Db.Add(notice);
        return await work.MailAsync(notice, ct);
    }

    private static Task<string> NameAsync(JeongsanContext db, SubjectRequest request, CancellationToken ct) =>
        db.Set<Partner>().Where(row => row.Id == request.PartnerId).Select(row => row.Name).SingleAsync(ct);
}
