using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;

namespace Jeongsan.Domain.Policies;

public static class PolicyLimits
{
    public const int NameLengthMax = 100;
    public const int MemoLengthMax = 2_000;

    /// <summary>A fixed fee is at most a hundred million won.</summary>
    public const long FixedAmountMax = 100_000_000;

    internal static Refusal? Check(string name, string? memo) =>
        string.IsNullOrWhiteSpace(name) ? new PolicyRefusal.NameMissing()
        : name.Length > NameLengthMax ? new PolicyRefusal.TextTooLong(nameof(name), name.Length, NameLengthMax)
        : memo?.Length > MemoLengthMax ? new PolicyRefusal.TextTooLong(nameof(memo), memo.Length, MemoLengthMax)
        : null;

    /// <summary>A rate as a caller states it, in 10⁻⁵.</summary>
    public static Outcome<Rate> RateOf(string field, long per100000) =>
        Rate.IsInRange(per100000) ? new Rate((int)per100000) : new PolicyRefusal.RateOutOfRange(field, per100000, 0, Rate.Whole);

    /// <summary>A fee as a caller states it: an amount in won.</summary>
    public static Outcome<Fee> FixedAmountOf(string field, long amount, Currency currency = Currency.Krw) =>
        amount is >= 0 and <= FixedAmountMax
            ? new Fee.FixedAmount(new Won(amount), currency)
            : new PolicyRefusal.AmountOutOfRange(field, amount, 0, FixedAmountMax);
}
