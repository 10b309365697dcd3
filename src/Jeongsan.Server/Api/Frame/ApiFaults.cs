namespace Jeongsan.Server.Api;

/// <summary>Turns what an API endpoint throws into an answer: requests that cannot be bound into 400, bugs of ours into 500 with an id only.</summary>
internal sealed partial class ApiFaults(RequestDelegate next, ILogger<ApiFaults> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!ApiPaths.Contains(context.Request.Path))
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            await ApiAnswers.WriteErrorAsync(
                context,
                fault.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? new RequestTooLargeError()
                    : Invalid.Request("요청의 주소나 쿼리 값을 읽을 수 없어요. 값의 형식을 확인해 주세요."));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has left: nobody reads an answer.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            var errorId = Guid.NewGuid().ToString("N");
            LogFault(logger, errorId, context.Request.Method, context.GetEndpoint()?.DisplayName, fault);
            context.Response.Clear();
            await ApiAnswers.WriteErrorAsync(context, new InternalServerError { ErrorId = errorId });
        }
    }

    // The route's pattern, not the path: a path may hold an account number.
    [LoggerMessage(EventId = 7001, Level = LogLevel.Error, Message = "API fault {ErrorId} in {Method} {Endpoint}")]
    private static partial void LogFault(ILogger logger, string errorId, string method, string? endpoint, Exception fault);
}

/// <summary>The paths that belong to the API.</summary>
internal static class ApiPaths
{
    public static readonly string[] Roots = ["/platform", "/b2b", "/login", "/token", "/mailbox.json", "/uploads", SupplierDesk.SupplierDeskEndpoints.Root];

    public static bool Contains(PathString path) => Array.Exists(Roots, root => path.StartsWithSegments(root, StringComparison.Ordinal));
}
