using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api;
using Jeongsan.Server.Console.Session;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jeongsan.Server.Console.Privacy;

/// <summary>접속기록 of the console's files: who takes one with personal data is written down before it is sent.</summary>
internal sealed class ConsoleAccessNotes(AccessLog log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var http = context.HttpContext;
        if (answer is INestedHttpResult { Result: NotFound })
        {
            return answer;
        }
        var route = ((RouteEndpoint)http.GetEndpoint()!).RoutePattern.RawText ?? "";
        var target = $"{string.Join(", ", http.Request.RouteValues.Select(value => $"{value.Key}={value.Value}"))}{http.Request.QueryString}";
        var items = http.GetEndpoint()!.Metadata.GetRequiredMetadata<ShowsMetadata>().Items;
        var tenant = new Tenant(ConsoleAuthentication.MerchantOf(http.User), ConsoleCookies.ReadMode(http.Request));
        var person = new Actor(ActorKind.Person, ConsoleAuthentication.PersonOf(http.User).Value);
        await log.NoteAsync(tenant, person, new Access(route, target, items, ShownFile.SubjectsOf(http), http.Connection.RemoteIpAddress?.ToString() ?? ""), http.RequestAborted);
        return answer;
    }
}

internal static class ConsoleFiles
{
    /// <summary>Declares what personal data a file of the console holds, none included, and has whoever takes it written down.</summary>
    public static RouteHandlerBuilder NotesAccess(this RouteHandlerBuilder route, params IReadOnlyList<PersonalDataItem> items) =>
        route.WithMetadata(new ShowsMetadata(items)).AddEndpointFilter<ConsoleAccessNotes>();
}
