using Jeongsan.Application.Imports;
using Jeongsan.Application.People;
using Jeongsan.Server.Api;
using Jeongsan.Server.Console.Privacy;
using Jeongsan.Server.Console.Session;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jeongsan.Server.Console.Imports;

/// <summary>An empty form of a kind of file, with one example row.</summary>
internal static class ImportFormDownload
{
    internal static string Address(ImportKind kind, ImportFormat format) => $"/console/import-form/{kind}.{(format == ImportFormat.Xlsx ? "xlsx" : "csv")}";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/console/import-form/{kind}.{format}", Download).ExcludeFromDescription().NotesAccess().RequireAuthorization(ConsoleAuthentication.PolicyName(PersonRight.See));

    private static Results<FileContentHttpResult, NotFound> Download(string kind, string format)
    {
        // A number is read as a code too, also one that no member has.
        if (!Enum.TryParse<ImportKind>(kind, out var of) || !Enum.IsDefined(of) || !Enum.TryParse<ImportFormat>(format, ignoreCase: true, out var form) || !Enum.IsDefined(form))
            return TypedResults.NotFound();
        var type = form == ImportFormat.Xlsx ? FileAnswer.Xlsx : $"{FileAnswer.Csv}; charset=utf-8";
        return TypedResults.File(ImportForm.Write(of, form), type, $"{ImportLook.Name(of)} 양식.{format}");
    }
}
