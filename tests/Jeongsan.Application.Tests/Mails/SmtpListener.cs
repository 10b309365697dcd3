using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using MimeKit;

namespace Jeongsan.Application.Tests.Mails;

/// <summary>Takes mails as a mail server does (RFC 5321), as far as a client that neither encrypts nor signs in needs it.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ends = new();
    private readonly Channel<MimeMessage> _mails = Channel.CreateUnbounded<MimeMessage>();
    private readonly Task _serving;

    public SmtpListener()
    {
        _listener.Start();
        _serving = ServeAsync(_ends.Token);
    }

    /// <summary>So many mails are taken, but the line breaks before the sender hears of it.</summary>
    public int AnswersToLose { get; set; }

    /// <summary>Addresses that don't exist here.</summary>
    public HashSet<string> Unknown { get; } = [];

    /// <summary>Addresses that take nothing for now.</summary>
    public HashSet<string> Busy { get; } = [];

    /// <summary>What mails are refused with after they were read; null: they are taken.</summary>
    public string? Refusal { get; set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async Task<MimeMessage> NextAsync(TimeSpan limit) => await _mails.Reader.ReadAsync().AsTask().WaitAsync(limit);

    public async ValueTask DisposeAsync()
    {
        await _ends.CancelAsync();
        await _serving;
        _listener.Dispose();
        _ends.Dispose();
    }

    private async Task ServeAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(ct);
                await TalkAsync(client.GetStream(), ct);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream, CancellationToken ct)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await SayAsync(stream, "220 test", ct);
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await SayAsync(stream, "354 go on", ct);
                var mail = await ReadMailAsync(reader, ct);
                if (Refusal is { } refusal)
                {
                    await SayAsync(stream, refusal, ct);
                    continue;
                }
                _mails.Writer.TryWrite(mail);
                if (AnswersToLose > 0)
                {
                    AnswersToLose--;
                    return;
                }
            }
            if (line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) && Unknown.Any(address => line.Contains(address, StringComparison.OrdinalIgnoreCase)))
            {
                await SayAsync(stream, $"550 no such user {line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]}", ct);
                continue;
            }
            if (line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) && Busy.Any(address => line.Contains(address, StringComparison.OrdinalIgnoreCase)))
            {
                await SayAsync(stream, "450 try again", ct);
                continue;
            }
            var isLast = line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase);
            await SayAsync(stream, isLast ? "221 bye" : "250 fine", ct);
            if (isLast)
            {
                return;
            }
        }
    }

    /// <summary>Up to the line with the dot; a dot at a line's start is doubled on the way (RFC 5321, 4.5.2).</summary>
    private static async Task<MimeMessage> ReadMailAsync(StreamReader reader, CancellationToken ct)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(ct) is { } line and not ".")
        {
            mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(mail.ToString()));
        return await MimeMessage.LoadAsync(bytes, ct);
    }

    private static async Task SayAsync(NetworkStream stream, string words, CancellationToken ct) => await stream.WriteAsync(Encoding.ASCII.GetBytes(words + "\r\n"), ct);
}
