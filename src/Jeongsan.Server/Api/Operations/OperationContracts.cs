using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Operations;

// Our own operations, beside PortOne's: what its console does, by API.

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

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(WebhookEndpointNotFoundError), typeof(WebhookDeliveryNotFoundError), typeof(WebhookDeliveryInProgressError))]
internal sealed class WebhookDeliveryError;

[ErrorType("WEBHOOK_DELIVERY_NOT_FOUND", 404, "이 주소로 보낸 웹훅 가운데 그 아이디는 없어요. 아이디를 확인해 주세요.")]
internal sealed record WebhookDeliveryNotFoundError : ApiError;

[ErrorType("WEBHOOK_DELIVERY_IN_PROGRESS", 409, "지금 보내고 있는 웹훅이에요. 잠시 뒤 결과를 확인해 주세요.")]
internal sealed record WebhookDeliveryInProgressError : ApiError;

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
