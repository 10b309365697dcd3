using Jeongsan.Application.Partners;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Partners;
using Jeongsan.Server.Api.Companies;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Partners;

/// <summary>파트너의 예약된 수정: a change that is made when its time comes.</summary>
internal static class PartnerScheduleEndpoints
{
    private const string Path = "/platform/partners/{id}/schedule";

    public static void MapPartnerSchedules(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("파트너");
        routes.MapPost("/platform/partners/schedule", SchedulePlatformPartners).Needs(PersonRight.Edit).Refuses<SchedulePlatformPartnersError>();
        routes.MapGet(Path, GetPlatformPartnerSchedule).Needs(PersonRight.See).Refuses<GetPlatformPartnerScheduleError>();
        routes.MapPost(Path, SchedulePartner).Needs(PersonRight.Edit).Refuses<SchedulePartnerError>();
        routes.MapPut(Path, ReschedulePartner).Needs(PersonRight.Edit).Refuses<ReschedulePartnerError>();
        routes.MapDelete(Path, CancelPlatformPartnerSchedule).Needs(PersonRight.Edit).Refuses<CancelPlatformPartnerScheduleError>();
    }

    private static async Task<Answer<PlatformPartner>> GetPlatformPartnerSchedule(ApiCall call, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var own = PartnerId.From(id);
        return await db.Set<Partner>().SingleOrDefaultAsync(partner => partner.Id == own, ct) switch
        {
            null => new PlatformPartnerNotFoundError(),
            { ScheduledAt: null } => new PlatformPartnerNotFoundError { Message = PartnerRefusals.NothingScheduled },
            { } found => PartnerMapping.WriteScheduled(found),
        };
    }

    private static async Task<Answer<SchedulePlatformPartnerResponse>> SchedulePartner(
        ApiCall<SchedulePlatformPartnerBody> call, string id, SchedulePartner schedule, Verifications verifications, CancellationToken ct)
    {
        var change = PartnerReading.ReadChange(call.Body.Update);
        if (change.IsRefused)
        {
            return PartnerRefusals.OfChange(change.Refusal);
        }

        var (proven, proofs, problem) = change.Value.Apply(call.Body.Update, verifications, call.Tenant);
        if (problem is not null)
        {
            return problem;
        }

        var scheduled = await schedule.HandleAsync(call.Tenant, call.Actor, id, proven, call.Body.AppliedAt, proofs, ct);
        return scheduled.Answer(partner => new SchedulePlatformPartnerResponse { ScheduledPartner = PartnerMapping.WriteScheduled(partner) }, PartnerRefusals.OfChange);
    }

    private static async Task<Answer<ReschedulePlatformPartnerResponse>> ReschedulePartner(
        ApiCall<ReschedulePlatformPartnerBody> call, string id, SchedulePartner schedule, Verifications verifications, CancellationToken ct)
    {
        var change = PartnerReading.ReadChange(call.Body.Update);
        if (change.IsRefused)
        {
            return PartnerRefusals.OfReplacedSchedule(change.Refusal);
        }

        var (proven, proofs, problem) = change.Value.Apply(call.Body.Update, verifications, call.Tenant);
        if (problem is not null)
        {
            return PartnerRefusals.WithoutOwnType(problem);
        }

        var scheduled = await schedule.ReplaceAsync(call.Tenant, call.Actor, id, proven, call.Body.AppliedAt, proofs, ct);
        return scheduled.Answer(partner => new ReschedulePlatformPartnerResponse { ScheduledPartner = PartnerMapping.WriteScheduled(partner) }, PartnerRefusals.OfReplacedSchedule);
    }

    private static async Task<Answer<CancelPlatformPartnerScheduleResponse>> CancelPlatformPartnerSchedule(
        ApiCall call, string id, SchedulePartner schedule, CancellationToken ct)
    {
        var cancelled = await schedule.CancelAsync(call.Tenant, call.Actor, id, ct);
        return cancelled.Answer(_ => new CancelPlatformPartnerScheduleResponse(), PartnerRefusals.OfEdit);
    }

    /// <summary>For all partners of the filter, or for none. No partner at all is nothing to do.</summary>
    private static async Task<Answer<SchedulePlatformPartnersResponse>> SchedulePlatformPartners(
        ApiCall<SchedulePlatformPartnersBody> call, Store store, SchedulePartner schedule, CancellationToken ct)
    {
        var change = PartnerReading.ReadChange(call.Body.Update);
        if (change.IsRefused)
        {
            return PartnerRefusals.OfManySchedules(change.Refusal);
        }

        var chosen = await PartnerQueries.ChooseAsync(call.Tenant, call.Body.Filter, store, ct);
        var scheduled = await schedule.HandleManyAsync(
            call.Tenant, call.Actor, partners => partners.Where(partner => chosen.Contains(partner.Id)), change.Value, call.Body.AppliedAt, ct);
        return scheduled.Answer(_ => new SchedulePlatformPartnersResponse(), PartnerRefusals.OfManySchedules);
    }
}
