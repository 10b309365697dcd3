using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Privacy;

namespace Jeongsan.Server.Api.Operations;

// Our own operations, beside PortOne's: what its console does, by API.

internal sealed record CreateBulkPayoutBody
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>All payable settlements of these dates; or</summary>
    public IReadOnlyList<DateOnly>? SettlementDates { get; init; }

    /// <summary>exactly these.</summary>
    public IReadOnlyList<string>? PartnerSettlementIds { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record BulkPayoutResponse
{
    public required PlatformBulkPayout BulkPayout { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PartnerNotToldError), typeof(BulkPayoutNotFoundError), typeof(PlatformBulkPayoutIdAlreadyExistsError),
    typeof(PlatformNoSelectedPartnerSettlementsError), typeof(PlatformDuplicatedPartnerSettlementIdsError), typeof(PlatformNonPayablePartnerSettlementsError),
    typeof(PlatformPartnerSettlementsNotFoundError), typeof(PlatformCurrencyNotSupportedError), typeof(NetPayoutNotPositiveError), typeof(BulkPayoutNotInStateError),
    typeof(BalanceInsufficientError), typeof(AnotherBulkPayoutOngoingError), typeof(SecondFactorNeededError), typeof(PlatformExternalApiTemporarilyFailedError))]
internal sealed class BulkPayoutError;

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

[ErrorType("SECOND_FACTOR_NEEDED", 403, "실제 지급은 콘솔에서 2단계 인증을 거쳐 실행해 주세요. API로는 테스트 모드에서만 실행할 수 있어요.")]
internal sealed record SecondFactorNeededError : ApiError;

internal sealed record WebhookEndpointView
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed record CreateWebhookEndpointBody
{
    public required string Url { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record CreateWebhookEndpointResponse
{
    public required NewWebhookEndpoint WebhookEndpoint { get; init; }
}

internal sealed record NewWebhookEndpoint
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    /// <summary>Shown once.</summary>
    public required string Secret { get; init; }
}

internal sealed record GetWebhookEndpointsResponse
{
    public required IReadOnlyList<WebhookEndpointView> Items { get; init; }
}

internal sealed record DeleteWebhookEndpointResponse;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(WebhookEndpointNotFoundError), typeof(TooManyWebhookEndpointsError))]
internal sealed class WebhookEndpointError;

[ErrorType("WEBHOOK_ENDPOINT_NOT_FOUND", 404, "웹훅 주소를 찾을 수 없어요. 아이디를 확인해 주세요.")]
internal sealed record WebhookEndpointNotFoundError : ApiError;

[ErrorType("TOO_MANY_WEBHOOK_ENDPOINTS", 409, "웹훅 주소를 더 등록할 수 없어요. 쓰지 않는 주소를 지워 주세요.")]
internal sealed record TooManyWebhookEndpointsError : ApiError;

internal sealed record AdvanceTestClockBody
{
    /// <summary>Not before the clock's present time.</summary>
    public required DateTimeOffset To { get; init; }
}

internal sealed record TestClockResponse
{
    public required DateTimeOffset Now { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class TestClockError;
