using System.Globalization;
using Jeongsan.Application.Audit;
using Jeongsan.Application.People;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Server.Api;
using Jeongsan.Server.Console.Session;

namespace Jeongsan.Server.Console.Privacy;

/// <summary>접속기록 of a period, as a file; who took it is in the history.</summary>
internal static class AccessDownload
{
    private const string Route = "/console/access-records";

    internal static string Address(DateOnly from, DateOnly until) => string.Create(CultureInfo.InvariantCulture, $"{Route}?from={from:yyyy-MM-dd}&until={until:yyyy-MM-dd}");

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Route, DownloadAsync).ExcludeFromDescription().NotesAccess().RequireAuthorization(ConsoleAuthentication.PolicyName(PersonRight.Edit));

    private static async Task<IResult> DownloadAsync(DateOnly from, DateOnly until, HttpContext http, Store store, DownloadAccesses download, CancellationToken ct)
    {
        if (!AuditPack.Allows(from, until)) return TypedResults.NotFound();
        var tenant = new Tenant(ConsoleAuthentication.MerchantOf(http.User), ConsoleCookies.ReadMode(http.Request));
        await download.NoteAsync(tenant, new Actor(ActorKind.Person, ConsoleAuthentication.PersonOf(http.User).Value), from, until, ct);
        http.Response.Headers.CacheControl = "no-store";
        return new CsvAnswer(DownloadAccesses.FileName(from, until), AccessSheet.Headings, DownloadAccesses.RowsAsync(store, tenant, from, until, ct));
    }
}
