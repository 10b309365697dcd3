using System.Net;
using System.Net.Sockets;

namespace Jeongsan.Application.Webhooks;

/// <summary>A webhook must not become a way to reach machines that only this server can see.</summary>
internal static class WebhookTarget
{
    public static bool IsPublic(IPAddress address)
    {
        var ip = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(ip) || ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
        {
            return false;
        }
        if (ip.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return !ip.IsIPv6LinkLocal && !ip.IsIPv6UniqueLocal && !ip.IsIPv6Multicast && !ip.IsIPv6SiteLocal;
        }
        var b = ip.GetAddressBytes();
        // RFC 1918, RFC 6598 (shared), RFC 3927 (link-local, cloud metadata), RFC 1122 (this network), multicast and reserved
        return !(b[0] is 0 or 10 or 127 or >= 224
            || (b[0] == 100 && b[1] is >= 64 and <= 127)
            || (b[0] == 169 && b[1] == 254)
            || (b[0] == 172 && b[1] is >= 16 and <= 31)
            || (b[0] == 192 && b[1] == 168));
    }

    /// <summary>Connects only to public addresses; checked after the name was resolved, so that no second look-up can change it.</summary>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var target = Array.Find(addresses, IsPublic)
            ?? throw new HttpRequestException("The webhook's host resolves to internal addresses only.");
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(target, context.DnsEndPoint.Port), ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
