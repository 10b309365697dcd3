using Jeongsan.Application.Mails;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Statements;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Statements;

/// <summary>정산내역서 보내기: of one payout, once by each template, and again when somebody says so.</summary>
public sealed class SendStatement(Store store, MailOptions mails)
{
    public const string Subject = "StatementSending";

    /// <param name="template">Null: the default.</param>
    /// <param name="toAddress">Null: the partner's contact.</param>
    /// <remarks>Refused: NotFound, CompanyMissing, PayoutNotSendable, AlreadySent, AddressMissing, and those of the register.</remarks>
    public Task<Outcome<StatementSending>> HandleAsync(Tenant tenant, Actor actor, PayoutId payout, StatementTemplateId? template, string? toAddress, CancellationToken ct) =>
        store.CommandAsync<StatementSending>(tenant, actor, async work =>
        {
            if (await work.Db.Set<Payout>().SingleOrDefaultAsync(row => row.Id == payout, ct) is not { } found)
            {
                return new StoredRefusal.NotFound("Payout", payout.Value);
            }
            var chosen = await StatementTemplates.ChooseAsync(work, template, ct);
            if (chosen.IsRefused)
            {
                return chosen.Refusal;
            }
            var post = await StatementPost.OpenAsync(work, mails, chosen.Value.Id, chosen.Value.Terms, ct);
            return post.IsRefused ? post.Refusal : await post.Value.SendAsync(found, toAddress, ct);
        }, ct);

    /// <summary>A new sending in place of the newest one, whose link dies. As the template says now, or as it said if it is gone.</summary>
    /// <param name="toAddress">Null: the partner's contact as it is now.</param>
    /// <remarks>Refused: NotFound, CompanyMissing, PayoutNotSendable, NotNewest, NotInState, AddressMissing, and those of the register.</remarks>
    public Task<Outcome<StatementSending>> AgainAsync(Tenant tenant, Actor actor, StatementSendingId id, string? toAddress, CancellationToken ct) =>
        store.CommandAsync<StatementSending>(tenant, actor, async work =>
        {
            if (await work.Db.Set<StatementSending>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } before)
            {
                return new StoredRefusal.NotFound(Subject, id.Value);
            }
            var payout = await work.Db.Set<Payout>().SingleAsync(row => row.Id == before.PayoutId, ct);
            var template = await work.Db.Set<StatementTemplate>().SingleOrDefaultAsync(row => row.Id == before.TemplateId, ct);
            var post = await StatementPost.OpenAsync(work, mails, before.TemplateId, template?.Terms ?? before.Terms, ct);
            return post.IsRefused ? post.Refusal : await post.Value.AgainAsync(payout, before, toAddress, ct);
        }, ct);
}
