using System.Net;
using System.Text;
using Jeongsan.Popbill.Emulator.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jeongsan.Popbill.Emulator.Webhooks;

/// <summary>Sends events in order. The receiver says OK with 200 and "OK" or {"result":"OK"}; anything else is sent again later.</summary>
internal sealed partial class WebhookWorker(PopbillEmulatorOptions options, EmulatorStore store, EmulatorClock clock, WebhookOutbox outbox, ILogger<WebhookWorker> log) : BackgroundService
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.WebhookAddress is null) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            var sent = false;
            try
            {
                sent = await SendOneAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                SendingHeldUp(log, e);
            }
            if (!sent) await Task.Delay(TimeSpan.FromMilliseconds(250), options.Time, stoppingToken);
        }
    }

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    /// <summary>False when nothing was due.</summary>
    private async Task<bool> SendOneAsync(CancellationToken ct)
    {
        if (await store.InTransactionAsync(db => WebhookOutbox.Due(db, clock.Now(db)), ct) is not { } row) return false;
        var delivered = await PostAsync(row, ct);
        return await store.InTransactionAsync(db => { outbox.Sent(db, row, delivered, clock.Now(db)); return true; }, ct);
    }

    [LoggerMessage(EventId = 4202, Level = LogLevel.Error, Message = "Sending events was held up and is tried again")]
    private static partial void SendingHeldUp(ILogger logger, Exception exception);

    private async Task<bool> PostAsync(WebhookOutbox.Row row, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.WebhookAddress) { Content = new StringContent(row.Body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Pb-Webhook-Type", "TAXINVOICE.STATE");
        request.Headers.TryAddWithoutValidation("Pb-Webhook-MID", row.Mid);
        request.Headers.TryAddWithoutValidation("Pb-Webhook-Corpnum", row.CorpNum);
        request.Headers.TryAddWithoutValidation("Pb-Webhook-EventType", row.EventType);
        if (options.WebhookApiKey is { } key) request.Headers.TryAddWithoutValidation("X-Api-Key", key);
        try
        {
            using var response = await _http.SendAsync(request, ct);
            var said = (await response.Content.ReadAsStringAsync(ct)).Replace(" ", "", StringComparison.Ordinal).Trim();
            return response.StatusCode == HttpStatusCode.OK && said is "OK" or "{\"result\":\"OK\"}";
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }
}
