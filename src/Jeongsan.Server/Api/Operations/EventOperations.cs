using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Operations;

/// <summary>이벤트: all that happened, in order, to be read again from any point.</summary>
internal static class EventOperations
{
    public static void MapEventOperations(this IEndpointRouteBuilder api) =>
        api.MapGroup("/platform/events").WithTags("이벤트 (자체 API)").MapGet("", GetEvents).Needs(PersonRight.See).Refuses<EventsError>();

    /// <param name="after">The sequence of the last event that the caller has; 0 for all.</param>
    private static async Task<Answer<GetEventsResponse>> GetEvents(
        ApiCall call, [FromQuery] long? after, [FromQuery] int? size, [FromQuery] string? subjectId, Store store, CancellationToken ct)
    {
        if (size is < 1 or > ApiLimits.PageSizeMax)
        {
            return Invalid.Field("size", $"1부터 {ApiLimits.PageSizeMax}까지의 수여야 해요.");
        }
        await using var db = store.Read(call.Tenant);
        var last = after ?? 0;
        var rows = await db.Set<HistoryRow>()
            .Where(row => row.Sequence > last && (subjectId == null || row.SubjectId == subjectId))
            .OrderBy(row => row.Sequence)
            .Take((size ?? ApiLimits.EventsSizeDefault) + 1)
            .ToListAsync(ct);
        var hasMore = rows.Count > (size ?? ApiLimits.EventsSizeDefault);
        return new GetEventsResponse { Items = [.. rows.Take(rows.Count - (hasMore ? 1 : 0)).Select(Write)], HasMore = hasMore };
    }

    private static EventView Write(HistoryRow row) => new()
    {
        Sequence = row.Sequence,
        Type = row.What,
        Subject = row.Subject,
        SubjectId = row.SubjectId,
        From = row.FromState,
        To = row.ToState,
        Reason = row.Why,
        ActorKind = Code.Of(row.ActorKind).As<EventActorKind>(),
        ActorId = row.ActorId,
        At = row.At,
    };
}

internal enum EventActorKind
{
    System,
    ApiSecret,
    Person,
    Supplier,
    Agency,
}

internal sealed record EventView
{
    /// <summary>Rises with each event; gaps are possible.</summary>
    public required long Sequence { get; init; }

    public required string Type { get; init; }

    public required string Subject { get; init; }

    public required string SubjectId { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? Reason { get; init; }

    public required EventActorKind ActorKind { get; init; }

    public required string ActorId { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed record GetEventsResponse
{
    public required IReadOnlyList<EventView> Items { get; init; }

    public required bool HasMore { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class EventsError;
