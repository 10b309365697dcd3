using Jeongsan.Application.People;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Jeongsan.Server.Console.Session;

/// <summary>A page may stay open for hours: looks every few seconds whether its person may still look. Requests are looked at one by one.</summary>
internal sealed class SessionRevalidation(ILoggerFactory loggers, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(5);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ConsoleAuthentication.IsCurrentAsync(
            authenticationState.User, scope.ServiceProvider.GetRequiredService<FindSignedInPerson>(), cancellationToken);
    }
}
