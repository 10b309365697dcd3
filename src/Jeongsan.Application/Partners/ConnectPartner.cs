using Jeongsan.Application.Counterparties;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Partners;

/// <summary>국세청 연동: makes a partner a member of the ASP, so that it can be asked for tax invoices. The ASP is called from the outbox.</summary>
public sealed class ConnectPartner(Store store)
{
    /// <summary>What goes to whoever does tax invoices, for the person who is about to send it.</summary>
    public static CarriedData.OfPartners Sends => JoinPartner.Carried;

    public Task<Outcome<Partner>> HandleAsync(Tenant tenant, Actor actor, PartnerId id, CancellationToken ct) =>
        store.CommandAsync<Partner>(tenant, actor, async work =>
        {
            if (await work.Db.Set<Partner>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } partner)
            {
                return new StoredRefusal.NotFound(CreatePartners.Subject, id.Value);
            }
            var connecting = await BeginAsync(work, partner, ct);
            return connecting.IsRefused ? connecting.Refusal : partner;
        }, ct);

    internal static async Task<Outcome<Move>> BeginAsync(Work work, Partner partner, CancellationToken ct)
    {
        // Decided before anything is changed: in bulk, a partner that is refused stays as it is while the others go on.
        var decided = NtsConnectionLifecycle.Table.Decide(partner.NtsConnection, NtsConnectionCommand.Connect, new NtsConnectionFacts(partner, HasOngoingTaxInvoice: false));
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }
        // Told before sent: the ASP mails the contact the moment that it is joined.
        var sent = await work.SendDisclosedAsync(
            JoinPartner.Carried.About(partner.Id), JoinPartner.MessageType, $"join-{partner.Id}-{partner.Version + 1}", $"Partner:{partner.Id}", new JoinPartner.Payload(partner.Id), ct, place: AgencyQueue.First);
        if (sent.IsRefused)
        {
            return sent.Refusal;
        }
        var connecting = partner.Connect();
        work.Record(CreatePartners.Subject, partner.Id.Value, "NtsConnectionBegun", connecting.Value.From, connecting.Value.To);
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

    internal static async Task<Outcome<Move>> EndAsync(Work work, Partner partner, CancellationToken ct)
    {
        var before = partner.NtsConnection;
        var ending = partner.Disconnect(await OngoingTaxInvoices.AnyAsync(work, partner.Id, ct));
        if (ending.IsRefused)
        {
            return ending;
        }
        var ended = partner.ConcludeConnection(NtsConnectionCommand.ConfirmDisconnected);
        work.Record(CreatePartners.Subject, partner.Id.Value, "NtsDisconnected", before.ToString(), ended.Value.To);
        await work.TellConnectionAsync(partner, reason: null, ct);
        return ended;
    }
}
