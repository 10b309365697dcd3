using System.Globalization;

namespace Jeongsan.Application.Mails;

/// <summary>How figures and dates are written for Korean readers, in mails, on pages and in messages alike.</summary>
public static class KoreanWords
{
    private static readonly CultureInfo Korean = CultureInfo.GetCultureInfo("ko-KR");
    private static readonly TimeSpan SeoulOffset = TimeSpan.FromHours(9);
    private const string Weekdays = "일월화수목금토";

    /// <summary>Thousands separated, with the unit: <c>1,100,000원</c>; negative with a leading minus.</summary>
    public static string Won(long amountWon) => Digits(amountWon) + "원";

    /// <summary>Thousands separated, without the unit, for columns whose head names it.</summary>
    public static string Digits(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary><c>2026년 11월 10일 (화)</c>, for running text.</summary>
    public static string DateInText(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Year}년 {date.Month}월 {date.Day}일 ({Weekday(date)})");

    /// <summary><c>11월 10일 화</c>, beside a count of days.</summary>
    public static string DayAndWeekday(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Month}월 {date.Day}일 {Weekday(date)}");

    /// <summary><c>2026-11-10</c>, for tables.</summary>
    public static string DateInTable(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>2026-11-10 15:00</c> in Seoul.</summary>
    public static string InstantInTable(DateTimeOffset instant) =>
        instant.ToOffset(SeoulOffset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>123-45-67890</c>; anything that is not ten digits stays as it is.</summary>
    public static string BusinessNumber(string number) =>
        number is { Length: 10 } && number.All(char.IsAsciiDigit) ? $"{number[..3]}-{number[3..5]}-{number[5..]}" : number;

    /// <summary><c>D-3</c>, <c>D-day</c>, or <c>2일 지남</c> when the day has passed.</summary>
    public static string DaysLeft(DateOnly today, DateOnly deadline) => (deadline.DayNumber - today.DayNumber) switch
    {
        0 => "D-day",
        > 0 and var left => string.Create(CultureInfo.InvariantCulture, $"D-{left}"),
        var late => string.Create(CultureInfo.InvariantCulture, $"{-late}일 지남"),
    };

    /// <summary>How long a person still has to wait, in the largest fitting unit and rounded up.</summary>
    public static string Wait(TimeSpan wait) => wait.TotalSeconds <= 60
        ? string.Create(Korean, $"{Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))}초")
        : string.Create(Korean, $"{(int)Math.Ceiling(wait.TotalMinutes)}분");

    /// <summary>The right one of a pair of particles after a word: 을/를, 이/가, 은/는, 과/와.</summary>
    public static string WithParticle(string word, string afterConsonant, string afterVowel)
    {
        var last = word.Length == 0 ? ' ' : word[^1];
        // Hangul syllables stand in blocks of 28, the first of each without a final consonant.
        var endsInConsonant = last is >= '가' and <= '힣' && (last - '가') % 28 != 0;
        return word + (endsInConsonant ? afterConsonant : afterVowel);
    }

    private static char Weekday(DateOnly date) => Weekdays[(int)date.DayOfWeek];
}
