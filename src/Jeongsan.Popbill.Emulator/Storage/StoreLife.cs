using Jeongsan.Popbill.Emulator.Members;
using Microsoft.Extensions.Hosting;

namespace Jeongsan.Popbill.Emulator.Storage;

/// <summary>Opens the store before anything is served and closes it after everything.</summary>
internal sealed class StoreLife(EmulatorStore store, PopbillEmulatorOptions options) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => store.InTransactionAsync(
        db => db.Execute("INSERT INTO points (account, balance) VALUES ($0, $1) ON CONFLICT (account) DO NOTHING", PointAccounts.Partner, options.PartnerStartPoints), cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => store.CloseAsync();
}
