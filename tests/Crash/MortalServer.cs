using Jeongsan.TestKit;

namespace Jeongsan.Crash;

/// <summary>
/// A server that is to die, and is started again on the same data each time. Whoever asks it something asks again until
/// the server lived through the answer, as a careful caller does.
/// </summary>
internal sealed class MortalServer : IAsyncDisposable
{
    private static readonly TimeSpan _deathLimit = TimeSpan.FromSeconds(5);
    private const int DeathsMax = 100;

    private readonly ServerProcess _process;
    private readonly Queue<string> _crashPoints;
    private readonly List<string> _deaths = [];
    private string? _armed;

    private MortalServer(ServerProcess process, Queue<string> crashPoints)
    {
        _process = process;
        _crashPoints = crashPoints;
    }

    public ServerProcess Process => _process;

    /// <summary>The crash points at which it died, in order.</summary>
    public IReadOnlyList<string> Deaths => _deaths;

    /// <summary>A server that dies at the first crash point, then, started again, at the second, and after the last one lives.</summary>
    public static async Task<MortalServer> StartAsync(string? database, IEnumerable<string> crashPoints, CancellationToken cancellation)
    {
        var server = new MortalServer(ServerProcess.Prepare(new ServerSettings { Database = database }), new Queue<string>(crashPoints));
        try
        {
            await server.StartUntilAliveAsync(cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks until an answer comes from a server that didn't die meanwhile.</summary>
    public async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> question, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await question(cancellation);
            }
            catch (Exception fault) when (fault is HttpRequestException { StatusCode: null } or IOException)
            {
                await BuryAsync(cancellation);
                await StartUntilAliveAsync(cancellation);
            }
        }
    }

    /// <summary>SIGKILL from outside, at whatever it is doing, and a new start.</summary>
    public async Task KillAndStartAgainAsync(CancellationToken cancellation)
    {
        await _process.Kill9Async(cancellation);
        _deaths.Add("killed from outside");
        await StartUntilAliveAsync(cancellation);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    // The connection may break a moment before the process is gone. One that doesn't end is a fault of the server's.
    private async Task BuryAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(_deathLimit, cancellation);
        _deaths.Add(_armed ?? "without being told to");
        if (_armed is null || _deaths.Count > DeathsMax)
            throw new ServerEndedException($"The server died {_deaths[^1]}.\n{_process.Output}");
    }

    private async Task StartUntilAliveAsync(CancellationToken cancellation)
    {
        while (true)
        {
            _armed = _crashPoints.TryDequeue(out var next) ? next : null;
            try
            {
                await _process.StartAgainAsync(
                    _armed is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["JEONGSAN_CRASH_AT"] = _armed },
                    cancellation);
                return;
            }
            catch (ServerEndedException) when (_armed is not null)
            {
                _deaths.Add(_armed);
            }
        }
    }
}
