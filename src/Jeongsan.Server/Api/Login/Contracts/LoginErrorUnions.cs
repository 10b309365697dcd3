namespace Jeongsan.Server.Api.Contracts;

[OneOf(
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class LoginViaApiSecretError;

[OneOf(
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class RefreshTokenError;
