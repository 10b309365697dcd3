using Jeongsan.Application.Outbox;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Operations;

/// <summary>웹훅 주소: who is told of events.</summary>
internal static class WebhookOperations
{
    public static void MapWebhookOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/webhook-endpoints").WithTags("웹훅 (자체 API)");
        routes.MapPost("", CreateWebhookEndpoint).Needs(PersonRight.Edit).Refuses<WebhookEndpointError>();
        routes.MapGet("", GetWebhookEndpoints).Needs(PersonRight.See).Refuses<WebhookEndpointError>();
        routes.MapDelete("/{id}", DeleteWebhookEndpoint).Needs(PersonRight.Edit).Refuses<WebhookEndpointError>();
        routes.MapPost("/{id}/rotate-secret", RotateWebhookSecret).Needs(PersonRight.Edit).Refuses<RotateWebhookSecretError>();
        routes.MapPost("/{id}/switch-on", SwitchOnWebhookEndpoint).Needs(PersonRight.Edit).Refuses<SwitchOnWebhookEndpointError>();
        routes.MapPost("/{id}/resend-undelivered", ResendUndeliveredWebhooks).Needs(PersonRight.Edit).Refuses<ResendUndeliveredWebhooksError>();
        routes.MapGet("/{id}/deliveries", GetWebhookDeliveries).Needs(PersonRight.See).Refuses<WebhookDeliveryError>();
        routes.MapGet("/{id}/deliveries/{deliveryId}", GetWebhookDelivery).Needs(PersonRight.See).Refuses<WebhookDeliveryError>();
        routes.MapPost("/{id}/deliveries/{deliveryId}/resend", ResendWebhookDelivery).Needs(PersonRight.Edit).Refuses<WebhookDeliveryError>();
    }

    private static async Task<Answer<CreateWebhookEndpointResponse>> CreateWebhookEndpoint(
        ApiCall<CreateWebhookEndpointBody> call, SubscribeWebhook subscribe, CancellationToken ct)
    {
        var subscribed = await subscribe.HandleAsync(call.Tenant, call.Actor, call.Body.Url, ct);
        return subscribed.Answer(
            endpoint => new CreateWebhookEndpointResponse { WebhookEndpoint = new NewWebhookEndpoint { Id = endpoint.Id, Url = endpoint.Url.AbsoluteUri, Secret = endpoint.Secret } },
            Refuse);
    }

    private static async Task<Answer<GetWebhookEndpointsResponse>> GetWebhookEndpoints(ApiCall call, Store store, TimeProvider time, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var endpoints = await db.Set<WebhookEndpoint>().OrderBy(endpoint => endpoint.Id).ToListAsync(ct);
        return new GetWebhookEndpointsResponse
        {
            Items = [.. endpoints.Select(endpoint => Write(endpoint, time.GetUtcNow()))],
        };
    }

    /// <summary>The new secret is shown in this answer only.</summary>
    private static async Task<Answer<RotateWebhookSecretResponse>> RotateWebhookSecret(ApiCall call, string id, RotateWebhookSecret rotate, CancellationToken ct)
    {
        var rotated = await rotate.HandleAsync(call.Tenant, call.Actor, id, ct);
        return rotated.Answer(
            endpoint => new RotateWebhookSecretResponse
            {
                WebhookEndpoint = new NewWebhookEndpoint { Id = endpoint.Id, Url = endpoint.Url.AbsoluteUri, Secret = endpoint.Secret },
                OldSecretValidUntil = endpoint.OldValidUntil,
            },
            Refuse);
    }

    private static async Task<Answer<SwitchOnWebhookEndpointResponse>> SwitchOnWebhookEndpoint(
        ApiCall call, string id, SwitchOnWebhook switchOn, Store store, TimeProvider time, CancellationToken ct)
    {
        var on = await switchOn.HandleAsync(call.Tenant, call.Actor, id, ct);
        if (on.IsRefused)
        {
            return Refuse(on.Refusal);
        }
        await using var db = store.Read(call.Tenant);
        return await db.Set<WebhookEndpoint>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } endpoint
            ? new SwitchOnWebhookEndpointResponse { WebhookEndpoint = Write(endpoint, time.GetUtcNow()) }
            : new WebhookEndpointNotFoundError();
    }

    private static async Task<Answer<ResendUndeliveredWebhooksResponse>> ResendUndeliveredWebhooks(
        ApiCall<ResendUndeliveredWebhooksBody> call, string id, ResendUndelivered resend, CancellationToken ct)
    {
        var resent = await resend.HandleAsync(call.Tenant, call.Actor, id, call.Body.Days ?? ResendUndelivered.DaysDefault, ct);
        return resent.Answer(done => new ResendUndeliveredWebhooksResponse { Count = done.Count }, Refuse);
    }

    private static async Task<Answer<DeleteWebhookEndpointResponse>> DeleteWebhookEndpoint(ApiCall call, string id, UnsubscribeWebhook unsubscribe, CancellationToken ct)
    {
        var removed = await unsubscribe.HandleAsync(call.Tenant, call.Actor, id, ct);
        return removed.Answer(_ => new DeleteWebhookEndpointResponse(), Refuse);
    }

    private static async Task<Answer<GetWebhookDeliveriesResponse>> GetWebhookDeliveries(ApiCall<GetWebhookDeliveriesBody> call, string id, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        if (!await db.Set<WebhookEndpoint>().AnyAsync(endpoint => endpoint.Id == id, ct))
        {
            return new WebhookEndpointNotFoundError();
        }

        OutboxState[] states = [.. (call.Body.Filter?.Statuses ?? []).Select(status => Enum.GetValues<OutboxState>().First(state => StatusOf(state) == status))];
        var page = await WebhookDeliveries.Of(db, id, states).PageAsync(paging.Value, ct);
        return new GetWebhookDeliveriesResponse { Items = page.Write(Write), Page = page.Page };
    }

    private static async Task<Answer<WebhookDeliveryResponse>> GetWebhookDelivery(ApiCall call, string id, string deliveryId, Store store, CancellationToken ct) =>
        await AnswerAsync(call, id, deliveryId, store, ct);

    /// <summary>The same webhook id and the same bytes again, at once.</summary>
    private static async Task<Answer<WebhookDeliveryResponse>> ResendWebhookDelivery(ApiCall call, string id, string deliveryId, ResendWebhook resend, Store store, CancellationToken ct)
    {
        var resent = await resend.HandleAsync(call.Tenant, call.Actor, id, deliveryId, ct);
        return resent.IsRefused ? Refuse(resent.Refusal) : await AnswerAsync(call, id, deliveryId, store, ct);
    }

    private static async Task<Answer<WebhookDeliveryResponse>> AnswerAsync(ApiCall call, string id, string deliveryId, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return await db.Set<WebhookEndpoint>().AnyAsync(endpoint => endpoint.Id == id, ct)
            ? await WebhookDeliveries.FindAsync(db, id, deliveryId, ct) is { } found ? new WebhookDeliveryResponse { Delivery = Write(found) } : new WebhookDeliveryNotFoundError()
            : new WebhookEndpointNotFoundError();
    }

    private static WebhookEndpointView Write(WebhookEndpoint endpoint, DateTimeOffset now) => new()
    {
        Id = endpoint.Id,
        Url = endpoint.Url.AbsoluteUri,
        CreatedAt = endpoint.CreatedAt,
        Status = endpoint.SwitchedOffAt is null ? WebhookEndpointStatus.On : WebhookEndpointStatus.Off,
        FailingSince = endpoint.FailingSince,
        FailedAttempts = endpoint.FailedAttempts,
        SwitchedOffAt = endpoint.SwitchedOffAt,
        SwitchedOffReason = endpoint.SwitchedOffWhy,
        OldSecretValidUntil = endpoint.StillValid(now).Max(secret => (DateTimeOffset?)secret.ValidUntil),
    };

    private static WebhookDeliveryView Write(WebhookDeliveryState state) => new()
    {
        Id = state.Delivery.Id,
        Type = state.Delivery.Type,
        Status = StatusOf(state.Message.State),
        Attempts = state.Message.Attempts,
        CreatedAt = state.Delivery.CreatedAt,
        LastTriedAt = state.Delivery.TriedAt,
        NextAttemptAt = state.NextAttemptAt,
        Body = state.Body,
        AnswerStatus = state.Delivery.AnswerStatus,
        AnswerBody = state.Delivery.AnswerBody,
        Problem = state.Message.State == OutboxState.Done ? null : state.Message.LastProblem,
    };

    private static WebhookDeliveryStatus StatusOf(OutboxState state) => state switch
    {
        OutboxState.Pending => WebhookDeliveryStatus.Waiting,
        OutboxState.Running => WebhookDeliveryStatus.Sending,
        OutboxState.Done => WebhookDeliveryStatus.Delivered,
        OutboxState.Failed => WebhookDeliveryStatus.Failed,
        _ => throw new System.Diagnostics.UnreachableException(state.ToString()),
    };

    private static ApiError Refuse(Refusal refusal) => refusal switch
    {
        WebhookRefusal.UrlNotUsable => Invalid.Field("url", "http 또는 https로 시작하는 주소를 적어 주세요."),
        WebhookRefusal.TooManyEndpoints => new TooManyWebhookEndpointsError(),
        WebhookRefusal.EndpointNotFound => new WebhookEndpointNotFoundError(),
        WebhookRefusal.DeliveryNotFound => new WebhookDeliveryNotFoundError(),
        WebhookRefusal.TooManySecrets(_, var until) => new TooManyWebhookSecretsError { OldSecretValidUntil = until },
        WebhookRefusal.EndpointOff => new WebhookEndpointOffError(),
        WebhookRefusal.EndpointOn => new WebhookEndpointOnError(),
        WebhookRefusal.DaysOutOfRange(_, var max) => Invalid.Field("days", $"1일에서 {max}일 사이로 적어 주세요."),
        WebhookRefusal.DeliveryInProgress => new WebhookDeliveryInProgressError(),
        _ => Invalid.Of(refusal),
    };
}
