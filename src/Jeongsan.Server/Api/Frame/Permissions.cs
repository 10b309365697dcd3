using Microsoft.AspNetCore.Authorization;

namespace Jeongsan.Server.Api;

/// <summary>In which role a caller acts. Programs act as <see cref="ApiSecret"/>; the others are people's.</summary>
internal enum CallerRole
{
    Owner,
    Admin,
    Developer,
    Manager,
    ReadOnly,
    ReadOnlyNoDownload,
    ApiSecret,
}

/// <summary>What an operation asks of its caller.</summary>
internal enum Permission
{
    See,

    /// <summary>Taking data out in bulk: sheets and files.</summary>
    Export,
    Edit,

    /// <summary>Moving money. In live mode only people do it, in the console, with their second factor.</summary>
    ExecutePayout,
}

/// <summary>The one table of who may do what.</summary>
internal static class Permissions
{
    public static bool Allows(CallerRole role, Permission permission) => permission switch
    {
        Permission.See => true,
        Permission.Export => role is not CallerRole.ReadOnlyNoDownload,
        Permission.Edit or Permission.ExecutePayout => role is CallerRole.Owner or CallerRole.Admin or CallerRole.ApiSecret,
        _ => throw new ArgumentOutOfRangeException(nameof(permission)),
    };
}

/// <summary>Endpoint metadata and authorization requirement in one.</summary>
internal sealed record NeedsPermission(Permission Permission) : IAuthorizationRequirement;

internal sealed class PermissionCheck : AuthorizationHandler<NeedsPermission>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsPermission requirement)
    {
        if (ApiCaller.TryRead(context.User) is { } caller && Permissions.Allows(caller.Role, requirement.Permission))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
