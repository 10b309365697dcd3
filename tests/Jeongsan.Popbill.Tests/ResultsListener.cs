using System.Threading.Channels;
using Jeongsan.Etax.Transmission;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jeongsan.Popbill.Tests;

/// <summary>An issuing system's own server: takes results in and signs for them.</summary>
internal sealed class ResultsListener : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly WebApplication app;
    private readonly Channel<NtsIncomingResults> incoming = Channel.CreateUnbounded<NtsIncomingResults>();
    private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ResultsListener(WebApplication app) => this.app = app;

    public NtsClient? Client { get; set; }

    /// <summary>How many results it will fail to take.</summary>
    public int Failures { get; set; }

    /// <summary>What it does, once, with results in hand and before it signs for them.</summary>
    public Func<Task>? BeforeSigning { get; set; }

    public Uri Address { get; private set; } = null!;

    public static async Task<ResultsListener> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var listener = new ResultsListener(builder.Build());
        listener.app.MapPost("/results", (Delegate)listener.TakeAsync);
        await listener.app.StartAsync();
        listener.Address = new Uri(new Uri(listener.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "/results");
        return listener;
    }

    public async Task<NtsIncomingResults> NextAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        return await incoming.Reader.ReadAsync(limit.Token);
    }

    public Task FailedAsync() => failed.Task.WaitAsync(Limit);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (Failures > 0)
        {
            Failures--;
            failed.TrySetResult();
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        if (Client!.Receive(http.Request.ContentType ?? "", body.ToArray()).Value is not { } results) return Results.BadRequest();
        if (BeforeSigning is { } first)
        {
            BeforeSigning = null;
            await first();
        }
        incoming.Writer.TryWrite(results);
        return Results.Bytes(results.Answer.Content, results.Answer.ContentType);
    }
}

/// <summary>Begins at noon in Seoul on 9 November 2026, so that no test crosses midnight; then runs as the real clock does.</summary>
internal sealed class NoonClock(TimeSpan shift = default) : TimeProvider
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 9, 3, 0, 0, TimeSpan.Zero);

    private readonly long started = System.GetTimestamp();
    private TimeSpan advanced;

    public void Advance(TimeSpan by) => advanced += by;

    public override DateTimeOffset GetUtcNow() => Noon + shift + advanced + System.GetElapsedTime(started);
}
