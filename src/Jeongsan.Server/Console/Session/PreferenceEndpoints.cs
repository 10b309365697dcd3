using Jeongsan.Domain.Foundation;
using Jeongsan.Server.Console.Theme;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.Console.Session;

/// <summary>The small forms of the frame: mode, theme, sign-out; and what keeps a session alive while somebody works.</summary>
internal static class PreferenceEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/console/tokens.css", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-cache";
            return TypedResults.Text(ConsoleTheme.TokensCss, "text/css");
        }).ExcludeFromDescription();
        var console = routes.MapGroup("/console").ExcludeFromDescription()
            .RequireAuthorization(ConsoleAuthentication.PolicyName(Application.People.PersonRight.See));
        console.MapPost("/mode", ChangeMode);
        console.MapPost("/theme", ChangeTheme);
        console.MapPost("/sign-out", (Delegate)SignOutAsync);
        console.MapGet("/alive", () => TypedResults.NoContent());
    }

    private static RedirectHttpResult ChangeMode(HttpContext http, [FromForm] string mode)
    {
        ConsoleCookies.WriteMode(http.Response, mode == "live" ? Mode.Live : Mode.Test);
        // What was open belongs to the other mode: begin at the start.
        return TypedResults.LocalRedirect("/");
    }

    private static RedirectHttpResult ChangeTheme(HttpContext http, [FromForm] string theme, [FromForm] string? back)
    {
        ConsoleCookies.WriteTheme(http.Response, Enum.TryParse<ThemeChoice>(theme, ignoreCase: true, out var choice) ? choice : ThemeChoice.System);
        return TypedResults.LocalRedirect(LocalPath.OrHome(back));
    }

    private static async Task<RedirectHttpResult> SignOutAsync(HttpContext http)
    {
        await http.SignOutAsync(ConsoleAuthentication.Scheme);
        return TypedResults.LocalRedirect("/sign-in");
    }
}

/// <summary>Where to go back to: only ever a page of this host.</summary>
internal static class LocalPath
{
    internal static string OrHome(string? path) =>
        path is { Length: > 0 } && path[0] == '/' && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl) ? path : "/";
}
