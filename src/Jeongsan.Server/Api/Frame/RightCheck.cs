using Jeongsan.Application.People;
using Microsoft.AspNetCore.Authorization;

namespace Jeongsan.Server.Api;

/// <summary>Endpoint metadata and authorization requirement in one: what an operation asks of its caller.</summary>
internal sealed record NeedsRight(PersonRight Right) : IAuthorizationRequirement;

/// <summary>Programs call with an API secret; what that allows stands in the table of all roles.</summary>
internal sealed class RightCheck : AuthorizationHandler<NeedsRight>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsRight requirement)
    {
        if (ApiCaller.TryRead(context.User) is not null && RoleRights.ApiSecretHas(requirement.Right))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
