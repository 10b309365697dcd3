using System.Security.Cryptography;
using System.Text.Json;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.DataProtection;

namespace Jeongsan.Server.Api;

/// <summary>Signed tokens that carry their own content: nothing is stored, any server process reads them.</summary>
internal sealed class AccessTokens(IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector _access = protection.CreateProtector("Jeongsan.Api.AccessToken.v1");
    private readonly IDataProtector _refresh = protection.CreateProtector("Jeongsan.Api.RefreshToken.v1");

    public string Access(ApiCaller caller) => Write(_access, caller, ApiLimits.AccessTokenLife);

    public string Refresh(ApiCaller caller) => Write(_refresh, caller, ApiLimits.RefreshTokenLife);

    public ApiCaller? ReadAccess(string token) => Read(_access, token);

    public ApiCaller? ReadRefresh(string token) => Read(_refresh, token);

    private string Write(IDataProtector protector, ApiCaller caller, TimeSpan life) =>
        protector.Protect(JsonSerializer.Serialize(new Content(caller.Merchant.Value, caller.SecretId, time.GetUtcNow() + life)));

    private ApiCaller? Read(IDataProtector protector, string token)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(protector.Unprotect(token));
            return content is not null && content.ExpiresAt > time.GetUtcNow()
                ? new ApiCaller(new MerchantId(content.Merchant), content.Secret)
                : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Content(string Merchant, string Secret, DateTimeOffset ExpiresAt);
}
