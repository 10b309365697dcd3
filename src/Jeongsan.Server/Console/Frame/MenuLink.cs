using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Jeongsan.Server.Console.Frame;

/// <summary>An entry of the menu: active where it leads and below, unless another entry leads there more exactly.</summary>
public sealed class MenuLink : NavLink
{
    private static readonly string[] _addresses = [.. NavigationItems.All.SelectMany(group => group.Items).Select(item => item.Address)];

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override bool ShouldMatch(string uriAbsolute)
    {
        if (!base.ShouldMatch(uriAbsolute))
            return false;
        var here = new Uri(uriAbsolute).AbsolutePath;
        var own = Navigation.ToAbsoluteUri((string?)AdditionalAttributes?.GetValueOrDefault("href") ?? "/").AbsolutePath;
        return !Array.Exists(_addresses, other => other.Length > own.Length && (here == other || here.StartsWith(other + "/", StringComparison.Ordinal)));
    }
}
