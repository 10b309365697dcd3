using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Console.States;
using MudBlazor;

namespace Jeongsan.Server.Console.Privacy;

/// <summary>How a processor's state looks.</summary>
internal static class ProcessorLook
{
    internal static StateLook Of(ProcessorStatus status) => status switch
    {
        ProcessorStatus.Planned => new("계약 확인 전", StateColour.Amber, Icons.Material.Outlined.Schedule),
        ProcessorStatus.Active => new("맡기는 중", StateColour.Green, Icons.Material.Outlined.CheckCircle),
        ProcessorStatus.Ended => new("끝남", StateColour.Grey, Icons.Material.Outlined.RemoveCircleOutline),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
