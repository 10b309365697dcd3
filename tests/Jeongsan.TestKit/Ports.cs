using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Jeongsan.TestKit;

/// <summary>
/// Two neighbouring free TCP ports of 127.0.0.1, held for one test against all other test processes of this machine:
/// a locked file stands for the pair, and the operating system lets go of it even when the process is killed.
/// </summary>
public sealed class Ports : IDisposable
{
    // Below Linux's ephemeral range (32768), so that no outgoing connection takes one in between.
    private const int First = 28000;
    private const int Last = 31998;

    private readonly FileStream _claim;

    private Ports(int port, FileStream claim)
    {
        Main = port;
        _claim = claim;
    }

    /// <summary>API, console and supplier pages.</summary>
    public int Main { get; }

    /// <summary>The emulator of the ASP: always the next port.</summary>
    public int Emulator => Main + 1;

    public static Ports Claim()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "jeongsan-test-ports")).FullName;
        var pairs = (Last - First) / 2;
        var start = Environment.ProcessId % pairs;
        for (var step = 0; step < pairs; step++)
        {
            var port = First + (((start + step) % pairs) * 2);
            if (TryLock(Path.Combine(folder, port.ToString(CultureInfo.InvariantCulture))) is not { } claim)
                continue;
            if (IsFree(port) && IsFree(port + 1))
                return new Ports(port, claim);
            claim.Dispose();
        }

        throw new InvalidOperationException($"No free pair of ports between {First} and {Last}.");
    }

    public void Dispose() => _claim.Dispose();

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
