using System.Collections.Concurrent;
using Jeongsan.Application.Adapters.Bank;
using Jeongsan.Application.Adapters.Popbill;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Webhooks;
using Jeongsan.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

[assembly: AssemblyFixture(typeof(Jeongsan.Application.Tests.Worlds))]

namespace Jeongsan.Application.Tests;

/// <summary>One migrated database of each kind for all tests that keep to a merchant of their own.</summary>
public sealed class Worlds : IAsyncDisposable
{
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<World>>> _worlds = new();

    internal Task<World> OnAsync(DatabaseKind kind) => _worlds.GetOrAdd(kind, of => new Lazy<Task<World>>(() => World.CreateAsync(of))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var world in _worlds.Values)
        {
            await (await world.Value).DisposeAsync();
        }
    }
}

/// <summary>Time that a test moves. Waits within a process stay real.</summary>
internal sealed class TestTime : TimeProvider
{
    private long _aheadTicks;

    public static DateTimeOffset Start { get; } = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(Interlocked.Read(ref _aheadTicks));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _aheadTicks, by.Ticks);
}

/// <summary>The application's own services over a database of the test's. Nothing runs in the background unless the test starts it.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private OutboxDispatcher? _dispatcher;

    private World(TestDatabase database, TimeProvider time, Func<OutboxOptions, OutboxOptions> outbox, Uri? agency, Action<IServiceCollection>? more)
    {
        (_database, Time) = (database, time);
        var nobody = new Uri("http://127.0.0.1:9/");
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(time);
        services.AddApplication(new ApplicationOptions(
            new StorageOptions { DataFolder = _folder.Path, PostgresConnection = database.ServerSetting },
            outbox(new OutboxOptions { Owner = "worker-a", Look = TimeSpan.FromMilliseconds(20) }),
            new MailOptions { PublicAddress = new Uri("http://jeongsan.test") },
            new PopbillSettings { LinkId = "TESTER", SecretKey = "amVvbmdzYW4tZW11bGF0b3ItdGVzdC1zZWNyZXQtMDE=", Address = agency ?? nobody, AuthAddress = agency ?? nobody },
            new BankOptions { Address = nobody },
            new WebhookOptions()));
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public TimeProvider Time { get; }

    public string Folder => _folder.Path;

    public bool IsDispatching => _dispatcher is not null;

    public Store Store => Get<Store>();

    public static async Task<World> CreateAsync(
        DatabaseKind kind, TimeProvider? time = null, Func<OutboxOptions, OutboxOptions>? outbox = null, Uri? agency = null, Action<IServiceCollection>? more = null)
    {
        var world = new World(await TestDatabase.CreateAsync(kind), time ?? new TestTime(), outbox ?? (options => options), agency, more);
        await world.Get<Migrator>().RunAsync(CancellationToken.None);
        return world;
    }

    public IEnumerable<T> All<T>() => _services.GetServices<T>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Performs messages in the background until the world ends.</summary>
    public async Task StartDispatcherAsync()
    {
        _dispatcher = ActivatorUtilities.CreateInstance<OutboxDispatcher>(_services);
        await _dispatcher.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_dispatcher is not null)
        {
            await _dispatcher.StopAsync(CancellationToken.None);
        }
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await _database.DisposeAsync();
        _folder.Dispose();
    }
}
