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
    }

    private static async Task<Answer<CreateWebhookEndpointResponse>> CreateWebhookEndpoint(
        ApiCall<CreateWebhookEndpointBody> call, SubscribeWebhook subscribe, CancellationToken ct)
    {
        var subscribed = await subscribe.HandleAsync(call.Tenant, call.Actor, call.Body.Url, ct);
        return subscribed.Answer(
            endpoint => new CreateWebhookEndpointResponse { WebhookEndpoint = new NewWebhookEndpoint { Id = endpoint.Id, Url = endpoint.Url.AbsoluteUri, Secret = endpoint.Secret } },
            Refuse);
    }

    private static async Task<Answer<GetWebhookEndpointsResponse>> GetWebhookEndpoints(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var endpoints = await db.Set<WebhookEndpoint>().OrderBy(endpoint => endpoint.Id).ToListAsync(ct);
        return new GetWebhookEndpointsResponse
        {
            Items = [.. endpoints.Select(endpoint => new WebhookEndpointView { Id = endpoint.Id, Url = endpoint.Url.AbsoluteUri, CreatedAt = endpoint.CreatedAt })],
        };
    }

    private static async Task<Answer<DeleteWebhookEndpointResponse>> DeleteWebhookEndpoint(ApiCall call, string id, UnsubscribeWebhook unsubscribe, CancellationToken ct)
    {
        var removed = await unsubscribe.HandleAsync(call.Tenant, call.Actor, id, ct);
        return removed.Answer(_ => new DeleteWebhookEndpointResponse(), Refuse);
    }

    private static ApiError Refuse(Refusal refusal) => refusal switch
    {
        WebhookRefusal.UrlNotUsable => Invalid.Field("url", "http 또는 https로 시작하는 주소를 적어 주세요."),
        WebhookRefusal.TooManyEndpoints => new TooManyWebhookEndpointsError(),
        WebhookRefusal.EndpointNotFound => new WebhookEndpointNotFoundError(),
        _ => Invalid.Of(refusal),
    };
}
