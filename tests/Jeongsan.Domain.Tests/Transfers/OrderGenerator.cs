using CsCheck;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Domain.Tests.Transfers;

/// <summary>Any order that keeps the limits: by total or by lines, with discounts, fees, tax-free parts and every setting of a contract.</summary>
internal static class OrderGenerator
{
    public static readonly Gen<ContractTerms> Terms =
        Gen.Select(Gen.Bool, Gen.Int[0, 30_000], Gen.Long[0, 3_000], Gen.Bool, Gen.Bool, (isFixed, rate, amount, merchantPays, subtracts) =>
            Sample.TermsA with
            {
                PlatformFee = isFixed ? new Fee.FixedAmount(new Won(amount)) : new Fee.FixedRate(new Rate(rate)),
                PlatformFeeVatPayer = merchantPays ? Payer.Merchant : Payer.Partner,
                SubtractPaymentVatAmount = subtracts,
            });

    private static readonly Gen<AdditionalFeeSnapshot> Fee =
        Gen.Select(Gen.Int[0, 9], Gen.Bool, Gen.Int[0, 10_000], Gen.Bool, (id, isFixed, value, merchantPays) => new AdditionalFeeSnapshot(
            new AdditionalFeePolicyId($"f{id}"),
            new("fee", null, isFixed ? new Domain.Policies.Fee.FixedAmount(new Won(value)) : new Domain.Policies.Fee.FixedRate(new Rate(value)), merchantPays ? Payer.Merchant : Payer.Partner),
            false,
            Sample.Now));

    /// <summary>A discount in percent of the order, its tax-free part in percent of what may be tax-free.</summary>
    private static readonly Gen<(int Percent, int TaxFreePercent, int ShareRate)> Discount =
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 100], Gen.Int[0, Rate.Whole]);

    private static readonly Gen<OrderLine> Line =
        Gen.Select(Gen.Long[0, 100_000], Gen.Int[1, 9], Gen.Int[0, 100], Discount.Array[0, 2], Fee.Array[0, 2], (amount, quantity, taxFreePercent, discounts, fees) =>
        {
            var taxFree = amount * taxFreePercent / 100;
            return new OrderLine(
                new Product(new ProductId("x"), "x", new Won(amount), new Won(taxFree), null),
                quantity,
                DiscountsOf(amount * quantity, taxFree * quantity, discounts),
                fees);
        });

    public static readonly Gen<OrderRequest> ByTotal =
        Gen.Select(Gen.Long[0, 10_000_000], Gen.Int[0, 100], Discount.Array[0, 2], Fee.Array[0, 3], (order, taxFreePercent, discounts, fees) =>
        {
            var taxFree = order * taxFreePercent / 100;
            return new OrderRequest(new OrderDetail.Total(new Won(order)), new Won(taxFree), DiscountsOf(order, taxFree, discounts), fees);
        });

    public static readonly Gen<OrderRequest> ByLines =
        Gen.Select(Line.Array[1, 5], Fee.Array[0, 2], (lines, fees) =>
            new OrderRequest(
                new OrderDetail.Itemized([.. lines.Select((line, index) => line with { Product = line.Product with { Id = new ProductId($"p{index}") } })]),
                null,
                [],
                fees));

    public static readonly Gen<OrderRequest> Any = Gen.OneOf(ByTotal, ByLines);

    /// <summary>By lines, with a discount on the order itself and a tax-free amount that may win over the lines'.</summary>
    private static readonly Gen<OrderRequest> ByLinesWithOrderDiscount =
        Gen.Select(ByLines, Gen.Int[0, 20], Gen.Int[0, Rate.Whole], Gen.Int[0, 100], Gen.Bool, (request, percent, rate, taxFreePercent, states) =>
        {
            var lines = ((OrderDetail.Itemized)request.Detail).Lines;
            var left = lines.Sum(line => (line.Product.Amount.Value * line.Quantity) - line.Discounts.Sum(discount => discount.Amount.Value));
            var leftTaxFree = lines.Sum(line => (line.Product.TaxFreeAmount.Value * line.Quantity) - line.Discounts.Sum(discount => discount.TaxFree.Value));
            var discount = new OrderDiscount(
                new DiscountShareSnapshot(new DiscountSharePolicyId("order"), new("share", null, new Rate(rate)), false, Sample.Now),
                new Won((left - leftTaxFree) * percent / 100),
                Won.Zero);
            Won? taxFree = states ? new Won(leftTaxFree * taxFreePercent / 100) : null;
            return request with { Discounts = [discount], TaxFree = taxFree };
        });

    /// <summary>Any order; one whose stated tax-free part breaks a line's limit is refused, so ask.</summary>
    public static readonly Gen<OrderRequest> AnyDetailed = Gen.OneOf(ByTotal, ByLines, ByLinesWithOrderDiscount);

    /// <summary>Each discount takes proportional parts of the taxable and the tax-free amount, so that no limit is passed.</summary>
    private static OrderDiscount[] DiscountsOf(long order, long taxFree, (int Percent, int TaxFreePercent, int ShareRate)[] discounts) =>
    [
        .. discounts.Select((discount, index) =>
        {
            var ofTaxFree = taxFree * discount.Percent * discount.TaxFreePercent / 10_000;
            var ofTaxable = (order - taxFree) * discount.Percent / 100;
            return new OrderDiscount(
                new DiscountShareSnapshot(new DiscountSharePolicyId($"d{index}"), new("share", null, new Rate(discount.ShareRate)), false, Sample.Now),
                new Won(ofTaxFree + ofTaxable),
                new Won(ofTaxFree));
        }),
    ];
}
