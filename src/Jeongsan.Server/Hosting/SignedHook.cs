using System.Text.Json;
using Jeongsan.Application.Webhooks;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.Hosting;

/// <summary>
/// An address under <c>/hooks</c> that others call with a signature of Standard Webhooks. Whoever does not know the secret learns
/// nothing; what is signed is taken whatever it says, or it would come again and again.
/// </summary>
internal static class SignedHook
{
    /// <summary>A call is a few hundred bytes.</summary>
    private const int BodySizeMax = 64 * 1024;

    /// <param name="secret">Null: nothing is taken, and there is no such address.</param>
    /// <param name="receive">What to do with what was told; it gets JSON objects only.</param>
    public static void Map(WebApplication app, string path, string? secret, Func<JsonElement, IServiceProvider, CancellationToken, Task> receive)
    {
        if (secret is null)
        {
            return;
        }
        app.MapPost(path, (HttpRequest request, TimeProvider time, CancellationToken ct) => ReceiveAsync(request, secret, time, receive, ct))
            .AllowAnonymous().DisableAntiforgery().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(BodySizeMax));
    }

    private static async Task<IResult> ReceiveAsync(
        HttpRequest request, string secret, TimeProvider time, Func<JsonElement, IServiceProvider, CancellationToken, Task> receive, CancellationToken ct)
    {
        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, ct);
        }
        catch (BadHttpRequestException fault)
        {
            return Results.StatusCode(fault.StatusCode);
        }
        var call = new SignedCall(Header(request, SignedCall.IdHeader), Header(request, SignedCall.TimestampHeader), Header(request, SignedCall.SignatureHeader), body.ToArray());
        if (!call.IsSignedBy(secret, time.GetUtcNow()))
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }
        if (Read(call.Body) is { ValueKind: JsonValueKind.Object } told)
        {
            await receive(told, request.HttpContext.RequestServices, ct);
        }
        return Results.NoContent();
    }

    private static string Header(HttpRequest request, string name) => request.Headers[name].ToString();

    private static JsonElement? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A member that is a text; null when it is absent or something else.</summary>
    public static string? Text(JsonElement told, string name)
    {
        try
        {
            return told.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: no text of ours.
            return null;
        }
    }
}
