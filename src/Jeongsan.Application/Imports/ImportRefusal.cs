using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.Imports;

/// <summary>Why a file can't be read at all.</summary>
public abstract record ImportRefusal : Refusal
{
    private ImportRefusal()
    {
    }

    public sealed record FileEmpty : ImportRefusal;

    public sealed record FileTooLarge(int BytesMax) : ImportRefusal;

    /// <summary>Neither a workbook (.xlsx) nor text; an old .xls, say.</summary>
    public sealed record FormatUnknown : ImportRefusal;

    /// <summary>Neither UTF-8 nor the Korean encoding of Excel (CP949).</summary>
    public sealed record EncodingUnknown : ImportRefusal;

    public sealed record WorkbookBroken : ImportRefusal;

    /// <summary>More would come out of the workbook than anybody writes by hand.</summary>
    public sealed record UnpacksTooLarge(long BytesMax) : ImportRefusal;

    public sealed record TooManyRows(int CountMax) : ImportRefusal;

    public sealed record TooManyColumns(int CountMax) : ImportRefusal;

    public sealed record ColumnsMissing(IReadOnlyList<string> Names) : ImportRefusal;

    public sealed record ColumnsUnknown(IReadOnlyList<string> Names) : ImportRefusal;

    public sealed record ColumnTwice(string Name) : ImportRefusal;

    public sealed record FileNameTooLong(int LengthMax) : ImportRefusal;

    /// <summary>The same content was imported before; importing it again must be meant.</summary>
    public sealed record AlreadyImported(string ImportId, DateTimeOffset At) : ImportRefusal;

    /// <summary>Nothing was imported: these must be mended first.</summary>
    public sealed record Wrong(ImportPreview Preview) : ImportRefusal;
}

/// <summary>What is wrong with one cell.</summary>
public abstract record CellRefusal : Refusal
{
    private CellRefusal()
    {
    }

    public sealed record Missing : CellRefusal;

    public sealed record TooLong(int LengthMax) : CellRefusal;

    public sealed record NotANumber(string Text) : CellRefusal;

    public sealed record NumberOutOfRange(long Min, long Max) : CellRefusal;

    public sealed record NotADate(string Text) : CellRefusal;

    public sealed record NotAnInstant(string Text) : CellRefusal;

    public sealed record NotOneOf(string Text, IReadOnlyList<string> Allowed) : CellRefusal;

    /// <summary>Another row of the file has it already.</summary>
    public sealed record SameAsRow(int Row) : CellRefusal;

    /// <summary>The rows of one order must say the same here.</summary>
    public sealed record DiffersFromRow(int Row) : CellRefusal;

    /// <summary>This column means something only together with another.</summary>
    public sealed record Needs(string Column) : CellRefusal;

    /// <summary>An order is given by a total or by products.</summary>
    public sealed record TotalWithProducts : CellRefusal;
}

/// <param name="Row">As the spreadsheet counts: the head is row 1.</param>
/// <param name="Column">The column's name as in the form; null when it is about the whole row.</param>
public sealed record ImportProblem(int Row, string? Column, string? Text, Refusal Reason);

/// <summary>What a file would do.</summary>
/// <param name="ItemCount">Orders, transfers, partners or invoices; several rows may be one order.</param>
/// <param name="ProblemCount">All of them; <paramref name="Problems"/> holds the first ones.</param>
/// <param name="Columns">Of the file, in its order.</param>
/// <param name="Rows">The first rows as they were read.</param>
public sealed record ImportPreview(
    int RowCount, int ItemCount, int ProblemCount, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
