using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;

namespace Jeongsan.Application.Holidays;

/// <summary>
/// A day on which banks are closed or open other than the computed calendar says: temporary holidays that the government
/// names, elections, and holidays that it takes back. Kept with the settings, which every date rule reads anyway.
/// </summary>
/// <param name="HolidayName">Why the day is a holiday; null: it is none.</param>
public sealed record HolidayEdit(DateOnly Date, string? HolidayName);

/// <summary>The tenant's calendar.</summary>
public static class TenantCalendar
{
    public static async Task<BusinessDays> BusinessDaysAsync(this JeongsanContext db, CancellationToken ct) =>
        (await PlatformSettings.ReadAsync(db, ct)).BusinessDays();
}
