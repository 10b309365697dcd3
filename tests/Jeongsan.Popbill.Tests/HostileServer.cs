using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Jeongsan.Popbill.Tests;

/// <summary>A socket that answers exactly the bytes it is told to: what no well-behaved server would send. Tokens are answered properly.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<string, byte[]?> _answer;
    private readonly Task _loop;

    /// <param name="answer">From the request's head and body to all bytes of the answer; null never answers.</param>
    public HostileServer(Func<string, byte[]?> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = AcceptAsync();
    }

    /// <summary>Token requests are answered after this.</summary>
    public Task HoldTokens { get; init; } = Task.CompletedTask;

    public List<string> Requests { get; } = [];

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The client's clock; the token host's is always the real one unless a test says otherwise.</summary>
    public PopbillClient Client(TimeSpan? timeout = null, TimeProvider? time = null, bool restrict = true) => new(
        new PopbillOptions { LinkId = "TESTER", SecretKey = EmulatorHost.Secret, BaseAddress = Address, AuthAddress = Address, Timeout = timeout ?? TimeSpan.FromSeconds(30), RestrictTokensToAddress = restrict },
        new HttpClient(), time ?? TimeProvider.System);

    public static byte[] Http(int status, string contentType, byte[] body, string more = "", int? length = null) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nContent-Type: {contentType}\r\nContent-Length: {length ?? body.Length}\r\nConnection: close\r\n{more}\r\n"), .. body];

    public static byte[] Json(string body, int status = 200) => Http(status, "application/json;charset=utf-8", Encoding.UTF8.GetBytes(body));

    public static byte[] Token(string text = "tok-1", string expiration = "2999-01-01T00:00:00.000Z") =>
        Json($$"""{"session_token":"{{text}}","serviceID":"POPBILL_TEST","linkID":"TESTER","userID":"1","partnerCode":"P","usercode":"U","scope":["member"],"ipaddress":"*","expiration":"{{expiration}}"}""");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _loop;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested) _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // closed
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        try
        {
            var stream = client.GetStream();
            var text = await ReadAsync(stream);
            lock (Requests) Requests.Add(text);
            if (text.Contains("/Token ", StringComparison.Ordinal)) await HoldTokens;
            if (_answer(text) is { } bytes) await stream.WriteAsync(bytes, _end.Token);
            else await Task.Delay(Timeout.InfiniteTimeSpan, _end.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // the other side went away
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var all = new List<byte>();
        var buffer = new byte[8192];
        while (true)
        {
            var read = await stream.ReadAsync(buffer, _end.Token);
            if (read == 0) break;
            all.AddRange(buffer.AsSpan(0, read));
            var text = Encoding.UTF8.GetString([.. all]);
            var headEnd = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (headEnd < 0) continue;
            var length = text[..headEnd].Split("\r\n").Where(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Select(l => int.Parse(l[15..], System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
            if (all.Count >= Encoding.UTF8.GetByteCount(text[..(headEnd + 4)]) + length) return text;
        }
        return Encoding.UTF8.GetString([.. all]);
    }
}
