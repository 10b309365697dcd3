using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Privacy;

namespace Jeongsan.Server.Api.Operations;

internal sealed record AgencyQueueResponse
{
    /// <summary>Pieces of work that wait for the ASP, those under way included.</summary>
    public required int Left { get; init; }

    public required IReadOnlyList<AgencyQueuePart> Parts { get; init; }

    /// <summary>Those that gave up and wait for a person.</summary>
    public required int Stuck { get; init; }

    /// <summary>Calls to the ASP that the waiting ones cost.</summary>
    public required int CallsLeft { get; init; }

    /// <summary>The agreed pace; absent: no limit.</summary>
    public int? CallsPerSecond { get; init; }

    /// <summary>Absent when nothing is left, or while nobody can say.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Why nothing goes on; absent while it does.</summary>
    public AgencyOutageView? Outage { get; init; }

    /// <summary>Invoices that differ from what the ASP has.</summary>
    public required int Differences { get; init; }

    /// <summary>Absent until they were looked at.</summary>
    public AgencyPointsView? Points { get; init; }
}

internal sealed record AgencyQueuePart
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    public required int Count { get; init; }
}

internal sealed record AgencyOutageView
{
    public required string Reason { get; init; }

    public required DateTimeOffset Since { get; init; }
}

internal sealed record AgencyPointsView
{
    /// <summary>Of the platform's own company.</summary>
    public required long Member { get; init; }

    /// <summary>Of the account that all companies share.</summary>
    public required long Partner { get; init; }

    public required long UnitCost { get; init; }

    public required int IssuesAhead { get; init; }

    /// <summary>Neither pays for the issues ahead.</summary>
    public required bool IsLow { get; init; }

    public required DateTimeOffset SeenAt { get; init; }
}

internal sealed record AgencyDifferencesResponse
{
    public required IReadOnlyList<AgencyDifference> Items { get; init; }
}

internal sealed record AgencyDifference
{
    public required string TaxInvoiceId { get; init; }

    public string? RecipientDocumentKey { get; init; }

    public required string SupplierName { get; init; }

    public required B2bTaxInvoiceStatus Status { get; init; }

    /// <summary>What differs, in Korean.</summary>
    public required string Difference { get; init; }

    public required DateTimeOffset LookedAt { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class AgencyQueueError;
