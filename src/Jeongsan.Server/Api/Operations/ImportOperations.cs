using Jeongsan.Application.Imports;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Operations;

/// <summary>가져오기: files of orders, corrections and partners. Looked through first, then taken whole or not at all.</summary>
internal static class ImportOperations
{
    public static void MapImportOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/imports").WithTags("가져오기 (자체 API)");
        routes.MapGet("/form", GetImportForm).Needs(PersonRight.See).Shows().Refuses<PreviewImportError>();
        routes.MapPost("/preview", PreviewImport).Needs(PersonRight.Edit).Refuses<PreviewImportError>();
        routes.MapPost("", ImportRows).Needs(PersonRight.Edit).Refuses<ImportError>();
        routes.MapGet("", GetImports).Needs(PersonRight.See).Refuses<PreviewImportError>();
        routes.MapGet("/{id}", GetImport).Needs(PersonRight.See).Refuses<GetImportError>();
    }

    private static FileAnswer GetImportForm(ApiCall call, [FromQuery] Code<ImportFileKind>? kind, [FromQuery] Code<ImportFileFormat>? format)
    {
        var (of, isXlsx) = (KindOf(kind), format?.Value == ImportFileFormat.Xlsx);
        var content = ImportForm.Write(of, isXlsx ? ImportFormat.Xlsx : ImportFormat.Csv);
        return isXlsx
            ? new FileAnswer(content, FileAnswer.Xlsx, $"{of}.xlsx")
            : new FileAnswer(content, $"{FileAnswer.Csv}; charset=utf-8", $"{of}.csv");
    }

    /// <param name="importId">Chosen by the caller, to ask how far it has come.</param>
    private static async Task<Answer<PreviewImportResponse>> PreviewImport(
        FileCall call, [FromQuery] Code<ImportFileKind>? kind, [FromQuery] string? importId, ImportFile import, CancellationToken ct)
    {
        var of = KindOf(kind);
        var preview = await import.PreviewAsync(call.Tenant, call.Actor, new ImportUpload(of, call.Content, call.FileName, importId), ct);
        return preview.Answer(found => new PreviewImportResponse { Preview = Write(of, found) }, refusal => Refuse(of, refusal));
    }

    /// <param name="again">True to take content that was imported before.</param>
    private static async Task<Answer<ImportResponse>> ImportRows(
        FileCall call, [FromQuery] Code<ImportFileKind>? kind, [FromQuery] string? importId, [FromQuery] bool? again, [FromQuery] string? fileName, ImportFile import, CancellationToken ct)
    {
        var of = KindOf(kind);
        var upload = new ImportUpload(of, call.Content, fileName ?? call.FileName, importId, again == true);
        var imported = await import.ImportAsync(call.Tenant, call.Actor, upload, ct);
        return imported.Answer(record => new ImportResponse { Import = Write(record) }, refusal => Refuse(of, refusal));
    }

    private static async Task<Answer<GetImportsResponse>> GetImports(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var records = await db.Set<ImportRecord>().OrderByDescending(record => record.ImportedAt).Take(ApiLimits.EventsSizeDefault).ToListAsync(ct);
        return new GetImportsResponse { Items = [.. records.Select(Write)] };
    }

    private static async Task<Answer<ImportResponse>> GetImport(ApiCall call, string id, Store store, ImportProgress progress, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        if (await db.Set<ImportRecord>().SingleOrDefaultAsync(record => record.Id == id, ct) is { } record)
        {
            return new ImportResponse { Import = Write(record) };
        }
        return progress.Find(call.Tenant, id) is { } step
            ? new ImportResponse { Import = new ImportView { Id = id, Status = Code.Of(step.Stage).As<ImportStatus>(), DoneCount = step.DoneCount, ItemCount = step.ItemCount } }
            : new ImportNotFoundError();
    }

    private static ImportKind KindOf(Code<ImportFileKind>? kind) => Code.Of(kind?.Value ?? ImportFileKind.Orders).As<ImportKind>();

    private static ImportView Write(ImportRecord record) => new()
    {
        Id = record.Id,
        Status = ImportStatus.Imported,
        Kind = Code.Of(record.Kind).As<ImportFileKind>(),
        FileName = record.FileName,
        DoneCount = record.ItemCount,
        ItemCount = record.ItemCount,
        RowCount = record.RowCount,
        ImportedAt = record.ImportedAt,
    };

    internal static ImportPreviewView Write(ImportKind kind, ImportPreview preview) => new()
    {
        RowCount = preview.RowCount,
        ItemCount = preview.ItemCount,
        ProblemCount = preview.ProblemCount,
        Problems = [.. preview.Problems.Select(problem => new ImportProblemView { Row = problem.Row, Column = problem.Column, Value = problem.Text, Message = ImportWords.Of(kind, problem) })],
        Columns = preview.Columns,
        Rows = preview.Rows,
    };

    private static ApiError Refuse(ImportKind kind, Refusal refusal) => refusal switch
    {
        ImportRefusal.Wrong wrong => new ImportRowsWrongError { Preview = Write(kind, wrong.Preview) },
        ImportRefusal.AlreadyImported before => new AlreadyImportedError { ImportId = before.ImportId, ImportedAt = before.At },
        ImportRefusal.FileNameTooLong name => Invalid.Field("fileName", $"{name.LengthMax}자 이하로 적어 주세요."),
        StoredRefusal.AlreadyExists => new ImportIdAlreadyUsedError(),
        _ when ImportWords.OfFile(refusal) is { } sentence => new ImportFileUnreadableError { Message = sentence },
        _ => Invalid.Of(refusal),
    };
}
