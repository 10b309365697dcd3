using Jeongsan.Application.Imports;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Partners;
using Jeongsan.Server.Api.TaxInvoices;
using Jeongsan.Server.Api.Transfers;

namespace Jeongsan.Server.Api.Operations;

/// <summary>What is wrong with a file or a cell, and the mend.</summary>
internal static class ImportWords
{
    private const int AllowedTold = 12;

    public static string Of(ImportKind kind, ImportProblem problem) =>
        (problem.Column is { } column ? $"{problem.Row}행 ‘{column}’: " : $"{problem.Row}행: ") + OfReason(kind, problem.Reason);

    /// <summary>Why the file can't be read; null for what has an error of its own.</summary>
    public static string? OfFile(Refusal refusal) => refusal switch
    {
        ImportRefusal.FileEmpty => "파일이 비어 있어요. 첫 줄에 열 이름, 그다음 줄부터 내용을 적어 주세요.",
        ImportRefusal.FileTooLarge => "파일이 너무 커요. 나누어 가져와 주세요.",
        ImportRefusal.FormatUnknown => "CSV나 엑셀(.xlsx) 파일이 아니에요. 엑셀에서 ‘다른 이름으로 저장’으로 형식을 바꿔 주세요.",
        ImportRefusal.EncodingUnknown => "글자를 읽을 수 없어요. 엑셀에서 ‘CSV UTF-8’이나 .xlsx로 저장해 주세요.",
        ImportRefusal.WorkbookBroken => "엑셀 파일이 깨져 있어요. 엑셀에서 열어 다시 저장해 주세요.",
        ImportRefusal.UnpacksTooLarge => "엑셀 파일을 풀면 너무 커요. 필요한 행과 열만 남겨 주세요.",
        ImportRefusal.TooManyRows rows => $"한 번에 {KoreanWords.Digits(rows.CountMax)}행까지 가져올 수 있어요. 나누어 가져와 주세요.",
        ImportRefusal.TooManyColumns columns => $"열은 {columns.CountMax}개까지 적을 수 있어요. 쓰지 않는 열을 지워 주세요.",
        ImportRefusal.ColumnsMissing columns => $"꼭 있어야 하는 열이 없어요: {string.Join(", ", columns.Names)}",
        ImportRefusal.ColumnsUnknown columns => $"모르는 열이 있어요. 이름을 양식과 맞추거나 지워 주세요: {string.Join(", ", columns.Names)}",
        ImportRefusal.ColumnTwice column => $"같은 이름의 열이 두 개예요: {column.Name}",
        _ => null,
    };

    private static string OfReason(ImportKind kind, Refusal reason) => reason switch
    {
        CellRefusal cell => OfCell(cell),
        StoredRefusal.NotFound { Subject: "Partner" } partner => $"‘{partner.Id}’ 파트너가 없어요. 먼저 파트너를 등록하거나 아이디를 확인해 주세요.",
        StoredRefusal.NotFound { Subject: "Contract" } contract => $"‘{contract.Id}’ 계약이 없어요. 계약 아이디를 확인해 주세요.",
        StoredRefusal.AlreadyExists exists => $"‘{exists.Id}’는 이미 쓰는 아이디예요. 다른 아이디를 적거나 비워 주세요.",
        StoredRefusal.IdNotUsable id => $"아이디는 공백과 / 없이 1~{id.LengthMax}자로 적어 주세요.",
        RegistrationRefusal.AlreadyRegistered registered => $"이 결제는 이미 등록했어요(정산건 {registered.Existing}). 이 행을 지우거나, 다른 정산건이면 정산건 아이디를 따로 적어 주세요.",
        RegistrationRefusal.PoliciesNotFound policies => $"없는 정책이에요: {string.Join(", ", policies.Ids)}",
        WritingRefusal.CounterpartyNotFound counterparty => $"‘{counterparty.Id}’ 거래처가 없어요. 거래처 아이디를 확인해 주세요.",
        WritingRefusal.SupplierNotFound supplier => $"{supplier.Brn} 사업자의 거래처가 없어요. 거래처를 먼저 등록하고 연동해 주세요.",
        TaxInvoiceRefusal.FieldMissing => "거래처의 상호나 대표자를 알 수 없어요. 거래처로 등록하거나 거래처 아이디를 적어 주세요.",
        _ => Sentence(kind switch
        {
            ImportKind.Partners => PartnerRefusals.OfBatch(reason),
            ImportKind.TaxInvoices => TaxInvoiceRefusals.OfWriting(reason),
            _ => TransferRefusals.Of(reason),
        }),
    };

    /// <summary>The API's own sentence without the name of its field: the column says where.</summary>
    private static string Sentence(ApiError error) =>
        error is Contracts.InvalidRequestError && error.Message.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0 ? error.Message[(colon + 2)..] : error.Message;

    private static string OfCell(CellRefusal cell) => cell switch
    {
        CellRefusal.Missing => "꼭 적어야 하는 칸이에요.",
        CellRefusal.TooLong length => $"{KoreanWords.Digits(length.LengthMax)}자 이하로 적어 주세요.",
        CellRefusal.NotANumber number => $"‘{Short(number.Text)}’는 정수가 아니에요. 1000처럼 숫자만 적어 주세요.",
        CellRefusal.NumberOutOfRange range => $"{KoreanWords.Digits(range.Min)}부터 {KoreanWords.Digits(range.Max)}까지의 수를 적어 주세요.",
        CellRefusal.NotADate date => $"‘{Short(date.Text)}’는 날짜가 아니에요. 2026-09-30처럼 적어 주세요.",
        CellRefusal.NotAnInstant instant => $"‘{Short(instant.Text)}’는 일시가 아니에요. 2026-09-30 10:00처럼 적어 주세요.",
        CellRefusal.NotOneOf word => $"‘{Short(word.Text)}’는 쓸 수 없어요. 이 가운데 하나를 적어 주세요: {string.Join(", ", word.Allowed.Take(AllowedTold))}{(word.Allowed.Count > AllowedTold ? " 등" : "")}",
        CellRefusal.SameAsRow same => $"{same.Row}행과 같은 것이에요. 한 행을 지우거나 아이디를 다르게 적어 주세요.",
        CellRefusal.DiffersFromRow differs => $"같은 주문인 {differs.Row}행과 값이 달라요. 같게 적거나 비워 주세요.",
        CellRefusal.Needs needs => $"‘{needs.Column}’을 적었으면 이 칸도 적어 주세요.",
        CellRefusal.TotalWithProducts => "상품을 적은 행에는 주문 금액을 비워 주세요. 상품 금액과 수량으로 계산해요.",
        _ => throw new System.Diagnostics.UnreachableException(cell.Reason),
    };

    private static string Short(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
