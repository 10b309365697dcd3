using System.Globalization;
using System.Text;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Domain.BankFiles;

/// <param name="IsNumber">Written as a number where the format has numbers; everything else is text, so that no zero in front is lost.</param>
public readonly record struct BankFileCell(string Text, bool IsNumber);

/// <summary>What one payout says in a file.</summary>
public sealed record BankFileEntry(int Number, BankAccount Account, string BankName, string PartnerName, Won Amount, string? DepositMemo, string? WithdrawalMemo);

/// <summary>From a payout to the cells of its row.</summary>
public static class BankFileText
{
    public static IReadOnlyList<BankFileCell> Row(BankFileLayout layout, string tag, BankFileEntry entry) =>
        [.. layout.Columns.Select(column => new BankFileCell(CellOf(layout, tag, entry, column), column.Value is BankFileValue.Amount or BankFileValue.RowNumber))];

    /// <summary>Names one row of one file.</summary>
    public static string KeyOf(string tag, int number) => string.Create(CultureInfo.InvariantCulture, $"{tag}-{number:0000}");

    /// <summary>
    /// Free text that no spreadsheet takes for a formula (OWASP: CSV injection). What begins one is left out instead of being
    /// quoted: a bank would print the quote in the partner's bank book.
    /// </summary>
    public static string Harmless(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            plain.Append(char.IsControl(letter) ? ' ' : letter);
        }
        return plain.ToString().TrimStart(' ', '=', '+', '-', '@', '＝', '＋', '－', '＠').TrimEnd();
    }

    /// <summary>What fits; Korean letters take two columns.</summary>
    public static string Cut(string text, int widthMax)
    {
        var width = 0;
        var kept = new string([.. text.TakeWhile(letter => (width += BankMemo.WidthOf(letter.ToString())) <= widthMax)]);
        return kept.Length > 0 && char.IsHighSurrogate(kept[^1]) ? kept[..^1] : kept;
    }

    private static string CellOf(BankFileLayout layout, string tag, BankFileEntry entry, BankFileColumn column) => column.Value switch
    {
        BankFileValue.BankCode => BankCodes.Find(entry.Account.Bank) ?? "",
        BankFileValue.BankName => entry.BankName,
        BankFileValue.AccountNumber => layout.HasHyphens ? BankCodes.Divide(entry.Account.Bank, entry.Account.Number) : entry.Account.Number,
        BankFileValue.Amount => entry.Amount.Value.ToString(CultureInfo.InvariantCulture),
        BankFileValue.Holder => Harmless(entry.Account.Holder),
        BankFileValue.DepositMemo => Cut(Harmless(entry.DepositMemo ?? ""), layout.DepositMemoWidth),
        BankFileValue.WithdrawalMemo => Cut(Harmless(entry.WithdrawalMemo ?? ""), layout.WithdrawalMemoWidth),
        BankFileValue.RowNumber => entry.Number.ToString(CultureInfo.InvariantCulture),
        BankFileValue.RowKey => KeyOf(tag, entry.Number),
        BankFileValue.PartnerName => Harmless(entry.PartnerName),
        BankFileValue.FixedText => column.Text ?? "",
        BankFileValue.Empty => "",
        _ => throw new System.Diagnostics.UnreachableException(column.Value.ToString()),
    };
}
