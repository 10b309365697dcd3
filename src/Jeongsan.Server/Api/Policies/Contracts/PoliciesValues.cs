namespace Jeongsan.Server.Api.Contracts;

internal sealed record MonthDay
{
    public required int Month { get; init; }

    public required int Day { get; init; }
}
