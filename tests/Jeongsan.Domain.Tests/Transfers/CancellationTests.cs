using Jeongsan.Domain.Money;
using Jeongsan.Domain.Transfers;
using Xunit;

namespace Jeongsan.Domain.Tests.Transfers;

public sealed class CancellationTests
{
    private static readonly OrderDetail.Itemized TwoLines = new([Line("a", 2_000, 5), Line("b", 4_000, 1)]);

    private static OrderLine Line(string id, long amount, int quantity) =>
        new(new Product(new ProductId(id), id, new Won(amount), Won.Zero, null), quantity, [], []);

    private static Transfer Plain() => Sample.OrderTransfer(Sample.Order(10_000));

    private static Transfer Lines() => Sample.OrderTransfer(new OrderRequest(TwoLines, null, [], []));

    private static CancelScope.Amount Amount(long won) => new(new Won(won));

    private static CancelScope.Quantities Quantity(string id, int quantity) => new([new CancelLine(new ProductId(id), quantity, [])]);

    // Published example "cancel 5000 of the plain one".
    [Fact]
    public void Cancel_HalfOfPlain_IsThePublishedAmount()
    {
        var cancel = Plain().Cancel(Amount(5_000)).Value;
        Assert.Equal(
            (5_000, 500, 50, 4_450, -4_450),
            (cancel.Amounts.Order.Value, cancel.Amounts.PlatformFee.Value, cancel.Amounts.PlatformFeeVat.Value, cancel.Amounts.Settlement.Value, cancel.SignedSettlement.Value));
    }

    // Published example "cancel 2 of the 2000-won line".
    [Fact]
    public void Cancel_TwoOfALine_IsThePublishedAmount()
    {
        var cancel = Lines().Cancel(Quantity("a", 2)).Value;
        Assert.Equal((4_000, 400, 40, 3_560), (cancel.Amounts.Order.Value, cancel.Amounts.PlatformFee.Value, cancel.Amounts.PlatformFeeVat.Value, cancel.Amounts.Settlement.Value));
        Assert.Equal((1, 2), (cancel.Lines.Count, cancel.Lines[0].Quantity));
    }

    [Fact]
    public void Cancel_All_TakesBackTheOrder()
    {
        var order = Lines();
        var cancel = order.Cancel(new CancelScope.All()).Value;
        Assert.Equal(order.Amounts, cancel.Amounts);
        Assert.Equal(order.Id, cancel.OriginalTransferId);
        Assert.Equal(1, order.CancellationCount);
    }

    [Fact]
    public void Cancel_AfterAll_IsRefusedAsAlreadyCancelled()
    {
        var order = Plain();
        Assert.False(order.Cancel(new CancelScope.All()).IsRefused);
        Assert.Equal(new TransferRefusal.AlreadyCancelled(order.Id), order.Cancel(Amount(1), "c2").Refusal);
    }

    [Fact]
    public void Cancel_AllOfAZeroOrderWithFixedFee_TakesBackTheFee()
    {
        var order = Sample.OrderTransfer(Sample.Order(0), Sample.TermsA with { PlatformFee = new Domain.Policies.Fee.FixedAmount(new Won(100)) });
        Assert.Equal(order.Amounts, order.Cancel(new CancelScope.All()).Value.Amounts);
        Assert.IsType<TransferRefusal.AlreadyCancelled>(order.Cancel(new CancelScope.All(), "c2").Refusal);
    }

    [Fact]
    public void Cancel_MoreThanRemains_IsRefusedWithWhatRemains()
    {
        var order = Plain();
        Assert.False(order.Cancel(Amount(6_000)).IsRefused);
        Assert.Equal(
            new TransferRefusal.CancellableAmountExceeded(CancellableAmountKind.SupplyWithVat, new Won(4_001), new Won(4_000)),
            order.Cancel(Amount(4_001), "c2").Refusal);
    }

    [Fact]
    public void Cancel_MoreTaxFreeThanRemains_IsRefusedWithWhatRemains() =>
        Assert.Equal(
            new TransferRefusal.CancellableAmountExceeded(CancellableAmountKind.TaxFree, new Won(3_001), new Won(3_000)),
            Sample.OrderTransfer(Sample.Order(10_000) with { TaxFree = new Won(3_000) }).Cancel(Amount(5_000), taxFree: new Won(3_001)).Refusal);

    [Fact]
    public void Cancel_MoreQuantityThanRemains_IsRefusedWithWhatRemains()
    {
        var order = Lines();
        Assert.False(order.Cancel(Quantity("a", 4)).IsRefused);
        Assert.Equal(new TransferRefusal.CancellableQuantityExceeded(new ProductId("a"), 2, 1), order.Cancel(Quantity("a", 2), "c2").Refusal);
    }

    [Fact]
    public void Cancel_MoreDiscountThanRemains_IsRefusedWithWhatRemains()
    {
        var order = Sample.OrderTransfer(Sample.Order(10_000, new OrderDiscount(Sample.HalfShare, new Won(2_000), Won.Zero)));
        Assert.Equal(
            new TransferRefusal.CancellableDiscountExceeded(Sample.HalfShare.Id, null, new Won(2_001), new Won(2_000)),
            order.Cancel(Amount(5_000), discounts: new CancelDiscount(Sample.HalfShare.Id, new Won(2_001), Won.Zero)).Refusal);
        Assert.Equal(
            new TransferRefusal.CancellableDiscountTaxFreeExceeded(Sample.HalfShare.Id, null, new Won(1), Won.Zero),
            order.Cancel(Amount(5_000), discounts: new CancelDiscount(Sample.HalfShare.Id, new Won(100), new Won(1))).Refusal);
    }

    [Fact]
    public void Cancel_OfTheWrongShape_IsRefusedAsOrderDetailMismatched()
    {
        Assert.Equal(new TransferRefusal.OrderDetailMismatched(true), Lines().Cancel(Amount(1)).Refusal);
        Assert.Equal(new TransferRefusal.OrderDetailMismatched(false), Plain().Cancel(Quantity("a", 1)).Refusal);
    }

    [Fact]
    public void Cancel_UnknownThings_AreRefusedByName()
    {
        Assert.Equal(new TransferRefusal.ProductNotFound(new ProductId("z")), Lines().Cancel(Quantity("z", 1)).Refusal);
        Assert.Equal(
            new TransferRefusal.DiscountPolicyNotFound(new("none"), null),
            Plain().Cancel(Amount(1), discounts: new CancelDiscount(new("none"), new Won(1), Won.Zero)).Refusal);
    }

    [Fact]
    public void Cancel_Nothing_IsRefusedAsNothingToCancel() =>
        Assert.IsType<TransferRefusal.NothingToCancel>(Plain().Cancel(Amount(0)).Refusal);

    [Fact]
    public void Cancel_OfACancellation_IsRefusedAsNotAnOrder() =>
        Assert.IsType<TransferRefusal.NotAnOrder>(Plain().Cancel(Amount(1)).Value.Cancel(Amount(1), "c2").Refusal);

    [Fact]
    public void CheckDeletable_OrderWithCancellation_IsRefusedUntilItIsForgotten()
    {
        var order = Plain();
        var cancel = order.Cancel(Amount(3_333)).Value;
        Assert.Equal(new TransferRefusal.CancellationsExist(order.Id, 1), order.CheckDeletable());
        Assert.Null(cancel.CheckDeletable());
        order.ForgetCancellation(cancel);
        Assert.Null(order.CheckDeletable());
        Assert.Equal(order.Amounts, order.Cancel(new CancelScope.All(), "c2").Value.Amounts);
    }
}
