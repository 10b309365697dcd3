using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Operations;

internal sealed record WebhookEndpointView
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required WebhookEndpointStatus Status { get; init; }

    /// <summary>When the first attempt failed after which none succeeded; absent while deliveries arrive.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>How many attempts failed since then.</summary>
    public required int FailedAttempts { get; init; }

    public DateTimeOffset? SwitchedOffAt { get; init; }

    /// <summary>What became of the last attempt before it was switched off, in Korean.</summary>
    public string? SwitchedOffReason { get; init; }

    /// <summary>Until then deliveries carry a signature by the secret of before as well; absent when only one secret is valid.</summary>
    public DateTimeOffset? OldSecretValidUntil { get; init; }
}

internal enum WebhookEndpointStatus
{
    On,

    /// <summary>Switched off after days of failure: events are kept for it, and not sent.</summary>
    Off,
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

internal sealed record RotateWebhookSecretResponse
{
    public required NewWebhookEndpoint WebhookEndpoint { get; init; }

    /// <summary>Until then deliveries carry a signature by the secret of before as well.</summary>
    public required DateTimeOffset OldSecretValidUntil { get; init; }
}

internal sealed record SwitchOnWebhookEndpointResponse
{
    public required WebhookEndpointView WebhookEndpoint { get; init; }
}

internal sealed record ResendUndeliveredWebhooksBody
{
    /// <summary>Events of how many days back, from 1 to 30; 7 when absent.</summary>
    public int? Days { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record ResendUndeliveredWebhooksResponse
{
    /// <summary>How many are on their way again.</summary>
    public required int Count { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(WebhookEndpointNotFoundError), typeof(TooManyWebhookEndpointsError))]
internal sealed class WebhookEndpointError;

[ErrorType("WEBHOOK_ENDPOINT_NOT_FOUND", 404, "웹훅 주소를 찾을 수 없어요. 아이디를 확인해 주세요.")]
internal sealed record WebhookEndpointNotFoundError : ApiError;

[ErrorType("TOO_MANY_WEBHOOK_ENDPOINTS", 409, "웹훅 주소를 더 등록할 수 없어요. 쓰지 않는 주소를 지워 주세요.")]
internal sealed record TooManyWebhookEndpointsError : ApiError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(WebhookEndpointNotFoundError), typeof(TooManyWebhookSecretsError))]
internal sealed class RotateWebhookSecretError;

[ErrorType("TOO_MANY_WEBHOOK_SECRETS", 409, "서명 비밀키를 하루에 네 번까지만 바꿀 수 있어요. 전에 쓰던 비밀키가 끝난 뒤 다시 바꿔 주세요.")]
internal sealed record TooManyWebhookSecretsError : ApiError
{
    /// <summary>When the first of the secrets of before ends.</summary>
    public required DateTimeOffset OldSecretValidUntil { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(WebhookEndpointNotFoundError), typeof(WebhookEndpointOnError))]
internal sealed class SwitchOnWebhookEndpointError;

[ErrorType("WEBHOOK_ENDPOINT_ON", 409, "이미 켜져 있는 웹훅 주소예요.")]
internal sealed record WebhookEndpointOnError : ApiError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(WebhookEndpointNotFoundError), typeof(WebhookEndpointOffError))]
internal sealed class ResendUndeliveredWebhooksError;

[ErrorType("WEBHOOK_ENDPOINT_OFF", 409, "오래 전달되지 않아 꺼진 웹훅 주소예요. 먼저 다시 켜 주세요.")]
internal sealed record WebhookEndpointOffError : ApiError;

internal enum WebhookDeliveryStatus
{
    /// <summary>For its first attempt, or for the next one.</summary>
    Waiting,
    Sending,
    Delivered,

    /// <summary>No further attempt is planned; it can be sent again.</summary>
    Failed,
}

internal sealed record WebhookDeliveryView
{
    /// <summary>The <c>webhook-id</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The event's name, e.g. TaxInvoice.Issued.</summary>
    public required string Type { get; init; }

    public required WebhookDeliveryStatus Status { get; init; }

    public required int Attempts { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastTriedAt { get; init; }

    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>What is posted, as it is signed.</summary>
    public required string Body { get; init; }

    /// <summary>The receiver's HTTP status at the last attempt; absent when nothing answered.</summary>
    public int? AnswerStatus { get; init; }

    /// <summary>The beginning of the receiver's answer, at most 2,000 bytes.</summary>
    public string? AnswerBody { get; init; }

    /// <summary>Why the last attempt did not deliver it, in Korean.</summary>
    public string? Problem { get; init; }
}

internal sealed record WebhookDeliveryFilter
{
    public IReadOnlyList<WebhookDeliveryStatus>? Statuses { get; init; }
}

internal sealed record GetWebhookDeliveriesBody
{
    public PageInput? Page { get; init; }

    public WebhookDeliveryFilter? Filter { get; init; }
}

internal sealed record GetWebhookDeliveriesResponse
{
    public required IReadOnlyList<WebhookDeliveryView> Items { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record WebhookDeliveryResponse
{
    public required WebhookDeliveryView Delivery { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(WebhookEndpointNotFoundError), typeof(WebhookDeliveryNotFoundError), typeof(WebhookDeliveryInProgressError),
    typeof(WebhookEndpointOffError))]
internal sealed class WebhookDeliveryError;

[ErrorType("WEBHOOK_DELIVERY_NOT_FOUND", 404, "이 주소로 보낸 웹훅 가운데 그 아이디는 없어요. 아이디를 확인해 주세요.")]
internal sealed record WebhookDeliveryNotFoundError : ApiError;

[ErrorType("WEBHOOK_DELIVERY_IN_PROGRESS", 409, "지금 보내고 있는 웹훅이에요. 잠시 뒤 결과를 확인해 주세요.")]
internal sealed record WebhookDeliveryInProgressError : ApiError;
