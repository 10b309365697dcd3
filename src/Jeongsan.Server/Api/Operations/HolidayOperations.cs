using Jeongsan.Application.Holidays;
using Jeongsan.Application.People;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.Api.Operations;

/// <summary>공휴일: the days on which banks are closed, and what operators know better (임시공휴일, 선거일).</summary>
internal static class HolidayOperations
{
    public static void MapHolidayOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/holidays").WithTags("공휴일 (자체 API)");
        routes.MapGet("", GetHolidays).Needs(PersonRight.See).Refuses<GetHolidaysError>();
        routes.MapPut("/{date}", SetHoliday).Needs(PersonRight.Edit).Refuses<HolidayError>();
        routes.MapDelete("/{date}", RemoveHoliday).Needs(PersonRight.Edit).Refuses<HolidayError>();
    }

    /// <param name="year">Absent: this year.</param>
    private static async Task<Answer<GetHolidaysResponse>> GetHolidays(ApiCall call, [FromQuery] int? year, Store store, CancellationToken ct)
    {
        var chosen = year ?? SeoulTime.DateOf(await store.NowAsync(call.Tenant, ct)).Year;
        if (chosen is < KoreanHolidays.YearMin or > KoreanHolidays.YearMax)
        {
            return Invalid.Field("year", $"{KoreanHolidays.YearMin}부터 {KoreanHolidays.YearMax}까지의 해여야 해요.");
        }

        await using var db = store.Read(call.Tenant);
        var edits = ((await PlatformSettings.ReadAsync(db, ct)).HolidayEdits ?? []).Where(edit => edit.Date.Year == chosen).ToList();
        var computed = KoreanHolidays.Of(chosen).Where(day => edits.All(edit => edit.Date != day.Key))
            .Select(day => new HolidayView { Date = day.Key, IsHoliday = true, Name = day.Value, IsEdited = false });
        return new GetHolidaysResponse { Items = [.. computed.Concat(edits.Select(Write)).OrderBy(day => day.Date)] };
    }

    private static async Task<Answer<HolidayResponse>> SetHoliday(ApiCall<SetHolidayBody> call, DateOnly date, EditHolidays edit, CancellationToken ct)
    {
        var set = await edit.SetAsync(call.Tenant, call.Actor, date, call.Body.IsHoliday, call.Body.Name, ct);
        return set.Answer(day => new HolidayResponse { Holiday = Write(day) }, Refuse);
    }

    private static async Task<Answer<RemoveHolidayResponse>> RemoveHoliday(ApiCall call, DateOnly date, EditHolidays edit, CancellationToken ct)
    {
        var removed = await edit.RemoveAsync(call.Tenant, call.Actor, date, ct);
        return removed.Answer(_ => new RemoveHolidayResponse(), Refuse);
    }

    private static HolidayView Write(HolidayEdit edit) => new() { Date = edit.Date, IsHoliday = edit.HolidayName is not null, Name = edit.HolidayName, IsEdited = true };

    private static ApiError Refuse(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound => new HolidayNotFoundError(),
        HolidayRefusal.NameMissing => Invalid.Field("name", "공휴일의 이름을 적어 주세요."),
        HolidayRefusal.NameTooLong name => Invalid.Field("name", $"{name.LengthMax}자 이하로 적어 주세요."),
        HolidayRefusal.OutOfRange range => Invalid.Field("date", $"{range.YearMin}년부터 {range.YearMax}년까지의 날짜여야 해요."),
        HolidayRefusal.TooMany many => Invalid.Field("date", $"고친 날은 {many.CountMax}개까지 둘 수 있어요. 지난 날을 지워 주세요."),
        _ => Invalid.Of(refusal),
    };
}

internal sealed record SetHolidayBody
{
    /// <summary>False: a holiday of the computed calendar is an ordinary day.</summary>
    public required bool IsHoliday { get; init; }

    public string? Name { get; init; }
}

internal sealed record HolidayView
{
    public required DateOnly Date { get; init; }

    public required bool IsHoliday { get; init; }

    public string? Name { get; init; }

    /// <summary>Whether an operator said so, or the computed calendar.</summary>
    public required bool IsEdited { get; init; }
}

internal sealed record GetHolidaysResponse
{
    public required IReadOnlyList<HolidayView> Items { get; init; }
}

internal sealed record HolidayResponse
{
    public required HolidayView Holiday { get; init; }
}

internal sealed record RemoveHolidayResponse;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class GetHolidaysError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(HolidayNotFoundError))]
internal sealed class HolidayError;

[ErrorType("HOLIDAY_NOT_FOUND", 404, "고친 적이 없는 날이에요. 날짜를 확인해 주세요.")]
internal sealed record HolidayNotFoundError : ApiError;
