using System.Net.Mime;
using Jeongsan.Application.People;
using Jeongsan.Application.Privacy.Supervision;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Console.Session;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jeongsan.Server.Console.Privacy;

/// <summary>A contract, or what shows supervision, as the file that was put in: saved, never shown by the browser.</summary>
internal static class EvidenceDownload
{
    private const string Route = "/console/processors/{processor}/evidence/{id}";

    internal static string Address(EvidenceRow row) => $"/console/processors/{Uri.EscapeDataString(row.Processor.Value)}/evidence/{Uri.EscapeDataString(row.Id.Value)}";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Route, DownloadAsync).ExcludeFromDescription().NotesAccess().RequireAuthorization(ConsoleAuthentication.PolicyName(PersonRight.Edit));

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(string processor, string id, HttpContext http, Store store, CancellationToken ct)
    {
        await using var db = store.Read(new Tenant(ConsoleAuthentication.MerchantOf(http.User), ConsoleCookies.ReadMode(http.Request)));
        return await EvidenceList.FileAsync(db, new ProcessorId(processor), new ProcessorEvidenceId(id), ct) is { } file
            ? TypedResults.File(file.Content, MediaTypeNames.Application.Octet, file.Name)
            : TypedResults.NotFound();
    }
}
