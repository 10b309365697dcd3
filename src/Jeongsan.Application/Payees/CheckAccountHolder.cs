using Jeongsan.Application.Merchants;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payees;

/// <summary>
/// 예금주조회 of a partner's account. By its number alone: many businesses are paid to their owner's account, and names are
/// compared here, so that no birth date or business number leaves with it.
/// </summary>
internal sealed class CheckAccountHolder(Store store, ITaxInvoiceAgency agency) : OutboxHandler
{
    public const string MessageType = "Payee.CheckAccount";
    public static readonly CarriedData.OfPartners Carried = new(EntrustedWork.AccountHolderCheck, PersonalDataItem.BankAccount);

    public sealed record Payload(PartnerId PartnerId);

    public override string Type => MessageType;

    public override CarriedData Carries => Carried;

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = message.Read<Payload>().PartnerId;
        await using var db = store.Read(message.Tenant);
        var asker = (await db.Set<OwnCompany>().SingleAsync(ct)).BusinessNumber;
        var account = (await db.Set<Partner>().SingleAsync(row => row.Id == id, ct)).Account;
        if (BankCodes.Find(account.Bank) is not { } bank)
        {
            // Changed to a bank that nobody can be asked about, since it was decided.
            return new Delivery.Finished(work => ConcludeAsync(work, id, (check, _) => check.GiveUp(ofAccount: true), ct));
        }
        // 금융기관 공동코드 has four digits there.
        var holder = await agency.AccountHolderAsync(message.Tenant, asker, bank.PadLeft(4, '0'), account.Number, identity: null, ct);
        if (holder.IsRefused)
        {
            return AgencyWords.Wait(holder.Refusal)
                ?? (Delivery)new Delivery.Finished(work => ConcludeAsync(work, id, (check, _) => check.GiveUp(ofAccount: true), ct, AgencyWords.Of(holder.Refusal)));
        }
        return new Delivery.Finished(work => ConcludeAsync(work, id, (check, partner) =>
        {
            check.ConcludeAccount(account, holder.Value, work.Now);
            partner.NoteAccount(account, check.Account);
        }, ct));
    }

    private static async Task ConcludeAsync(Work work, PartnerId id, Action<PayeeCheck, Partner> conclude, CancellationToken ct, string? why = null)
    {
        var check = await work.Db.Set<PayeeCheck>().SingleAsync(row => row.PartnerId == id, ct);
        conclude(check, await work.Db.Set<Partner>().SingleAsync(row => row.Id == id, ct));
        work.Record("Partner", id.Value, why is null ? $"PayeeAccount{check.Account}" : "PayeeAccountNotChecked", why: why);
    }
}
