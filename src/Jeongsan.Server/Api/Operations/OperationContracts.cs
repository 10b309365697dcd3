using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Operations;

// Our own operations, beside PortOne's: what its console does, by API.

internal sealed record AdvanceTestClockBody
{
    /// <summary>Not before the clock's present time.</summary>
    public required DateTimeOffset To { get; init; }
}

internal sealed record TestClockResponse
{
    public required DateTimeOffset Now { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class TestClockError;
