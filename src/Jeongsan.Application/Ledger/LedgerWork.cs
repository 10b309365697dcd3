using Jeongsan.Application.Payouts;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Ledger;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;

namespace Jeongsan.Application.Ledger;

/// <summary>What commands book, in the transaction of the change itself.</summary>
internal static class LedgerWork
{
    public const string SettlementSubject = "PartnerSettlement";
    public const string DepositSubject = "AccountTransfer";

    /// <summary>A payout moved: its time line, its entry and, when that ended it, the webhooks. Every move of a payout passes here.</summary>
    public static async Task NotePayoutAsync(this Work work, Payout payout, string what, Outcome<Move> move, CancellationToken ct, string? why = null)
    {
        work.Note(PayoutWork.Subject, payout.Id.Value, what, move, why);
        var before = LedgerSides.Of(payout, Enum.Parse<PayoutStatus>(move.Value.From), byHand: false);
        var after = LedgerSides.Of(payout, payout.Status, byHand: what == PayoutWork.CompletedByHand);
        work.Db.AddRange(work.Lines(PayoutWork.Subject, payout.Id.Value, payout.PartnerId, payout.Currency, what, after.Less(before)));
        await work.TellEndAsync(payout, why, ct);
    }

    /// <param name="before">Its sides before it changed; none for a new one.</param>
    /// <param name="after">None for one that is deleted.</param>
    public static IReadOnlyList<LedgerLine> SettlementLines(this Work work, PartnerSettlement settlement, string what, LedgerSides before, LedgerSides after) =>
        work.Lines(SettlementSubject, settlement.Id.Value, settlement.PartnerId, settlement.SettlementCurrency, what, after.Less(before));

    public static void BookDeposit(this Work work, AccountTransfer deposit) =>
        work.Db.AddRange(work.Lines(DepositSubject, deposit.Id.Value, null, deposit.Currency, "DepositArrived", LedgerSides.OfDeposit(deposit)));

    internal static IReadOnlyList<LedgerLine> Lines(this Work work, string subject, string id, PartnerId? partner, Currency currency, string what, LedgerSides booked)
    {
        var postings = booked.Postings;
        if (postings.Count == 0)
        {
            return [];
        }
        var entry = work.NewId("entry");
        return
        [
            .. postings.Select(posting => new LedgerLine
            {
                MerchantId = work.Tenant.Merchant,
                Mode = work.Tenant.Mode,
                Entry = entry,
                Account = posting.Account,
                Currency = currency,
                Amount = posting.Amount,
                Subject = subject,
                SubjectId = id,
                PartnerId = partner,
                What = what,
                At = work.Now,
            }),
        ];
    }
}
