using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Jeongsan.Server.SupplierPages;

/// <summary>Remembers in the browser, for half an hour and for one link only, that the business number was right.</summary>
internal sealed class SupplierVisit(IDataProtectionProvider protection)
{
    private const string CookieName = "jeongsan-supplier";
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Jeongsan.SupplierVisit.v1").ToTimeLimitedDataProtector();

    internal void Begin(HttpContext http, string token, string root = "/s") => http.Response.Cookies.Append(CookieName, _protector.Protect(Hash(token), Length), new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = Length,
        Path = $"{root}/{token}",
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    });

    internal bool IsOpen(HttpContext http, string token)
    {
        if (http.Request.Cookies[CookieName] is not { } cookie)
            return false;
        try
        {
            return _protector.Unprotect(cookie) == Hash(token);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
