using Jeongsan.Application.Ledger;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace Jeongsan.Application.Storage;

public static class StorageFeature
{
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options) => services
        .AddSingleton(options)
        .AddSingleton<ContextFactory>()
        .AddSingleton<OutboxSignal>()
        .AddSingleton<SqliteWriter>()
        .AddSingleton<Store>()
        .AddSingleton<RotateKeys>()
        .AddSingleton<OpenLedger>().AddSingleton<Migrator>();
}
