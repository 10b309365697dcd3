using Jeongsan.Application.BankFiles;
using Jeongsan.Application.Imports;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Operations;

namespace Jeongsan.Server.Api.BankFiles;

/// <summary>From the refusals of bank files to the API's errors.</summary>
internal static class BankFileErrors
{
    public static ApiError Of(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound => new BankFileNotFoundError(),
        BankFileRefusal file => OfFile(file),
        ResultRefusal.Wrong wrong => new BankFileResultWrongError { Preview = BankFileMapping.Write(wrong.Preview) },
        ResultRefusal.NothingOfThisFile => new BankFileResultUnreadableError { Message = "이 이체 파일의 지급이 한 건도 없어요. 다른 파일의 결과인지 확인해 주세요." },
        ResultRefusal.OfAnotherFile other => new BankFileResultUnreadableError { Message = $"다른 이체 파일({other.Other})의 결과로 이미 읽은 파일이에요. 이 파일의 결과를 다시 받아 올려 주세요." },
        ImportRefusal.FileNameTooLong name => Invalid.Field("fileName", $"{name.LengthMax}자 이하로 적어 주세요."),
        ImportRefusal.ColumnsMissing columns => new BankFileResultUnreadableError
        {
            Message = $"결과 파일에 이 열이 없어요: {string.Join(", ", columns.Names)}. 지급 방법 설정에서 결과 파일의 열 이름을 은행 파일과 맞춰 주세요.",
        },
        _ when ImportWords.OfFile(refusal) is { } sentence => new BankFileResultUnreadableError { Message = sentence },
        ExecutionRefusal.SecondFactorNeeded => new SecondFactorNeededError { Message = "운영 모드에서는 콘솔에서 2단계 인증을 거쳐 해 주세요. API로는 테스트 모드에서만 할 수 있어요." },
        _ => Invalid.Of(refusal),
    };

    public static ApiError OfFile(BankFileRefusal refusal) => refusal switch
    {
        BankFileRefusal.LayoutMissing => new BankFileLayoutMissingError(),
        BankFileRefusal.NoStandardLayout => Invalid.Field("standardLayout", "이 은행의 기본 양식은 없어요. layout에 양식을 적어 주세요."),
        BankFileRefusal.TooManyRows rows => new BankFileTooManyRowsError { Count = rows.Count, CountMax = rows.CountMax },
        BankFileRefusal.BanksWithoutCode banks => new BankFileBanksWithoutCodeError { PayoutIds = [.. banks.Ids.Select(id => id.Value)] },
        BankFileRefusal.NotSchedulable => new BankFileNotSchedulableError(),
        BankFileRefusal.AwaitingResults waiting => new BankFileAwaitingResultsError { BankFileId = waiting.Id.Value },
        BankFileRefusal.ResultsRead => new BankFileResultReadError(),
        BankFileRefusal.Discarded => new BankFileDiscardedError(),
        BankFileRefusal.NotInState => new BankFileResultReadError { Message = "모든 지급의 결과가 정해진 파일이에요. 더 할 일이 없어요." },
        BankFileRefusal.ReasonMissing => Invalid.Field("reason", "사유를 적어 주세요."),
        BankFileRefusal.ReasonTooLong reason => Invalid.Field("reason", $"{reason.LengthMax}자 이하로 적어 주세요."),
        BankFileRefusal.NotInFile => new PayoutNotInBankFileError(),
        BankFileRefusal.ContradictsKnown known => new BankFileResultContradictsError { PayoutStatus = Code.Of(known.Known).As<PlatformPayoutStatus>() },
        BankFileRefusal.ContentAltered => new BankFileAlteredError(),
        _ => OfLayout(refusal),
    };

    private static InvalidRequestError OfLayout(BankFileRefusal refusal) =>
        BankFileWords.OfLayout(refusal) is var (field, mend) ? Invalid.Field($"layout.{field}", mend) : throw new System.Diagnostics.UnreachableException(refusal.Reason);
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class GetBankFilesError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(BankFileLayoutMissingError))]
internal sealed class SetPayoutSendingError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(BankFileNotFoundError))]
internal sealed class GetBankFileError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(BankFileNotFoundError), typeof(BankFileDiscardedError), typeof(BankFileAlteredError))]
internal sealed class DownloadBankFileError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(BankFileNotFoundError), typeof(BankFileDiscardedError), typeof(BankFileResultUnreadableError),
    typeof(FileTooLargeError))]
internal sealed class PreviewBankFileResultError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(BankFileNotFoundError), typeof(BankFileDiscardedError), typeof(BankFileResultUnreadableError),
    typeof(FileTooLargeError), typeof(BankFileResultWrongError))]
internal sealed class ReadBankFileResultError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(BankFileNotFoundError), typeof(BankFileDiscardedError), typeof(BankFileResultReadError),
    typeof(SecondFactorNeededError))]
internal sealed class DiscardBankFileError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(BankFileNotFoundError), typeof(BankFileDiscardedError), typeof(BankFileResultReadError),
    typeof(SecondFactorNeededError), typeof(PayoutNotInBankFileError), typeof(BankFileResultContradictsError))]
internal sealed class MarkBankFileRowError;

[ErrorType("BANK_FILE_NOT_FOUND", 404, "이체 파일을 찾을 수 없어요. 아이디를 확인해 주세요.")]
internal sealed record BankFileNotFoundError : ApiError;

[ErrorType("BANK_FILE_LAYOUT_MISSING", 400, "이체 파일의 양식을 고르지 않았어요. standardLayout이나 layout을 적어 주세요.")]
internal sealed record BankFileLayoutMissingError : ApiError;

[ErrorType("BANK_FILE_TOO_MANY_ROWS", 400, "은행이 파일 하나에 받는 수보다 지급이 많아요. 일괄 지급을 나누어 만들어 주세요.")]
internal sealed record BankFileTooManyRowsError : ApiError
{
    public required int Count { get; init; }

    public required int CountMax { get; init; }
}

[ErrorType("BANK_FILE_BANKS_WITHOUT_CODE", 400, "은행코드가 없는 은행의 계좌가 있어서 파일을 만들지 않았어요. 그 지급을 빼고 따로 보내 주세요.")]
internal sealed record BankFileBanksWithoutCodeError : ApiError
{
    public required IReadOnlyList<string> PayoutIds { get; init; }
}

[ErrorType("BANK_FILE_NOT_SCHEDULABLE", 409, "이체 파일로 보낼 때는 지급을 예약하지 않아요. 실행해서 파일을 받은 뒤 은행 화면에서 예약 이체를 골라 주세요.")]
internal sealed record BankFileNotSchedulableError : ApiError;

[ErrorType("BANK_FILE_AWAITING_RESULTS", 409, "이체 파일로 보낸 지급은 결과를 읽기 전에 중단할 수 없어요. 처리 결과를 올리거나, 은행에 올리지 않았으면 파일을 폐기해 주세요.")]
internal sealed record BankFileAwaitingResultsError : ApiError
{
    public required string BankFileId { get; init; }
}

[ErrorType("BANK_FILE_RESULT_READ", 409, "은행의 결과를 이미 읽은 파일은 폐기할 수 없어요. 남은 지급의 결과를 올리거나 한 건씩 적어 주세요.")]
internal sealed record BankFileResultReadError : ApiError;

[ErrorType("BANK_FILE_DISCARDED", 409, "은행에 올리지 않았다고 폐기한 파일이에요. 은행에서 처리되었다면 다시 지급하기 전에 은행 거래내역부터 확인해 주세요.")]
internal sealed record BankFileDiscardedError : ApiError;

[ErrorType("BANK_FILE_ALTERED", 409, "보관한 파일이 처음 만든 것과 달라서 내주지 않았어요. 관리자에게 알려 주세요.")]
internal sealed record BankFileAlteredError : ApiError;

[ErrorType("BANK_FILE_RESULT_UNREADABLE", 400, "결과 파일을 읽지 못했어요. 은행에서 받은 파일을 그대로 올려 주세요.")]
internal sealed record BankFileResultUnreadableError : ApiError;

[ErrorType("BANK_FILE_RESULT_WRONG", 409, "이체 파일과 맞지 않는 줄이 있어서 아무것도 반영하지 않았어요. preview.rows를 확인해 주세요.")]
internal sealed record BankFileResultWrongError : ApiError
{
    public required BankFileResultPreviewView Preview { get; init; }
}

[ErrorType("PAYOUT_NOT_IN_BANK_FILE", 404, "이 파일에 없는 지급이에요. 지급 아이디를 확인해 주세요.")]
internal sealed record PayoutNotInBankFileError : ApiError;

[ErrorType("BANK_FILE_RESULT_CONTRADICTS", 409, "이미 다른 결과로 끝난 지급이에요. 은행 거래내역과 비교해 주세요.")]
internal sealed record BankFileResultContradictsError : ApiError
{
    public required PlatformPayoutStatus PayoutStatus { get; init; }
}
