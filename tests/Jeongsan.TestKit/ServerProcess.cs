using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Jeongsan.TestKit;

/// <summary>What a test changes about a server: everything else is as a user gets it.</summary>
public sealed record ServerSettings
{
    /// <summary>The API secret of the sample platform; fixed, so that a restarted server is asked with the same one.</summary>
    public string ApiSecret { get; init; } = "jeongsan-test-secret-0123456789abcdef";

    /// <summary>JEONGSAN_DATABASE; null is SQLite in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>Further variables, for example JEONGSAN_CRASH_AT.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Arguments of the server, for example <c>sample</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}

/// <summary>The server's process ended before it answered that it is healthy.</summary>
public sealed class ServerEndedException(string message) : Exception(message);

/// <summary>
/// The real, built server in a process of its own, with free ports and a temporary data folder. It may be killed and
/// started again on the same data. Nothing of it outlives <see cref="DisposeAsync"/>.
/// </summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan _startLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan _stopLimit = TimeSpan.FromSeconds(30);

    private readonly ServerSettings _settings;
    private readonly Ports _ports = Ports.Claim();
    private readonly TemporaryFolder _data = new();
    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;

    private ServerProcess(ServerSettings settings)
    {
        _settings = settings;
        Address = new Uri($"http://127.0.0.1:{_ports.Main}/");
        EmulatorAddress = new Uri($"http://127.0.0.1:{_ports.Emulator}/");
        Client = new HttpClient { BaseAddress = Address };
        Client.DefaultRequestHeaders.Authorization = new("PortOne", settings.ApiSecret);
        Emulator = new HttpClient { BaseAddress = EmulatorAddress };
        Mailbox = new MailboxClient(Client);
    }

    public Uri Address { get; }

    public Uri EmulatorAddress { get; }

    public string ApiSecret => _settings.ApiSecret;

    public string DataFolder => _data.Path;

    /// <summary>Speaks to the server with the API secret.</summary>
    public HttpClient Client { get; }

    /// <summary>Speaks to the emulator of the ASP.</summary>
    public HttpClient Emulator { get; }

    public MailboxClient Mailbox { get; }

    /// <summary>Everything that all starts have written, for the message of a failed test.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>What the process has used of the processor so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process?.Refresh();
            return _process?.TotalProcessorTime ?? TimeSpan.Zero;
        }
    }

    public bool HasExited => _process is null or { HasExited: true };

    /// <summary>Runs one of the server's commands that end by themselves, for example <c>test-certificate</c>.</summary>
    public static async Task RunCommandAsync(IEnumerable<string> arguments, CancellationToken cancellation = default)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Repository.ServerAssembly, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
            throw new ServerEndedException($"{string.Join(' ', arguments)} ended with status {process.ExitCode}.\n{string.Join('\n', said)}");
    }

    /// <summary>Starts a server that is to end by itself, with the variables over those of a good start; gives its exit status and what it wrote.</summary>
    public static async Task<(int ExitStatus, string Output)> RunToEndAsync(
        IReadOnlyDictionary<string, string> variables, CancellationToken cancellation = default, params IReadOnlyList<string> arguments)
    {
        await using var server = Prepare(new ServerSettings { Arguments = arguments });
        server._process = server.Launch(variables);
        var exitStatus = await server.WaitForExitAsync(_startLimit, cancellation);
        return (exitStatus, server.Output);
    }

    /// <summary>Runs a command on this server's data while the server itself is not running.</summary>
    public async Task<(int ExitStatus, string Output)> RunAsync(CancellationToken cancellation, params IReadOnlyList<string> arguments)
    {
        if (!HasExited)
            throw new InvalidOperationException("The server still runs.");
        _process?.Dispose();
        var linesBefore = _output.Count;
        _process = Launch(_settings.Variables, arguments);
        var exitStatus = await WaitForExitAsync(_startLimit, cancellation);
        return (exitStatus, string.Join('\n', _output.Skip(linesBefore)));
    }

    /// <summary>Runs a command on this server's data while the server itself runs.</summary>
    public async Task<(int ExitStatus, string Output)> RunBesideAsync(CancellationToken cancellation, params IReadOnlyList<string> arguments)
    {
        var said = new ConcurrentQueue<string?>();
        using var process = Launch(_settings.Variables, arguments, said.Enqueue);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_startLimit);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, string.Join('\n', said));
    }

    /// <summary>Ports and a data folder, and nothing started yet: <see cref="StartAgainAsync"/> does.</summary>
    public static ServerProcess Prepare(ServerSettings? settings = null) => new(settings ?? new ServerSettings());

    /// <summary>Starts a server and waits until <c>GET /health</c> answers 200.</summary>
    public static async Task<ServerProcess> StartAsync(ServerSettings? settings = null, CancellationToken cancellation = default)
    {
        var server = Prepare(settings);
        try
        {
            await server.StartAgainAsync(cancellation: cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the stopped or killed server on the same data and ports, with other extra variables if given.</summary>
    public async Task StartAgainAsync(IReadOnlyDictionary<string, string>? variables = null, CancellationToken cancellation = default)
    {
        if (!HasExited)
            throw new InvalidOperationException("The server still runs.");
        _process?.Dispose();
        _process = Launch(variables ?? _settings.Variables);
        try
        {
            await Polling.UntilTrueAsync("GET /health to answer 200", IsHealthyAsync, _startLimit, cancellation);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message}\n{Output}", late);
        }
    }

    /// <summary>The end by SIGKILL: no handler of the server runs.</summary>
    public async Task Kill9Async(CancellationToken cancellation = default)
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(cancellation);
    }

    /// <summary>The end by SIGTERM, as a service manager does it; gives the exit status.</summary>
    public async Task<int> StopAsync(CancellationToken cancellation = default)
    {
        var process = _process ?? throw new InvalidOperationException("The server was never started.");
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(cancellation);
        return await WaitForExitAsync(_stopLimit, cancellation);
    }

    /// <summary>Waits for an end that comes from within, for example by JEONGSAN_CRASH_AT; gives the exit status.</summary>
    public async Task<int> WaitForExitAsync(TimeSpan? limit = null, CancellationToken cancellation = default)
    {
        var process = _process ?? throw new InvalidOperationException("The server was never started.");
        var allowed = limit ?? Polling.DefaultLimit;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(allowed);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"The server did not end within {allowed.TotalSeconds:0} s.\n{Output}");
        }

        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill9Async();
        _process?.Dispose();
        Client.Dispose();
        Emulator.Dispose();
        _data.Dispose();
        _ports.Dispose();
    }

    private async Task<bool> IsHealthyAsync(CancellationToken cancellation)
    {
        if (HasExited)
            throw new ServerEndedException($"The server ended with status {_process?.ExitCode} before it was ready.\n{Output}");
        try
        {
            using var answer = await Client.GetAsync(new Uri("health", UriKind.Relative), cancellation);
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private Process Launch(IReadOnlyDictionary<string, string> variables, IReadOnlyList<string>? arguments = null, Action<string?>? keep = null)
    {
        keep ??= Keep;
        var start = new ProcessStartInfo("dotnet", [Repository.ServerAssembly, .. arguments ?? _settings.Arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = DataFolder,
        };
        // What the developer has set for their own server is not what the test starts.
        foreach (var own in start.Environment.Keys.Where(name => name.StartsWith("JEONGSAN_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(own);
        // A server that lives for seconds gains nothing from profiling its code.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["JEONGSAN_PORT"] = _ports.Main.ToString(CultureInfo.InvariantCulture);
        start.Environment["JEONGSAN_DATA"] = DataFolder;
        start.Environment["JEONGSAN_API_SECRET"] = _settings.ApiSecret;
        if (_settings.Database is not null)
            start.Environment["JEONGSAN_DATABASE"] = _settings.Database;
        // The test's own webhook receiver listens on this machine.
        start.Environment["JEONGSAN_WEBHOOK_INTERNAL"] = "allow";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => keep(line.Data);
        process.ErrorDataReceived += (_, line) => keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(string? line)
    {
        if (line is not null)
            _output.Enqueue(line);
    }
}
