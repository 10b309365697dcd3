using Jeongsan.Application.Mails;
using Xunit;

namespace Jeongsan.Application.Tests.Mails;

public sealed class KoreanWordsTests
{
    [Theory]
    [InlineData(0, "0원")]
    [InlineData(1_100_000, "1,100,000원")]
    [InlineData(-48_210_300, "-48,210,300원")]
    public void Won_Amount_IsSeparatedInThousands(long amount, string written) => Assert.Equal(written, KoreanWords.Won(amount));

    [Theory]
    [InlineData(10, "D-3")]
    [InlineData(7, "D-day")]
    [InlineData(5, "2일 지남")]
    public void DaysLeft_Deadline_CountsFromToday(int day, string written) =>
        Assert.Equal(written, KoreanWords.DaysLeft(new DateOnly(2026, 11, 7), new DateOnly(2026, 11, day)));

    [Theory]
    [InlineData("한빛공방", "한빛공방이")]
    [InlineData("모두가게", "모두가게가")]
    [InlineData("ACME", "ACME가")]
    public void WithParticle_LastSyllable_DecidesTheParticle(string word, string written) =>
        Assert.Equal(written, KoreanWords.WithParticle(word, "이", "가"));

    [Fact]
    public void InstantInTable_UtcEvening_IsTheNextDayInSeoul() =>
        Assert.Equal("2026-11-11 00:30", KoreanWords.InstantInTable(new DateTimeOffset(2026, 11, 10, 15, 30, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData(0.2, "1초")]
    [InlineData(59.5, "60초")]
    [InlineData(61, "2분")]
    public void Wait_Seconds_AreRoundedUp(double seconds, string written) => Assert.Equal(written, KoreanWords.Wait(TimeSpan.FromSeconds(seconds)));
}
