namespace Jeongsan.Server.Api.Contracts;

internal sealed record GetB2bBusinessInfosBody
{
    public required IReadOnlyList<string> BrnList { get; init; }
}
