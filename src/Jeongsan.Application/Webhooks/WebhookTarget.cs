using System.Net;
using System.Net.Sockets;

namespace Jeongsan.Application.Webhooks;

/// <summary>A webhook must not become a way to reach machines that only this server can see.</summary>
internal static class WebhookTarget
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    public static bool IsPublic(IPAddress address)
    {
        var ip = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(ip) || ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
        {
            return false;
        }
        return !Array.Exists(ip.AddressFamily == AddressFamily.InterNetworkV6 ? InternalV6 : InternalV4, network => network.Contains(ip));
    }

    /// <summary>What IANA's special-purpose registry of IPv4 keeps out of the public internet.</summary>
    private static readonly IPNetwork[] InternalV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    /// <summary>The same of IPv6, with every way of writing an IPv4 address into it (mapped, NAT64, 6to4, Teredo).</summary>
    private static readonly IPNetwork[] InternalV6 =
    [
        .. new[] { "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8" }
            .Select(text => IPNetwork.Parse(text)),
    ];

    /// <summary>Never follows a receiver's redirect, and looks names up anew now and then.</summary>
    public static SocketsHttpHandler Handler(bool allowInternal)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, PooledConnectionLifetime = ConnectionLifetime };
        if (!allowInternal)
        {
            handler.ConnectCallback = ConnectAsync;
        }
        return handler;
    }

    /// <summary>Connects only to public addresses; checked after the name was resolved, so that no second look-up can change it.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
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
