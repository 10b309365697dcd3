using System.Globalization;
using Jeongsan.Domain.Calendar;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Jeongsan.Server.Console.Lists;

/// <summary>What a list shows, as its address says it: every filter, order and page can be sent to a colleague as a link.</summary>
public sealed record ListAddress
{
    public const int PageSize = 50;
    private const string BySettlement = "settled";

    public required string Path { get; init; }

    /// <summary>Free text.</summary>
    public string Search { get; init; } = "";

    /// <summary>Name of the chosen chip; empty for all.</summary>
    public string Filter { get; init; } = "";

    /// <summary>Only what belongs to this month; null for all.</summary>
    public SeoulMonth? Month { get; init; }

    /// <summary>Settled: the month is that of the settlement dates behind the rows, as in the picture of a month. Empty: the rows' own.</summary>
    public string By { get; init; } = "";

    /// <summary>The first and the last day that is shown, as the address says them; empty for no limit.</summary>
    public string From { get; init; } = "";
    public string Until { get; init; } = "";

    /// <summary>Who did it; empty for everybody.</summary>
    public string Who { get; init; } = "";

    /// <summary>Whether it shows less than all.</summary>
    public bool IsNarrowed => Search.Length > 0 || Filter.Length > 0 || Month is not null || From.Length > 0 || Until.Length > 0 || Who.Length > 0;

    public string Sort { get; init; } = "";
    public bool IsDescending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Skip => (Page - 1) * PageSize;

    public static ListAddress Read(Uri address)
    {
        var query = QueryHelpers.ParseQuery(address.Query);
        string Text(string name) => query.TryGetValue(name, out StringValues value) ? value.ToString() : "";
        return new ListAddress
        {
            Path = address.AbsolutePath,
            Search = Text("q").Trim(),
            Filter = Text("state"),
            Month = SeoulMonth.Parse(Text("month")),
            By = Text("by"),
            From = Text("from"),
            Until = Text("until"),
            Who = Text("who"),
            Sort = Text("sort"),
            IsDescending = Text("desc") == "1",
            Page = int.TryParse(Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? page : 1,
        };
    }

    /// <summary>Whether the month is that of the settlements behind the rows.</summary>
    public bool IsBySettlement => By == BySettlement;

    /// <summary>What the chip of the month says.</summary>
    /// <param name="words">What of a row falls into the month.</param>
    /// <param name="isWonOnly">Where rows of other currencies are left out.</param>
    public string? MonthWords(string words, bool isWonOnly = false) => Month is { } month ? $"{words} {month.First.Year}년 {month.First.Month}월{(isWonOnly ? " · 원화" : "")}" : null;

    /// <summary>The other direction when it is sorted by that already.</summary>
    public ListAddress SortedBy(string key) => this with { Sort = key, IsDescending = Sort == key && !IsDescending, Page = 1 };

    public override string ToString()
    {
        var query = new Dictionary<string, string?>();
        if (Search.Length > 0)
            query["q"] = Search;
        if (Filter.Length > 0)
            query["state"] = Filter;
        if (Month is { } month)
            query["month"] = month.Name;
        if (By.Length > 0)
            query["by"] = By;
        if (From.Length > 0)
            query["from"] = From;
        if (Until.Length > 0)
            query["until"] = Until;
        if (Who.Length > 0)
            query["who"] = Who;
        if (Sort.Length > 0)
            query["sort"] = Sort;
        if (IsDescending)
            query["desc"] = "1";
        if (Page > 1)
            query["page"] = Page.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(Path, query);
    }
}

/// <param name="Total">Rows that match, over all pages.</param>
/// <param name="Totals">For the foot, over all pages: column title → text.</param>
public sealed record ListResult<TRow>(IReadOnlyList<TRow> Rows, int Total, IReadOnlyDictionary<string, string> Totals)
{
    public ListResult(IReadOnlyList<TRow> rows, int total) : this(rows, total, new Dictionary<string, string>())
    {
    }

    public int PageCount => Math.Max(1, (Total + ListAddress.PageSize - 1) / ListAddress.PageSize);
}

/// <summary>One chip of a list's filter.</summary>
public sealed record ListFilter(string Name, string Label);
