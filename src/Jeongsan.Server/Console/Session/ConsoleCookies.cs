using Jeongsan.Domain.Foundation;

namespace Jeongsan.Server.Console.Session;

/// <summary>What the browser remembers for the console besides who is signed in. None of it is secret or trusted.</summary>
internal static class ConsoleCookies
{
    private const string ModeName = "jeongsan-mode";
    private const string ThemeName = "jeongsan-theme";
    private const string SystemDarkName = "jeongsan-system-dark";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Test until somebody chooses live: a first look never touches real money.</summary>
    internal static Mode ReadMode(HttpRequest request) => request.Cookies[ModeName] == "live" ? Mode.Live : Mode.Test;

    internal static void WriteMode(HttpResponse response, Mode mode) =>
        response.Cookies.Append(ModeName, mode == Mode.Live ? "live" : "test", Options(response));

    internal static ThemeChoice ReadTheme(HttpRequest request) => request.Cookies[ThemeName] switch
    {
        "light" => ThemeChoice.Light,
        "dark" => ThemeChoice.Dark,
        _ => ThemeChoice.System,
    };

    internal static void WriteTheme(HttpResponse response, ThemeChoice theme) =>
        response.Cookies.Append(ThemeName, theme.ToString().ToLowerInvariant(), Options(response));

    /// <summary>What the person chose, or what the system was found to prefer at the last visit.</summary>
    internal static bool ReadIsDark(HttpRequest request) => ReadTheme(request) switch
    {
        ThemeChoice.Light => false,
        ThemeChoice.Dark => true,
        ThemeChoice.System => request.Cookies[SystemDarkName] == "1",
        var other => throw new ArgumentOutOfRangeException(nameof(request), other, null),
    };

    private static CookieOptions Options(HttpResponse response) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = Kept,
        SameSite = SameSiteMode.Lax,
        Secure = response.HttpContext.Request.IsHttps,
    };
}

internal enum ThemeChoice
{
    System,
    Light,
    Dark,
}
