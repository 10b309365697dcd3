using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Jeongsan.Application.Webhooks;

namespace Jeongsan.Application.Adapters.Bank;

/// <summary>The bank emulator's word that a result is known, as a provider gives it: a signed POST that says which transfer, and is repeated until it is taken.</summary>
public sealed class BankCallbacks : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly BankEmulator _bank;
    private readonly Uri _address;
    private readonly string _secret;
    private readonly TimeProvider _time;
    private readonly HttpClient _http = new() { Timeout = Timeout };
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    private BankCallbacks(BankEmulator bank, Uri address, string secret, TimeProvider time)
    {
        (_bank, _address, _secret, _time) = (bank, address, secret, time);
        _running = RunAsync(_stop.Token);
    }

    /// <summary>Calls until it is disposed.</summary>
    /// <param name="address">Who is to be told.</param>
    public static BankCallbacks Start(BankEmulator bank, Uri address, string secret, TimeProvider time) => new(bank, address, secret, time);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                foreach (var call in await _bank.CallsDueAsync(ct))
                {
                    await _bank.NoteCallAsync(call, await CallAsync(call, ct), ct);
                }
                await Task.Delay(Look, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Disposed: what was not told is told after the next start.
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever becomes of a call, it is made again.")]
    private async Task<bool> CallAsync(BankCall call, CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        var id = "bank-" + call.TransferId;
        var body = JsonSerializer.SerializeToUtf8Bytes(new { type = "transfer.ended", timestamp = now, data = new { transferId = call.TransferId } }, BankJson.Options);
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(WebhookSignature.IdHeader, id);
        request.Headers.Add(WebhookSignature.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(WebhookSignature.Key(_secret), id, now.ToUnixTimeSeconds(), body));
        try
        {
            using var answer = await _http.SendAsync(request, ct);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
