using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Verifications;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Partners;

/// <summary>Why a change could not be scheduled for all of the chosen partners; nothing was.</summary>
public abstract record ScheduleManyRefusal : Refusal
{
    private ScheduleManyRefusal()
    {
    }

    public sealed record ArchivedAmong(IReadOnlyList<PartnerId> Ids) : ScheduleManyRefusal;

    public sealed record ScheduledAmong(IReadOnlyList<PartnerId> Ids) : ScheduleManyRefusal;

    /// <summary>The change touches what the ASP knows of these partners.</summary>
    public sealed record ConnectedAmong(IReadOnlyList<PartnerId> Ids) : ScheduleManyRefusal;
}

/// <summary>Changes of partners that are made when their time comes.</summary>
public sealed class SchedulePartner(Store store)
{
    /// <param name="from">When the change is to be made.</param>
    public Task<Outcome<Partner>> HandleAsync(Tenant tenant, Actor actor, string id, PartnerChange change, DateTimeOffset from, VerificationProofs proofs, CancellationToken ct) =>
        store.ChangePartnerAsync(tenant, actor, id, "PartnerScheduled", async (partner, work) =>
            await UpdatePartner.CheckAsync(work, partner, change, proofs, ct) is { } refusal ? refusal : partner.Schedule(change, from, work.Today, work.Now), ct);

    public Task<Outcome<Partner>> ReplaceAsync(Tenant tenant, Actor actor, string id, PartnerChange change, DateTimeOffset from, VerificationProofs proofs, CancellationToken ct) =>
        store.ChangePartnerAsync(tenant, actor, id, "PartnerRescheduled", async (partner, work) =>
            await UpdatePartner.CheckAsync(work, partner, change, proofs, ct) is { } refusal ? refusal : partner.Reschedule(change, from, work.Today, work.Now), ct);

    public Task<Outcome<Partner>> CancelAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) =>
        store.ChangePartnerAsync(tenant, actor, id, "PartnerUnscheduled", (partner, _) => Task.FromResult(partner.Unschedule()), ct);

    /// <summary>The same change for many partners, for all or for none.</summary>
    public Task<Outcome<int>> HandleManyAsync(
        Tenant tenant, Actor actor, Func<IQueryable<Partner>, IQueryable<Partner>> filter, PartnerChange change, DateTimeOffset from, CancellationToken ct) =>
        store.CommandAsync<int>(tenant, actor, async work =>
        {
            if (await UpdatePartner.CheckAsync(work, null, change, VerificationProofs.None, ct) is { } refusal)
            {
                return refusal;
            }
            var partners = await filter(work.Db.Set<Partner>()).OrderBy(partner => partner.Id).ToListAsync(ct);
            var refused = new List<(PartnerId Id, Refusal Refusal)>();
            foreach (var partner in partners)
            {
                if (partner.Schedule(change, from, work.Today, work.Now) is { IsRefused: true } outcome)
                {
                    refused.Add((partner.Id, outcome.Refusal));
                }
                work.Record(CreatePartners.Subject, partner.Id.Value, "PartnerScheduled");
            }
            return refused.Count == 0 ? partners.Count : Together(refused);
        }, ct);

    /// <summary>In the order in which one partner is checked: archived, scheduled already, kept by its connection, anything else.</summary>
    private static Refusal Together(List<(PartnerId Id, Refusal Refusal)> refused)
    {
        IReadOnlyList<PartnerId> Of(Func<Refusal, bool> isSo) => [.. refused.Where(one => isSo(one.Refusal)).Select(one => one.Id)];
        var archived = Of(refusal => refusal is PartnerRefusal.Archived);
        var scheduled = Of(refusal => refusal is PartnerRefusal.ScheduledAlready);
        var connected = Of(refusal => refusal is PartnerRefusal.ConnectedCannotBeScheduled or PartnerRefusal.ConnectedTypeUnchangeable or PartnerRefusal.ConnectedBusinessNumberUnchangeable);
        return archived.Count > 0 ? new ScheduleManyRefusal.ArchivedAmong(archived)
            : scheduled.Count > 0 ? new ScheduleManyRefusal.ScheduledAmong(scheduled)
            : connected.Count > 0 ? new ScheduleManyRefusal.ConnectedAmong(connected)
            : refused[0].Refusal;
    }
}

/// <summary>Makes scheduled changes of partners when their time comes, after those of the contracts that they may name.</summary>
internal sealed class ApplyPartnerSchedules(Store store) : DueStep
{
    public override int Order => 3;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        var now = await store.NowAsync(tenant, ct);
        List<PartnerId> due;
        await using (var db = store.Read(tenant))
        {
            due = await db.Set<Partner>().Where(partner => partner.ScheduledAt <= now).OrderBy(partner => partner.ScheduledAt).Select(partner => partner.Id).ToListAsync(ct);
        }
        foreach (var id in due)
        {
            await store.CommandAsync<Done>(tenant, Actor.System, work => ApplyAsync(work, id, ct), ct);
        }
    }

    private static async Task<Outcome<Done>> ApplyAsync(Work work, PartnerId id, CancellationToken ct)
    {
        // Taken back or moved meanwhile: nothing is left to do here.
        if (await work.Db.Set<Partner>().SingleOrDefaultAsync(row => row.Id == id && row.ScheduledAt <= work.Now, ct) is not { } partner)
        {
            return new Done();
        }
        var before = await work.FirstVersionAsync(partner, ct);
        var dropped = partner.ApplySchedule(work.Today);
        work.Record(CreatePartners.Subject, id.Value, dropped is null ? "PartnerScheduleApplied" : "PartnerScheduleDropped", why: dropped?.Reason);
        work.KeepVersionOf(partner, before);
        return new Done();
    }
}
