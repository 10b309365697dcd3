using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>업무 분리: where a platform wants it, whoever confirmed a bulk payout neither executes nor schedules it, so that nobody sends money alone.</summary>
public sealed class PayoutDuties(Store store)
{
    private const string Confirmed = "BulkPayoutConfirmed";

    /// <summary>Whoever changes it stands in the history. It takes effect with the next execution.</summary>
    public Task<Outcome<bool>> SetAsync(Tenant tenant, Actor actor, bool areSeparate, CancellationToken ct) =>
        store.CommandAsync<bool>(tenant, actor, async work =>
        {
            var settings = await PlatformSettings.ToChangeAsync(work, ct);
            if (settings.SeparatesPayoutDuties != areSeparate)
            {
                settings.SeparatesPayoutDuties = areSeparate;
                work.Record("PlatformSettings", tenant.Merchant.Value, areSeparate ? "PayoutDutiesSeparated" : "PayoutDutiesJoined");
            }
            return areSeparate;
        }, ct);

    /// <summary>Null when the actor may start the bulk payout.</summary>
    internal static async Task<Refusal?> CheckAsync(Work work, BulkPayoutId id, CancellationToken ct)
    {
        // What a person scheduled was looked at when it was scheduled.
        if (work.Actor.Kind == ActorKind.System || !(await PlatformSettings.ReadAsync(work.Db, ct)).SeparatesPayoutDuties)
        {
            return null;
        }
        var confirmer = await work.Db.Set<HistoryRow>().Where(row => row.Subject == PayoutWork.BulkSubject && row.SubjectId == id.Value && row.What == Confirmed)
            .OrderByDescending(row => row.Sequence).Select(row => new { row.ActorKind, row.ActorId }).FirstOrDefaultAsync(ct);
        return confirmer is not null && (confirmer.ActorKind, confirmer.ActorId) == (work.Actor.Kind, work.Actor.Id) ? new ExecutionRefusal.ConfirmedBySamePerson() : null;
    }
}
