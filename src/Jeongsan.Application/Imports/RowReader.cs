using System.Globalization;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Application.Imports;

/// <summary>Reads the cells of a table by their columns' names and gathers what is wrong with them.</summary>
internal sealed class RowReader
{
    /// <summary>Decimal places that quantities and unit prices of a form have at most.</summary>
    private const int ScaleMax = 10;

    private readonly Table _table;
    private readonly Dictionary<string, int> _indexes;
    private string[] _cells = [];

    private RowReader(Table table, Dictionary<string, int> indexes) => (_table, _indexes) = (table, indexes);

    public List<ImportProblem> Problems { get; } = [];

    public int ProblemCount { get; private set; }

    /// <summary>Where the present row stands in the file.</summary>
    public int Row { get; private set; }

    public static Outcome<RowReader> Of(Table table, IReadOnlyList<ImportColumn> columns)
    {
        var indexes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, name) in table.Columns.Index())
        {
            if (!indexes.TryAdd(name, index))
            {
                return new ImportRefusal.ColumnTwice(name);
            }
        }
        var missing = columns.Where(column => column.IsRequired && !indexes.ContainsKey(column.Name)).Select(column => column.Name).ToList();
        var unknown = table.Columns.Where(name => !columns.Any(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase))).ToList();
        return missing.Count > 0 ? new ImportRefusal.ColumnsMissing(missing)
            : unknown.Count > 0 ? new ImportRefusal.ColumnsUnknown(unknown)
            : new RowReader(table, indexes);
    }

    /// <summary>Goes to each row in turn.</summary>
    public IEnumerable<int> Rows()
    {
        foreach (var (index, cells) in _table.Rows.Index())
        {
            (_cells, Row) = (cells, _table.RowNumbers[index]);
            yield return Row;
        }
    }

    public void Add(int row, string? column, string? text, Refusal reason)
    {
        ProblemCount++;
        if (Problems.Count < ImportLimits.ProblemCountMax)
        {
            Problems.Add(new ImportProblem(row, column, text, reason));
        }
    }

    public void Add(string column, Refusal reason) => Add(Row, column, Raw(column), reason);

    public bool Has(string column) => Raw(column).Length > 0;

    /// <summary>Empty when it is not there.</summary>
    public string Raw(string column) => _indexes.TryGetValue(column, out var index) ? _cells[index] : "";

    public string? Text(string column)
    {
        var text = Raw(column);
        if (text.Length > ImportLimits.CellLengthMax)
        {
            Add(column, new CellRefusal.TooLong(ImportLimits.CellLengthMax));
            return null;
        }
        return text.Length == 0 ? null : text;
    }

    public string Required(string column)
    {
        if (!Has(column))
        {
            Add(column, new CellRefusal.Missing());
        }
        return Text(column) ?? "";
    }

    /// <summary>1,000 and 1000 and 1000원 alike.</summary>
    public long? Number(string column, long min, long max)
    {
        var text = Raw(column);
        if (text.Length == 0)
        {
            return null;
        }
        var digits = text.EndsWith('원') ? text[..^1].TrimEnd() : text;
        if (!long.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
        {
            Add(column, new CellRefusal.NotANumber(text));
            return null;
        }
        if (number < min || number > max)
        {
            Add(column, new CellRefusal.NumberOutOfRange(min, max));
            return null;
        }
        return number;
    }

    public Won? Amount(string column, bool mayBeNegative = false) =>
        Number(column, mayBeNegative ? -TransferLimits.AmountMax : 0, TransferLimits.AmountMax) is { } number ? new Won(number) : null;

    /// <summary>A number with a few decimal places, as quantities and unit prices have.</summary>
    public ScaledNumber? Scaled(string column)
    {
        var text = Raw(column);
        if (text.Length == 0)
        {
            return null;
        }
        var digits = text.EndsWith('원') ? text[..^1].TrimEnd() : text;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var scale = point < 0 ? 0 : digits.Length - point - 1;
        if ((point >= 0 && scale == 0) || !long.TryParse(digits.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var unscaled)
            || digits.Count(letter => letter == '.') > 1)
        {
            Add(column, new CellRefusal.NotANumber(text));
            return null;
        }
        if (scale > ScaleMax || unscaled is > TransferLimits.AmountMax or < -TransferLimits.AmountMax)
        {
            Add(column, new CellRefusal.NumberOutOfRange(-TransferLimits.AmountMax, TransferLimits.AmountMax));
            return null;
        }
        return new ScaledNumber(unscaled, scale);
    }

    public DateOnly? Date(string column)
    {
        var text = Raw(column);
        if (text.Length == 0)
        {
            return null;
        }
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy.MM.dd", "yyyy/MM/dd", "yyyyMMdd", "yyyy-M-d", "yyyy. M. d", "yyyy. M. d."], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }
        Add(column, new CellRefusal.NotADate(text));
        return null;
    }

    /// <summary>Without a zone it is Seoul's.</summary>
    public DateTimeOffset? Instant(string column)
    {
        var text = Raw(column);
        if (text.Length == 0)
        {
            return null;
        }
        if (DateTime.TryParseExact(text, ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return SeoulTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        }
        if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            return instant;
        }
        Add(column, new CellRefusal.NotAnInstant(text));
        return null;
    }

    /// <summary>Several in one cell, divided by semicolons.</summary>
    public IReadOnlyList<string> Several(string column) => Raw(column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A word of a closed set; null when it is not there or is none of them.</summary>
    public T? OneOf<T>(string column, IReadOnlyDictionary<string, T> words) where T : struct
    {
        var text = Raw(column);
        if (text.Length == 0)
        {
            return null;
        }
        if (words.TryGetValue(text, out var value))
        {
            return value;
        }
        Add(column, new CellRefusal.NotOneOf(text, [.. words.Keys]));
        return null;
    }

    public Currency Currency(string column) => OneOf(column, Currencies) ?? Domain.Money.Currency.Krw;

    private static readonly Dictionary<string, Currency> Currencies =
        Enum.GetValues<Currency>().ToDictionary(currency => currency.ToString().ToUpperInvariant(), StringComparer.OrdinalIgnoreCase);
}
