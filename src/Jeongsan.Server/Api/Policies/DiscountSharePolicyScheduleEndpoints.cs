using Commands = Jeongsan.Application.Policies.DiscountSharePolicies;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Policies;

/// <summary>할인 분담 정책의 예약된 수정: a change that is made when its time comes.</summary>
internal static class DiscountSharePolicyScheduleEndpoints
{
    private const string Path = "/platform/discount-share-policies/{id}/schedule";

    public static void MapDiscountSharePolicySchedules(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("할인 분담 정책");
        routes.MapGet(Path, GetPlatformDiscountSharePolicySchedule).Needs(PersonRight.See).Refuses<GetPlatformDiscountSharePolicyScheduleError>();
        routes.MapPost(Path, ScheduleDiscountSharePolicy).Needs(PersonRight.Edit).Refuses<ScheduleDiscountSharePolicyError>();
        routes.MapPut(Path, RescheduleDiscountSharePolicy).Needs(PersonRight.Edit).Refuses<RescheduleDiscountSharePolicyError>();
        routes.MapDelete(Path, CancelPlatformDiscountSharePolicySchedule).Needs(PersonRight.Edit).Refuses<CancelPlatformDiscountSharePolicyScheduleError>();
    }

    private static async Task<Answer<PlatformDiscountSharePolicy>> GetPlatformDiscountSharePolicySchedule(ApiCall call, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var own = DiscountSharePolicyId.From(id);
        return await db.Set<DiscountSharePolicy>().SingleOrDefaultAsync(policy => policy.Id == own, ct) switch
        {
            null => new PlatformDiscountSharePolicyNotFoundError(),
            { ScheduledAt: null } => new PlatformDiscountSharePolicyNotFoundError { Message = PolicyRefusals.NothingScheduled },
            { } found => PolicyMapping.WriteScheduled(found),
        };
    }

    private static async Task<Answer<SchedulePlatformDiscountSharePolicyResponse>> ScheduleDiscountSharePolicy(
        ApiCall<SchedulePlatformDiscountSharePolicyBody> call, string id, Commands commands, CancellationToken ct)
    {
        var change = DiscountSharePolicyEndpoints.Read(call.Body.Update);
        var scheduled = change.IsRefused
            ? (Outcome<DiscountSharePolicy>)change.Refusal
            : await commands.ScheduleAsync(call.Tenant, call.Actor, id, change.Value, call.Body.AppliedAt, ct);
        return scheduled.Answer(policy => new SchedulePlatformDiscountSharePolicyResponse { ScheduledDiscountSharePolicy = PolicyMapping.WriteScheduled(policy) }, DiscountSharePolicyEndpoints.Refuse);
    }

    private static async Task<Answer<ReschedulePlatformDiscountSharePolicyResponse>> RescheduleDiscountSharePolicy(
        ApiCall<ReschedulePlatformDiscountSharePolicyBody> call, string id, Commands commands, CancellationToken ct)
    {
        var change = DiscountSharePolicyEndpoints.Read(call.Body.Update);
        var scheduled = change.IsRefused
            ? (Outcome<DiscountSharePolicy>)change.Refusal
            : await commands.RescheduleAsync(call.Tenant, call.Actor, id, change.Value, call.Body.AppliedAt, ct);
        return scheduled.Answer(policy => new ReschedulePlatformDiscountSharePolicyResponse { ScheduledDiscountSharePolicy = PolicyMapping.WriteScheduled(policy) }, DiscountSharePolicyEndpoints.Refuse);
    }

    private static async Task<Answer<CancelPlatformDiscountSharePolicyScheduleResponse>> CancelPlatformDiscountSharePolicySchedule(ApiCall call, string id, Commands commands, CancellationToken ct)
    {
        var cancelled = await commands.UnscheduleAsync(call.Tenant, call.Actor, id, ct);
        return cancelled.Answer(_ => new CancelPlatformDiscountSharePolicyScheduleResponse(), DiscountSharePolicyEndpoints.Refuse);
    }
}
