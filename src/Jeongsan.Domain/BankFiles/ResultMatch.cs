using System.Globalization;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Domain.BankFiles;

/// <summary>A row of a file as it was made, and what is known of it.</summary>
/// <param name="Known">Unknown while no result was read.</param>
public sealed record FiledPayout(int Number, string Key, PayoutId Id, string PartnerName, string AccountNumber, Won Amount, ResultWord Known);

/// <summary>A row of a result file, as it says.</summary>
/// <param name="Row">As the spreadsheet counts.</param>
public sealed record ResultLine(int Row, string Key, string Account, string Amount, string Status, string? Reason, ResultWord Word);

/// <summary>What a row of a result file comes to.</summary>
public enum ResultLineKind
{
    WillSucceed = 0,
    WillFail,

    /// <summary>The bank does not know yet, or says something that has no meaning for us.</summary>
    StillUnknown,

    /// <summary>It says what is known already, or less.</summary>
    AlreadyKnown,

    /// <summary>A total or a remark: no digit stands where the account does.</summary>
    NotAPayout,

    /// <summary>Its number or key is one of ours, and the account or the amount is not.</summary>
    Mismatched,

    /// <summary>No row of the file has this number, account or amount.</summary>
    NotInFile,

    /// <summary>Another row of the result file is about the same payout.</summary>
    Duplicate,

    /// <summary>Several payouts have the same account and amount, the rows end differently, and nothing tells which is which.</summary>
    Ambiguous,

    /// <summary>It ended otherwise already, and that is final.</summary>
    Contradicting,
}

/// <param name="Filed">Null where no row of ours is meant.</param>
public sealed record MatchedLine(ResultLine Line, ResultLineKind Kind, FiledPayout? Filed);

/// <summary>Holds the rows of a result file against the rows of the file that the bank was given. Pure.</summary>
public static class ResultMatch
{
    /// <summary>With one of these nothing of the result file is taken.</summary>
    public static bool IsWrong(ResultLineKind kind) =>
        kind is ResultLineKind.Mismatched or ResultLineKind.NotInFile or ResultLineKind.Duplicate or ResultLineKind.Ambiguous or ResultLineKind.Contradicting;

    /// <returns>One for each line, in their order.</returns>
    public static IReadOnlyList<MatchedLine> Match(IReadOnlyList<FiledPayout> filed, IReadOnlyList<ResultLine> lines)
    {
        var byNumber = filed.ToDictionary(row => row.Number);
        var byKey = filed.ToDictionary(row => row.Key, StringComparer.OrdinalIgnoreCase);
        var byAccount = filed.ToLookup(row => (Digits(row.AccountNumber), (long?)row.Amount.Value));
        var without = lines.Where(line => HasAccount(line) && line.Key.Length == 0).GroupBy(PlaceOf).ToList();
        var placed = without.SelectMany(group => Place(byAccount[group.Key].ToList(), [.. group])).ToDictionary(match => match.Line);
        var matches = lines.Select(line => !HasAccount(line) ? new MatchedLine(line, ResultLineKind.NotAPayout, null)
            : line.Key.Length == 0 ? placed[line]
            : ByKey(line, Named(line.Key, byNumber, byKey))).ToList();
        var twice = matches.Where(match => match.Filed is not null).CountBy(match => match.Filed!.Number).Where(count => count.Value > 1).Select(count => count.Key).ToHashSet();
        return [.. matches.Select(match => match.Filed is { } one && twice.Contains(one.Number) ? match with { Kind = ResultLineKind.Duplicate } : match)];
    }

    private static bool HasAccount(ResultLine line) => line.Account.Any(char.IsAsciiDigit);

    private static FiledPayout? Named(string key, Dictionary<int, FiledPayout> byNumber, Dictionary<string, FiledPayout> byKey) =>
        byKey.TryGetValue(key, out var named) ? named
        : int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? byNumber.GetValueOrDefault(number)
        : null;

    private static MatchedLine ByKey(ResultLine line, FiledPayout? filed) =>
        filed is null ? new MatchedLine(line, ResultLineKind.NotInFile, null)
        : PlaceOf(line) == (Digits(filed.AccountNumber), filed.Amount.Value) ? new MatchedLine(line, Judge(line, filed), filed)
        : new MatchedLine(line, ResultLineKind.Mismatched, filed);

    /// <summary>Lines of one account and amount that name no row.</summary>
    private static IEnumerable<MatchedLine> Place(List<FiledPayout> filed, List<ResultLine> lines)
    {
        if (filed.Count == 0)
        {
            return lines.Select(line => new MatchedLine(line, ResultLineKind.NotInFile, null));
        }
        if (lines.Count > filed.Count)
        {
            return lines.Select(line => new MatchedLine(line, ResultLineKind.Duplicate, null));
        }
        if (filed.Count == 1 || (lines.Count == filed.Count && lines.TrueForAll(line => line.Word == lines[0].Word)))
        {
            return lines.Zip(filed, (line, one) => new MatchedLine(line, Judge(line, one), one));
        }
        if (lines.TrueForAll(line => line.Word == ResultWord.Unknown))
        {
            return lines.Select(line => new MatchedLine(line, ResultLineKind.StillUnknown, null));
        }
        // Which is which does not matter any more once as many ended so as the lines say.
        var isKnown = lines.Where(line => line.Word != ResultWord.Unknown).CountBy(line => line.Word)
            .All(count => filed.Count(one => one.Known == count.Key) >= count.Value);
        return lines.Select(line => new MatchedLine(line, isKnown ? ResultLineKind.AlreadyKnown : ResultLineKind.Ambiguous, null));
    }

    private static ResultLineKind Judge(ResultLine line, FiledPayout filed) => (filed.Known, line.Word) switch
    {
        (ResultWord.Unknown, ResultWord.Succeeded) => ResultLineKind.WillSucceed,
        (ResultWord.Unknown, ResultWord.Failed) => ResultLineKind.WillFail,
        (ResultWord.Unknown, _) => ResultLineKind.StillUnknown,
        (_, ResultWord.Unknown) => ResultLineKind.AlreadyKnown,
        var (known, said) => known == said ? ResultLineKind.AlreadyKnown : ResultLineKind.Contradicting,
    };

    /// <summary>Where a line says that money went: the amount is null when it is none.</summary>
    private static (string Account, long? Amount) PlaceOf(ResultLine line) => (Digits(line.Account), AmountOf(line.Amount));

    private static long? AmountOf(string text)
    {
        var digits = text.Trim().TrimEnd('원').TrimEnd();
        return long.TryParse(digits, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    /// <summary>
    /// The number without its hyphens. Zeros in front don't count: a spreadsheet may have eaten them. Whatever else stands in it,
    /// stars of a masked number for one, stays and is no account of ours.
    /// </summary>
    private static string Digits(string account) =>
        account.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).TrimStart('0');
}
