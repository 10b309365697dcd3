using Jeongsan.Application.Mails;
using Jeongsan.Server.Console.States;
using MudBlazor;

namespace Jeongsan.Server.Console.Policies;

/// <summary>Whether a contract or policy is in use.</summary>
internal static class PolicyLook
{
    internal static StateLook Of(bool isArchived, DateTimeOffset? scheduledAt) =>
        isArchived ? new("보관됨", StateColour.Grey, Icons.Material.Outlined.Archive)
        : scheduledAt is { } at ? new($"{KoreanWords.InstantInTable(at)}에 바뀜", StateColour.Blue, Icons.Material.Outlined.Schedule)
        : new("쓰는 중", StateColour.Green, Icons.Material.Outlined.CheckCircle);
}
