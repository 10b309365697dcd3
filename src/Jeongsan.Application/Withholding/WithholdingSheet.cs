using System.Globalization;
using System.Text;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Sheets;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Withholding;

namespace Jeongsan.Application.Withholding;

public enum WithholdingFormat
{
    Csv = 0,
    Xlsx,
}

/// <summary>The columns of 거주자의 사업소득 간이지급명세서, and of a list of other income (기타소득).</summary>
public static class WithholdingSheet
{
    /// <summary>What Jeongsan doesn't hold says so in its head, and is never guessed.</summary>
    private const string ToBeFilledIn = " (직접 입력: 정산에 없음)";

    public static IReadOnlyList<string> HeadOf(WithheldIncome income) => [.. Columns.Where(column => column.IsOf(income)).Select(column => column.Head)];

    private static readonly Column[] Columns =
    [
        new("일련번호", (_, number, _) => Digits(number), IsNumber: true),
        new("귀속연도", (period, _, _) => Digits(period.Year), IsNumber: true),
        new("지급월", (period, _, _) => period.Month is { } month ? Digits(month) : "1~12"),
        new("업종코드" + ToBeFilledIn, (_, _, _) => "", Only: WithheldIncome.Business),
        new("소득자 성명", (_, _, row) => row.Person.Name),
        new("생년월일", (_, _, row) => row.Person.Birthdate is { } day ? KoreanWords.DateInTable(day) : ""),
        new("주민등록번호" + ToBeFilledIn, (_, _, _) => ""),
        new("내·외국인" + ToBeFilledIn, (_, _, _) => ""),
        new("지급 횟수", (_, _, row) => Digits(row.PaymentCount), IsNumber: true),
        new("지급액", (_, _, row) => Won(row.Paid), IsNumber: true),
        new("필요경비", (_, _, row) => Won(row.Expenses), IsNumber: true, Only: WithheldIncome.Other),
        new("소득금액", (_, _, row) => Won(row.Taxable), IsNumber: true, Only: WithheldIncome.Other),
        new("세율(%)", (_, _, row) => WithholdingWords.Percent(row.Rate), IsNumber: true),
        new("소득세", (_, _, row) => Won(row.IncomeTax), IsNumber: true),
        new("지방소득세", (_, _, row) => Won(row.LocalIncomeTax), IsNumber: true),
    ];

    /// <summary>Rows of that income, numbered anew.</summary>
    public static byte[] Write(WithholdingList list, WithheldIncome income, WithholdingFormat format)
    {
        var columns = Columns.Where(column => column.IsOf(income)).ToList();
        var rows = list.Rows.Where(row => row.Income == income).Select((row, index) => columns.Select(column => column.Text(list.Period, index + 1, row)));
        if (format == WithholdingFormat.Xlsx)
        {
            // Heads are text also over numbers; an empty cell is no number.
            var head = columns.Select(column => (column.Head, false));
            return TextWorkbook.Write("원천징수", [[.. head], .. rows.Select(row => (IReadOnlyList<(string, bool)>)[.. row.Zip(columns, (text, column) => (text, column.IsNumber))])]);
        }

        var text = new StringBuilder("\uFEFF").Append(Csv.Line([.. columns.Select(column => column.Head)]));
        foreach (var row in rows)
        {
            text.Append(Csv.Line([.. row]));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Won(Won amount) => amount.Value.ToString(CultureInfo.InvariantCulture);

    /// <param name="Text">By the period, the row's number in the sheet, and the row.</param>
    /// <param name="Only">Null: of both incomes.</param>
    private sealed record Column(string Head, Func<WithholdingPeriod, int, WithholdingRow, string> Text, bool IsNumber = false, WithheldIncome? Only = null)
    {
        public bool IsOf(WithheldIncome income) => Only is null || Only == income;
    }
}
