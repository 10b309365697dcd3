using Jeongsan.Application.Statements;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Statements;
using Jeongsan.Server.Console.Privacy;
using Jeongsan.Server.Console.Session;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jeongsan.Server.Console.Statements;

/// <summary>A payout's statement by a saved template, as PDF.</summary>
internal static class PreviewDownload
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/console/statement-preview.pdf", DownloadAsync).ExcludeFromDescription().NotesAccess(PersonalDataItem.BusinessIdentity, PersonalDataItem.SettlementLines)
            .RequireAuthorization(ConsoleAuthentication.PolicyName(Application.People.PersonRight.See));

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(string? template, string? payout, HttpContext http, PreviewStatement preview, CancellationToken ct)
    {
        var tenant = new Tenant(ConsoleAuthentication.MerchantOf(http.User), ConsoleCookies.ReadMode(http.Request));
        var wanted = new WantedPreview(payout is null ? null : new PayoutId(payout), template is null ? null : new StatementTemplateId(template), Unsaved: null);
        var made = await preview.HandleAsync(tenant, wanted, ct);
        http.Response.Headers.CacheControl = "no-store";
        return made.IsRefused ? TypedResults.NotFound() : TypedResults.File(made.Value, "application/pdf");
    }
}
