using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Domain.Privacy;

namespace Jeongsan.Server.Api;

/// <summary>What an endpoint answers, to be looked at before it is sent.</summary>
internal interface IAnswer
{
    /// <summary>An error that the operation declared: nothing is shown.</summary>
    bool IsRefused { get; }

    /// <summary>Of a 200; null of a file.</summary>
    object? Content { get; }
}

/// <summary>Endpoint metadata: personal data that can't be read off the contract of the answer, as it is a file or an address of one. Empty: none is in it.</summary>
internal sealed record ShowsMetadata(IReadOnlyList<PersonalDataItem> Items);

/// <summary>Endpoint metadata: a POST that changes nothing, and so stands in no history.</summary>
internal sealed record ReadsMetadata;

/// <summary>접속기록 of the API: whoever is shown personal data is written down before the answer is sent.</summary>
/// <remarks>
/// Reading, and changing what is there: a change of nothing would show it all. What registers something new says mostly what its
/// caller said, and stands in the history.
/// </remarks>
internal sealed class AccessNotes(AccessLog log) : IEndpointFilter
{
    /// <summary>Never kept, though the address holds it.</summary>
    private const string AccountNumber = "accountNumber";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var http = context.HttpContext;
        if (answer is not IAnswer { IsRefused: false } shown || http.GetEndpoint() is not { } endpoint)
        {
            return answer;
        }
        var items = ItemsOf(endpoint, http.Request.Method);
        if (items.Count > 0)
        {
            var call = context.Arguments.OfType<IIdentifiedCall>().Single();
            var target = string.Join(", ", http.Request.RouteValues.Where(value => value.Key != AccountNumber).Select(value => $"{value.Key}={value.Value}"));
            var access = new Access(OperationOf(endpoint), target, items, SubjectsOf(endpoint, shown, http.Request) ?? ShownFile.SubjectsOf(http), http.Connection.RemoteIpAddress?.ToString() ?? "");
            await log.NoteAsync(call.Tenant, ApiCaller.Of(http.User).Actor, access, http.RequestAborted);
        }
        return answer;
    }

    /// <summary>What an operation shows of partners; none for one that only changes something.</summary>
    public static IReadOnlyList<PersonalDataItem> ItemsOf(Endpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<ShowsMetadata>() is { } said ? said.Items
        : ReadsOrChanges(endpoint, method) && endpoint.Metadata.GetMetadata<AnswersMetadata>() is { } answers ? ShownData.ItemsOf(answers.Body)
        : [];

    private static bool ReadsOrChanges(Endpoint endpoint, string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsPatch(method) || HttpMethods.IsPut(method) || endpoint.Metadata.GetMetadata<ReadsMetadata>() is not null;

    private static IReadOnlyCollection<DataSubject>? SubjectsOf(Endpoint endpoint, IAnswer shown, HttpRequest request) =>
        request.RouteValues[AccountNumber] is string account ? [DataSubject.OfAccount(account)]
        : shown.Content is { } content && endpoint.Metadata.GetMetadata<ShowsMetadata>() is null && ShownData.NamesSubjects(content.GetType()) ? ShownData.SubjectsOf(content)
        : null;

    private static string OperationOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<System.Reflection.MethodInfo>() is { } method
        ? char.ToLowerInvariant(method.Name[0]) + method.Name[1..]
        : endpoint.DisplayName ?? "";
}
