using System.Globalization;

namespace Jeongsan.Etax;

/// <summary>Numbers as the form prints them: thousands separated, a minus before negative ones.</summary>
internal static class FormNumbers
{
    public static string? Won(long? amount) => amount?.ToString("#,0", CultureInfo.InvariantCulture);

    public static string? Decimal(Hundredths? number)
    {
        if (number is not { } value) return null;
        var text = value.ToString();
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = Math.Abs(value.Value) / 100;
        return $"{(value.Value < 0 ? "-" : "")}{Won(whole)}{(point < 0 ? "" : text[point..])}";
    }
}

/// <summary>A row of labels with a row of values under it; widths by weight.</summary>
internal static class FormRow
{
    public static void Draw(FormCanvas canvas, FormBox labels, int valueHeight, IReadOnlyList<(string Label, string? Value, FormAlign Align, int Weight)> cells)
    {
        var weights = cells.Sum(cell => cell.Weight);
        var (before, x) = (0, labels.X);
        foreach (var (label, value, align, weight) in cells)
        {
            before += weight;
            var end = labels.X + labels.Width * before / weights;
            canvas.Label(new(x, labels.Y, end - x, labels.Height), label);
            canvas.Value(new(x, labels.Y + labels.Height, end - x, valueHeight), value, align);
            x = end;
        }
    }
}

/// <summary>The box of a party.</summary>
internal static class FormParty
{
    private const int RowHeight = 30;
    private const int SideWidth = 24;
    private const int LabelWidth = 58;
    private const int RowCount = 6;

    /// <summary>Draws from the box's corner in its width; returns where it ends.</summary>
    public static int Draw(FormCanvas canvas, FormBox box, string side, EtaxParty party, bool isRecipient, bool showResidentNumber)
    {
        var (x, y, width) = (box.X + SideWidth, box.Y, box.Width - SideWidth);
        var half = width * 6 / 11;
        canvas.VerticalLabel(new(box.X, y, SideWidth, RowHeight * RowCount), side);

        void Pair(int row, int from, int pairWidth, string label, string? value, int rows = 1, FormAlign align = FormAlign.Start, int size = 110)
        {
            canvas.Label(new(x + from, y + RowHeight * row, LabelWidth, RowHeight * rows), label, 90);
            canvas.Value(new(x + from + LabelWidth, y + RowHeight * row, pairWidth - LabelWidth, RowHeight * rows), value, align, size);
        }

        Pair(0, 0, half + 40, "등록번호", Number(party, showResidentNumber), align: FormAlign.Middle, size: 150);
        Pair(0, half + 40, width - half - 40, "종사업장\n번호", party.SubPlaceNumber, align: FormAlign.Middle);
        Pair(1, 0, half, "상호\n(법인명)", party.CompanyName);
        Pair(1, half, width - half, "성명\n(대표자)", party.RepresentativeName);
        Pair(2, 0, width, "사업장 주소", party.Address);
        Pair(3, 0, half, "업태", party.BusinessType);
        Pair(3, half, width - half, "종목", party.BusinessItem);
        if (isRecipient)
        {
            Pair(4, 0, width, "이메일", party.Contact?.Email);
            Pair(5, 0, width, "이메일", party.SecondContact?.Email);
        }
        else
        {
            Pair(4, 0, width, "이메일", party.Contact?.Email, rows: 2);
        }
        canvas.Frame(new(box.X, y, box.Width, RowHeight * RowCount), thickness: 2);
        return y + RowHeight * RowCount;
    }

    private static string Number(EtaxParty party, bool showResidentNumber)
    {
        var number = party.RegistrationNumber;
        if (number.Length == 10) return BusinessNumber.Format(number);
        if (number.Length != 13 || party.Kind == EtaxRecipientKind.Foreigner) return number;
        return $"{number[..6]}-{(showResidentNumber ? number[6..] : $"{number[6]}******")}";
    }
}

/// <summary>The table of items.</summary>
internal static class FormLines
{
    private const int HeadHeight = 22;

    private sealed record Column(string Head, int Width, FormAlign Align, Func<EtaxLine, string?> Value);

    /// <summary>Draws the given lines and empty rows after them; returns where the table ends.</summary>
    public static int Draw(FormCanvas canvas, EtaxInvoice invoice, IReadOnlyList<EtaxLine> lines, FormBox firstRow, int rowCount)
    {
        var x = firstRow.X;
        foreach (var column in Columns(invoice.Kind.IsTaxFree()))
        {
            canvas.Label(new(x, firstRow.Y, column.Width, HeadHeight), column.Head);
            for (var row = 0; row < rowCount; row++)
            {
                var box = new FormBox(x, firstRow.Y + HeadHeight + firstRow.Height * row, column.Width, firstRow.Height);
                canvas.Value(box, row < lines.Count ? column.Value(lines[row]) : null, column.Align, 100);
            }
            x += column.Width;
        }
        return firstRow.Y + HeadHeight + firstRow.Height * rowCount;
    }

    private static List<Column> Columns(bool isTaxFree)
    {
        const int taxWidth = 88;
        var columns = new List<Column>
        {
            new("월", 28, FormAlign.Middle, line => line.SupplyDate?.ToString("MM", CultureInfo.InvariantCulture)),
            new("일", 28, FormAlign.Middle, line => line.SupplyDate?.ToString("dd", CultureInfo.InvariantCulture)),
            new("품목", isTaxFree ? 190 + taxWidth : 190, FormAlign.Start, line => line.Name),
            new("규격", 70, FormAlign.Middle, line => line.Specification),
            new("수량", 60, FormAlign.End, line => FormNumbers.Decimal(line.Quantity)),
            new("단가", 90, FormAlign.End, line => FormNumbers.Decimal(line.UnitPrice)),
            new("공급가액", 100, FormAlign.End, line => FormNumbers.Won(line.SupplyAmount)),
        };
        if (!isTaxFree) columns.Add(new("세액", taxWidth, FormAlign.End, line => FormNumbers.Won(line.TaxAmount)));
        columns.Add(new("비고", 80, FormAlign.Start, line => line.Remark));
        return columns;
    }
}
