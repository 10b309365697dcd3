using System.Diagnostics;
using System.Security.Claims;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Server.Api;

/// <summary>Who stands behind an authorized request.</summary>
/// <param name="SecretId">Names the API secret, not its value.</param>
internal sealed record ApiCaller(MerchantId Merchant, string SecretId, CallerRole Role)
{
    private const string MerchantClaim = "merchant";
    private const string SecretClaim = "secret";
    private const string RoleClaim = "role";

    public Actor Actor => new(ActorKind.ApiSecret, SecretId);

    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [new Claim(MerchantClaim, Merchant.Value), new Claim(SecretClaim, SecretId), new Claim(RoleClaim, Role.ToString())],
        scheme,
        SecretClaim,
        RoleClaim));

    public static ApiCaller? TryRead(ClaimsPrincipal user) =>
        user.FindFirstValue(MerchantClaim) is { } merchant
        && user.FindFirstValue(SecretClaim) is { } secret
        && Enum.TryParse<CallerRole>(user.FindFirstValue(RoleClaim), out var role)
            ? new ApiCaller(new MerchantId(merchant), secret, role)
            : null;

    /// <summary>Only behind authorization: a caller who is not there is a bug of the route table.</summary>
    public static ApiCaller Of(ClaimsPrincipal user) => TryRead(user) ?? throw new UnreachableException("An API endpoint without authorization");
}

/// <summary>Finds whom an API secret belongs to. Secrets are stored hashed; revoked ones are not found.</summary>
internal interface IApiSecrets
{
    Task<ApiCaller?> FindAsync(string secret, CancellationToken ct);

    /// <summary>Whether the secret behind a token is still in force.</summary>
    Task<bool> IsInForceAsync(MerchantId merchant, string secretId, CancellationToken ct);
}
