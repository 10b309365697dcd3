using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Server.Console.BankFiles;

/// <summary>One column as a person edits it.</summary>
public sealed class ColumnForm
{
    public string Header { get; set; } = "";

    public BankFileValue Value { get; set; }

    public string Text { get; set; } = "";
}

/// <summary>A layout as a person edits it; words stand in one field with commas between them.</summary>
public sealed class LayoutForm
{
    public string Name { get; set; } = "";
    public Bank Bank { get; set; }
    public BankFileFormat Format { get; set; }
    public CsvEncoding Encoding { get; set; }
    public bool HasHeader { get; set; }
    public bool HasHyphens { get; set; }
    public int DepositMemoWidth { get; set; }
    public int WithdrawalMemoWidth { get; set; }
    public int RowCountMax { get; set; }
    public List<ColumnForm> Columns { get; private set; } = [];
    public string Key { get; set; } = "";
    public string Account { get; set; } = "";
    public string Amount { get; set; } = "";
    public string Status { get; set; } = "";
    public string Reason { get; set; } = "";
    public string SuccessWords { get; set; } = "";
    public string FailureWords { get; set; } = "";
    public string UnknownWords { get; set; } = "";

    public static LayoutForm Of(BankFileLayout layout) => new()
    {
        Name = layout.Name,
        Bank = layout.Bank,
        Format = layout.Format,
        Encoding = layout.Encoding,
        HasHeader = layout.HasHeader,
        HasHyphens = layout.HasHyphens,
        DepositMemoWidth = layout.DepositMemoWidth,
        WithdrawalMemoWidth = layout.WithdrawalMemoWidth,
        RowCountMax = layout.RowCountMax,
        Columns = [.. layout.Columns.Select(column => new ColumnForm { Header = column.Header, Value = column.Value, Text = column.Text ?? "" })],
        Key = layout.Results.Key ?? "",
        Account = layout.Results.Account,
        Amount = layout.Results.Amount,
        Status = layout.Results.Status,
        Reason = layout.Results.Reason ?? "",
        SuccessWords = string.Join(", ", layout.Results.SuccessWords),
        FailureWords = string.Join(", ", layout.Results.FailureWords),
        UnknownWords = string.Join(", ", layout.Results.UnknownWords),
    };

    public BankFileLayout ToLayout() => new(
        Name.Trim(), Bank, Format, Encoding, HasHeader, HasHyphens, DepositMemoWidth, WithdrawalMemoWidth, RowCountMax,
        [.. Columns.Select(column => new BankFileColumn(column.Header.Trim(), column.Value, column.Value == BankFileValue.FixedText ? column.Text.Trim() : null))],
        new ResultColumns(Blank(Key), Account.Trim(), Amount.Trim(), Status.Trim(), Blank(Reason), Words(SuccessWords), Words(FailureWords), Words(UnknownWords)));

    /// <summary>Up or down by one; nothing at the ends.</summary>
    public void Move(ColumnForm column, int by)
    {
        var (from, to) = (Columns.IndexOf(column), Columns.IndexOf(column) + by);
        if (to >= 0 && to < Columns.Count)
        {
            (Columns[from], Columns[to]) = (Columns[to], Columns[from]);
        }
    }

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IReadOnlyList<string> Words(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
