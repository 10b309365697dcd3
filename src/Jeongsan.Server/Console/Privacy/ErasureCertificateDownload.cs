using System.Text;
using Jeongsan.Application.People;
using Jeongsan.Application.Privacy.Erasures;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy.Erasures;
using Jeongsan.Server.Console.Session;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Console.Privacy;

/// <summary>파기 확인서 as a file. It names no partner.</summary>
internal static class ErasureCertificateDownload
{
    private const string Route = "/console/erasures/{id}/certificate";

    internal static string Address(ErasureId id) => $"/console/erasures/{Uri.EscapeDataString(id.Value)}/certificate";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Route, DownloadAsync).ExcludeFromDescription().NotesAccess().RequireAuthorization(ConsoleAuthentication.PolicyName(PersonRight.Edit));

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(string id, HttpContext http, Store store, CancellationToken ct)
    {
        var own = new ErasureId(id);
        await using var db = store.Read(new Tenant(ConsoleAuthentication.MerchantOf(http.User), ConsoleCookies.ReadMode(http.Request)));
        if (await db.Set<Erasure>().SingleOrDefaultAsync(row => row.Id == own, ct) is not { Certificate: { } text } erasure)
        {
            return TypedResults.NotFound();
        }
        return TypedResults.File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", ErasureCertificate.FileNameOf(erasure));
    }
}
