namespace Jeongsan.Server.Api.Contracts;

internal sealed record LoginViaApiSecretBody
{
    public required string ApiSecret { get; init; }
}

internal sealed record RefreshTokenBody
{
    public required string RefreshToken { get; init; }
}
