namespace Jeongsan.Server.Api.Contracts;

internal sealed record LoginViaApiSecretResponse
{
    public required string AccessToken { get; init; }

    public required string RefreshToken { get; init; }
}

internal sealed record RefreshTokenResponse
{
    public required string AccessToken { get; init; }

    public required string RefreshToken { get; init; }
}
