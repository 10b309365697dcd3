using System.Globalization;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Withholding;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Withholding;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.Api.Operations;

/// <summary>원천징수: what was withheld from whom, for those who file and pay it.</summary>
internal static class WithholdingOperations
{
    public static void MapWithholdingOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/withholding").WithTags("원천징수 (자체 API)");
        routes.MapGet("", GetWithholding).Needs(PersonRight.See).Refuses<WithholdingError>();
        routes.MapPost("/sheet", DownloadWithholdingSheet).Needs(PersonRight.Download).Shows(PersonalDataItem.Birthdate).Refuses<WithholdingError>();
    }

    /// <param name="month">As <c>2026-11</c>. Without month and year: the last month.</param>
    /// <param name="after">The number of the last row that the caller has; 0 for the first.</param>
    private static async Task<Answer<GetWithholdingResponse>> GetWithholding(
        ApiCall call, [FromQuery] string? month, [FromQuery] int? year, [FromQuery] int? after, [FromQuery] int? size, Store store, ReadWithholding read, CancellationToken ct)
    {
        if (size is < 1 or > ApiLimits.PageSizeMax)
        {
            return Invalid.Field("size", $"1부터 {ApiLimits.PageSizeMax}까지의 수여야 해요.");
        }

        var today = SeoulTime.DateOf(await store.NowAsync(call.Tenant, ct));
        var period = PeriodOf(month, year, today);
        if (period.IsRefused)
        {
            return Invalid.Of(period.Refusal);
        }

        var list = await read.HandleAsync(call.Tenant, period.Value, ct);
        return Write(list, today, after ?? 0, size ?? ApiLimits.PageSizeMax);
    }

    private static async Task<FileAnswer> DownloadWithholdingSheet(ApiCall<DownloadWithholdingSheetBody> call, Store store, DownloadWithholding download, CancellationToken ct)
    {
        var period = PeriodOf(call.Body.Month, call.Body.Year, SeoulTime.DateOf(await store.NowAsync(call.Tenant, ct)));
        if (period.IsRefused)
        {
            return Invalid.Of(period.Refusal);
        }

        var income = call.Body.IncomeType is { } chosen ? Code.Of(chosen).As<WithheldIncome>() : WithheldIncome.Business;
        var choice = new WithholdingChoice(period.Value, income, Code.Of(call.Body.Format).As<WithholdingFormat>());
        var file = await download.HandleAsync(call.Tenant, call.Actor, choice, ct);
        return file.IsRefused ? Invalid.Of(file.Refusal) : new FileAnswer(file.Value.Content, MediaTypeOf(file.Value), file.Value.FileName);
    }

    internal static string MediaTypeOf(WithholdingFile file) => file.Format == WithholdingFormat.Xlsx ? FileAnswer.Xlsx : $"{FileAnswer.Csv}; charset=utf-8";

    private static Outcome<WithholdingPeriod> PeriodOf(string? month, int? year, DateOnly today)
    {
        if (month is not null && year is not null)
        {
            return new RequestRefusal("year", "month와 year 가운데 하나만 적어 주세요.");
        }

        if (year is { } given)
        {
            return WithholdingPeriod.OfYear(given) is { } whole ? whole : new RequestRefusal("year", $"{WithholdingPeriod.YearMin}부터 {WithholdingPeriod.YearMax}까지의 해여야 해요.");
        }

        if (month is null)
        {
            return WithholdingPeriod.Before(today);
        }

        return DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && WithholdingPeriod.OfMonth(first.Year, first.Month) is { } one
            ? one
            : new RequestRefusal("month", $"2026-11처럼 {WithholdingPeriod.YearMin}년부터 {WithholdingPeriod.YearMax}년까지의 달을 적어 주세요.");
    }

    private static GetWithholdingResponse Write(WithholdingList list, DateOnly today, int after, int size)
    {
        var rest = list.Rows.Where(row => row.Number > after).Take(size + 1).ToList();
        return new GetWithholdingResponse
        {
            Period = list.Period.Name,
            Items = [.. rest.Take(size).Select(Write)],
            Totals = [.. list.Totals.Select(Write)],
            Months = [.. list.Months.Select(month => Write(list.Period, month, today))],
            NotDeductedCount = list.LeftOut.NotDeductedCount,
            ForeignCurrencyCount = list.LeftOut.ForeignCurrencyCount,
            HasMore = rest.Count > size,
        };
    }

    /// <summary>The birth date is covered: whole ones leave in the sheet only, which is noted.</summary>
    private static WithholdingRowView Write(WithholdingRow row) => new()
    {
        Number = row.Number,
        PartnerId = row.Person.Id.Value,
        Name = row.Person.Name,
        MaskedBirthdate = WithholdingWords.Masked(row.Person.Birthdate),
        IncomeType = Code.Of(row.Income).As<WithheldIncomeCode>(),
        Rate = row.Rate.Per100000,
        PaymentCount = row.PaymentCount,
        PaidAmount = row.Paid.Value,
        NecessaryExpenses = row.Expenses.Value,
        IncomeTax = row.IncomeTax.Value,
        LocalIncomeTax = row.LocalIncomeTax.Value,
        NetAmount = row.Net.Value,
    };

    private static WithholdingLineView Write(WithholdingLine line) => new()
    {
        Code = line.Code,
        Name = WithholdingWords.LineOf(line.Income),
        IncomeType = Code.Of(line.Income).As<WithheldIncomeCode>(),
        PersonCount = line.PersonCount,
        PaymentCount = line.PaymentCount,
        PaidAmount = line.Paid.Value,
        IncomeTax = line.IncomeTax.Value,
        LocalIncomeTax = line.LocalIncomeTax.Value,
    };

    private static WithholdingMonthView Write(WithholdingPeriod period, WithholdingMonth month, DateOnly today) => new()
    {
        Month = string.Create(CultureInfo.InvariantCulture, $"{period.Year}-{month.Month:00}"),
        Lines = [.. month.Lines.Select(Write)],
        TaxPaymentDueDate = month.Deadlines.TaxPayment,
        TaxPaymentDaysLeft = month.Deadlines.TaxPayment.DayNumber - today.DayNumber,
        SimplifiedStatementDueDate = month.Deadlines.SimplifiedStatement,
        SimplifiedStatementDaysLeft = month.Deadlines.SimplifiedStatement.DayNumber - today.DayNumber,
    };
}
