using SkiaSharp;

namespace Jeongsan.Etax.Pdf;

/// <param name="Weight">Its part of the page's width, beside the other columns' weights.</param>
/// <param name="IsNumber">Numbers stand at the right.</param>
public sealed record TableColumn(string Heading, int Weight, bool IsNumber = false);

/// <summary>A document of facts, one table and sums under it.</summary>
/// <param name="Facts">Name and value, above the table; two side by side.</param>
/// <param name="Rows">As many texts as there are columns; none is cut, long ones get smaller or break.</param>
/// <param name="Sums">Name and value, under the table; the last one stands out.</param>
/// <param name="Note">In small letters at the end; each line is a paragraph.</param>
public sealed record TableDocument(
    string Title,
    IReadOnlyList<KeyValuePair<string, string>> Facts,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<KeyValuePair<string, string>> Sums,
    string Note)
{
    /// <summary>Above the facts; each line is a paragraph.</summary>
    public string Lead { get; init; } = "";
}

/// <summary>A table as A4 pages, with the same fonts as the form: they come with the library and into the PDF.</summary>
public static class TablePdf
{
    private const string Colour = "#1F2937";
    private const int Margin = 48;
    private const int LineHeight = 26;
    private const int NameWidth = 110;
    private const int Top = 130;
    private const int Bottom = FormCanvas.PageHeight - 70;

    public static byte[] Render(TableDocument content) => PdfFile.Write(new Layout(content).Pages(), content.Title);

    /// <summary>Goes down the page, and on to the next one where the table does not fit; each page repeats the heads.</summary>
    private sealed class Layout(TableDocument content)
    {
        private const int Width = FormCanvas.PageWidth - (2 * Margin);

        /// <summary>Korean letters of a note that surely fit on one line.</summary>
        private const int LettersOfALine = 70;
        private const int SmallLineHeight = 13;
        private readonly List<FormCanvas> _canvases = [];
        private FormCanvas _canvas = null!;
        private int _y;

        public IReadOnlyList<FormPage> Pages()
        {
            Begin();
            Paragraphs(content.Lead);
            Facts();
            Heads();
            foreach (var row in content.Rows)
            {
                Need(LineHeight, withHeads: true);
                Cells((column, index) => (row[index], column.IsNumber ? FormAlign.End : FormAlign.Start));
            }
            _y += LineHeight / 2;
            Sums();
            Paragraphs(content.Note);
            for (var page = 0; page < _canvases.Count; page++)
            {
                _canvases[page].Note(new(Margin, Bottom + 20, Width, LineHeight), $"{page + 1} / {_canvases.Count}", FormAlign.Middle);
            }
            return [.. _canvases.Select(canvas => canvas.ToPage(content.Title))];
        }

        private void Begin()
        {
            _canvases.Add(_canvas = new FormCanvas(Colour));
            if (_canvases.Count == 1)
            {
                _canvas.Title(new(Margin, 56, Width, 48), content.Title, 240);
            }
            _y = _canvases.Count == 1 ? Top : Margin;
        }

        /// <summary>As many lines as each needs at its full size.</summary>
        private void Paragraphs(string text)
        {
            foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim().Length > 0))
            {
                var height = SmallLineHeight * ((paragraph.Length / LettersOfALine) + 1) + (SmallLineHeight / 2);
                Need(height);
                _canvas.Note(new(Margin, _y, Width, height), paragraph, FormAlign.Start);
                _y += height;
            }
        }

        private void Need(int height, bool withHeads = false)
        {
            if (_y + height <= Bottom)
            {
                return;
            }
            Begin();
            if (withHeads)
            {
                Heads();
            }
        }

        private void Facts()
        {
            foreach (var pair in content.Facts.Chunk(2))
            {
                for (var index = 0; index < pair.Length; index++)
                {
                    var x = Margin + (index * Width / 2);
                    _canvas.Label(new(x, _y, NameWidth, LineHeight), pair[index].Key);
                    _canvas.Value(new(x + NameWidth, _y, (Width / 2) - NameWidth, LineHeight), pair[index].Value);
                }
                _y += LineHeight;
            }
            _y += LineHeight / 2;
        }

        private void Heads()
        {
            var x = Margin;
            foreach (var (column, width) in Widths())
            {
                _canvas.Label(new(x, _y, width, LineHeight), column.Heading);
                x += width;
            }
            _y += LineHeight;
        }

        private void Cells(Func<TableColumn, int, (string Text, FormAlign Align)> cell)
        {
            var x = Margin;
            foreach (var (index, (column, width)) in Widths().Index())
            {
                var (text, align) = cell(column, index);
                _canvas.Value(new(x, _y, width, LineHeight), text, align, 100);
                x += width;
            }
            _y += LineHeight;
        }

        private void Sums()
        {
            foreach (var (index, sum) in content.Sums.Index())
            {
                Need(LineHeight);
                var isLast = index == content.Sums.Count - 1;
                _canvas.Label(new(Margin + (Width / 2), _y, NameWidth + 40, LineHeight), sum.Key);
                _canvas.Value(new(Margin + (Width / 2) + NameWidth + 40, _y, (Width / 2) - NameWidth - 40, LineHeight), sum.Value, FormAlign.End, isLast ? 140 : 110);
                _y += LineHeight;
            }
        }

        /// <summary>Whole pixels that add up to the width; the last column takes what remains.</summary>
        private IEnumerable<(TableColumn Column, int Width)> Widths()
        {
            var weights = content.Columns.Sum(column => column.Weight);
            var used = 0;
            foreach (var (index, column) in content.Columns.Index())
            {
                var width = index == content.Columns.Count - 1 ? Width - used : Width * column.Weight / weights;
                used += width;
                yield return (column, width);
            }
        }
    }
}
