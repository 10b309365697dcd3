using Commands = Jeongsan.Application.Policies.AdditionalFeePolicies;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Policies;

/// <summary>추가 수수료 정책의 예약된 수정: a change that is made when its time comes.</summary>
internal static class AdditionalFeePolicyScheduleEndpoints
{
    private const string Path = "/platform/additional-fee-policies/{id}/schedule";

    public static void MapAdditionalFeePolicySchedules(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("추가 수수료 정책");
        routes.MapGet(Path, GetPlatformAdditionalFeePolicySchedule).Needs(PersonRight.See).Refuses<GetPlatformAdditionalFeePolicyScheduleError>();
        routes.MapPost(Path, ScheduleAdditionalFeePolicy).Needs(PersonRight.Edit).Refuses<ScheduleAdditionalFeePolicyError>();
        routes.MapPut(Path, RescheduleAdditionalFeePolicy).Needs(PersonRight.Edit).Refuses<RescheduleAdditionalFeePolicyError>();
        routes.MapDelete(Path, CancelPlatformAdditionalFeePolicySchedule).Needs(PersonRight.Edit).Refuses<CancelPlatformAdditionalFeePolicyScheduleError>();
    }

    private static async Task<Answer<PlatformAdditionalFeePolicy>> GetPlatformAdditionalFeePolicySchedule(ApiCall call, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var own = AdditionalFeePolicyId.From(id);
        return await db.Set<AdditionalFeePolicy>().SingleOrDefaultAsync(policy => policy.Id == own, ct) switch
        {
            null => new PlatformAdditionalFeePolicyNotFoundError(),
            { ScheduledAt: null } => new PlatformAdditionalFeePolicyNotFoundError { Message = PolicyRefusals.NothingScheduled },
            { } found => PolicyMapping.WriteScheduled(found),
        };
    }

    private static async Task<Answer<SchedulePlatformAdditionalFeePolicyResponse>> ScheduleAdditionalFeePolicy(
        ApiCall<SchedulePlatformAdditionalFeePolicyBody> call, string id, Commands commands, CancellationToken ct)
    {
        var change = AdditionalFeePolicyEndpoints.Read(call.Body.Update);
        var scheduled = change.IsRefused
            ? (Outcome<AdditionalFeePolicy>)change.Refusal
            : await commands.ScheduleAsync(call.Tenant, call.Actor, id, change.Value, call.Body.AppliedAt, ct);
        return scheduled.Answer(policy => new SchedulePlatformAdditionalFeePolicyResponse { ScheduledAdditionalFeePolicy = PolicyMapping.WriteScheduled(policy) }, AdditionalFeePolicyEndpoints.Refuse);
    }

    private static async Task<Answer<ReschedulePlatformAdditionalFeePolicyResponse>> RescheduleAdditionalFeePolicy(
        ApiCall<ReschedulePlatformAdditionalFeePolicyBody> call, string id, Commands commands, CancellationToken ct)
    {
        var change = AdditionalFeePolicyEndpoints.Read(call.Body.Update);
        var scheduled = change.IsRefused
            ? (Outcome<AdditionalFeePolicy>)change.Refusal
            : await commands.RescheduleAsync(call.Tenant, call.Actor, id, change.Value, call.Body.AppliedAt, ct);
        return scheduled.Answer(policy => new ReschedulePlatformAdditionalFeePolicyResponse { ScheduledAdditionalFeePolicy = PolicyMapping.WriteScheduled(policy) }, AdditionalFeePolicyEndpoints.Refuse);
    }

    private static async Task<Answer<CancelPlatformAdditionalFeePolicyScheduleResponse>> CancelPlatformAdditionalFeePolicySchedule(ApiCall call, string id, Commands commands, CancellationToken ct)
    {
        var cancelled = await commands.UnscheduleAsync(call.Tenant, call.Actor, id, ct);
        return cancelled.Answer(_ => new CancelPlatformAdditionalFeePolicyScheduleResponse(), AdditionalFeePolicyEndpoints.Refuse);
    }
}
