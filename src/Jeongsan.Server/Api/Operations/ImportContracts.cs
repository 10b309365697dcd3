using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Operations;

internal enum ImportFileKind
{
    Orders,
    ManualTransfers,
    Partners,

    /// <summary>Drafted as one bulk whose id is the import's: requested together by POST /platform/bulk-tax-invoices/{id}/request.</summary>
    TaxInvoices,
}

internal enum ImportFileFormat
{
    Csv,
    Xlsx,
}

internal enum ImportStatus
{
    Reading,
    Checking,
    Writing,
    Imported,
}

internal sealed record ImportProblemView
{
    /// <summary>As the spreadsheet counts: the head is row 1.</summary>
    public required int Row { get; init; }

    /// <summary>Absent when it is about the whole row.</summary>
    public string? Column { get; init; }

    public string? Value { get; init; }

    /// <summary>In Korean, with the mend.</summary>
    public required string Message { get; init; }
}

internal sealed record ImportPreviewView
{
    public required int RowCount { get; init; }

    /// <summary>Orders, transfers, partners or invoices; several rows may be one order or invoice.</summary>
    public required int ItemCount { get; init; }

    public required int ProblemCount { get; init; }

    /// <summary>The first thousand.</summary>
    public required IReadOnlyList<ImportProblemView> Problems { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The first rows as they were read.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }
}

internal sealed record PreviewImportResponse
{
    public required ImportPreviewView Preview { get; init; }
}

internal sealed record ImportView
{
    public required string Id { get; init; }

    public required ImportStatus Status { get; init; }

    public ImportFileKind? Kind { get; init; }

    public string? FileName { get; init; }

    /// <summary>Items that were looked at or written in the present stage.</summary>
    public int? DoneCount { get; init; }

    public int? ItemCount { get; init; }

    public int? RowCount { get; init; }

    public DateTimeOffset? ImportedAt { get; init; }
}

internal sealed record ImportResponse
{
    public required ImportView Import { get; init; }
}

internal sealed record GetImportsResponse
{
    public required IReadOnlyList<ImportView> Items { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(ImportFileUnreadableError), typeof(FileTooLargeError))]
internal sealed class PreviewImportError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(ImportFileUnreadableError), typeof(FileTooLargeError), typeof(ImportRowsWrongError),
    typeof(AlreadyImportedError), typeof(ImportIdAlreadyUsedError))]
internal sealed class ImportError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(ImportNotFoundError))]
internal sealed class GetImportError;

[ErrorType("IMPORT_FILE_UNREADABLE", 400, "파일을 읽지 못했어요. 양식을 내려받아 그 안에 적어 주세요.")]
internal sealed record ImportFileUnreadableError : ApiError;

[ErrorType("IMPORT_ROWS_WRONG", 400, "고쳐야 할 칸이 있어서 아무것도 가져오지 않았어요. preview.problems를 확인해 주세요.")]
internal sealed record ImportRowsWrongError : ApiError
{
    public required ImportPreviewView Preview { get; init; }
}

[ErrorType("ALREADY_IMPORTED", 409, "같은 내용의 파일을 이미 가져왔어요. 정말 다시 가져오려면 again=true로 보내 주세요.")]
internal sealed record AlreadyImportedError : ApiError
{
    public required string ImportId { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }
}

[ErrorType("IMPORT_ID_ALREADY_USED", 409, "이미 쓴 가져오기 아이디예요. 다른 아이디를 적어 주세요.")]
internal sealed record ImportIdAlreadyUsedError : ApiError;

[ErrorType("IMPORT_NOT_FOUND", 404, "진행 중이거나 끝난 가져오기가 없어요. 아이디를 확인해 주세요.")]
internal sealed record ImportNotFoundError : ApiError;
