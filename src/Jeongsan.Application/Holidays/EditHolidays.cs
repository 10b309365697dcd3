using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

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
            var edit = await work.Db.Set<HolidayEdit>().SingleOrDefaultAsync(row => row.Date == date, ct);
            if (edit is null)
            {
                if (await work.Db.Set<HolidayEdit>().CountAsync(ct) >= CountMax)
                {
                    return new HolidayRefusal.TooMany(CountMax);
                }
                edit = new HolidayEdit { MerchantId = tenant.Merchant, Mode = tenant.Mode, Date = date, HolidayName = null };
                work.Db.Add(edit);
            }
            edit.HolidayName = isHoliday ? name : null;
            work.Record(Subject, IdOf(date), isHoliday ? "HolidayAdded" : "HolidayTakenBack", why: name);
            return edit;
        }, ct);

    /// <summary>Back to what the computed calendar says.</summary>
    public Task<Outcome<Done>> RemoveAsync(Tenant tenant, Actor actor, DateOnly date, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, actor, async work =>
        {
            if (await work.Db.Set<HolidayEdit>().SingleOrDefaultAsync(row => row.Date == date, ct) is not { } edit)
            {
                return new StoredRefusal.NotFound(Subject, IdOf(date));
            }
            work.Db.Remove(edit);
            work.Record(Subject, IdOf(date), "HolidayEditRemoved");
            return new Done();
        }, ct);

    private static string IdOf(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
