using System.Security.Cryptography;
using System.Text;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Popbill;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.Hosting;

/// <summary>
/// <c>POST /hooks/popbill</c>: where Popbill tells of state changes. It signs nothing; whoever knows the key may call, and
/// what is told only makes us ask Popbill itself.
/// </summary>
internal static class PopbillHook
{
    public const string Path = "/hooks/popbill";

    private const string StateType = "TAXINVOICE.STATE";

    /// <summary>An event is a few hundred bytes.</summary>
    private const int BodySizeMax = 64 * 1024;

    public static void Map(WebApplication app) =>
        app.MapPost(Path, ReceiveAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(BodySizeMax));

    private static async Task<IResult> ReceiveAsync(HttpRequest request, PopbillHookKey key, ReceiveAgencyEvent receive, CancellationToken ct)
    {
        if (!key.Fits(request))
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        // Events of Popbill's other services and unknown ones are taken too, or they would come again and again.
        if (request.Headers["Pb-Webhook-Type"] == StateType && PopbillWebhook.Read(body.ToArray()) is { } told)
        {
            await receive.HandleAsync(told, ct);
        }
        return Results.Text(PopbillWebhook.Received);
    }
}

/// <summary>What Popbill was asked to send along as <c>X-Api-Key</c>, or as the password of HTTP Basic authentication.</summary>
internal sealed class PopbillHookKey(string key)
{
    private const string Basic = "Basic ";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    public bool Fits(HttpRequest request) =>
        Equal(request.Headers["X-Api-Key"].ToString()) || (request.Headers.Authorization.ToString() is { } header && header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase) && Equal(Password(header[Basic.Length..])));

    private bool Equal(string given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), _key);

    private static string Password(string encoded)
    {
        Span<byte> decoded = stackalloc byte[512];
        return encoded.Length <= 512 && Convert.TryFromBase64String(encoded, decoded, out var size) && Encoding.UTF8.GetString(decoded[..size]).Split(':', 2) is [_, var password]
            ? password : "";
    }
}
