using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Jeongsan.Popbill.Emulator.Auth;

/// <summary>What links begin with: the setting, or the first address the server listens on. No trailing slash.</summary>
internal sealed class PublicAddress(PopbillEmulatorOptions options, IServer server)
{
    public string Value => (options.PublicAddress ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? options.Urls.Split(';')[0])
        .Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal).TrimEnd('/');
}
