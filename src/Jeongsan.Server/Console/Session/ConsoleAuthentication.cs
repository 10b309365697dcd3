using System.Security.Claims;
using Jeongsan.Application.People;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Jeongsan.Server.Console.Session;

/// <summary>Two cookies: one for the five minutes between password and code, one for the session.</summary>
internal static class ConsoleAuthentication
{
    internal const string Scheme = "console";
    internal const string FirstFactorScheme = "console-first-factor";
    internal static readonly TimeSpan SessionLength = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan FirstFactorLength = TimeSpan.FromMinutes(5);
    private const string MerchantClaim = "merchant";
    private const string StampClaim = "stamp";

    internal static void Add(IServiceCollection services)
    {
        services.AddAuthentication(Scheme)
            .AddCookie(Scheme, options =>
            {
                Harden(options, "jeongsan-console");
                options.LoginPath = "/sign-in";
                options.AccessDeniedPath = "/sign-in/denied";
                options.ReturnUrlParameter = "back";
                options.ExpireTimeSpan = SessionLength;
                options.SlidingExpiration = true;
                options.Events.OnValidatePrincipal = ValidateAsync;
            })
            .AddCookie(FirstFactorScheme, options =>
            {
                Harden(options, "jeongsan-first-factor");
                options.ExpireTimeSpan = FirstFactorLength;
                options.SlidingExpiration = false;
            });
        var authorization = services.AddAuthorizationBuilder();
        foreach (var right in Enum.GetValues<PersonRight>())
            authorization.AddPolicy(PolicyName(right), policy => policy
                .AddAuthenticationSchemes(Scheme)
                .RequireAuthenticatedUser()
                .RequireAssertion(context => context.User.Identity?.IsAuthenticated == true && RoleOf(context.User).Has(right)));
    }

    /// <summary>The policy that holds for endpoints what <see cref="ConsoleSession.May"/> holds for buttons.</summary>
    internal static string PolicyName(PersonRight right) => $"console.{right}";

    internal static async Task SignInAsync(HttpContext http, FindSignedInPerson.Answer person)
    {
        await http.SignOutAsync(FirstFactorScheme);
        await http.SignInAsync(Scheme, Principal(Scheme,
            new Claim(ClaimTypes.NameIdentifier, person.Id.Value),
            new Claim(MerchantClaim, person.Merchant.Value),
            new Claim(ClaimTypes.Name, person.Name),
            new Claim(ClaimTypes.Role, person.Role.ToString()),
            new Claim(StampClaim, person.SecurityStamp)));
    }

    internal static Task RememberFirstFactorAsync(HttpContext http, MerchantId merchant, PersonId person) =>
        http.SignInAsync(FirstFactorScheme, Principal(FirstFactorScheme,
            new Claim(ClaimTypes.NameIdentifier, person.Value), new Claim(MerchantClaim, merchant.Value)));

    /// <summary>Who gave the right password within the last five minutes; null when nobody did.</summary>
    internal static async Task<(MerchantId Merchant, PersonId Person)?> FirstFactorAsync(HttpContext http)
    {
        var result = await http.AuthenticateAsync(FirstFactorScheme);
        return result.Principal is { } principal ? (MerchantOf(principal), PersonOf(principal)) : null;
    }

    internal static PersonId PersonOf(ClaimsPrincipal principal) => new(Claim(principal, ClaimTypes.NameIdentifier));

    internal static MerchantId MerchantOf(ClaimsPrincipal principal) => new(Claim(principal, MerchantClaim));

    internal static PersonRole RoleOf(ClaimsPrincipal principal) => Enum.Parse<PersonRole>(Claim(principal, ClaimTypes.Role));

    /// <summary>Whether nothing that matters has changed about the person since the session began.</summary>
    internal static async Task<bool> IsCurrentAsync(ClaimsPrincipal principal, FindSignedInPerson find, CancellationToken ct)
    {
        var person = await find.HandleAsync(MerchantOf(principal), PersonOf(principal), ct);
        return person is not null && person.SecurityStamp == Claim(principal, StampClaim) && person.Role == RoleOf(principal);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var find = context.HttpContext.RequestServices.GetRequiredService<FindSignedInPerson>();
        if (context.Principal is null || !await IsCurrentAsync(context.Principal, find, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
    }

    private static void Harden(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.IsEssential = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        // Plain HTTP is only served on loopback; behind TLS the cookie is marked secure.
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static ClaimsPrincipal Principal(string scheme, params Claim[] claims) => new(new ClaimsIdentity(claims, scheme));

    private static string Claim(ClaimsPrincipal principal, string type) =>
        principal.FindFirstValue(type) ?? throw new InvalidOperationException($"The session has no {type}.");
}
