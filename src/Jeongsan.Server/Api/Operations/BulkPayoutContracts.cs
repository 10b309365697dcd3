using Jeongsan.Server.Api.BankFiles;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Privacy;

namespace Jeongsan.Server.Api.Operations;

internal sealed record CreateBulkPayoutBody
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>All payable settlements of these dates; or</summary>
    public IReadOnlyList<DateOnly>? SettlementDates { get; init; }

    /// <summary>exactly these.</summary>
    public IReadOnlyList<string>? PartnerSettlementIds { get; init; }

    /// <summary>With settlementDates: what the same partners owe from other dates is netted too.</summary>
    public bool? CarryReceivables { get; init; }

    /// <summary>For the platform's own bank book; absent for the platform's default.</summary>
    public string? WithdrawalMemo { get; init; }

    /// <summary>For the partner's bank book.</summary>
    public string? DepositMemo { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record BulkPayoutResponse
{
    public required PlatformBulkPayout BulkPayout { get; init; }
}

internal sealed record GetBulkPayoutBody
{
    public PageInput? Page { get; init; }
}

internal sealed record GetBulkPayoutResponse
{
    public required PlatformBulkPayout BulkPayout { get; init; }

    /// <summary>When it starts by itself; absent while it is not scheduled.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>Where it was sent as a file for the bank's site.</summary>
    public string? BankFileId { get; init; }

    public string? WithdrawalMemo { get; init; }

    public string? DepositMemo { get; init; }

    /// <summary>One for each partner, in the order in which they are sent.</summary>
    public required IReadOnlyList<BulkPayoutRow> Items { get; init; }

    public required PageInfo Page { get; init; }

    /// <summary>What was chosen and is not paid with it; the first thousand.</summary>
    public required IReadOnlyList<LeftOutRow> LeftOut { get; init; }

    public required int LeftOutCount { get; init; }
}

internal sealed record BulkPayoutRow
{
    public required PlatformPayout Payout { get; init; }

    public required IReadOnlyList<string> PartnerSettlementIds { get; init; }
}

internal enum LeftOutRowReason
{
    TakenOut,
    NetNotPositive,
}

internal sealed record LeftOutRow
{
    public required string PartnerSettlementId { get; init; }

    public required string PartnerId { get; init; }

    public required LeftOutRowReason Reason { get; init; }
}

internal sealed record BulkPayoutRowsBody
{
    /// <summary>Exactly these; or</summary>
    public IReadOnlyList<string>? PartnerSettlementIds { get; init; }

    /// <summary>all of these partners.</summary>
    public IReadOnlyList<string>? PartnerIds { get; init; }
}

internal sealed record SetBulkPayoutMemosBody
{
    /// <summary>Of every payout that was not sent. Absent: as it is. Empty: the platform's default, or else the partner's name.</summary>
    public string? WithdrawalMemo { get; init; }

    /// <summary>The same for the partners' bank books, where the platform's name stands when there is no default.</summary>
    public string? DepositMemo { get; init; }

    /// <summary>Of single payouts; these win.</summary>
    public IReadOnlyList<PayoutMemosInput>? Payouts { get; init; }
}

internal sealed record PayoutMemosInput
{
    public required string PayoutId { get; init; }

    public string? WithdrawalMemo { get; init; }

    public string? DepositMemo { get; init; }
}

internal sealed record ConfirmBulkPayoutBody
{
    /// <summary>The total that was looked at, in won: nothing is confirmed when the rows were changed since and it is another one. Not compared if left out.</summary>
    public long? TotalPayoutAmount { get; init; }
}

internal sealed record ScheduleBulkPayoutBody
{
    /// <summary>On a multiple of ten minutes, not in the banks' maintenance (22:50 to 01:00 in Seoul).</summary>
    public required DateTimeOffset ScheduledAt { get; init; }
}

internal sealed record CancelPayoutBody
{
    /// <summary>Also takes back the requests of tax invoices that the suppliers have not answered.</summary>
    public bool? CancelTaxInvoice { get; init; }
}

internal sealed record CancelPayoutResponse
{
    public required PlatformPayout Payout { get; init; }
}

internal sealed record RetryFailedPayoutsBody
{
    /// <summary>Of the new bulk payout.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PartnerNotToldError), typeof(BulkPayoutNotFoundError), typeof(PlatformBulkPayoutIdAlreadyExistsError),
    typeof(PlatformNoSelectedPartnerSettlementsError), typeof(PlatformDuplicatedPartnerSettlementIdsError), typeof(PlatformNonPayablePartnerSettlementsError),
    typeof(PlatformPartnerSettlementsNotFoundError), typeof(PlatformCurrencyNotSupportedError), typeof(NetPayoutNotPositiveError), typeof(BulkPayoutNotInStateError),
    typeof(BalanceInsufficientError), typeof(AnotherBulkPayoutOngoingError), typeof(SecondFactorNeededError), typeof(PlatformExternalApiTemporarilyFailedError), typeof(NothingToSendError),
    typeof(BankFileTooManyRowsError), typeof(BankFileBanksWithoutCodeError), typeof(PayoutSendingChangedError), typeof(ConfirmedBySamePersonError), typeof(PayeesNotPayableError), typeof(BulkPayoutTotalChangedError))]
internal sealed class BulkPayoutError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(BulkPayoutNotFoundError))]
internal sealed class GetBulkPayoutError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(BulkPayoutNotFoundError), typeof(BulkPayoutNotInStateError), typeof(PlatformPartnerNotFoundError),
    typeof(PlatformPartnerSettlementsNotFoundError), typeof(PlatformNonPayablePartnerSettlementsError), typeof(PlatformNoSelectedPartnerSettlementsError), typeof(NetPayoutNotPositiveError))]
internal sealed class BulkPayoutRowsError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(BulkPayoutNotFoundError), typeof(PayoutNotFoundError), typeof(PayoutMemosFixedError))]
internal sealed class BulkPayoutMemosError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(BulkPayoutNotFoundError), typeof(BulkPayoutNotInStateError), typeof(SecondFactorNeededError),
    typeof(PartnerNotToldError), typeof(ScheduleInMaintenanceError), typeof(TooManyScheduledBulkPayoutsError), typeof(BulkPayoutAlreadyScheduledError), typeof(BulkPayoutNotScheduledError), typeof(NothingToSendError),
    typeof(BankFileNotSchedulableError), typeof(ConfirmedBySamePersonError))]
internal sealed class BulkPayoutScheduleError;

[ErrorType("CONFIRMED_BY_SAME_PERSON", 403, "확정한 사람은 실행하거나 예약할 수 없게 설정되어 있어요. 다른 사람이 실행해 주세요.")]
internal sealed record ConfirmedBySamePersonError : ApiError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(BulkPayoutNotFoundError), typeof(BulkPayoutNotInStateError), typeof(BulkPayoutNotStoppedError),
    typeof(BankFileAwaitingResultsError))]
internal sealed class BulkPayoutStopError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PartnerNotToldError), typeof(BulkPayoutNotFoundError), typeof(PayoutNotFoundError),
    typeof(BulkPayoutNotInStateError), typeof(PayoutNotInStateError), typeof(PayoutScheduledError))]
internal sealed class PayoutCancelError;

[ErrorType("BULK_PAYOUT_NOT_FOUND", 404, "일괄 지급을 찾을 수 없어요. 아이디를 확인해 주세요.")]
internal sealed record BulkPayoutNotFoundError : ApiError;

[ErrorType("NET_PAYOUT_NOT_POSITIVE", 400, "지급할 금액이 0원 이하인 파트너가 있어요. 그 파트너의 정산 내역을 빼 주세요.")]
internal sealed record NetPayoutNotPositiveError : ApiError
{
    public required IReadOnlyList<string> PartnerIds { get; init; }
}

[ErrorType("BULK_PAYOUT_NOT_IN_STATE", 409, "지금 상태의 일괄 지급에는 할 수 없는 일이에요. 상태를 확인해 주세요.")]
internal sealed record BulkPayoutNotInStateError : ApiError
{
    public required PlatformBulkPayoutStatus BulkPayoutStatus { get; init; }
}

[ErrorType("PAYOUT_NOT_IN_STATE", 409, "지금 상태의 지급에는 할 수 없는 일이에요. 상태를 확인해 주세요.")]
internal sealed record PayoutNotInStateError : ApiError
{
    public required PlatformPayoutStatus PayoutStatus { get; init; }
}

[ErrorType("PAYOUT_SCHEDULED", 409, "예약한 지급은 바로 취소할 수 없어요. 예약을 취소한 뒤 취소해 주세요.")]
internal sealed record PayoutScheduledError : ApiError;

[ErrorType("PAYOUT_MEMOS_FIXED", 409, "이미 보냈거나 취소한 지급의 통장 메모는 바꿀 수 없어요. 남은 지급만 골라 주세요.")]
internal sealed record PayoutMemosFixedError : ApiError
{
    /// <summary>Named by the request; empty when nothing of the bulk payout is left to be sent.</summary>
    public required IReadOnlyList<string> PayoutIds { get; init; }
}

[ErrorType("BULK_PAYOUT_TOTAL_CHANGED", 409, "그 사이에 지급할 정산 내역이 바뀌어 합계가 달라졌어요. 바뀐 내용을 확인하고 다시 확정해 주세요.")]
internal sealed record BulkPayoutTotalChangedError : ApiError
{
    /// <summary>Now, in won.</summary>
    public required long TotalPayoutAmount { get; init; }
}

[ErrorType("BULK_PAYOUT_NOTHING_TO_SEND", 409, "보낼 지급이 남아 있지 않아요. 중단한 지급이 있으면 재개한 뒤 다시 시도해 주세요.")]
internal sealed record NothingToSendError : ApiError;

[ErrorType("BULK_PAYOUT_NOT_STOPPED", 409, "중단한 지급이 없어요. 상태를 확인해 주세요.")]
internal sealed record BulkPayoutNotStoppedError : ApiError;

[ErrorType("BULK_PAYOUT_ALREADY_SCHEDULED", 409, "이미 예약한 일괄 지급이에요. 예약 시각을 바꾸거나 예약을 취소해 주세요.")]
internal sealed record BulkPayoutAlreadyScheduledError : ApiError
{
    public required DateTimeOffset ScheduledAt { get; init; }
}

[ErrorType("BULK_PAYOUT_NOT_SCHEDULED", 409, "예약이 없는 일괄 지급이에요. 먼저 예약해 주세요.")]
internal sealed record BulkPayoutNotScheduledError : ApiError;

[ErrorType("SCHEDULE_IN_BANK_MAINTENANCE", 400, "은행 점검 시간(22:50~01:00)에는 지급을 예약할 수 없어요. 다른 시각을 골라 주세요.")]
internal sealed record ScheduleInMaintenanceError : ApiError;

[ErrorType("TOO_MANY_SCHEDULED_BULK_PAYOUTS", 409, "예약한 일괄 지급이 너무 많아요. 다른 예약을 취소하거나 실행된 뒤 다시 예약해 주세요.")]
internal sealed record TooManyScheduledBulkPayoutsError : ApiError
{
    public required int CountMax { get; init; }
}

[ErrorType("PAYOUT_SENDING_CHANGED", 409, "지급을 보내는 방법이 방금 바뀌어서 시작하지 않았어요. 방법을 확인하고 다시 실행해 주세요.")]
internal sealed record PayoutSendingChangedError : ApiError;

[ErrorType("BALANCE_INSUFFICIENT", 400, "출금 계좌의 잔액이 부족해서 지급을 시작하지 않았어요. 입금한 뒤 다시 실행해 주세요.")]
internal sealed record BalanceInsufficientError : ApiError
{
    public required long Balance { get; init; }

    public required long Needed { get; init; }
}

[ErrorType("ANOTHER_BULK_PAYOUT_ONGOING", 409, "같은 계좌에서 다른 일괄 지급이 진행 중이에요. 끝난 뒤 다시 실행해 주세요.")]
internal sealed record AnotherBulkPayoutOngoingError : ApiError
{
    public required string BulkPayoutId { get; init; }
}

[ErrorType("SECOND_FACTOR_NEEDED", 403, "실제 지급은 콘솔에서 2단계 인증을 거쳐 실행하거나 예약해 주세요. API로는 테스트 모드에서만 할 수 있어요.")]
internal sealed record SecondFactorNeededError : ApiError;
