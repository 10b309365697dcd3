using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Operations;

namespace Jeongsan.Server.Api.Privacy;

internal enum AccessSubjectKind
{
    Partner = 0,
    Counterparty,
    AccountHolder,
}

internal sealed record AccessSubjectView
{
    public required AccessSubjectKind Kind { get; init; }

    /// <summary>A partner's id, a business number, or the last digits of an account.</summary>
    public required string Id { get; init; }
}

internal sealed record AccessRecordView
{
    /// <summary>1, 2, 3 …; none is missing.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required EventActorKind ActorKind { get; init; }

    public required string ActorId { get; init; }

    /// <summary>The IP address of whoever looked.</summary>
    [NotPersonal("Of whoever looked.")]
    public required string NetworkAddress { get; init; }

    /// <summary>The operation of the API (its operationId), or the page of the console (its path).</summary>
    public required string Operation { get; init; }

    /// <summary>Of what, as the address named it; absent for lists.</summary>
    public string? Target { get; init; }

    /// <summary>Which data were shown.</summary>
    public required IReadOnlyList<PersonalDataItemCode> Items { get; init; }

    /// <summary>Whose, at most 1,000; empty when a whole sheet was taken.</summary>
    public required IReadOnlyList<AccessSubjectView> Subjects { get; init; }

    /// <summary>How many there were; absent when a whole sheet was taken.</summary>
    public int? SubjectCount { get; init; }

    /// <summary>SHA-256 of the hash before and this record.</summary>
    public required string Hash { get; init; }
}

internal sealed record GetAccessRecordsResponse
{
    /// <summary>The latest first.</summary>
    public required IReadOnlyList<AccessRecordView> Items { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record CheckAccessRecordsResponse
{
    public required long Count { get; init; }

    public long? LastNumber { get; init; }

    public string? LastHash { get; init; }

    /// <summary>True when no record was changed, added or taken away.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>The first records that don't follow the one before, at most 100.</summary>
    public required IReadOnlyList<long> BrokenNumbers { get; init; }
}

/// <summary>Of at most 366 days.</summary>
internal sealed record DownloadAccessRecordsBody
{
    /// <summary>In Seoul, included.</summary>
    public required DateOnly From { get; init; }

    /// <summary>In Seoul, included.</summary>
    public required DateOnly Until { get; init; }
}

internal sealed record AccessTallyView
{
    public required EventActorKind ActorKind { get; init; }

    public required string ActorId { get; init; }

    public required int Count { get; init; }

    /// <summary>Whole files that were taken.</summary>
    public required int FileCount { get; init; }

    /// <summary>Of all that were shown; somebody who was shown twice counts twice.</summary>
    public required long SubjectCount { get; init; }

    /// <summary>Between 22:00 and 06:00 in Seoul, or on a Saturday or Sunday.</summary>
    public required int NightCount { get; init; }
}

internal sealed record AccessReviewView
{
    /// <summary>As 2026-11.</summary>
    public required string Month { get; init; }

    public required string ActorId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Findings { get; init; }
}

internal sealed record GetAccessReviewsResponse
{
    /// <summary>The month of the tallies; the last one if none was asked for.</summary>
    public required string Month { get; init; }

    /// <summary>Whoever looked most stands first.</summary>
    public required IReadOnlyList<AccessTallyView> Tallies { get; init; }

    /// <summary>Of all months, the latest first.</summary>
    public required IReadOnlyList<AccessReviewView> Reviews { get; init; }
}

internal sealed record ReviewAccessRecordsBody
{
    /// <summary>A month that is over, as 2026-11.</summary>
    public required string Month { get; init; }

    /// <summary>What was looked at and what came of it, at most 2,000 characters.</summary>
    public required string Findings { get; init; }
}

internal sealed record ReviewAccessRecordsResponse
{
    /// <summary>Of all months, the latest first.</summary>
    public required IReadOnlyList<AccessReviewView> Reviews { get; init; }
}
