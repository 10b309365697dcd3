namespace Jeongsan.Application.Clocks;

/// <summary>Business dates are Korean dates: UTC+9 all year since 1988.</summary>
public static class SeoulTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    public static DateTimeOffset At(DateOnly date, int hour, int minute = 0) => new(date.ToDateTime(new TimeOnly(hour, minute)), Offset);
}
