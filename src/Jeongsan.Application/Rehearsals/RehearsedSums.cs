using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Application.Rehearsals;

/// <summary>What a transfer is under one set of rules.</summary>
/// <param name="Amounts">With the sign that they have in a settlement: negative in a cancellation.</param>
public sealed record TransferSide(ContractId? ContractId, DateOnly SettlementDate, SettlementAmounts Amounts)
{
    public static TransferSide Of(Transfer transfer) => new(transfer.ContractId, transfer.SettlementDate, Signed(transfer.Kind, transfer.Amounts));

    public static SettlementAmounts Signed(TransferKind kind, SettlementAmounts amounts) => kind == TransferKind.OrderCancel ? SettlementAmounts.Zero - amounts : amounts;
}

/// <param name="After">Null when registering it would be refused.</param>
/// <param name="Problem">Why.</param>
public sealed record RehearsedTransfer(Transfer Transfer, TransferSide Before, TransferSide? After, Refusal? Problem)
{
    public bool IsChanged => After != Before;
}

/// <summary>What several transfers come to.</summary>
/// <param name="Payout">As if what falls due on one day were paid out together; null in a currency that is not remitted.</param>
public sealed record RehearsedSide(int TransferCount, SettlementAmounts Amounts, RehearsedPayout? Payout)
{
    public static RehearsedSide operator +(RehearsedSide left, RehearsedSide right) => new(
        left.TransferCount + right.TransferCount,
        left.Amounts + right.Amounts,
        left.Payout is { } mine && right.Payout is { } other ? mine + other : left.Payout ?? right.Payout);

    public static RehearsedSide Add(RehearsedSide left, RehearsedSide right) => left + right;
}

public sealed record RehearsedPayout(Won Supply, Won TaxFree, Won Vat, Won IncomeTax, Won LocalIncomeTax, Won Payout)
{
    public static RehearsedPayout Of(PayoutAmounts amounts) => new(amounts.Supply, amounts.TaxFree, amounts.Vat, amounts.IncomeTax, amounts.LocalIncomeTax, amounts.Payout);

    public static RehearsedPayout operator +(RehearsedPayout left, RehearsedPayout right) => new(
        left.Supply + right.Supply, left.TaxFree + right.TaxFree, left.Vat + right.Vat, left.IncomeTax + right.IncomeTax, left.LocalIncomeTax + right.LocalIncomeTax, left.Payout + right.Payout);

    public static RehearsedPayout Add(RehearsedPayout left, RehearsedPayout right) => left + right;
}

/// <summary>Transfers of one currency: how many, how many came out differently, and both sums.</summary>
/// <param name="ChangedCount">With another amount, date or contract, the refused ones included.</param>
/// <param name="MovedCount">With another settlement date.</param>
/// <param name="RefusedCount">That registering would refuse; they count before and not after.</param>
public sealed record RehearsedSum(Currency Currency, int ChangedCount, int MovedCount, int RefusedCount, RehearsedSide Before, RehearsedSide After)
{
    /// <summary>What is paid more; in a currency that is not remitted, what is settled more.</summary>
    public Won Difference => (After.Payout?.Payout ?? After.Amounts.Settlement) - (Before.Payout?.Payout ?? Before.Amounts.Settlement);

    public static RehearsedSum operator +(RehearsedSum left, RehearsedSum right) => new(
        left.Currency, left.ChangedCount + right.ChangedCount, left.MovedCount + right.MovedCount, left.RefusedCount + right.RefusedCount, left.Before + right.Before, left.After + right.After);

    public static RehearsedSum Add(RehearsedSum left, RehearsedSum right) => left + right;
}

public sealed record RehearsedPartner(PartnerId Id, string Name, RehearsedSum Sum);

/// <summary>A settlement as gathering would open it, before and after.</summary>
public sealed record RehearsedSettlement(GatheringKey Key, int BeforeCount, SettlementAmounts Before, int AfterCount, SettlementAmounts After);

/// <summary>Adds up one partner's transfers, one after the other.</summary>
internal sealed class PartnerTally(PartnerSnapshot partner, RehearsalRules rules)
{
    private readonly Dictionary<GatheringKey, (int Count, SettlementAmounts Amounts)> _before = [];
    private readonly Dictionary<GatheringKey, (int Count, SettlementAmounts Amounts)> _after = [];
    private readonly Dictionary<Currency, (int Changed, int Moved, int Refused)> _counts = [];

    public void Add(RehearsedTransfer one)
    {
        var currency = one.Transfer.SettlementCurrency;
        Add(_before, one.Transfer, one.Before);
        if (one.After is { } after)
        {
            Add(_after, one.Transfer, after);
        }
        var counts = _counts.GetValueOrDefault(currency);
        _counts[currency] = (
            counts.Changed + (one.IsChanged ? 1 : 0),
            counts.Moved + (one.After is { } side && side.SettlementDate != one.Before.SettlementDate ? 1 : 0),
            counts.Refused + (one.After is null ? 1 : 0));
    }

    public IEnumerable<RehearsedPartner> Sums() => _counts.Select(one => new RehearsedPartner(partner.Id, partner.Profile.Name, new RehearsedSum(
        one.Key, one.Value.Changed, one.Value.Moved, one.Value.Refused, Side(_before, one.Key, isAfter: false), Side(_after, one.Key, isAfter: true))));

    public IReadOnlyList<RehearsedSettlement> Settlements() =>
    [
        .. _before.Keys.Union(_after.Keys)
            .OrderBy(key => key.SettlementDate).ThenBy(key => key.Kind).ThenBy(key => key.ContractId?.Value, StringComparer.Ordinal).ThenBy(key => key.Currency)
            .Select(key => new RehearsedSettlement(key, _before.GetValueOrDefault(key).Count, Of(_before, key), _after.GetValueOrDefault(key).Count, Of(_after, key))),
    ];

    private RehearsedSide Side(Dictionary<GatheringKey, (int Count, SettlementAmounts Amounts)> groups, Currency currency, bool isAfter)
    {
        var mine = groups.Where(group => group.Key.Currency == currency).ToList();
        var payout = currency != Currency.Krw ? null : mine.GroupBy(group => group.Key.SettlementDate)
            .Select(day => RehearsedPayout.Of(PayoutAmounts.Of(
                isAfter ? rules.TypeOf(partner) : partner.Profile.Type,
                day.Total(group => group.Value.Amounts.Settlement),
                day.Total(group => group.Value.Amounts.SettlementTaxFree),
                rules.PayoutRules(day.Key, isAfter))))
            .Aggregate(new RehearsedPayout(Won.Zero, Won.Zero, Won.Zero, Won.Zero, Won.Zero, Won.Zero), (sum, one) => sum + one);
        return new RehearsedSide(mine.Sum(group => group.Value.Count), mine.Aggregate(SettlementAmounts.Zero, (sum, group) => sum + group.Value.Amounts), payout);
    }

    private static SettlementAmounts Of(Dictionary<GatheringKey, (int Count, SettlementAmounts Amounts)> groups, GatheringKey key) =>
        groups.TryGetValue(key, out var group) ? group.Amounts : SettlementAmounts.Zero;

    private static void Add(Dictionary<GatheringKey, (int Count, SettlementAmounts Amounts)> groups, Transfer transfer, TransferSide side)
    {
        var key = new GatheringKey(transfer.PartnerId, side.ContractId, transfer.Kind, side.SettlementDate, transfer.SettlementCurrency);
        var group = groups.TryGetValue(key, out var found) ? found : (0, SettlementAmounts.Zero);
        groups[key] = (group.Item1 + 1, group.Item2 + side.Amounts);
    }
}
