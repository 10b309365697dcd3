using System.Collections.Concurrent;
using System.Net;

namespace Jeongsan.TestKit;

/// <summary>One delivery as it came in: its <c>webhook-id</c> and its body.</summary>
public sealed record WebhookArrival(string Id, string Body);

/// <summary>A platform's own webhook receiver, which keeps what comes and answers 200, unless the test says otherwise.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly Ports _ports = Ports.Claim();
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<WebhookArrival> _arrivals = new();
    private readonly ConcurrentQueue<string> _signatures = new();
    private readonly Task _receiving;

    public WebhookReceiver()
    {
        Address = new Uri($"http://127.0.0.1:{_ports.Main}/webhook/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _receiving = ReceiveAsync();
    }

    public Uri Address { get; }

    /// <summary>HTTP status and body of the answers from now on.</summary>
    public (int Status, string Body) Answer { get; set; } = (200, "");

    /// <summary>In the order in which they came, repeated deliveries included.</summary>
    public IReadOnlyList<WebhookArrival> Arrivals => [.. _arrivals];

    /// <summary>The <c>webhook-signature</c> of each arrival.</summary>
    public IReadOnlyList<string> Signatures => [.. _signatures];

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _receiving;
        _ports.Dispose();
    }

    private async Task ReceiveAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                _signatures.Enqueue(context.Request.Headers["webhook-signature"] ?? "");
                _arrivals.Enqueue(new WebhookArrival(context.Request.Headers["webhook-id"] ?? "", await reader.ReadToEndAsync()));
                var (status, body) = Answer;
                context.Response.StatusCode = status;
                context.Response.Close(System.Text.Encoding.UTF8.GetBytes(body), willBlock: false);
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The listener was closed, or the sender died in the middle of a delivery.
            }
        }
    }
}
