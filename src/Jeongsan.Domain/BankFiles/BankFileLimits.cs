namespace Jeongsan.Domain.BankFiles;

public static class BankFileLimits
{
    /// <summary>More than any bank's site takes in one file.</summary>
    public const int RowCountMax = 10_000;

    public const int ColumnCountMax = 30;
    public const int WordCountMax = 30;

    /// <summary>Of a heading, a fixed text or a result's word.</summary>
    public const int TextLengthMax = 50;

    /// <summary>Korean letters take two columns.</summary>
    public const int MemoWidthMax = 40;

    /// <summary>Why a file was discarded, or a row marked by hand.</summary>
    public const int ReasonLengthMax = 200;
}
