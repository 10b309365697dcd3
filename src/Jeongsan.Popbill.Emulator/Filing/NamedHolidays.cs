using System.Globalization;
using Jeongsan.Popbill.Emulator.Storage;

namespace Jeongsan.Popbill.Emulator.Filing;

/// <summary>Days that somebody closed through the admin API, beyond the calendar's own.</summary>
internal static class NamedHolidays
{
    private const string Setting = "named-holidays";

    public static IReadOnlyCollection<DateOnly> Of(EmulatorSession db) =>
        [.. (Settings.Get(db, Setting) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture))];

    public static void Set(EmulatorSession db, IEnumerable<DateOnly> days) =>
        Settings.Set(db, Setting, string.Join(',', days.Distinct().Order().Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
}
