using Jeongsan.Application.Merchants;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Login;

/// <summary>Changes an API secret into tokens, and a refresh token into new ones.</summary>
internal static class LoginEndpoints
{
    public static void MapLogin(this IEndpointRouteBuilder api)
    {
        var login = api.MapGroup("").WithTags("로그인");
        login.MapPost("/login/api-secret", LoginViaApiSecret).Refuses<LoginViaApiSecretError>().AllowAnonymous();
        login.MapPost("/token/refresh", RefreshToken).Refuses<RefreshTokenError>().AllowAnonymous();
    }

    private static async Task<Answer<LoginViaApiSecretResponse>> LoginViaApiSecret(
        AnonymousCall<LoginViaApiSecretBody> call, ApiSecrets secrets, AccessTokens tokens, CancellationToken ct)
    {
        if (await secrets.FindAsync(call.Body.ApiSecret, ct) is not { } holder)
        {
            return new UnauthorizedError();
        }

        var caller = ApiCaller.Of(holder);
        return new LoginViaApiSecretResponse { AccessToken = tokens.Access(caller), RefreshToken = tokens.Refresh(caller) };
    }

    private static async Task<Answer<RefreshTokenResponse>> RefreshToken(
        AnonymousCall<RefreshTokenBody> call, ApiSecrets secrets, AccessTokens tokens, CancellationToken ct)
    {
        // A refresh token outlives its secret only until here: a revoked secret gets no new access.
        if (tokens.ReadRefresh(call.Body.RefreshToken) is not { } caller || !await secrets.IsInUseAsync(caller.SecretId, ct))
        {
            return new UnauthorizedError();
        }

        return new RefreshTokenResponse { AccessToken = tokens.Access(caller), RefreshToken = tokens.Refresh(caller) };
    }
}
