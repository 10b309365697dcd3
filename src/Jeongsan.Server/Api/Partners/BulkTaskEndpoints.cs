using Jeongsan.Application.BulkTasks;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Partners;

/// <summary>일괄 작업: how far it is, and what became of each partner or payout.</summary>
internal static class BulkTaskEndpoints
{
    public static void MapBulkTasks(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/bulk-tasks").WithTags("일괄 작업 (자체 API)");
        routes.MapGet("/{id}", GetPlatformBulkTask).Needs(PersonRight.See).Refuses<BulkTaskError>();
        routes.MapGet("/{id}/items", GetPlatformBulkTaskItems).Needs(PersonRight.See).Refuses<BulkTaskError>();
    }

    /// <summary>Of these the API has a name; what the console does with many tax invoices is the console's own.</summary>
    private static readonly BulkTaskKind[] Named = [BulkTaskKind.ConnectPartners, BulkTaskKind.DisconnectPartners, BulkTaskKind.SendStatements];

    public static async Task<PlatformBulkTask> WriteAsync(JeongsanContext db, BulkTask task, CancellationToken ct)
    {
        var progress = await BulkTaskProgress.ReadAsync(db, task.Id, ct);
        return new PlatformBulkTask
        {
            Id = task.Id,
            GraphqlId = GraphqlId.Of("PlatformBulkTask", task.Id),
            Status = task.State switch
            {
                BulkTaskState.Prepared => PlatformBulkTaskStatus.Prepared,
                BulkTaskState.Processing => PlatformBulkTaskStatus.Processing,
                BulkTaskState.Completed => PlatformBulkTaskStatus.Completed,
                _ => throw new System.Diagnostics.UnreachableException(task.State.ToString()),
            },
            Type = task.Kind switch
            {
                BulkTaskKind.ConnectPartners => PlatformBulkTaskType.ConnectMemberCompanies,
                BulkTaskKind.DisconnectPartners => PlatformBulkTaskType.DisconnectMemberCompanies,
                BulkTaskKind.SendStatements => PlatformBulkTaskType.SendPayoutSettlementStatements,
                _ => throw new System.Diagnostics.UnreachableException(task.Kind.ToString()),
            },
            ProgressStats = new PlatformBulkTaskProgressStats
            {
                PreparedCount = progress.Prepared,
                ProcessingCount = progress.Processing,
                SucceededCount = progress.Succeeded,
                FailedCount = progress.Failed,
                CanceledCount = 0,
            },
            IsForTest = task.Mode == Mode.Test,
            StatusUpdatedAt = task.StateChangedAt,
            CreatedAt = task.CreatedAt,
            UpdatedAt = task.StateChangedAt,
        };
    }

    private static async Task<Answer<GetBulkTaskResponse>> GetPlatformBulkTask(ApiCall call, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return await db.Set<BulkTask>().SingleOrDefaultAsync(task => task.Id == id && Named.Contains(task.Kind), ct) is { } task
            ? new GetBulkTaskResponse { BulkTask = await WriteAsync(db, task, ct) } : new BulkTaskNotFoundError();
    }

    private static async Task<Answer<GetBulkTaskItemsResponse>> GetPlatformBulkTaskItems(
        ApiCall call, string id, [FromQuery] Code<BulkTaskItemCode>? state, [FromQuery] int? page, [FromQuery] int? size, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(new PageInput { Number = page, Size = size });
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }
        await using var db = store.Read(call.Tenant);
        if (!await db.Set<BulkTask>().AnyAsync(task => task.Id == id && Named.Contains(task.Kind), ct))
        {
            return new BulkTaskNotFoundError();
        }
        var items = db.Set<BulkTaskItem>().Where(item => item.TaskId == id);
        if (state is { } wanted)
        {
            var only = Code.Of(wanted.Value).As<BulkTaskItemState>();
            items = items.Where(item => item.State == only);
        }
        var found = await items.OrderBy(item => item.Index).PageAsync(paging.Value, ct);
        return new GetBulkTaskItemsResponse { Items = found.Write(Write), Page = found.Page };
    }

    private static BulkTaskItemView Write(BulkTaskItem item) => new()
    {
        PartnerId = item.PartnerId.Value,
        PayoutId = item.PayoutId?.Value,
        State = Code.Of(item.State).As<BulkTaskItemCode>(),
        Reason = item.Reason,
        Message = item.Words,
        UpdatedAt = item.UpdatedAt,
    };
}

internal enum BulkTaskItemCode
{
    Prepared,
    Processing,
    Succeeded,
    Failed,
}

internal sealed record BulkTaskItemView
{
    public required string PartnerId { get; init; }

    /// <summary>Of a task that sends settlement statements.</summary>
    public string? PayoutId { get; init; }

    public required BulkTaskItemCode State { get; init; }

    /// <summary>Stable name of why it was refused; left out where the agency or the mail server said no.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it failed and the mend, in Korean.</summary>
    public string? Message { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

internal sealed record GetBulkTaskResponse
{
    public required PlatformBulkTask BulkTask { get; init; }
}

internal sealed record GetBulkTaskItemsResponse
{
    public required IReadOnlyList<BulkTaskItemView> Items { get; init; }

    public required PageInfo Page { get; init; }
}

[ErrorType("BULK_TASK_NOT_FOUND", 404, "일괄 작업을 찾을 수 없어요. 아이디를 확인해 주세요.")]
internal sealed record BulkTaskNotFoundError : ApiError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(BulkTaskNotFoundError))]
internal sealed class BulkTaskError;
