using System.Reflection;
using Jeongsan.Domain.Foundation;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jeongsan.Server.Api;

/// <summary>A bound parameter may find that the request is not well formed; a filter answers it before the endpoint runs.</summary>
internal interface ICheckedRequest
{
    ApiError? Problem { get; }
}

/// <summary>A call whose tenant and content are known: what an idempotency key is compared by.</summary>
internal interface IIdentifiedCall
{
    Tenant Tenant { get; }

    object? Content { get; }
}

/// <summary>Who calls, and for which side: live or test.</summary>
internal sealed record ApiCall(Tenant Tenant, Actor Actor, ApiError? Problem) : ICheckedRequest, IIdentifiedCall
{
    object? IIdentifiedCall.Content => null;

    public static ValueTask<ApiCall?> BindAsync(HttpContext context)
    {
        var caller = ApiCaller.Of(context.User);
        var (mode, problem) = TestMode.Choose(context.Request.Query, fromBody: null);
        return ValueTask.FromResult<ApiCall?>(new ApiCall(new Tenant(caller.Merchant, mode), caller.Actor, problem));
    }
}

/// <summary>The same with the request's JSON, taken from the body or, in a GET, from the query parameter requestBody.</summary>
internal sealed record ApiCall<TBody>(Tenant Tenant, Actor Actor, TBody Body, ApiError? Problem)
    : ICheckedRequest, IIdentifiedCall, IEndpointParameterMetadataProvider
    where TBody : class
{
    object IIdentifiedCall.Content => Body;

    public static async ValueTask<ApiCall<TBody>?> BindAsync(HttpContext context)
    {
        var caller = ApiCaller.Of(context.User);
        var (body, badBody) = await RequestBody.ReadAsync<TBody>(context);
        var (mode, badMode) = TestMode.Choose(context.Request.Query, body);
        return new ApiCall<TBody>(new Tenant(caller.Merchant, mode), caller.Actor, body!, badBody ?? badMode);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new TakesMetadata(typeof(TBody)));
}

/// <summary>Endpoint metadata: the JSON that the request carries.</summary>
internal sealed record TakesMetadata(Type Body);

/// <summary>Which side a request works on: <c>?test=</c> wins over the body's <c>isForTest</c> or <c>test</c>; live when nothing says.</summary>
internal static class TestMode
{
    public static (Mode Mode, ApiError? Problem) Choose(IQueryCollection query, object? fromBody)
    {
        if (query.TryGetValue("test", out var values) && values.Count > 0)
        {
            return bool.TryParse(values[^1], out var test)
                ? (test ? Mode.Test : Mode.Live, null)
                : (Mode.Live, Invalid.Field("test", "true 또는 false로 적어 주세요."));
        }

        return (Said(fromBody) == true ? Mode.Test : Mode.Live, null);
    }

    /// <summary>Lists of transfers say it inside their filter.</summary>
    private static bool? Said(object? body)
    {
        var type = body?.GetType();
        var property = type?.GetProperty("IsForTest") ?? type?.GetProperty("Test");
        return property?.GetValue(body) as bool? ?? (body as GetPlatformTransferSummariesBody)?.Filter?.IsForTest ?? (body as DownloadPlatformTransferSheetBody)?.Filter?.IsForTest;
    }
}

/// <summary>A request that needs no caller: only the way in.</summary>
internal sealed record AnonymousCall<TBody>(TBody Body, ApiError? Problem) : ICheckedRequest, IEndpointParameterMetadataProvider
    where TBody : class
{
    public static async ValueTask<AnonymousCall<TBody>?> BindAsync(HttpContext context)
    {
        var (body, problem) = await RequestBody.ReadAsync<TBody>(context);
        return new AnonymousCall<TBody>(body!, problem);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new TakesMetadata(typeof(TBody)));
}
