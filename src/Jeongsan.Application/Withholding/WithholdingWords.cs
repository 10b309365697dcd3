using System.Globalization;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Application.Withholding;

/// <summary>How withheld income is named and shown.</summary>
public static class WithholdingWords
{
    public static string Of(WithheldIncome income) => income switch
    {
        WithheldIncome.Business => "사업소득",
        WithheldIncome.Other => "기타소득",
        _ => throw new System.Diagnostics.UnreachableException(income.ToString()),
    };

    /// <summary>As 원천징수이행상황신고서 calls its line.</summary>
    public static string LineOf(WithheldIncome income) => income switch
    {
        WithheldIncome.Business => "사업소득 매월징수",
        WithheldIncome.Other => "기타소득 그 외",
        _ => throw new System.Diagnostics.UnreachableException(income.ToString()),
    };

    /// <summary>The year stays, month and day are covered: <c>1990-**-**</c>.</summary>
    public static string? Masked(DateOnly? birthdate) => birthdate is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-**-**") : null;

    /// <summary>Whole percents without the sign; a part of one with its digits.</summary>
    public static string Percent(Rate rate)
    {
        var (whole, part) = Math.DivRem(rate.Per100000, 1_000);
        return part == 0 ? whole.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{whole}.{part:000}").TrimEnd('0');
    }
}
