using System.Security.Cryptography;
using System.Text;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Server.Api;

/// <summary>One POST that its caller may send again.</summary>
/// <param name="Fingerprint">SHA-256 of method, path and content: the same key with another fingerprint is refused.</param>
internal sealed record IdempotentRequest(Tenant Tenant, string Key, string Fingerprint);

/// <summary>What was answered, to be answered again.</summary>
internal sealed record StoredAnswer(int Status, ReadOnlyMemory<byte> Body);

/// <summary>What became of an idempotent request.</summary>
internal abstract record IdempotentResult
{
    private IdempotentResult()
    {
    }

    /// <summary>The answer, made now or stored earlier.</summary>
    internal sealed record Answered(StoredAnswer Answer, bool IsRepeat) : IdempotentResult;

    internal sealed record KeyReused : IdempotentResult;

    internal sealed record InProgress : IdempotentResult;
}

/// <summary>Runs the work of a key once. The key and the answer are stored in the same transaction as the work.</summary>
internal interface IIdempotentAnswers
{
    Task<IdempotentResult> OnceAsync(IdempotentRequest request, Func<CancellationToken, Task<StoredAnswer>> work, CancellationToken ct);
}

/// <summary>The HTTP side of <c>Idempotency-Key</c> on POST: the same key and content gets the same answer.</summary>
internal sealed class IdempotencyFilter : IEndpointFilter
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotent-Replayed";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var key = http.Request.Headers[Header].ToString().Trim().Trim('"');
        if (!AppliesTo(http.GetEndpoint(), http.Request.Method) || key.Length == 0)
        {
            return await next(context);
        }

        if (key.Length > ApiLimits.IdempotencyKeyLengthMax)
        {
            return new ErrorAnswer(Invalid.Field(Header, "256자 이하로 적어 주세요."));
        }

        var (tenant, body) = CallOf(context);
        var request = new IdempotentRequest(tenant, key, Fingerprint(http.Request, body));
        var store = http.RequestServices.GetRequiredService<IIdempotentAnswers>();
        var result = await store.OnceAsync(request, async ct => await CaptureAsync(http, await next(context), ct), http.RequestAborted);
        return result switch
        {
            IdempotentResult.Answered answered => new Replay(answered),
            IdempotentResult.KeyReused => new ErrorAnswer(new IdempotencyKeyReusedError()),
            IdempotentResult.InProgress => new ErrorAnswer(new IdempotentRequestInProgressError()),
            _ => throw new ArgumentOutOfRangeException(nameof(context)),
        };
    }

    /// <summary>Not to a file: it changes nothing, so it's written anew, and noted anew, each time that somebody takes it.</summary>
    public static bool AppliesTo(Endpoint? endpoint, string method) =>
        HttpMethods.IsPost(method) && endpoint?.Metadata.GetMetadata<AnswersMetadata>() is not { MediaTypes.Count: > 0 };

    private static (Tenant Tenant, object? Body) CallOf(EndpointFilterInvocationContext context)
    {
        var call = context.Arguments.OfType<IIdentifiedCall>().Single();
        return (call.Tenant, call.Content);
    }

    private static string Fingerprint(HttpRequest request, object? body)
    {
        var content = body is null ? [] : System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), ApiJson.Options);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        hash.AppendData(content);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static async Task<StoredAnswer> CaptureAsync(HttpContext http, object? result, CancellationToken ct)
    {
        var body = http.Response.Body;
        using var captured = new MemoryStream();
        http.Response.Body = captured;
        try
        {
            await ((IResult)result!).ExecuteAsync(http);
            await http.Response.BodyWriter.FlushAsync(ct);
            return new StoredAnswer(http.Response.StatusCode, captured.ToArray());
        }
        finally
        {
            http.Response.Body = body;
        }
    }

    private sealed class Replay(IdempotentResult.Answered answered) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = answered.Answer.Status;
            httpContext.Response.ContentType = "application/json; charset=utf-8";
            if (answered.IsRepeat)
            {
                httpContext.Response.Headers[ReplayedHeader] = "true";
            }

            await httpContext.Response.BodyWriter.WriteAsync(answered.Answer.Body, httpContext.RequestAborted);
        }
    }
}

/// <summary>Answers a request that could not be read, before its endpoint runs.</summary>
internal sealed class CheckedRequestFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        // As in bodies (ApiJson): no text holds U+0000.
        if (context.HttpContext.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
        {
            return new ErrorAnswer(Invalid.Request("주소의 쿼리에는 널 문자(%00)를 쓸 수 없어요."));
        }

        foreach (var argument in context.Arguments)
        {
            if (argument is ICheckedRequest { Problem: { } problem })
            {
                return new ErrorAnswer(problem);
            }
        }

        return await next(context);
    }
}
