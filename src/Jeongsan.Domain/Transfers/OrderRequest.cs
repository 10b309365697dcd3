using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;

namespace Jeongsan.Domain.Transfers;

/// <summary>An order as the platform tells it, with the policies that its ids name.</summary>
/// <param name="TaxFree">Of the whole order; when stated it wins over the lines'.</param>
/// <param name="Discounts">On the order itself.</param>
/// <param name="AdditionalFees">On the order itself.</param>
public sealed record OrderRequest(
    OrderDetail Detail,
    Won? TaxFree,
    IReadOnlyList<OrderDiscount> Discounts,
    IReadOnlyList<AdditionalFeeSnapshot> AdditionalFees)
{
    /// <summary>A value for each parameter that the platform's formulas know.</summary>
    public IReadOnlyList<SettlementParameter> Parameters { get; init; } = [];
}

/// <summary>A total or lines, never both.</summary>
public abstract record OrderDetail
{
    private OrderDetail()
    {
    }

    /// <param name="Order">Before discounts, VAT and tax-free part included.</param>
    public sealed record Total(Won Order) : OrderDetail;

    public sealed record Itemized(IReadOnlyList<OrderLine> Lines) : OrderDetail;

    /// <summary>Takes what a caller stated: exactly one of the two.</summary>
    public static Foundation.Outcome<OrderDetail> Of(Won? total, IReadOnlyList<OrderLine>? lines) => (total, lines) switch
    {
        ({ } order, null) => new Total(order),
        (null, { Count: > 0 }) => new Itemized(lines),
        (null, null) => new TransferRefusal.FieldMissing("orderDetail"),
        (null, _) => new TransferRefusal.FieldMissing("orderDetail.orderLines"),
        _ => new TransferRefusal.OrderDetailAmbiguous(),
    };
}

public sealed record OrderLine(
    Product Product,
    int Quantity,
    IReadOnlyList<OrderDiscount> Discounts,
    IReadOnlyList<AdditionalFeeSnapshot> AdditionalFees)
{
    /// <summary>Those that the line gives itself; the order's hold for the rest.</summary>
    public IReadOnlyList<SettlementParameter> Parameters { get; init; } = [];
}

/// <param name="TaxFree">The part of the discount that lowers the tax-free amount.</param>
public sealed record OrderDiscount(DiscountShareSnapshot Policy, Won Amount, Won TaxFree);
