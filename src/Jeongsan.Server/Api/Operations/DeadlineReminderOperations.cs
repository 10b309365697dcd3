using Jeongsan.Application.People;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Operations;

/// <summary>발행 기한 안내: whether suppliers and the own people are reminded of what is not approved yet.</summary>
internal static class DeadlineReminderOperations
{
    public static void MapDeadlineReminderOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/deadline-reminders").WithTags("발행 기한 안내 (자체 API)");
        routes.MapGet("", GetDeadlineReminders).Needs(PersonRight.See).Refuses<DeadlineRemindersError>();
        routes.MapPut("", SetDeadlineReminders).Needs(PersonRight.Edit).Refuses<DeadlineRemindersError>();
    }

    private static async Task<Answer<DeadlineRemindersView>> GetDeadlineReminders(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return Write(await PlatformSettings.ReadAsync(db, ct));
    }

    private static async Task<Answer<DeadlineRemindersView>> SetDeadlineReminders(ApiCall<SetDeadlineRemindersBody> call, UpdatePlatformSettings update, CancellationToken ct)
    {
        var set = await update.RemindOfDeadlinesAsync(call.Tenant, call.Actor, call.Body.IsOn, ct);
        return set.Answer(Write, Invalid.Of);
    }

    private static DeadlineRemindersView Write(PlatformSettings settings) => new() { IsOn = settings.RemindsOfDeadlines ?? true };
}

internal sealed record SetDeadlineRemindersBody
{
    public required bool IsOn { get; init; }
}

internal sealed record DeadlineRemindersView
{
    /// <summary>On while nobody chose.</summary>
    public required bool IsOn { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class DeadlineRemindersError;
