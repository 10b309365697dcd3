using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Sheets;

internal sealed record DownloadPartnerSettlementSheetBody
{
    public PlatformPartnerSettlementFilterInput? Filter { get; init; }

    /// <summary>Keys of columns in their order; absent: all of the settlement's own.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record DownloadPayoutSheetBody
{
    public PlatformPayoutFilterInput? Filter { get; init; }

    /// <summary>Keys of columns in their order; absent: all of the payout's own.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    public bool? IsForTest { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class DownloadSheetError;
