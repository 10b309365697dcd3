using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Operations;

internal enum WithheldIncomeCode
{
    /// <summary>사업소득.</summary>
    Business = 0,

    /// <summary>기타소득.</summary>
    Other,
}

internal enum WithholdingFormatCode
{
    Csv = 0,
    Xlsx,
}

/// <summary>Without month and year: the last month.</summary>
internal sealed record DownloadWithholdingSheetBody
{
    public required WithholdingFormatCode Format { get; init; }

    /// <summary>As 2026-11.</summary>
    public string? Month { get; init; }

    /// <summary>In place of a month: one row a person for the whole year.</summary>
    public int? Year { get; init; }

    /// <summary>Absent: BUSINESS, in the columns of 거주자의 사업소득 간이지급명세서.</summary>
    public WithheldIncomeCode? IncomeType { get; init; }
}

internal sealed record GetWithholdingResponse
{
    /// <summary>2026-11, or 2026.</summary>
    public required string Period { get; init; }

    /// <summary>A row for each person and kind of income, by name.</summary>
    public required IReadOnlyList<WithholdingRowView> Items { get; init; }

    /// <summary>Of all rows, also of those that aren't in this answer; persons are counted once.</summary>
    public required IReadOnlyList<WithholdingLineView> Totals { get; init; }

    /// <summary>What is reported of each month in which something was paid, and by when.</summary>
    public required IReadOnlyList<WithholdingMonthView> Months { get; init; }

    /// <summary>Payments to withheld persons from which nothing was withheld, as the setting said. They aren't in the list.</summary>
    public required int NotDeductedCount { get; init; }

    /// <summary>Payments to withheld persons in another currency. They aren't in the list.</summary>
    public required int ForeignCurrencyCount { get; init; }

    public required bool HasMore { get; init; }
}

internal sealed record WithholdingRowView
{
    public required int Number { get; init; }

    [Subject(DataSubjectKind.Partner)]
    public required string PartnerId { get; init; }

    public required string Name { get; init; }

    /// <summary>1990-**-**; absent when it isn't known.</summary>
    [Personal(PersonalDataItem.Birthdate)]
    public string? MaskedBirthdate { get; init; }

    public required WithheldIncomeCode IncomeType { get; init; }

    /// <summary>Of the income tax, in 10⁻⁵; of other income on what is left after the expenses.</summary>
    public required int Rate { get; init; }

    public required int PaymentCount { get; init; }

    /// <summary>Before tax.</summary>
    public required long PaidAmount { get; init; }

    /// <summary>필요경비; 0 for business income.</summary>
    public required long NecessaryExpenses { get; init; }

    public required long IncomeTax { get; init; }

    public required long LocalIncomeTax { get; init; }

    /// <summary>What the person got.</summary>
    public required long NetAmount { get; init; }
}

internal sealed record WithholdingLineView
{
    /// <summary>Of the line of 원천징수이행상황신고서: A25 or A42.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required WithheldIncomeCode IncomeType { get; init; }

    public required int PersonCount { get; init; }

    public required int PaymentCount { get; init; }

    public required long PaidAmount { get; init; }

    public required long IncomeTax { get; init; }

    /// <summary>Reported to the municipality, not on that form.</summary>
    public required long LocalIncomeTax { get; init; }
}

internal sealed record WithholdingMonthView
{
    public required string Month { get; init; }

    public required IReadOnlyList<WithholdingLineView> Lines { get; init; }

    /// <summary>The 10th of the next month, or the next business day.</summary>
    public required DateOnly TaxPaymentDueDate { get; init; }

    /// <summary>Below 0 when it has passed.</summary>
    public required int TaxPaymentDaysLeft { get; init; }

    /// <summary>The last day of the next month, or the next business day.</summary>
    public required DateOnly SimplifiedStatementDueDate { get; init; }

    public required int SimplifiedStatementDaysLeft { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class WithholdingError;
