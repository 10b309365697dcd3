using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.Holidays;

public abstract record HolidayRefusal : Refusal
{
    private HolidayRefusal()
    {
    }

    public sealed record NameMissing : HolidayRefusal;

    public sealed record NameTooLong(int LengthMax) : HolidayRefusal;

    /// <summary>The calendar is known for these years only.</summary>
    public sealed record OutOfRange(int YearMin, int YearMax) : HolidayRefusal;

    /// <summary>Edits of more days than a calendar needs.</summary>
    public sealed record TooMany(int CountMax) : HolidayRefusal;
}

/// <summary>Edits the calendar. Dates that were decided before stay as they are.</summary>
public sealed class EditHolidays(Store store)
{
    public const string Subject = "Holiday";
    public const int NameLengthMax = 50;
    public const int CountMax = 500;

    /// <param name="name">Null: the day is no holiday, whatever the computed calendar says. Saturdays and Sundays stay closed.</param>
    public Task<Outcome<HolidayEdit>> SetAsync(Tenant tenant, Actor actor, DateOnly date, bool isHoliday, string? name, CancellationToken ct) =>
        store.CommandAsync<HolidayEdit>(tenant, actor, async work =>
        {
            if (date.Year is < KoreanHolidays.YearMin or > KoreanHolidays.YearMax)
            {
                return new HolidayRefusal.OutOfRange(KoreanHolidays.YearMin, KoreanHolidays.YearMax);
            }
            if (isHoliday && string.IsNullOrWhiteSpace(name))
            {
                return new HolidayRefusal.NameMissing();
            }
            if (name?.Length > NameLengthMax)
            {
                return new HolidayRefusal.NameTooLong(NameLengthMax);
            }
            var settings = await LockedAsync(work, ct);
            var others = (settings.HolidayEdits ?? []).Where(one => one.Date != date).ToList();
            if (others.Count >= CountMax)
            {
                return new HolidayRefusal.TooMany(CountMax);
            }
            var edit = new HolidayEdit(date, isHoliday ? name : null);
            settings.HolidayEdits = [.. others.Append(edit).OrderBy(one => one.Date)];
            work.Record(Subject, IdOf(date), isHoliday ? "HolidayAdded" : "HolidayTakenBack", why: name);
            return edit;
        }, ct);

    /// <summary>Back to what the computed calendar says.</summary>
    public Task<Outcome<Done>> RemoveAsync(Tenant tenant, Actor actor, DateOnly date, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, actor, async work =>
        {
            var settings = await LockedAsync(work, ct);
            var edits = settings.HolidayEdits ?? [];
            if (edits.All(one => one.Date != date))
            {
                return new StoredRefusal.NotFound(Subject, IdOf(date));
            }
            settings.HolidayEdits = [.. edits.Where(one => one.Date != date)];
            work.Record(Subject, IdOf(date), "HolidayEditRemoved");
            return new Done();
        }, ct);

    /// <summary>One edit at a time: each must see the others'.</summary>
    private static async Task<PlatformSettings> LockedAsync(Work work, CancellationToken ct)
    {
        await TenantLock.TakeAsync(work, "holidays", ct);
        return await PlatformSettings.ToChangeAsync(work, ct);
    }

    private static string IdOf(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
