using Jeongsan.Application.Adapters.Bank;
using Jeongsan.Application.Ledger;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>Sends one payout's money. The bank keeps our payout id unique, and is asked by it whenever the outcome is unknown.</summary>
internal sealed class RemitPayout(Store store, IRemittance bank, BankOptions options, MailOptions mails, TimeProvider time) : OutboxHandler
{
    public const string MessageType = "Payout.Remit";
    public static readonly CarriedData.OfPartners Carried = new(EntrustedWork.Remittance, PersonalDataItem.BankAccount);

    /// <summary>Of a message's key, before the payout's id.</summary>
    public const string KeyPrefix = "remit-";

    /// <summary>One transfer at a time leaves an account.</summary>
    public const string Account = "BankAccount:main";

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <summary>Where the bank calls back, asking is for the call-back that never comes.</summary>
    private static readonly TimeSpan LookAgainMax = TimeSpan.FromMinutes(1);

    /// <summary>A transfer whose result the bank does not know for so long is a matter for a person.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public sealed record Payload(PayoutId PayoutId);

    public override string Type => MessageType;

    public override CarriedData Carries => Carried;

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = message.Read<Payload>().PayoutId;
        await using var db = store.Read(message.Tenant);
        var payout = await db.Set<Payout>().SingleAsync(row => row.Id == id, ct);
        // Ordering an id again never moves money again, but only asking can tell what became of the first order.
        var known = message.Attempts > 1 ? await bank.FindAsync(id.Value, ct) : null;
        var result = known ?? await bank.SendAsync(
            new RemittanceOrder(id.Value, payout.Account.Bank.ToString(), payout.Account.Number, payout.Account.Holder, payout.Amount.Value, payout.WithdrawalMemo, payout.DepositMemo), ct);
        return result.State switch
        {
            RemittanceState.Succeeded => new Delivery.Finished(work => SucceedAsync(work, id, ct)),
            RemittanceState.Failed => new Delivery.Finished(work => FailAsync(work, id, result.FailReason ?? "은행이 이유를 알려 주지 않았습니다.", ct)),
            RemittanceState.Processing => UnderWay(message),
            _ => throw new System.Diagnostics.UnreachableException(result.State.ToString()),
        };
    }

    private Delivery.Later UnderWay(OutboxMessage message)
    {
        var wait = options.CallbackSecret is null ? LookAgain : TimeSpan.FromTicks(Math.Min(LookAgain.Ticks << Math.Min(message.Attempts - 1, 10), LookAgainMax.Ticks));
        return time.GetUtcNow() < message.CreatedAt + Patience
            ? new Delivery.Later("은행이 이체를 처리하고 있습니다.", wait) { IsUnderWay = true }
            : new Delivery.Later("은행이 한 시간이 넘도록 이체 결과를 알려 주지 않습니다. 송금 서비스에 확인한 뒤 다시 물어봐 주세요.", wait);
    }

    private async Task SucceedAsync(Work work, PayoutId id, CancellationToken ct)
    {
        var payout = await LockedAsync(work, id, ct);
        await work.EndAsync([payout], [], ct);
        await GoOnAsync(work, payout.BulkPayoutId, ct);
    }

    private async Task FailAsync(Work work, PayoutId id, string reason, CancellationToken ct)
    {
        var payout = await LockedAsync(work, id, ct);
        await work.EndAsync([], [(payout, reason)], ct);
        await GoOnAsync(work, payout.BulkPayoutId, ct);
    }

    /// <summary>Nobody stops or cancels its bulk payout at the same moment: whose turn is next is decided once.</summary>
    private static async Task<Payout> LockedAsync(Work work, PayoutId id, CancellationToken ct)
    {
        var bulk = await work.Db.Set<Payout>().Where(row => row.Id == id).Select(row => row.BulkPayoutId).SingleAsync(ct);
        await work.FindBulkAsync(bulk, ct);
        return await work.Db.Set<Payout>().SingleAsync(row => row.Id == id, ct);
    }

    private async Task GoOnAsync(Work work, BulkPayoutId id, CancellationToken ct)
    {
        // Written first: what follows looks for payouts by their state.
        await work.Db.SaveChangesAsync(ct);
        var bulk = (await work.FindBulkAsync(id, ct)).Value;
        await work.GoOnAsync(bulk, ct);
        if (bulk.Status != BulkPayoutStatus.Ongoing)
        {
            await work.TellResultAsync(bulk, mails, ct);
        }
    }
}
