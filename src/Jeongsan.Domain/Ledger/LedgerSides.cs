using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Domain.Ledger;

/// <summary>An amount on one side of an account: debit (차변) above 0, credit (대변) below.</summary>
public readonly record struct LedgerPosting(LedgerAccount Account, Won Amount);

/// <summary>
/// What a document puts on both sides of the ledger as it stands now. Sides always come to 0, and so does what a change of the
/// document books: its sides after the change less its sides before it.
/// </summary>
public sealed class LedgerSides
{
    private readonly SortedDictionary<LedgerAccount, Won> _amounts = [];

    private LedgerSides(params IEnumerable<LedgerPosting> postings)
    {
        foreach (var posting in postings)
        {
            Add(posting.Account, posting.Amount);
        }
        if (!_amounts.Values.Total().IsZero)
        {
            throw new ArgumentException("Both sides must come to the same.", nameof(postings));
        }
    }

    /// <summary>Of a document that moves nothing (yet, or any more).</summary>
    public static LedgerSides None { get; } = new();

    /// <summary>In order of the accounts, without zeros.</summary>
    public IReadOnlyList<LedgerPosting> Postings => [.. _amounts.Where(one => !one.Value.IsZero).Select(one => new LedgerPosting(one.Key, one.Value))];

    /// <summary>What is booked when a document's sides were <paramref name="before"/> and are these now.</summary>
    public LedgerSides Less(LedgerSides before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return new(Postings.Concat(before.Postings.Select(posting => new LedgerPosting(posting.Account, -posting.Amount))));
    }

    public static LedgerSides Of(PartnerSettlement settlement)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        var payer = settlement.Contract?.Terms.PlatformFeeVatPayer;
        return OfSettlement(settlement.Kind, settlement.Amounts, settlement.SignedSettlement, payer == Payer.Partner);
    }

    /// <summary>
    /// A settlement owes its partner what buyers paid and the platform bore, less fees and VAT. What is left between them is the VAT on
    /// additional fees if it is not more than that VAT; else the platform's own formula made it, and it is a correction.
    /// </summary>
    /// <param name="amounts">Positive for cancellations.</param>
    /// <param name="signed">Negative for cancellations.</param>
    public static LedgerSides OfSettlement(TransferKind kind, SettlementAmounts amounts, Won signed, bool partnerBearsFeeVat)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        var sign = kind == TransferKind.OrderCancel ? -1 : 1;
        var borne = amounts.Discount - amounts.DiscountShare;
        var fees = amounts.PlatformFee + amounts.AdditionalFee;
        var vat = amounts.PaymentVatBurden + (partnerBearsFeeVat ? amounts.PlatformFeeVat : Won.Zero);
        var left = amounts.Payment + borne - fees - vat - (signed * sign);
        if (!left.IsNegative && left <= amounts.AdditionalFeeVat)
        {
            (vat, left) = (vat + left, Won.Zero);
        }
        return new(
            new(LedgerAccount.Receipts, amounts.Payment * sign),
            new(LedgerAccount.DiscountsBorne, borne * sign),
            new(LedgerAccount.Fees, -fees * sign),
            new(LedgerAccount.Vat, -vat * sign),
            new(LedgerAccount.Corrections, -left * sign),
            new(LedgerAccount.UnpaidToPartners, -signed));
    }

    /// <summary>A payout takes its settlements out of what is unpaid, to where its money is in this state.</summary>
    /// <param name="byHand">Of a payout that succeeded: the money did not leave the bank account.</param>
    public static LedgerSides Of(Payout payout, PayoutStatus status, bool byHand)
    {
        ArgumentNullException.ThrowIfNull(payout);
        if (PlaceOf(status, byHand) is not { } place)
        {
            return None;
        }
        var withheld = payout.IncomeTaxAmount + payout.LocalIncomeTaxAmount;
        return new(
            new(LedgerAccount.UnpaidToPartners, payout.SettlementAmount),
            new(LedgerAccount.Vat, payout.Amount + withheld - payout.SettlementAmount),
            new(LedgerAccount.WithheldTax, -withheld),
            new(place, -payout.Amount));
    }

    public static LedgerSides OfDeposit(AccountTransfer deposit)
    {
        ArgumentNullException.ThrowIfNull(deposit);
        return new(new(LedgerAccount.Bank, deposit.Amount), new(LedgerAccount.Deposits, -deposit.Amount));
    }

    private static LedgerAccount? PlaceOf(PayoutStatus status, bool byHand) => status switch
    {
        PayoutStatus.Prepared or PayoutStatus.Failed or PayoutStatus.Cancelled => null,
        PayoutStatus.Confirmed or PayoutStatus.Scheduled or PayoutStatus.Stopped => LedgerAccount.PayoutsDue,
        PayoutStatus.Processing => LedgerAccount.InTransit,
        PayoutStatus.Succeeded => byHand ? LedgerAccount.PaidOutside : LedgerAccount.Bank,
        _ => throw new System.Diagnostics.UnreachableException(status.ToString()),
    };

    private void Add(LedgerAccount account, Won amount) => _amounts[account] = _amounts.GetValueOrDefault(account) + amount;
}
