using System.Globalization;

namespace Jeongsan.Popbill.Emulator.Storage;

/// <summary>The real clock plus an offset that is kept in the database.</summary>
internal sealed class EmulatorClock(TimeProvider real)
{
    private const string OffsetTicks = "clock-offset-ticks";
    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    public DateTimeOffset RealNow => real.GetUtcNow();

    public DateTimeOffset Now(EmulatorSession db) => RealNow + Offset(db);

    public void Set(EmulatorSession db, DateTimeOffset now) =>
        Settings.Set(db, OffsetTicks, (now - RealNow).Ticks.ToString(CultureInfo.InvariantCulture));

    /// <summary>yyyyMMddHHmmss in Seoul, as every time in Popbill's answers.</summary>
    public static string Stamp(DateTimeOffset at) => at.ToOffset(Seoul).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    public static DateOnly SeoulDay(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Seoul).DateTime);

    public static DateTimeOffset SeoulTime(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Seoul);

    /// <summary>UTC in a form whose text order is the time order.</summary>
    public static string Sortable(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static TimeSpan Offset(EmulatorSession db) =>
        TimeSpan.FromTicks(long.Parse(Settings.Get(db, OffsetTicks) ?? "0", CultureInfo.InvariantCulture));
}
