using System.Reflection;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jeongsan.Server.Api;

/// <summary>What an endpoint answers: its 200, or one of the errors that it declared.</summary>
internal sealed class Answer<T> : IResult, IAnswer, IEndpointMetadataProvider
{
    private readonly T? _value;
    private readonly ApiError? _error;

    private Answer(T? value, ApiError? error)
    {
        _value = value;
        _error = error;
    }

    public bool IsRefused => _error is not null;

    public object? Content => _value;

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(ApiError error) => new(default, error);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(new AnswersMetadata(typeof(T)));

    public Task ExecuteAsync(HttpContext httpContext) =>
        _error is null ? ApiAnswers.WriteAsync(httpContext, _value!) : ApiAnswers.WriteErrorAsync(httpContext, _error);
}

internal static class OutcomeAnswers
{
    /// <summary>The value as its contract, or the refusal as one of the operation's errors.</summary>
    public static Answer<TContract> Answer<T, TContract>(this Outcome<T> outcome, Func<T, TContract> write, Func<Refusal, ApiError> refuse) =>
        outcome.IsRefused ? refuse(outcome.Refusal) : write(outcome.Value);
}

/// <summary>Endpoint metadata: the body of the 200 answer.</summary>
internal sealed record AnswersMetadata(Type Body)
{
    /// <summary>Of a file; none for JSON.</summary>
    public IReadOnlyList<string> MediaTypes { get; init; } = [];
}

internal static class ApiAnswers
{
    private const string ContentType = "application/json; charset=utf-8";

    public static Task WriteAsync<T>(HttpContext http, T value) =>
        http.Response.WriteAsJsonAsync(value, ApiJson.Options, ContentType, http.RequestAborted);

    public static Task WriteErrorAsync(HttpContext http, ApiError error)
    {
        http.Response.StatusCode = error.Status;
        return http.Response.WriteAsJsonAsync(error, error.GetType(), ApiJson.Options, ContentType, http.RequestAborted);
    }
}

/// <summary>An error as the whole answer.</summary>
internal sealed class ErrorAnswer(ApiError error) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => ApiAnswers.WriteErrorAsync(httpContext, error);
}
