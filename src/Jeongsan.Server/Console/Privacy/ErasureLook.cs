using Jeongsan.Application.Privacy.Erasures;
using Jeongsan.Domain.Privacy.Erasures;
using Jeongsan.Server.Console.States;
using MudBlazor;

namespace Jeongsan.Server.Console.Privacy;

/// <summary>How erasures look.</summary>
internal static class ErasureLook
{
    internal static StateLook Of(ErasureStatus status) => status switch
    {
        ErasureStatus.Erasing => new(ErasureWords.Of(status), StateColour.Blue, Icons.Material.Outlined.Autorenew, true),
        ErasureStatus.Locked => new(ErasureWords.Of(status), StateColour.Amber, Icons.Material.Outlined.Lock),
        ErasureStatus.Erased => new(ErasureWords.Of(status), StateColour.Green, Icons.Material.Outlined.CheckCircle),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
