using System.Globalization;
using Jeongsan.Application.Audit;
using Jeongsan.Application.People;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Console.Privacy;
using Jeongsan.Server.Console.Session;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jeongsan.Server.Console.Books;

/// <summary>감사 자료 of a period, as a file.</summary>
internal static class AuditPackDownload
{
    private const string Route = "/console/audit-pack";

    internal static string Address(DateOnly from, DateOnly until) => string.Create(CultureInfo.InvariantCulture, $"{Route}?from={from:yyyy-MM-dd}&until={until:yyyy-MM-dd}");

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Route, DownloadAsync).ExcludeFromDescription().NotesAccess(PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.SettlementLines).RequireAuthorization(ConsoleAuthentication.PolicyName(PersonRight.Download));

    private static async Task<Results<FileStreamHttpResult, NotFound>> DownloadAsync(DateOnly from, DateOnly until, HttpContext http, AuditPack pack, CancellationToken ct)
    {
        if (!AuditPack.Allows(from, until)) return TypedResults.NotFound();
        var tenant = new Tenant(ConsoleAuthentication.MerchantOf(http.User), ConsoleCookies.ReadMode(http.Request));
        var file = await pack.FileAsync(tenant, new Actor(ActorKind.Person, ConsoleAuthentication.PersonOf(http.User).Value), from, until, ct);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(file, AuditPack.MediaType, AuditPack.FileName(from, until));
    }
}
