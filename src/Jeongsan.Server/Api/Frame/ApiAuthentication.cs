using System.Text.Encodings.Web;
using Jeongsan.Application.Merchants;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Jeongsan.Server.Api;

/// <summary>
/// <c>Authorization: PortOne {secret}</c> or <c>Authorization: Bearer {access token}</c>. Refusals are the API's own JSON errors.
/// </summary>
internal sealed class ApiAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiSecrets secrets, AccessTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Api";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        var space = header.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0)
        {
            return AuthenticateResult.NoResult();
        }

        var (kind, credential) = (header[..space], header[(space + 1)..].Trim());
        var caller = kind.ToUpperInvariant() switch
        {
            "PORTONE" => await secrets.FindAsync(credential, Context.RequestAborted) is { } holder ? ApiCaller.Of(holder) : null,
            "BEARER" => tokens.ReadAccess(credential),
            _ => null,
        };
        return caller is null
            ? AuthenticateResult.Fail("Unknown credential")
            : AuthenticateResult.Success(new AuthenticationTicket(caller.ToPrincipal(SchemeName), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "PortOne, Bearer";
        return ApiAnswers.WriteErrorAsync(Context, new UnauthorizedError());
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ApiAnswers.WriteErrorAsync(Context, new ForbiddenError());
}
