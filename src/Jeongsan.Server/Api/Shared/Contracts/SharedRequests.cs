namespace Jeongsan.Server.Api.Contracts;

internal sealed record PageInput
{
    public int? Number { get; init; }

    public int? Size { get; init; }
}
