using System.Diagnostics;
using Jeongsan.Domain.Money;

namespace Jeongsan.Domain.TaxInvoices;

/// <summary>What is wrong with an invoice in itself, whenever it came.</summary>
public enum InvoiceFault
{
    /// <summary>필요적 기재사항이 착오나 과실로 빠지거나 사실과 달라 거래사실이 확인되지 않음.</summary>
    RequiredItemWrong = 0,

    /// <summary>전자로 발급할 의무가 있는데 종이로 발급.</summary>
    OnPaper,

    /// <summary>자신의 다른 사업장 명의로 발급.</summary>
    OwnOtherPlace,

    /// <summary>공급 없이 발급하거나 받음 (가공).</summary>
    NoSupply,

    /// <summary>실제와 다른 사람의 명의로 발급하거나 받음 (위장).</summary>
    AnothersName,

    /// <summary>공급가액을 실제보다 많이 적음.</summary>
    Overstated,
}

/// <summary>가산세 for what is wrong with an invoice in itself (부가가치세법 제60조 ② 2 단서, ② 5, ③). Of invoices with VAT only: what 계산서 cost stands in other laws.</summary>
public sealed record FaultPenalty(InvoiceFault Fault, Won Supplier, Won Recipient)
{
    private static readonly Rate OnePercent = new(1_000);
    private static readonly Rate TwoPercent = new(2_000);
    private static readonly Rate ThreePercent = new(3_000);

    /// <param name="supply">The invoice's supply amount; of <see cref="InvoiceFault.Overstated"/> only what was written too much. The sign does not matter.</param>
    public static FaultPenalty Of(InvoiceFault fault, Won supply)
    {
        var amount = supply.Abs();
        return fault switch
        {
            InvoiceFault.RequiredItemWrong or InvoiceFault.OnPaper or InvoiceFault.OwnOtherPlace => new(fault, amount.MulFloor(OnePercent), Won.Zero),
            InvoiceFault.NoSupply => new(fault, amount.MulFloor(ThreePercent), amount.MulFloor(ThreePercent)),
            InvoiceFault.AnothersName or InvoiceFault.Overstated => new(fault, amount.MulFloor(TwoPercent), amount.MulFloor(TwoPercent)),
            _ => throw new UnreachableException(fault.ToString()),
        };
    }

    public string SupplierArticle => Fault switch
    {
        InvoiceFault.RequiredItemWrong => "부가가치세법 제60조 제2항 제5호",
        InvoiceFault.OnPaper => "부가가치세법 제60조 제2항 제2호 가목",
        InvoiceFault.OwnOtherPlace => "부가가치세법 제60조 제2항 제2호 나목",
        InvoiceFault.NoSupply => "부가가치세법 제60조 제3항 제1호",
        InvoiceFault.AnothersName => "부가가치세법 제60조 제3항 제3호",
        InvoiceFault.Overstated => "부가가치세법 제60조 제3항 제5호",
        _ => throw new UnreachableException(Fault.ToString()),
    };

    /// <summary>Null when nothing happens to the recipient.</summary>
    public string? RecipientArticle => Fault switch
    {
        InvoiceFault.NoSupply => "부가가치세법 제60조 제3항 제2호",
        InvoiceFault.AnothersName => "부가가치세법 제60조 제3항 제4호",
        InvoiceFault.Overstated => "부가가치세법 제60조 제3항 제6호",
        _ => null,
    };

    /// <summary>One Korean sentence a side.</summary>
    public IReadOnlyList<string> Explain()
    {
        var (given, received, rate) = Fault switch
        {
            InvoiceFault.RequiredItemWrong => ("필요적 기재사항이 사실과 달라 거래사실이 확인되지 않으므로 공급가액의", "", "1%"),
            InvoiceFault.OnPaper => ("전자세금계산서를 발급해야 하는데 종이로 발급해서 공급가액의", "", "1%"),
            InvoiceFault.OwnOtherPlace => ("자신의 다른 사업장 명의로 발급해서 공급가액의", "", "1%"),
            InvoiceFault.NoSupply => ("공급 없이 발급해서 적힌 공급가액의", "공급 없이 받아서 적힌 공급가액의", "3%"),
            InvoiceFault.AnothersName => ("실제와 다른 사람의 명의로 발급해서 공급가액의", "실제와 다른 사람의 명의로 받아서 공급가액의", "2%"),
            InvoiceFault.Overstated => ("공급가액을 실제보다 많이 적어서 더 적은 금액의", "공급가액이 실제보다 많이 적힌 것을 받아서 더 적힌 금액의", "2%"),
            _ => throw new UnreachableException(Fault.ToString()),
        };
        var supplier = $"공급자: {given} {rate}인 {Supplier.Value:#,0}원의 가산세를 냅니다. ({SupplierArticle})";
        return RecipientArticle is { } article ? [supplier, $"공급받는 자: {received} {rate}인 {Recipient.Value:#,0}원의 가산세를 냅니다. ({article})"] : [supplier];
    }
}

/// <summary>The penalty of one invoice when it is both late and wrong: exactly one of the two is due.</summary>
public static class InvoicePenalties
{
    /// <param name="late">What its days of issue and of sending cost.</param>
    /// <param name="fault">What is wrong with it in itself; null when nothing is.</param>
    public static (Won Supplier, Won Recipient, IReadOnlyList<string> Explanation) Due(LatePenalty late, FaultPenalty? fault) =>
        fault is null || GivesWay(fault, late) ? (late.Supplier, late.Recipient, late.Explain()) : (fault.Supplier, fault.Recipient, fault.Explain());

    // 제60조: where ② 1 or ② 2 applies, ② 3 to ② 5 do not; where ② 5 applies, ② 3 and ② 4 do not. What ③ speaks of was never an invoice in time or late.
    private static bool GivesWay(FaultPenalty fault, LatePenalty late) =>
        fault.Fault == InvoiceFault.RequiredItemWrong && late.Reason is (LatePenaltyReason.IssuedLate or LatePenaltyReason.NotIssued);
}
