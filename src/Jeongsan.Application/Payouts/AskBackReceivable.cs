using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.People;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <param name="Amount">Won; all that the partner owes, as it was seen.</param>
/// <param name="DueOn">The last day (inclusive) on which the money is waited for.</param>
/// <param name="Account">Where to; kept for the next time. Null: the one that is kept.</param>
/// <param name="IsAgain">Whoever asks knows that the partner was asked for the same today.</param>
public sealed record AskBackRequest(PartnerId PartnerId, Won Amount, DateOnly DueOn, RepaymentAccount? Account, bool IsAgain);

/// <summary>미수금 요청: a mail to the partner's contact that says how much, what it is made of, where to, until when, and what follows otherwise.</summary>
public sealed class AskBackReceivable(Store store)
{
    /// <remarks>Refused: NotFound, those of <see cref="AskBackRefusal"/>, and those of the register.</remarks>
    public Task<Outcome<AskBack>> HandleAsync(Tenant tenant, Actor actor, AskBackRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        return store.CommandAsync<AskBack>(tenant, actor, async work =>
        {
            if (await work.Db.Set<Partner>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.PartnerId, ct) is not { } partner)
            {
                return new StoredRefusal.NotFound("Partner", request.PartnerId.Value);
            }
            var debt = await Receivables.DebtOfAsync(work.Db, partner.Id, work.Today, ct);
            if (debt.Owed != request.Amount || debt.Owed <= Won.Zero)
            {
                return new AskBackRefusal.AmountChanged(partner.Id, Won.Max(debt.Owed, Won.Zero));
            }
            var account = await AccountAsync(work, request.Account, ct);
            if (account.IsRefused)
            {
                return account.Refusal;
            }
            if (AskBack.CheckDueOn(request.DueOn, work.Today) is { } never)
            {
                return never;
            }
            var newest = await work.Db.Set<AskBack>().AsNoTracking().Where(row => row.PartnerId == partner.Id).OrderByDescending(row => row.Number).FirstOrDefaultAsync(ct);
            if (!request.IsAgain && newest is not null && newest.AskedOn == work.Today && newest.Amount == debt.Owed)
            {
                return new AskBackRefusal.AlreadyAskedToday(partner.Id, debt.Owed);
            }
            return await AskAsync(work, partner, new AskBackOrder((newest?.Number ?? 0) + 1, debt.Days(), request.DueOn, account.Value, partner.Contact.Email, work.Actor.ToString()), ct);
        }, ct);
    }

    private static async Task<Outcome<AskBack>> AskAsync(Work work, Partner partner, AskBackOrder order, CancellationToken ct)
    {
        if (!await work.Db.Set<OwnCompany>().AnyAsync(ct))
        {
            return new AskBackRefusal.CompanyMissing();
        }
        if (string.IsNullOrWhiteSpace(order.To))
        {
            return new AskBackRefusal.AddressMissing(partner.Id);
        }
        var ask = AskBack.Start(work.Tenant, new AskBackId(work.NewId("ask-back")), partner.Id, order, work.Now);
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        var letter = ReceivableMails.AskBack(sender, partner.Name, ask);
        var sent = await work.SendDisclosedAsync(
            SendMail.Carried.About(partner.Id), SendMail.MessageType, ask.Id.Value, $"Mail:{ask.Id}",
            new OutgoingMail(sender.Name, sender.ContactEmail, order.To, letter.Subject, letter.Html, letter.Text), ct);
        if (sent.IsRefused)
        {
            return sent.Refusal;
        }
        work.Db.Add(ask);
        work.Record("Partner", partner.Id.Value, "RepaymentAsked", why: $"{KoreanWords.Won(ask.Amount.Value)}, {KoreanWords.DateInText(ask.DueOn)}까지");
        return ask;
    }

    /// <summary>The one that was given is kept for the next time.</summary>
    private static async Task<Outcome<RepaymentAccount>> AccountAsync(Work work, RepaymentAccount? given, CancellationToken ct)
    {
        if (given is null)
        {
            return (await PlatformSettings.ReadAsync(work.Db, ct)).RepaymentAccount is { } kept ? kept : new AskBackRefusal.AccountMissing();
        }
        if (given.Check() is { } malformed)
        {
            return malformed;
        }
        var settings = await PlatformSettings.ToChangeAsync(work, ct);
        if (settings.RepaymentAccount != given)
        {
            settings.RepaymentAccount = given;
            work.Record("PlatformSettings", work.Tenant.Merchant.Value, "RepaymentAccountChanged");
            await TellOwnPeopleAsync(work, given, ct);
        }
        return given;
    }

    /// <summary>Partners will pay there: nobody alone may have it point to another account unseen.</summary>
    private static async Task TellOwnPeopleAsync(Work work, RepaymentAccount account, CancellationToken ct)
    {
        if (await work.Db.Set<OwnCompany>().SingleOrDefaultAsync(ct) is not { } company)
        {
            return;
        }
        var who = new PersonId(work.Actor.Id);
        var name = await work.Db.Set<Person>().Where(person => person.Id == who).Select(person => person.Name).SingleOrDefaultAsync(ct);
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        var letter = ReceivableMails.AccountChanged(sender, account, name ?? "API 키를 쓰는 프로그램");
        work.SendStaffMail(work.NewId("mail-repayment-account"), new OutgoingMail(sender.Name, sender.ContactEmail, company.ContactEmail, letter.Subject, letter.Html, letter.Text));
    }
}

internal sealed class AskBackMapping : IEntityTypeConfiguration<AskBack>
{
    public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<AskBack> builder)
    {
        builder.ToTable("ask_backs");
        builder.TenantKey();
        builder.Property(ask => ask.Days).Json();
        builder.Property(ask => ask.Account).Json();
        builder.Property(ask => ask.Email).Sealed();
        builder.Ignore(ask => ask.AskedOn);
        // What makes one of two who ask at the same time look again.
        builder.HasIndex(ask => new { ask.MerchantId, ask.Mode, ask.PartnerId, ask.Number }).IsUnique();
    }
}
