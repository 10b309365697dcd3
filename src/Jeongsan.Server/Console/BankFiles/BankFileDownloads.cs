using Jeongsan.Application.BankFiles;
using Jeongsan.Application.People;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api;
using Jeongsan.Server.Console.Privacy;
using Jeongsan.Server.Console.Session;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jeongsan.Server.Console.BankFiles;

/// <summary>A file for the bank's site, to whoever may take data out; who did is noted.</summary>
internal static class BankFileDownloads
{
    internal static string Address(BankFileId id) => $"/console/bank-files/{Uri.EscapeDataString(id.Value)}";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/console/bank-files/{id}", DownloadAsync).ExcludeFromDescription().NotesAccess(PersonalDataItem.BankAccount).RequireAuthorization(ConsoleAuthentication.PolicyName(PersonRight.Download));

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(string id, HttpContext http, DownloadBankFile download, CancellationToken ct)
    {
        var tenant = new Tenant(ConsoleAuthentication.MerchantOf(http.User), ConsoleCookies.ReadMode(http.Request));
        var taken = await download.HandleAsync(tenant, new Actor(ActorKind.Person, ConsoleAuthentication.PersonOf(http.User).Value), new BankFileId(id), ct);
        if (taken.IsRefused)
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(taken.Value.Content, FileAnswer.MediaTypeOf(taken.Value), taken.Value.FileName);
    }
}
