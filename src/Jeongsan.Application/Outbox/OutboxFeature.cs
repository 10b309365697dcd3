using Microsoft.Extensions.DependencyInjection;

namespace Jeongsan.Application.Outbox;

public static class OutboxFeature
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, OutboxOptions options) => services
        .AddSingleton(options)
        .AddSingleton<OutboxLane, OpenLane>()
        .AddSingleton<OutboxClaims>()
        .AddSingleton<RetryMessage>()
        .AddHostedService<OutboxDispatcher>();

    public static IServiceCollection AddOutboxHandler<THandler>(this IServiceCollection services) where THandler : OutboxHandler =>
        services.AddSingleton<OutboxHandler, THandler>();
}
