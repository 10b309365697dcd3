using System.Diagnostics;
using System.Security.Claims;
using Jeongsan.Application.Merchants;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Server.Api;

/// <summary>Who stands behind an authorized request.</summary>
/// <param name="SecretId">Names the API secret, not its value.</param>
internal sealed record ApiCaller(MerchantId Merchant, string SecretId)
{
    private const string MerchantClaim = "merchant";
    private const string SecretClaim = "secret";

    public static ApiCaller Of(ApiSecretHolder holder) => new(holder.Merchant, holder.SecretId);

    public Actor Actor => new(ActorKind.ApiSecret, SecretId);

    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [new Claim(MerchantClaim, Merchant.Value), new Claim(SecretClaim, SecretId)],
        scheme,
        nameType: SecretClaim,
        roleType: null));

    public static ApiCaller? TryRead(ClaimsPrincipal user) =>
        user.FindFirstValue(MerchantClaim) is { } merchant
        && user.FindFirstValue(SecretClaim) is { } secret
            ? new ApiCaller(new MerchantId(merchant), secret)
            : null;

    /// <summary>Only behind authorization: a caller who is not there is a bug of the route table.</summary>
    public static ApiCaller Of(ClaimsPrincipal user) => TryRead(user) ?? throw new UnreachableException("An API endpoint without authorization");
}
