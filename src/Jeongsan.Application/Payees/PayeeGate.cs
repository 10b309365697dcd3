using Jeongsan.Application.Ledger;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;

namespace Jeongsan.Application.Payees;

/// <summary>Before money leaves: what stands against a payee stops that payout, says why, and lets the others go.</summary>
internal static class PayeeGate
{
    /// <summary>Stops every payout of it that waits and whose payee has something against it.</summary>
    public static async Task<Dictionary<PartnerId, PayeeProblem>> StopUnpayableAsync(this Work work, BulkPayoutId id, CancellationToken ct)
    {
        var waiting = await work.PayoutsOfAsync(id, ct, PayoutTurn.Waiting);
        var problems = await ProblemsAsync(work, waiting, ct);
        var stopped = waiting.Where(payout => problems.ContainsKey(payout.PartnerId)).ToList();
        await work.MoveSettlementsAsync([.. stopped.Where(payout => payout.Status == PayoutStatus.Scheduled).Select(payout => payout.Id)], PartnerSettlementCommand.Unschedule, ct);
        foreach (var payout in stopped)
        {
            await work.NotePayoutAsync(payout, "PayoutStopped", payout.Stop(work.Now), ct, PayeeWords.Of(problems[payout.PartnerId]));
        }
        if (stopped.Count > 0)
        {
            // Written first: what follows looks for payouts by their state.
            await work.Db.SaveChangesAsync(ct);
        }
        return problems;
    }

    private static async Task<Dictionary<PartnerId, PayeeProblem>> ProblemsAsync(Work work, IReadOnlyCollection<Payout> payouts, CancellationToken ct) =>
        (await PayeeStates.OfAsync(work.Db, payouts, work.Now, ct)).Where(state => state.Problem is not null).ToDictionary(state => state.Partner, state => state.Problem!.Value);

    /// <summary>The same for the one whose turn has come: something may have come up since the others left.</summary>
    public static async Task<bool> StopIfUnpayableAsync(this Work work, Payout payout, CancellationToken ct)
    {
        if (!(await ProblemsAsync(work, [payout], ct)).TryGetValue(payout.PartnerId, out var problem))
        {
            return false;
        }
        if (payout.Status == PayoutStatus.Scheduled)
        {
            await work.MoveSettlementsAsync(payout.Id, PartnerSettlementCommand.Unschedule, ct);
        }
        await work.NotePayoutAsync(payout, "PayoutStopped", payout.Stop(work.Now), ct, PayeeWords.Of(problem));
        await work.Db.SaveChangesAsync(ct);
        return true;
    }
}

/// <summary>Whether a platform's payees have to be checked before they are paid.</summary>
public sealed class PayeeCheckPolicy(Store store)
{
    /// <param name="ageDaysMax">How old a check may be, in days; null: none is demanded.</param>
    public async Task<Outcome<Done>> SetAsync(Tenant tenant, Actor actor, int? ageDaysMax, CancellationToken ct)
    {
        if (ageDaysMax is < PayeeRule.AgeDaysMin or > PayeeRule.AgeDaysMax)
        {
            return new PayeeRefusal.AgeOutOfRange(ageDaysMax.Value, PayeeRule.AgeDaysMin, PayeeRule.AgeDaysMax);
        }
        return await store.CommandAsync<Done>(tenant, actor, async work =>
        {
            var settings = await PlatformSettings.ToChangeAsync(work, ct);
            if (settings.PayeeCheckAgeDaysMax != ageDaysMax)
            {
                settings.PayeeCheckAgeDaysMax = ageDaysMax;
                work.Record("PlatformSettings", tenant.Merchant.Value, ageDaysMax is null ? "PayeeChecksNotDemanded" : "PayeeChecksDemanded", why: ageDaysMax is { } days ? $"{days}일" : null);
            }
            return new Done();
        }, ct);
    }
}
