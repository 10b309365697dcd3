using Commands = Jeongsan.Application.Policies.Contracts;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Policies;

/// <summary>계약의 예약된 수정: a change that is made when its time comes.</summary>
internal static class ContractScheduleEndpoints
{
    private const string Path = "/platform/contracts/{id}/schedule";

    public static void MapContractSchedules(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("계약");
        routes.MapGet(Path, GetPlatformContractSchedule).Needs(PersonRight.See).Refuses<GetPlatformContractScheduleError>();
        routes.MapPost(Path, ScheduleContract).Needs(PersonRight.Edit).Refuses<ScheduleContractError>();
        routes.MapPut(Path, RescheduleContract).Needs(PersonRight.Edit).Refuses<RescheduleContractError>();
        routes.MapDelete(Path, CancelPlatformContractSchedule).Needs(PersonRight.Edit).Refuses<CancelPlatformContractScheduleError>();
    }

    private static async Task<Answer<PlatformContract>> GetPlatformContractSchedule(ApiCall call, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var own = ContractId.From(id);
        return await db.Set<Contract>().SingleOrDefaultAsync(contract => contract.Id == own, ct) switch
        {
            null => new PlatformContractNotFoundError(),
            { ScheduledAt: null } => new PlatformContractNotFoundError { Message = PolicyRefusals.NothingScheduled },
            { } found => PolicyMapping.WriteScheduled(found),
        };
    }

    private static async Task<Answer<SchedulePlatformContractResponse>> ScheduleContract(
        ApiCall<SchedulePlatformContractBody> call, string id, Commands commands, CancellationToken ct)
    {
        var change = ContractEndpoints.Read(call.Body.Update);
        var scheduled = change.IsRefused
            ? (Outcome<Contract>)change.Refusal
            : await commands.ScheduleAsync(call.Tenant, call.Actor, id, change.Value, call.Body.AppliedAt, ct);
        return scheduled.Answer(contract => new SchedulePlatformContractResponse { ScheduledContract = PolicyMapping.WriteScheduled(contract) }, ContractEndpoints.Refuse);
    }

    private static async Task<Answer<ReschedulePlatformContractResponse>> RescheduleContract(
        ApiCall<ReschedulePlatformContractBody> call, string id, Commands commands, CancellationToken ct)
    {
        var change = ContractEndpoints.Read(call.Body.Update);
        var scheduled = change.IsRefused
            ? (Outcome<Contract>)change.Refusal
            : await commands.RescheduleAsync(call.Tenant, call.Actor, id, change.Value, call.Body.AppliedAt, ct);
        return scheduled.Answer(contract => new ReschedulePlatformContractResponse { ScheduledContract = PolicyMapping.WriteScheduled(contract) }, ContractEndpoints.Refuse);
    }

    private static async Task<Answer<CancelPlatformContractScheduleResponse>> CancelPlatformContractSchedule(ApiCall call, string id, Commands commands, CancellationToken ct)
    {
        var cancelled = await commands.UnscheduleAsync(call.Tenant, call.Actor, id, ct);
        return cancelled.Answer(_ => new CancelPlatformContractScheduleResponse(), ContractEndpoints.Refuse);
    }
}
