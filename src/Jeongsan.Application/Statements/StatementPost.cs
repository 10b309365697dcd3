using System.Security.Cryptography;
using Jeongsan.Application.BulkTasks;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Statements;

/// <summary>Decides sendings by one template within one command: the sending, its link and its mail, or nothing of them.</summary>
internal sealed class StatementPost
{
    private readonly Work _work;
    private readonly MailOptions _mails;
    private readonly MailSender _sender;
    private readonly StatementTemplateId _templateId;
    private readonly StatementTerms _terms;

    private StatementPost(Work work, MailOptions mails, MailSender sender, StatementTemplateId templateId, StatementTerms terms) =>
        (_work, _mails, _sender, _templateId, _terms) = (work, mails, sender, templateId, terms);

    /// <remarks>Refused: CompanyMissing.</remarks>
    public static async Task<Outcome<StatementPost>> OpenAsync(Work work, MailOptions mails, StatementTemplateId templateId, StatementTerms terms, CancellationToken ct) =>
        await work.Db.Set<OwnCompany>().AnyAsync(ct)
            ? new StatementPost(work, mails, await SupplierSender.ReadAsync(work.Db, ct), templateId, terms)
            : new StatementRefusal.CompanyMissing();

    /// <summary>The first sending of a payout's statement, or the next one where the last surely reached nobody.</summary>
    public async Task<Outcome<StatementSending>> SendAsync(Payout payout, string? toAddress, CancellationToken ct, BulkTaskItem? item = null)
    {
        if (!StatementSending.MaySend(payout.Status))
        {
            return new StatementRefusal.PayoutNotSendable(payout.Id, payout.Status);
        }
        var earlier = await EarlierAsync(payout, ct);
        var newest = Newest(earlier);
        return newest is { Status: not StatementSendingStatus.Failed }
            ? new StatementRefusal.AlreadySent(newest.Id)
            : await DecideAsync(payout, earlier, newest, toAddress, item, ct);
    }

    /// <summary>In place of the newest sending, which must be this one: whoever clicks twice sends once.</summary>
    public async Task<Outcome<StatementSending>> AgainAsync(Payout payout, StatementSending before, string? toAddress, CancellationToken ct)
    {
        if (!StatementSending.MaySend(payout.Status))
        {
            return new StatementRefusal.PayoutNotSendable(payout.Id, payout.Status);
        }
        var earlier = await EarlierAsync(payout, ct);
        var newest = Newest(earlier)!;
        return newest.Id != before.Id ? new StatementRefusal.NotNewest(newest.Id) : await DecideAsync(payout, earlier, newest, toAddress, item: null, ct);
    }

    private Task<List<StatementSending>> EarlierAsync(Payout payout, CancellationToken ct) => _work.Db.Set<StatementSending>().Where(row => row.PayoutId == payout.Id).ToListAsync(ct);

    private StatementSending? Newest(List<StatementSending> earlier) => earlier.Where(row => row.TemplateId == _templateId).MaxBy(row => row.Number);

    private async Task<Outcome<StatementSending>> DecideAsync(
        Payout payout, List<StatementSending> earlier, StatementSending? replaced, string? toAddress, BulkTaskItem? item, CancellationToken ct)
    {
        if (replaced is not null && StatementSendingLifecycle.Table.Decide(replaced.Status, StatementSendingCommand.SendAgain, default) is { IsRefused: true } onItsWay)
        {
            return onItsWay.Refusal;
        }
        var to = toAddress ?? (await _work.Db.Set<Partner>().Where(row => row.Id == payout.PartnerId).Select(row => row.Contact).SingleOrDefaultAsync(ct))?.Email;
        if (string.IsNullOrWhiteSpace(to))
        {
            return new StatementRefusal.AddressMissing(payout.Id);
        }
        var attempt = earlier.Count(row => row.TemplateId == _templateId) + 1;
        var sending = StatementSending.Start(
            new StatementSendingId(_work.NewId("statement")), payout,
            new StatementOrder(_templateId, _terms, earlier.Select(row => row.Number).DefaultIfEmpty().Max() + 1, attempt, to, _work.Actor.ToString()), _work.Now);
        var (link, token) = SupplierLink.CreateForStatement(new SupplierLinkId(_work.NewId("link")), sending, RandomNumberGenerator.GetBytes(SupplierLink.TokenSizeBytes), _work.Now);
        var letter = StatementMails.Statement(_sender, await FactsAsync(payout, ct), new StatementMailLink(
            new Uri($"{_mails.PublicAddress.AbsoluteUri.TrimEnd('/')}/t/{token}"), SeoulTime.DateOf(link.ExpiresAt).AddDays(-1), StatementProof.Of(payout).Kind, IsAgain: attempt > 1));
        var admitted = await _work.SendDisclosedAsync(
            MailStatement.Carried.About(payout.PartnerId), MailStatement.MessageType, StatementProblems.KeyOf(sending), $"{SendStatement.Subject}:{sending.Id}",
            new MailStatement.Payload(sending.Id, new OutgoingMail(_sender.Name, _sender.ContactEmail, to, letter.Subject, letter.Html, letter.Text) { About = new MailedAbout("Payout", payout.Id.Value) }), ct);
        if (admitted.IsRefused)
        {
            return admitted.Refusal;
        }
        if (item is not null)
        {
            sending.BelongTo(item.TaskId, item.Index);
        }
        await ReplaceAsync(replaced, ct);
        _work.Db.AddRange(sending, link);
        _work.Record("Payout", payout.Id.Value, attempt > 1 ? "SettlementStatementAgain" : "SettlementStatementDecided", why: _terms.Name);
        return sending;
    }

    private async Task ReplaceAsync(StatementSending? replaced, CancellationToken ct)
    {
        if (replaced is null)
        {
            return;
        }
        replaced.Replace(_work.Now);
        StatementSendingId? id = replaced.Id;
        foreach (var older in await _work.Db.Set<SupplierLink>().Where(row => row.StatementSendingId == id && row.ReplacedAt == null).ToListAsync(ct))
        {
            older.Replace(_work.Now);
        }
    }

    private async Task<StatementMailFacts> FactsAsync(Payout payout, CancellationToken ct)
    {
        var ids = payout.SettlementIds ?? [];
        var dates = await _work.Db.Set<PartnerSettlement>().Where(row => ids.Contains(row.Id)).Select(row => row.SettlementDate).ToListAsync(ct);
        return new StatementMailFacts
        {
            PartnerName = payout.Partner.Profile.Name,
            From = dates.Count > 0 ? dates.Min() : null,
            Until = dates.Count > 0 ? dates.Max() : null,
            Amount = StatementPaper.Money(payout, payout.Amount.Value),
            PaidOn = payout.PaidAt is { } paid ? SeoulTime.DateOf(paid) : null,
            Greeting = _terms.Greeting,
        };
    }
}
