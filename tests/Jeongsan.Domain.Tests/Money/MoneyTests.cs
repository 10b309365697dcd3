using CsCheck;
using Jeongsan.Domain.Money;
using Xunit;

namespace Jeongsan.Domain.Tests.Money;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(100_001, 10_000, Rounding.Floor, 10_000)]
    [InlineData(100_001, 10_000, Rounding.Ceiling, 10_001)]
    [InlineData(100_005, 10_000, Rounding.HalfUp, 10_001)]
    [InlineData(100_004, 10_000, Rounding.HalfUp, 10_000)]
    [InlineData(-100_001, 10_000, Rounding.Floor, -10_000)]
    [InlineData(-100_001, 10_000, Rounding.Ceiling, -10_001)]
    [InlineData(-100_005, 10_000, Rounding.HalfUp, -10_001)]
    public void Multiply_ByRate_RoundsAsNamed(long amount, int rate, Rounding rounding, long expected) =>
        Assert.Equal(expected, new Won(amount).Multiply(new Rate(rate), rounding).Value);

    [Theory]
    [InlineData(11_000, 10_000, 1_000)]
    [InlineData(8_900, 8_091, 809)]
    [InlineData(1, 1, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(-11_000, -10_000, -1_000)]
    public void VatInside_Total_IsTakenApart(long total, long supply, long vat) =>
        Assert.Equal(new SupplyAndVat(new Won(supply), new Won(vat)), Vat.Inside(new Won(total)));

    [Fact]
    public void VatInside_AnyTotal_AddsUpAndMirrors() =>
        Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Sample(total =>
            Vat.Inside(new Won(total)).Total.Value == total
            && Vat.Inside(new Won(-total)).Vat == -Vat.Inside(new Won(total)).Vat);

    [Fact]
    public void Share_AnyAmountAndWeights_AddsUp() =>
        Gen.Select(Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Long[0, 1_000_000].Array[1, 20]).Sample((amount, weights) =>
            Allocation.Share(new Won(amount), [.. weights.Select(weight => new Won(weight))]).Total().Value == amount);

    [Fact]
    public void Share_TotalWithinWeights_NoPartExceedsItsWeight() =>
        Gen.Select(Gen.Int[0, 100], Gen.Long[0, 1_000_000].Array[1, 20]).Sample((percent, weights) =>
        {
            var amount = weights.Sum() * percent / 100;
            var parts = Allocation.Share(new Won(amount), [.. weights.Select(weight => new Won(weight))]);
            return parts.Zip(weights).All(pair => pair.First.Value >= 0 && pair.First.Value <= pair.Second);
        });

    [Fact]
    public void Share_Remainder_GoesToLargestFractionFirst() =>
        Assert.Equal([4, 3, 3], Allocation.Share(new Won(10), [new Won(1), new Won(1), new Won(1)]).Select(part => part.Value));

    [Fact]
    public void Reached_ChainOfPoints_AddsUpToWhole() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Long[1, 1_000_000], Gen.Int[0, 100].Array[1, 5]).Sample((whole, total, percents) =>
        {
            var points = percents.Order().Select(percent => new Won(total * percent / 100)).Append(new Won(total)).ToArray();
            var before = Won.Zero;
            var sum = Won.Zero;
            foreach (var point in points)
            {
                var reached = Allocation.Reached(new Won(whole), point, new Won(total));
                Assert.True(reached >= before);
                sum += reached - before;
                before = reached;
            }

            Assert.Equal(whole, sum.Value);
        });

    [Fact]
    public void Won_BeyondLimit_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Won(Won.Limit + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Won(Won.Limit) + new Won(1));
    }

    [Fact]
    public void Json_WonAndRate_ArePlainNumbers() =>
        Assert.Equal("[1234,10000]", System.Text.Json.JsonSerializer.Serialize(new object[] { new Won(1234), new Rate(10_000) }));
}
