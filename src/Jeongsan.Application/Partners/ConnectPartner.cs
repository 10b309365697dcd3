using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Partners;

/// <summary>국세청 연동: makes a partner a member of the ASP, so that it can be asked for tax invoices. The ASP is called from the outbox.</summary>
public sealed class ConnectPartner(Store store)
{
    public Task<Outcome<Partner>> HandleAsync(Tenant tenant, Actor actor, PartnerId id, CancellationToken ct) =>
        store.CommandAsync<Partner>(tenant, actor, async work =>
        {
            if (await work.Db.Set<Partner>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } partner)
            {
                return new StoredRefusal.NotFound(CreatePartners.Subject, id.Value);
            }
            var connecting = Begin(work, partner);
            return connecting.IsRefused ? connecting.Refusal : partner;
        }, ct);

    /// <summary>Begins with each of the partners that can be connected; the others stay as they are.</summary>
    /// <returns>Those that were begun.</returns>
    public Task<Outcome<IReadOnlyList<Partner>>> HandleManyAsync(Tenant tenant, Actor actor, Func<IQueryable<Partner>, IQueryable<Partner>> filter, CancellationToken ct) =>
        store.CommandAsync<IReadOnlyList<Partner>>(tenant, actor, async work =>
        {
            var partners = await filter(work.Db.Set<Partner>()).ToListAsync(ct);
            return partners.Where(partner => !Begin(work, partner).IsRefused).ToList();
        }, ct);

    private static Outcome<Move> Begin(Work work, Partner partner)
    {
        var connecting = partner.Connect(hasSchedule: false);
        if (!connecting.IsRefused)
        {
            work.Record(CreatePartners.Subject, partner.Id.Value, "NtsConnectionBegun", connecting.Value.From, connecting.Value.To);
            work.Send(JoinPartner.MessageType, $"join-{partner.Id}-{partner.Version}", $"Partner:{partner.Id}", new JoinPartner.Payload(partner.Id), place: AgencyQueue.First);
        }
        return connecting;
    }
}

/// <summary>Ends the connection on our side. The company stays a member of the ASP: its documents there are its own.</summary>
public sealed class DisconnectPartner(Store store)
{
    public Task<Outcome<Partner>> HandleAsync(Tenant tenant, Actor actor, PartnerId id, CancellationToken ct) =>
        store.CommandAsync<Partner>(tenant, actor, async work =>
        {
            if (await work.Db.Set<Partner>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } partner)
            {
                return new StoredRefusal.NotFound(CreatePartners.Subject, id.Value);
            }
            var ended = await EndAsync(work, partner, ct);
            return ended.IsRefused ? ended.Refusal : partner;
        }, ct);

    public Task<Outcome<IReadOnlyList<Partner>>> HandleManyAsync(Tenant tenant, Actor actor, Func<IQueryable<Partner>, IQueryable<Partner>> filter, CancellationToken ct) =>
        store.CommandAsync<IReadOnlyList<Partner>>(tenant, actor, async work =>
        {
            var ended = new List<Partner>();
            foreach (var partner in await filter(work.Db.Set<Partner>()).ToListAsync(ct))
            {
                if (!(await EndAsync(work, partner, ct)).IsRefused)
                {
                    ended.Add(partner);
                }
            }
            return ended;
        }, ct);

    private static async Task<Outcome<Move>> EndAsync(Work work, Partner partner, CancellationToken ct)
    {
        var before = partner.NtsConnection;
        var ending = partner.Disconnect(await OngoingTaxInvoices.AnyAsync(work, partner.Id, ct));
        if (ending.IsRefused)
        {
            return ending;
        }
        var ended = partner.ConcludeConnection(NtsConnectionCommand.ConfirmDisconnected);
        work.Record(CreatePartners.Subject, partner.Id.Value, "NtsDisconnected", before.ToString(), ended.Value.To);
        return ended;
    }
}
