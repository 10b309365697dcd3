using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Jeongsan.Server.Api.Formulas;

namespace Jeongsan.Server.Console.Policies;

/// <summary>One thing that a contract or policy says, in words.</summary>
public sealed record PolicyFact(string Label, string Words);

/// <param name="Before">Empty where it said nothing.</param>
/// <param name="After">Empty where it says nothing any more.</param>
public sealed record PolicyDifference(string Label, string Before, string After);

/// <summary>A contract or policy as a person edits it; what its kind does not have is null.</summary>
public sealed class PolicyForm
{
    public string Name { get; set; } = "";
    public string Memo { get; set; } = "";
    public FeeForm? Fee { get; init; }
    public ShareForm? Share { get; init; }
    public CycleForm? Cycle { get; init; }

    /// <summary>Of the fee's VAT.</summary>
    public Payer VatPayer { get; set; }

    public bool SubtractsPaymentVat { get; set; }
    public bool PaysAfterInvoice { get; set; }

    /// <summary>Null where nothing is written.</summary>
    public string? MemoOrNull => string.IsNullOrWhiteSpace(Memo) ? null : Memo.Trim();

    public PolicyForm Copy() => new()
    {
        Name = Name,
        Memo = Memo,
        Fee = Fee?.Copy(),
        Share = Share?.Copy(),
        Cycle = Cycle?.Copy(),
        VatPayer = VatPayer,
        SubtractsPaymentVat = SubtractsPaymentVat,
        PaysAfterInvoice = PaysAfterInvoice,
    };

    /// <summary>All that it says; two forms that say the same are the same.</summary>
    public IReadOnlyList<PolicyFact> Facts()
    {
        var facts = new List<PolicyFact> { new("이름", Name.Trim()) };
        if (Fee is { } fee)
        {
            facts.Add(new(Cycle is null ? "수수료" : "플랫폼 수수료", fee.Words()));
            facts.Add(new("수수료 부가세", Of(VatPayer)));
        }
        if (Share is { } share)
        {
            facts.Add(new("파트너의 할인 분담", share.Words()));
        }
        if (Cycle is { } cycle)
        {
            facts.Add(new("정산일", cycle.MethodWords()));
            facts.Add(new("정산 유예", $"{cycle.LagDays}일이 지난 뒤"));
            facts.Add(new("은행이 쉬는 날이면", CycleForm.Of(cycle.DatePolicy)));
            facts.Add(new("결제 부가세", SubtractsPaymentVat ? "정산 금액에서 뺌" : "빼지 않음"));
            facts.Add(new("지급", PaysAfterInvoice ? "세금계산서가 국세청에 전송된 뒤" : "세금계산서를 기다리지 않음"));
        }
        facts.Add(new("메모", Memo.Trim()));
        return facts;
    }

    public static IReadOnlyList<PolicyDifference> Differences(PolicyForm before, PolicyForm after) =>
        [.. before.Facts().Zip(after.Facts()).Where(pair => pair.First != pair.Second).Select(pair => new PolicyDifference(pair.First.Label, pair.First.Words, pair.Second.Words))];

    public static string Of(Payer payer) => payer switch
    {
        Payer.Partner => "파트너가 부담",
        Payer.Merchant => "플랫폼이 부담",
        _ => throw new ArgumentOutOfRangeException(nameof(payer), payer, null),
    };
}

/// <summary>A fee as a person edits it. Both ways of stating it are kept while one is chosen.</summary>
public sealed class FeeForm
{
    public bool IsAmount { get; set; }
    public decimal Percent { get; set; }
    public long AmountWon { get; set; }

    /// <summary>Of a fixed amount; programs may state it in another one.</summary>
    public Currency Currency { get; init; }

    public static FeeForm Of(Fee fee) => fee switch
    {
        Fee.FixedRate rate => new FeeForm { Percent = Percents.Of(rate.Rate) },
        Fee.FixedAmount amount => new FeeForm { IsAmount = true, AmountWon = amount.Amount.Value, Currency = amount.Currency },
        _ => throw new ArgumentOutOfRangeException(nameof(fee), fee, null),
    };

    public Outcome<Fee> Read() => IsAmount
        ? PolicyLimits.FixedAmountOf("fee", AmountWon, Currency)
        : PolicyLimits.RateOf("fee", Percents.Per100000(Percent)).Then<Fee>(rate => new Fee.FixedRate(rate));

    public string Words() => !IsAmount ? $"주문 금액의 {FormulaWords.Number(Percent)}%"
        : Currency == Currency.Krw ? $"주문마다 {FormulaWords.Number(AmountWon)}원"
        : $"주문마다 {FormulaWords.Number(AmountWon)} {Currency.ToString().ToUpperInvariant()}";

    public FeeForm Copy() => new() { IsAmount = IsAmount, Percent = Percent, AmountWon = AmountWon, Currency = Currency };
}

/// <summary>The partner's part of a discount as a person edits it.</summary>
public sealed class ShareForm
{
    public decimal Percent { get; set; }

    public string Words() => $"할인의 {FormulaWords.Number(Percent)}%";

    public ShareForm Copy() => new() { Percent = Percent };
}

/// <summary>Rates are 10⁻⁵ in the books and percents to people.</summary>
internal static class Percents
{
    public static decimal Of(Rate rate) => rate.Per100000 / 1_000m;

    /// <summary>Whatever is too large for a rate is refused as one.</summary>
    public static long Per100000(decimal percent) => (long)decimal.Round(decimal.Clamp(percent, -1_000_000, 1_000_000) * 1_000m);
}
