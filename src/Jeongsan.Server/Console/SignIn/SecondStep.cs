using Jeongsan.Application.People;
using Jeongsan.Server.Console.Session;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.Console.SignIn;

/// <summary>What the two second steps, entering a code and enrolling, share.</summary>
internal static class SecondStep
{
    internal static string NetworkAddress(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>Both factors are right: the session begins.</summary>
    internal static async Task<IActionResult> CompleteAsync(
        HttpContext http, FindSignedInPerson find, Domain.Foundation.MerchantId merchant, PersonId id, string? back, CancellationToken ct)
    {
        var person = await find.HandleAsync(merchant, id, ct)
            ?? throw new InvalidOperationException("The person vanished between the two factors.");
        await ConsoleAuthentication.SignInAsync(http, person);
        return new LocalRedirectResult(LocalPath.OrHome(back));
    }
}
