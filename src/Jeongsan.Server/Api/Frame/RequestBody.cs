using System.Text;
using System.Text.Json;

namespace Jeongsan.Server.Api;

/// <summary>
/// Reads a request's JSON whatever its content type says: the public JavaScript SDK sends text/plain.
/// GET requests carry it in the query parameter requestBody, or in a body.
/// </summary>
internal static class RequestBody
{
    public static async Task<(TBody? Body, ApiError? Problem)> ReadAsync<TBody>(HttpContext context) where TBody : class
    {
        var (json, tooLarge) = await BytesAsync(context);
        if (tooLarge is not null)
        {
            return (null, tooLarge);
        }

        if (json.Length == 0)
        {
            json = "{}"u8.ToArray();
        }

        try
        {
            // null cannot come out of an object's JSON; the word null itself is refused as a wrong shape.
            return JsonSerializer.Deserialize<TBody>(json.Span, ApiJson.Options) is { } body
                ? (body, null)
                : (null, Invalid.Request("요청 본문은 JSON 객체여야 해요."));
        }
        catch (JsonException fault)
        {
            return (null, RequestShape.Explain(json, typeof(TBody), fault));
        }
    }

    private static async Task<(ReadOnlyMemory<byte> Json, ApiError? TooLarge)> BytesAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) && request.Query.TryGetValue("requestBody", out var values) && values.Count > 0)
        {
            return (Encoding.UTF8.GetBytes(values[^1] ?? ""), null);
        }

        var buffer = new MemoryStream(request.ContentLength is > 0 and <= ApiLimits.BodyBytesMax ? (int)request.ContentLength.Value : 0);
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            if (buffer.Length + read > ApiLimits.BodyBytesMax)
            {
                return (default, new RequestTooLargeError());
            }

            buffer.Write(chunk, 0, read);
        }

        return (buffer.GetBuffer().AsMemory(0, (int)buffer.Length), null);
    }
}
