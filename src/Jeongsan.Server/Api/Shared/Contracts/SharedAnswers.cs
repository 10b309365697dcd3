using Jeongsan.Domain.Privacy;

namespace Jeongsan.Server.Api.Contracts;

internal sealed record PageInfo
{
    public required int Number { get; init; }

    public required int Size { get; init; }

    public required int TotalCount { get; init; }
}

[Personal(PersonalDataItem.Contact)]
internal sealed record PlatformContact
{
    public required string Name { get; init; }

    public string? PhoneNumber { get; init; }

    public required string Email { get; init; }
}
