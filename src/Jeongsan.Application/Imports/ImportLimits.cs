namespace Jeongsan.Application.Imports;

/// <summary>How much a file of rows may hold. What comes from outside is never trusted to say its own size.</summary>
public static class ImportLimits
{
    public const int FileBytesMax = 32 * 1024 * 1024;

    /// <summary>A workbook is a ZIP file: so much may come out of it.</summary>
    public const long UnpackedBytesMax = 512L * 1024 * 1024;

    public const int WorkbookPartCountMax = 1_000;
    public const int RowCountMax = 100_000;
    public const int ColumnCountMax = 100;
    public const int CellLengthMax = 4_000;

    /// <summary>More mistakes than that nobody reads at once.</summary>
    public const int ProblemCountMax = 1_000;

    /// <summary>Rows that a preview shows as they were read.</summary>
    public const int ShownRowCountMax = 20;

    public const int FileNameLengthMax = 200;
}
