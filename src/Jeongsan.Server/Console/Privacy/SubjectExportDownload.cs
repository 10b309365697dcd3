using Jeongsan.Application.Audit;
using Jeongsan.Application.People;
using Jeongsan.Application.Privacy.Requests;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api;
using Jeongsan.Server.Console.Session;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jeongsan.Server.Console.Privacy;

/// <summary>열람 자료 of one request, as a file.</summary>
internal static class SubjectExportDownload
{
    private const string Route = "/console/subject-requests/{id}/export";

    internal static string Address(SubjectRequestId id) => $"/console/subject-requests/{Uri.EscapeDataString(id.Value)}/export";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Route, DownloadAsync).ExcludeFromDescription()
            .NotesAccess(PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.BankAccount, PersonalDataItem.Birthdate, PersonalDataItem.SettlementLines)
            .RequireAuthorization(ConsoleAuthentication.PolicyName(PersonRight.Edit));

    private static async Task<Results<FileStreamHttpResult, NotFound>> DownloadAsync(string id, HttpContext http, ExportPartner export, CancellationToken ct)
    {
        var tenant = new Tenant(ConsoleAuthentication.MerchantOf(http.User), ConsoleCookies.ReadMode(http.Request));
        var exported = await export.HandleAsync(tenant, new Actor(ActorKind.Person, ConsoleAuthentication.PersonOf(http.User).Value), SubjectRequestId.From(id), ct);
        if (exported.IsRefused) return TypedResults.NotFound();
        ShownFile.IsOf(http, DataSubject.Of(exported.Value.Partner));
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(exported.Value.Content, AuditPack.MediaType, exported.Value.FileName);
    }
}
