using CsCheck;
using Jeongsan.Domain.Ledger;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Transfers;
using Xunit;

namespace Jeongsan.Domain.Tests.Ledger;

public sealed class LedgerSidesTests
{
    /// <summary>The published example (contract A: 10 %, VAT borne by the partner): plain order of 10,000 won, settlement 8,900.</summary>
    [Fact]
    public void Settlement_OfAPlainOrder_OwesThePartnerWhatIsLeftOfThePayment() => Assert.Equal(
        [
            new(LedgerAccount.Receipts, new Won(10_000)),
            new(LedgerAccount.Fees, new Won(-1_000)),
            new(LedgerAccount.Vat, new Won(-100)),
            new(LedgerAccount.UnpaidToPartners, new Won(-8_900)),
        ],
        LedgerSides.OfSettlement(TransferKind.Order, new() { Order = new(10_000), Payment = new(10_000), PlatformFee = new(1_000), PlatformFeeVat = new(100), Settlement = new(8_900) }, new(8_900), true).Postings);

    /// <summary>The published example with an additional fee of 5 %, its VAT borne by the partner: 8,350.</summary>
    [Fact]
    public void Settlement_WithAnAdditionalFee_TakesItsVatAsVat() => Assert.Equal(
        [
            new(LedgerAccount.Receipts, new Won(10_000)),
            new(LedgerAccount.Fees, new Won(-1_500)),
            new(LedgerAccount.Vat, new Won(-150)),
            new(LedgerAccount.UnpaidToPartners, new Won(-8_350)),
        ],
        LedgerSides.OfSettlement(
            TransferKind.Order,
            new() { Order = new(10_000), Payment = new(10_000), PlatformFee = new(1_000), PlatformFeeVat = new(100), AdditionalFee = new(500), AdditionalFeeVat = new(50), Settlement = new(8_350) },
            new(8_350), true).Postings);

    /// <summary>The published example with a discount of 2,000 won, of which the partner shares 50 %: 7,900.</summary>
    [Fact]
    public void Settlement_WithADiscount_BooksThePlatformsPartOfIt() => Assert.Equal(
        [
            new(LedgerAccount.Receipts, new Won(8_000)),
            new(LedgerAccount.DiscountsBorne, new Won(1_000)),
            new(LedgerAccount.Fees, new Won(-1_000)),
            new(LedgerAccount.Vat, new Won(-100)),
            new(LedgerAccount.UnpaidToPartners, new Won(-7_900)),
        ],
        LedgerSides.OfSettlement(
            TransferKind.Order,
            new() { Order = new(10_000), Discount = new(2_000), DiscountShare = new(1_000), Payment = new(8_000), PlatformFee = new(1_000), PlatformFeeVat = new(100), Settlement = new(7_900) },
            new(7_900), true).Postings);

    [Fact]
    public void Settlement_ThatTheMerchantBearsTheFeeVatOf_BooksNoVat() => Assert.Equal(
        [new(LedgerAccount.Receipts, new Won(10_000)), new(LedgerAccount.Fees, new Won(-1_000)), new(LedgerAccount.UnpaidToPartners, new Won(-9_000))],
        LedgerSides.OfSettlement(TransferKind.Order, new() { Order = new(10_000), Payment = new(10_000), PlatformFee = new(1_000), PlatformFeeVat = new(100), Settlement = new(9_000) }, new(9_000), false).Postings);

    [Fact]
    public void Settlement_ThatAFormulaOfThePlatformsOwnChanged_BooksTheDifferenceAsACorrection() => Assert.Equal(
        [
            new(LedgerAccount.Receipts, new Won(10_000)),
            new(LedgerAccount.Fees, new Won(-1_000)),
            new(LedgerAccount.Vat, new Won(-100)),
            new(LedgerAccount.Corrections, new Won(600)),
            new(LedgerAccount.UnpaidToPartners, new Won(-9_500)),
        ],
        LedgerSides.OfSettlement(TransferKind.Order, new() { Order = new(10_000), Payment = new(10_000), PlatformFee = new(1_000), PlatformFeeVat = new(100), Settlement = new(9_500) }, new(9_500), true).Postings);

    [Fact]
    public void Settlement_OfManualTransfers_IsACorrection() => Assert.Equal(
        [new(LedgerAccount.Corrections, new Won(-777)), new(LedgerAccount.UnpaidToPartners, new Won(777))],
        LedgerSides.OfSettlement(TransferKind.Manual, new() { Settlement = new(-777) }, new(-777), false).Postings);

    /// <summary>A cancellation of everything takes back everything.</summary>
    [Fact]
    public void Settlement_OfACancellation_IsTheOrdersWithBothSidesTurned() =>
        Gen.Select(Amounts, Gen.Bool).Sample((amounts, partnerBears) => LedgerSides.OfSettlement(TransferKind.OrderCancel, amounts, -amounts.Settlement, partnerBears).Postings
            .SequenceEqual(LedgerSides.OfSettlement(TransferKind.Order, amounts, amounts.Settlement, partnerBears).Postings.Select(posting => posting with { Amount = -posting.Amount })));

    [Fact]
    public void Sides_OfAnySettlement_ComeToNothing() =>
        Gen.Select(Amounts, Gen.Bool).Sample((amounts, partnerBears) => LedgerSides.OfSettlement(TransferKind.Order, amounts, amounts.Settlement, partnerBears).Postings.Total(posting => posting.Amount).IsZero);

    /// <summary>Whatever was booked in between, a document's entries come to what it puts on the sides now.</summary>
    [Fact]
    public void Entries_OfADocumentThatChanged_AddUpToItsSides() =>
        Amounts.Array[1, 6].Sample(history =>
        {
            var sides = history.Select(amounts => LedgerSides.OfSettlement(TransferKind.Order, amounts, amounts.Settlement, true)).ToArray();
            var booked = sides.Zip(sides.Prepend(LedgerSides.None), (now, before) => now.Less(before)).SelectMany(entry => entry.Postings)
                .GroupBy(posting => posting.Account).Select(group => new LedgerPosting(group.Key, group.Total(posting => posting.Amount)))
                .Where(posting => !posting.Amount.IsZero).OrderBy(posting => posting.Account);
            return booked.SequenceEqual(sides[^1].Postings);
        });

    private static readonly Gen<Won> Money = Gen.Long[0, 1_000_000].Select(value => new Won(value));

    private static readonly Gen<SettlementAmounts> Amounts = Gen.Select(Money, Money, Money, Money, Money).SelectMany(one => Gen.Select(Money, Money, Money, Gen.Long[-1_000_000, 1_000_000]).Select(two => new SettlementAmounts
    {
        Payment = one.Item1,
        Discount = one.Item2 + one.Item3,
        DiscountShare = one.Item3,
        PlatformFee = one.Item4,
        PlatformFeeVat = one.Item5,
        AdditionalFee = two.Item1,
        AdditionalFeeVat = two.Item2,
        PaymentVatBurden = two.Item3,
        Settlement = new Won(two.Item4),
    }));
}
