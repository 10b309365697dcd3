namespace Jeongsan.Etax;

/// <summary>One item. Its number is its place in <see cref="EtaxInvoice.Lines"/>, from 1.</summary>
public sealed record EtaxLine
{
    /// <summary>공급일(월, 일).</summary>
    public DateOnly? SupplyDate { get; init; }

    /// <summary>품목, at most 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>규격, at most 60 characters.</summary>
    public string? Specification { get; init; }

    /// <summary>수량.</summary>
    public Hundredths? Quantity { get; init; }

    /// <summary>단가 in won.</summary>
    public Hundredths? UnitPrice { get; init; }

    /// <summary>공급가액 in won. Null where the line carries a text only.</summary>
    public long? SupplyAmount { get; init; }

    /// <summary>세액 in won. Null in tax-free documents.</summary>
    public long? TaxAmount { get; init; }

    /// <summary>비고, at most 100 characters.</summary>
    public string? Remark { get; init; }
}
