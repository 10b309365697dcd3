using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.BankFiles;

/// <summary>Whether a layout that a person made can be written and read back.</summary>
public static class BankFileLayoutCheck
{
    private static readonly BankFileValue[] Needed = [BankFileValue.AccountNumber, BankFileValue.Amount];

    /// <summary>Null when it can. Order: texts, columns, numbers, results.</summary>
    public static Refusal? Check(BankFileLayout layout) =>
        Text("name", layout.Name, BankFileLimits.TextLengthMax)
        ?? CheckColumns(layout)
        ?? Range("depositMemoWidth", layout.DepositMemoWidth, BankFileLimits.MemoWidthMax)
        ?? Range("withdrawalMemoWidth", layout.WithdrawalMemoWidth, BankFileLimits.MemoWidthMax)
        ?? Range("rowCountMax", layout.RowCountMax, BankFileLimits.RowCountMax)
        ?? CheckResults(layout.Results);

    private static Refusal? CheckColumns(BankFileLayout layout)
    {
        var columns = layout.Columns;
        if (columns.Count > BankFileLimits.ColumnCountMax)
        {
            return new BankFileRefusal.LayoutTooMany("columns", BankFileLimits.ColumnCountMax);
        }
        foreach (var column in columns)
        {
            if (CheckColumn(column) is { } refusal)
            {
                return refusal;
            }
        }
        if (columns.CountBy(column => column.Header.Trim()).FirstOrDefault(count => count.Value > 1) is { Key: not null } twice)
        {
            return new BankFileRefusal.LayoutTextTwice("columns.header", twice.Key);
        }
        foreach (var value in Needed.Where(value => columns.Count(column => column.Value == value) != 1))
        {
            return new BankFileRefusal.LayoutValueNotOnce(value);
        }
        return columns.Any(column => column.Value is BankFileValue.BankCode or BankFileValue.BankName) ? null : new BankFileRefusal.LayoutBankMissing();
    }

    private static Refusal? CheckColumn(BankFileColumn column) =>
        Text("columns.header", column.Header, BankFileLimits.TextLengthMax)
        ?? (column.Value == BankFileValue.FixedText ? Text("columns.text", column.Text, BankFileLimits.TextLengthMax) : null);

    private static Refusal? CheckResults(ResultColumns results) =>
        Text("results.account", results.Account, BankFileLimits.TextLengthMax)
        ?? Text("results.amount", results.Amount, BankFileLimits.TextLengthMax)
        ?? Text("results.status", results.Status, BankFileLimits.TextLengthMax)
        ?? (results.Key is null ? null : Text("results.key", results.Key, BankFileLimits.TextLengthMax))
        ?? (results.Reason is null ? null : Text("results.reason", results.Reason, BankFileLimits.TextLengthMax))
        ?? Words("results.successWords", results.SuccessWords, mayBeEmpty: false)
        ?? Words("results.failureWords", results.FailureWords, mayBeEmpty: false)
        ?? Words("results.unknownWords", results.UnknownWords, mayBeEmpty: true)
        ?? Twice([results.Account, results.Amount, results.Status, .. new[] { results.Key, results.Reason }.OfType<string>()], "results")
        ?? Twice([.. results.SuccessWords.Concat(results.FailureWords).Select(ResultWords.Plain)], "results.failureWords");

    private static Refusal? Words(string field, IReadOnlyList<string> words, bool mayBeEmpty) =>
        words.Count == 0 && !mayBeEmpty ? new BankFileRefusal.LayoutFieldMissing(field)
        : words.Count > BankFileLimits.WordCountMax ? new BankFileRefusal.LayoutTooMany(field, BankFileLimits.WordCountMax)
        : words.Select(word => Text(field, word, BankFileLimits.TextLengthMax)).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? Twice(IReadOnlyList<string> texts, string field) =>
        texts.CountBy(text => text.Trim()).FirstOrDefault(count => count.Value > 1) is { Key: not null } twice ? new BankFileRefusal.LayoutTextTwice(field, twice.Key) : null;

    private static Refusal? Range(string field, int value, int max) =>
        value is < 1 || value > max ? new BankFileRefusal.LayoutOutOfRange(field, 1, max) : null;

    private static Refusal? Text(string field, string? text, int lengthMax) =>
        string.IsNullOrWhiteSpace(text) ? new BankFileRefusal.LayoutFieldMissing(field)
        : text.Length > lengthMax ? new BankFileRefusal.LayoutFieldTooLong(field, lengthMax)
        : BankFileText.Harmless(text) != text ? new BankFileRefusal.LayoutFormula(field, text)
        : null;
}
