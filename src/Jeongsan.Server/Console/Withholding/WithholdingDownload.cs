using System.Globalization;
using Jeongsan.Application.People;
using Jeongsan.Application.Withholding;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Withholding;
using Jeongsan.Server.Api.Operations;
using Jeongsan.Server.Console.Privacy;
using Jeongsan.Server.Console.Session;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jeongsan.Server.Console.Withholding;

/// <summary>원천징수 목록 as a file.</summary>
internal static class WithholdingDownload
{
    private const string Route = "/console/withholding";

    internal static string Address(WithholdingPeriod period, WithheldIncome income, WithholdingFormat format) => string.Create(
        CultureInfo.InvariantCulture, $"{Route}?year={period.Year}{(period.Month is { } month ? $"&month={month}" : "")}&income={income}&format={format}");

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Route, DownloadAsync).ExcludeFromDescription().NotesAccess(PersonalDataItem.Birthdate).RequireAuthorization(ConsoleAuthentication.PolicyName(PersonRight.Download));

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(
        int year, int? month, WithheldIncome income, WithholdingFormat format, HttpContext http, DownloadWithholding download, CancellationToken ct)
    {
        var period = month is { } one ? WithholdingPeriod.OfMonth(year, one) : WithholdingPeriod.OfYear(year);
        if (period is null || !Enum.IsDefined(income) || !Enum.IsDefined(format)) return TypedResults.NotFound();
        var tenant = new Tenant(ConsoleAuthentication.MerchantOf(http.User), ConsoleCookies.ReadMode(http.Request));
        var actor = new Actor(ActorKind.Person, ConsoleAuthentication.PersonOf(http.User).Value);
        var file = await download.HandleAsync(tenant, actor, new WithholdingChoice(period, income, format), ct);
        if (file.IsRefused) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(file.Value.Content, WithholdingOperations.MediaTypeOf(file.Value), file.Value.FileName);
    }
}
