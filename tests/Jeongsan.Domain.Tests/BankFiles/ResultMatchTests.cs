using System.Globalization;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Xunit;

namespace Jeongsan.Domain.Tests.BankFiles;

/// <summary>What a result file's rows come to. Each case: our rows (account, amount, known), the bank's rows (key, account, amount, word), what they are.</summary>
public sealed class ResultMatchTests
{
    private const ResultWord Yes = ResultWord.Succeeded;
    private const ResultWord No = ResultWord.Failed;
    private const ResultWord Unknown = ResultWord.Unknown;

    [Fact]
    public void Match_ByKeyOrNumberWithAccountAndAmount_EndsThePayout() => Assert.Equal(
        [ResultLineKind.WillSucceed, ResultLineKind.WillFail, ResultLineKind.StillUnknown],
        Kinds([Filed("110111", 1_000), Filed("110222", 2_000), Filed("110333", 3_000)],
            [Line("AB123-0001", "110-111", "1,000원", Yes), Line("2", "110222", "2000", No), Line("ab123-0003", "110333", "3000", Unknown)]));

    [Theory]
    [InlineData("1", "110999", "1000")]
    [InlineData("1", "110111", "1001")]
    [InlineData("1", "110-***-11", "1000")]
    [InlineData("1", "110111", "천원")]
    [InlineData("1", "110111", "-1000")]
    public void Match_ByKeyWithAnotherAccountOrAmount_IsMismatched(string key, string account, string amount) =>
        Assert.Equal([ResultLineKind.Mismatched], Kinds([Filed("110111", 1_000)], [Line(key, account, amount, Yes)]));

    [Theory]
    [InlineData("2", "110111", "1000")]
    [InlineData("ZZZZZ-0001", "110111", "1000")]
    [InlineData("", "110111", "1001")]
    [InlineData("", "110112", "1000")]
    public void Match_OfAKeyAccountOrAmountThatIsNotOurs_IsNotInFile(string key, string account, string amount) =>
        Assert.Equal([ResultLineKind.NotInFile], Kinds([Filed("110111", 1_000)], [Line(key, account, amount, Yes)]));

    [Fact]
    public void Match_WithoutAnAccount_IsNotAPayout() =>
        Assert.Equal(
            [ResultLineKind.WillSucceed, ResultLineKind.NotAPayout, ResultLineKind.NotAPayout],
            Kinds([Filed("110111", 1_000)], [Line("", "110111", "1000", Yes), Line("", "", "1000", Unknown), Line("합계", "합계", "1000", Unknown)]));

    /// <summary>A spreadsheet ate the zeros.</summary>
    [Fact]
    public void Match_OfAnAccountWithoutItsZeros_IsTheSameAccount() =>
        Assert.Equal([ResultLineKind.WillSucceed], Kinds([Filed("0012345678", 1_000)], [Line("", "12345678", "1000", Yes)]));

    [Fact]
    public void Match_OfTwoRowsForOnePayout_IsDuplicate()
    {
        Assert.Equal([ResultLineKind.Duplicate, ResultLineKind.Duplicate], Kinds([Filed("110111", 1_000)], [Line("1", "110111", "1000", Yes), Line("1", "110111", "1000", Yes)]));
        Assert.Equal([ResultLineKind.Duplicate, ResultLineKind.Duplicate], Kinds([Filed("110111", 1_000)], [Line("", "110111", "1000", Yes), Line("", "110111", "1000", No)]));
        Assert.Equal([ResultLineKind.Duplicate, ResultLineKind.Duplicate], Kinds([Filed("110111", 1_000)], [Line("1", "110111", "1000", Yes), Line("", "110111", "1000", Unknown)]));
    }

    [Fact]
    public void Match_OfTwoLikePayoutsThatEndAlike_EndsBoth() => Assert.Equal(
        [ResultLineKind.WillFail, ResultLineKind.WillFail],
        Kinds([Filed("110111", 1_000), Filed("110111", 1_000)], [Line("", "110111", "1000", No), Line("", "110111", "1000", No)]));

    /// <summary>Which of them is which nobody can tell: with keys everybody can.</summary>
    [Fact]
    public void Match_OfTwoLikePayoutsThatEndDifferently_IsAmbiguousWithoutKeysOnly()
    {
        FiledPayout[] filed = [Filed("110111", 1_000), Filed("110111", 1_000)];
        Assert.Equal([ResultLineKind.Ambiguous, ResultLineKind.Ambiguous], Kinds(filed, [Line("", "110111", "1000", Yes), Line("", "110111", "1000", No)]));
        Assert.Equal([ResultLineKind.Ambiguous], Kinds(filed, [Line("", "110111", "1000", Yes)]));
        Assert.Equal([ResultLineKind.StillUnknown], Kinds(filed, [Line("", "110111", "1000", Unknown)]));
        Assert.Equal([ResultLineKind.WillSucceed, ResultLineKind.WillFail], Kinds(filed, [Line("1", "110111", "1000", Yes), Line("2", "110111", "1000", No)]));
    }

    [Fact]
    public void Match_OfTwoLikePayoutsThatAPersonEnded_IsAlreadyKnown() => Assert.Equal(
        [ResultLineKind.AlreadyKnown, ResultLineKind.AlreadyKnown],
        Kinds([Filed("110111", 1_000, Yes), Filed("110111", 1_000, No)], [Line("", "110111", "1000", No), Line("", "110111", "1000", Yes)]));

    [Theory]
    [InlineData(ResultWord.Succeeded, ResultWord.Succeeded, ResultLineKind.AlreadyKnown)]
    [InlineData(ResultWord.Failed, ResultWord.Failed, ResultLineKind.AlreadyKnown)]
    [InlineData(ResultWord.Succeeded, ResultWord.Unknown, ResultLineKind.AlreadyKnown)]
    [InlineData(ResultWord.Succeeded, ResultWord.Failed, ResultLineKind.Contradicting)]
    [InlineData(ResultWord.Failed, ResultWord.Succeeded, ResultLineKind.Contradicting)]
    public void Match_OfAnEndedPayout_SaysNothingNewOrContradicts(ResultWord known, ResultWord said, ResultLineKind expected) =>
        Assert.Equal([expected], Kinds([Filed("110111", 1_000, known)], [Line("1", "110111", "1000", said)]));

    /// <summary>Whatever a result file says: a payout is ended by one line at most, and only by one with its account and amount.</summary>
    [Fact]
    public void Match_OfAnyLines_EndsEachPayoutByOneLineOfItsOwn()
    {
        for (var seed = 1; seed <= 2_000; seed++)
        {
            var random = new Random(seed);
            var filed = Enumerable.Range(0, 1 + random.Next(5)).Select(_ => Filed($"11011{random.Next(3)}", 1_000 * (1 + random.Next(2)), (ResultWord)random.Next(3))).ToArray();
            var lines = Enumerable.Range(0, random.Next(8)).Select(_ => Line(
                random.Next(3) switch { 0 => "", 1 => random.Next(7).ToString(CultureInfo.InvariantCulture), _ => $"AB123-000{random.Next(7)}" },
                random.Next(9) == 0 ? "" : $"110-11{random.Next(3)}", (1_000 * (1 + random.Next(2))).ToString(CultureInfo.InvariantCulture), (ResultWord)random.Next(3))).ToArray();
            var matches = Match(filed, lines);
            Assert.Equal(matches.Count, lines.Length);
            var ending = matches.Where(match => match.Kind is ResultLineKind.WillSucceed or ResultLineKind.WillFail).ToList();
            Assert.True(ending.Select(match => match.Filed!.Number).Distinct().Count() == ending.Count, $"Seed {seed}");
            Assert.All(ending, match => Assert.Equal(
                (match.Filed!.AccountNumber, match.Filed.Amount.Value.ToString(CultureInfo.InvariantCulture), ResultWord.Unknown),
                (match.Line.Account.Replace("-", "", StringComparison.Ordinal), match.Line.Amount, match.Filed.Known)));
        }
    }

    [Theory]
    [InlineData("정상", null, ResultWord.Succeeded)]
    [InlineData("이체 완료", null, ResultWord.Succeeded)]
    [InlineData("오류", "해지계좌", ResultWord.Failed)]
    [InlineData("오류", "결과 확인요망", ResultWord.Unknown)]
    [InlineData("정상 접수", null, ResultWord.Unknown)]
    [InlineData("처리중", null, ResultWord.Unknown)]
    [InlineData("", null, ResultWord.Unknown)]
    [InlineData("모르는 말", null, ResultWord.Unknown)]
    public void Words_OfABank_MeanWhatTheyWereGivenOrNothing(string status, string? reason, ResultWord expected) =>
        Assert.Equal(expected, ResultWords.Read(StandardLayouts.Find(Bank.Kookmin)!.Results, status, reason));

    private static FiledPayout Filed(string account, long amount, ResultWord known = ResultWord.Unknown) => new(0, "", new PayoutId(""), "가게", account, new Won(amount), known);

    private static ResultLine Line(string key, string account, string amount, ResultWord word) => new(0, key, account, amount, "", null, word);

    private static IReadOnlyList<ResultLineKind> Kinds(FiledPayout[] filed, ResultLine[] lines) => [.. Match(filed, lines).Select(match => match.Kind)];

    private static IReadOnlyList<MatchedLine> Match(FiledPayout[] filed, ResultLine[] lines) => ResultMatch.Match(
        [.. filed.Select((row, index) => row with { Number = index + 1, Key = BankFileText.KeyOf("AB123", index + 1), Id = new PayoutId($"payout-{index + 1}") })],
        [.. lines.Select((line, index) => line with { Row = index + 2 })]);
}
