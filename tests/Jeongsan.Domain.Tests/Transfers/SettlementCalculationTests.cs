using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Transfers;
using Xunit;

namespace Jeongsan.Domain.Tests.Transfers;

public sealed class SettlementCalculationTests
{
    private static SettlementAmounts Amounts(OrderRequest request, ContractTerms? terms = null) =>
        Sample.Calculate(terms ?? Sample.TermsA, request).Value.Amounts;

    private static OrderLine Line(string id, long amount, int quantity, long taxFree = 0) =>
        new(new Product(new ProductId(id), id, new Won(amount), new Won(taxFree), null), quantity, [], []);

    private static void AssertAmounts(SettlementAmounts amounts, long order, long discount, long payment, long fee, long vat, long additional, long additionalVat, long share, long settlement)
    {
        Assert.Equal(
            (order, discount, payment, fee, vat),
            (amounts.Order.Value, amounts.Discount.Value, amounts.Payment.Value, amounts.PlatformFee.Value, amounts.PlatformFeeVat.Value));
        Assert.Equal(
            (additional, additionalVat, share, settlement),
            (amounts.AdditionalFee.Value, amounts.AdditionalFeeVat.Value, amounts.DiscountShare.Value, amounts.Settlement.Value));
    }

    // Published example "plain".
    [Fact]
    public void Calculate_Plain_IsThePublishedAmount() =>
        AssertAmounts(Amounts(Sample.Order(10_000)), 10_000, 0, 10_000, 1_000, 100, 0, 0, 0, 8_900);

    // Published example "lines 2000×5, 4000×1".
    [Fact]
    public void Calculate_Lines_AreThePublishedAmounts()
    {
        var details = Sample.Calculate(Sample.TermsA, new OrderRequest(new OrderDetail.Itemized([Line("a", 2_000, 5), Line("b", 4_000, 1)]), null, [], [])).Value;
        AssertAmounts(details.Amounts, 14_000, 0, 14_000, 1_400, 140, 0, 0, 0, 12_460);
        Assert.Equal([8_900, 3_560], details.Lines.Select(line => line.Amounts.Settlement.Value));
    }

    // Published example "discount": 2,000 won, the partner shares 50 %.
    [Fact]
    public void Calculate_Discount_IsThePublishedAmount() =>
        AssertAmounts(Amounts(Sample.Order(10_000, new OrderDiscount(Sample.HalfShare, new Won(2_000), Won.Zero))), 10_000, 2_000, 8_000, 1_000, 100, 0, 0, 1_000, 7_900);

    // Published example "additional fee": 5 %, VAT by the partner.
    [Fact]
    public void Calculate_AdditionalFee_IsThePublishedAmount() =>
        AssertAmounts(Amounts(Sample.Order(10_000) with { AdditionalFees = [Sample.FivePercent] }), 10_000, 0, 10_000, 1_000, 100, 500, 50, 0, 8_350);

    [Fact]
    public void Calculate_MerchantBearsVat_IsShownButNotSubtracted()
    {
        var amounts = Amounts(Sample.Order(10_000), Sample.TermsA with { PlatformFeeVatPayer = Payer.Merchant });
        Assert.Equal((100, 9_000), (amounts.PlatformFeeVat.Value, amounts.Settlement.Value));
    }

    [Fact]
    public void Calculate_PaymentVatSubtracted_BurdensTheSettlement()
    {
        var amounts = Amounts(Sample.Order(11_000) with { TaxFree = new Won(5_500) }, Sample.TermsA with { SubtractPaymentVatAmount = true });
        Assert.Equal((500, 500, 5_000, 5_500), (amounts.PaymentVat.Value, amounts.PaymentVatBurden.Value, amounts.PaymentSupply.Value, amounts.PaymentTaxFree.Value));
        Assert.Equal(11_000 - 1_100 - 110 - 500, amounts.Settlement.Value);
        Assert.Equal(5_500, amounts.SettlementTaxFree.Value);
    }

    [Fact]
    public void Calculate_FixedFeeWithLines_IsDueOncePerOrder()
    {
        var terms = Sample.TermsA with { PlatformFee = new Fee.FixedAmount(new Won(1_000)) };
        var details = Sample.Calculate(terms, new OrderRequest(new OrderDetail.Itemized([Line("a", 1_000, 1), Line("b", 1_000, 1), Line("c", 1_000, 1)]), null, [], [])).Value;
        Assert.Equal([334, 333, 333], details.Lines.Select(line => line.Amounts.PlatformFee.Value));
        Assert.Equal(1_000, details.Amounts.PlatformFee.Value);
    }

    [Fact]
    public void Calculate_StatedTaxFree_WinsOverTheLines()
    {
        var lines = new OrderDetail.Itemized([Line("a", 1_000, 2, taxFree: 1_000), Line("b", 3_000, 1)]);
        Assert.Equal(2_000, Amounts(new OrderRequest(lines, null, [], [])).OrderTaxFree.Value);
        Assert.Equal(500, Amounts(new OrderRequest(lines, new Won(500), [], [])).OrderTaxFree.Value);
    }

    [Fact]
    public void Calculate_AllTaxFree_SettlementIsTaxFreeToTheWon()
    {
        var amounts = Amounts(Sample.Order(10_000) with { TaxFree = new Won(10_000) });
        Assert.Equal((8_900, 8_900, 0), (amounts.Settlement.Value, amounts.SettlementTaxFree.Value, amounts.PaymentVat.Value));
    }

    [Theory]
    [InlineData(10_000, 0, 10_001, 0, AmountExceeded.DiscountThanOrder, 10_001, 10_000)]
    [InlineData(10_000, 5_000, 1_000, 1_001, AmountExceeded.DiscountTaxFreeThanDiscount, 1_001, 1_000)]
    [InlineData(10_000, 500, 1_000, 501, AmountExceeded.DiscountTaxFreeThanOrderTaxFree, 501, 500)]
    [InlineData(10_000, 9_500, 1_000, 0, AmountExceeded.PaymentTaxFreeThanPayment, 9_500, 9_000)]
    public void Calculate_LimitPassed_IsRefusedAsAmountsExceeded(long order, long taxFree, long discount, long discountTaxFree, AmountExceeded kind, long requested, long allowed)
    {
        var request = Sample.Order(order, new OrderDiscount(Sample.HalfShare, new Won(discount), new Won(discountTaxFree))) with { TaxFree = new Won(taxFree) };
        Assert.Equal(
            new TransferRefusal.AmountsExceeded(kind, null, new Won(requested), new Won(allowed)),
            Sample.Calculate(Sample.TermsA, request).Refusal);
    }

    [Fact]
    public void Calculate_LineLimitPassed_NamesTheProduct()
    {
        var line = Line("a", 1_000, 1) with { Discounts = [new OrderDiscount(Sample.HalfShare, new Won(1_001), Won.Zero)] };
        Assert.Equal(
            new TransferRefusal.AmountsExceeded(AmountExceeded.DiscountThanOrder, new ProductId("a"), new Won(1_001), new Won(1_000)),
            Sample.Calculate(Sample.TermsA, new OrderRequest(new OrderDetail.Itemized([line]), null, [], [])).Refusal);
    }

    [Fact]
    public void Calculate_SameProductTwice_IsRefusedAsProductDuplicated() =>
        Assert.Equal(
            new TransferRefusal.ProductDuplicated(new ProductId("a")),
            Sample.Calculate(Sample.TermsA, new OrderRequest(new OrderDetail.Itemized([Line("a", 1, 1), Line("a", 1, 1)]), null, [], [])).Refusal);

    [Fact]
    public void Calculate_SameDiscountPolicyTwice_IsRefusedAsDiscountPolicyDuplicated()
    {
        var discount = new OrderDiscount(Sample.HalfShare, new Won(1), Won.Zero);
        Assert.IsType<TransferRefusal.DiscountPolicyDuplicated>(Sample.Calculate(Sample.TermsA, Sample.Order(100, discount, discount)).Refusal);
    }

    [Theory]
    [InlineData(-1, typeof(TransferRefusal.NegativeAmount))]
    [InlineData(TransferLimits.AmountMax + 1, typeof(TransferRefusal.AmountOutOfRange))]
    public void Calculate_OrderOutOfRange_IsRefused(long order, Type refusal) =>
        Assert.IsType(refusal, Sample.Calculate(Sample.TermsA, Sample.Order(order)).Refusal);

    [Fact]
    public void Of_TotalAndLines_IsRefusedAsOrderDetailAmbiguous()
    {
        Assert.IsType<TransferRefusal.OrderDetailAmbiguous>(OrderDetail.Of(new Won(1), [Line("a", 1, 1)]).Refusal);
        Assert.IsType<TransferRefusal.FieldMissing>(OrderDetail.Of(null, null).Refusal);
        Assert.IsType<TransferRefusal.FieldMissing>(OrderDetail.Of(null, []).Refusal);
    }
}
