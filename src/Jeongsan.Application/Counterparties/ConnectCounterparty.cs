using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Counterparties;

/// <summary>국세청 연동: makes a counterparty a member of the ASP, so that it can be asked for tax invoices. The ASP is called from the outbox.</summary>
public sealed class ConnectCounterparty(Store store)
{
    public Task<Outcome<Counterparty>> ConnectAsync(Tenant tenant, Actor actor, CounterpartyId id, CancellationToken ct) =>
        store.CommandAsync<Counterparty>(tenant, actor, async work =>
        {
            var found = await work.FindCounterpartyAsync(id, partner => new CounterpartyRefusal.PartnerConnectsIt(partner), ct);
            if (found.IsRefused)
            {
                return found;
            }
            var connecting = found.Value.Connect();
            if (connecting.IsRefused)
            {
                return connecting.Refusal;
            }
            work.Record(CounterpartyWork.Subject, id.Value, "NtsConnectionBegun", connecting.Value.From, connecting.Value.To);
            var sent = await work.SendDisclosedAsync(
                JoinCounterparty.Carried.About(DataSubject.Of(found.Value.Brn)), JoinCounterparty.MessageType, $"join-counterparty-{id}-{found.Value.Version}", CounterpartyWork.Aggregate(id),
                new JoinCounterparty.Payload(id), ct, place: AgencyQueue.First);
            return sent.IsRefused ? sent.Refusal : found;
        }, ct);

    /// <summary>Ends the connection on our side. The company stays a member of the ASP: its documents there are its own.</summary>
    public Task<Outcome<Counterparty>> DisconnectAsync(Tenant tenant, Actor actor, CounterpartyId id, CancellationToken ct) =>
        store.CommandAsync<Counterparty>(tenant, actor, async work =>
        {
            var found = await work.FindCounterpartyAsync(id, partner => new CounterpartyRefusal.PartnerConnectsIt(partner), ct);
            if (found.IsRefused)
            {
                return found;
            }
            var before = found.Value.NtsConnection;
            var ending = found.Value.Disconnect(await work.HasOngoingTaxInvoiceAsync(id, ct));
            if (ending.IsRefused)
            {
                return ending.Refusal;
            }
            var ended = found.Value.ConcludeConnection(NtsConnectionCommand.ConfirmDisconnected, work.Now);
            work.Record(CounterpartyWork.Subject, id.Value, "NtsDisconnected", before.ToString(), ended.Value.To);
            await work.TellConnectionAsync(found.Value, reason: null, ct);
            return found;
        }, ct);
}

/// <summary>Joins the counterparty at the ASP, unless it is a member already.</summary>
internal sealed class JoinCounterparty(Store store, ITaxInvoiceAgency agency) : OutboxHandler
{
    public const string MessageType = "Counterparty.Join";
    public static readonly CarriedData.OfPartners Carried = new(EntrustedWork.TaxInvoices, PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact);
    private const string NotStated = "-";

    public sealed record Payload(CounterpartyId CounterpartyId);

    public override string Type => MessageType;

    public override CarriedData Carries => Carried;

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = message.Read<Payload>().CounterpartyId;
        await using var db = store.Read(message.Tenant);
        if (await db.Set<Counterparty>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } counterparty)
        {
            // Deleted meanwhile: there is nobody to join.
            return new Delivery.Finished(work => Task.CompletedTask);
        }
        var joined = await agency.JoinOnceAsync(message.Tenant, Member(counterparty), ct);
        return joined.Refusal switch
        {
            null => new Delivery.Finished(work => ConcludeAsync(work, id, NtsConnectionCommand.ConfirmConnected, null, ct)),
            AgencyRefusal.Refused refused => new Delivery.Finished(work => ConcludeAsync(work, id, NtsConnectionCommand.RejectConnection, refused.Words, ct)),
            { } refusal => AgencyWords.Wait(refusal) ?? AgencyWords.NotReached(),
        };
    }

    private static AgencyMember Member(Counterparty counterparty) => new(
        counterparty.Brn,
        counterparty.CompanyName,
        counterparty.RepresentativeName,
        counterparty.Address ?? NotStated,
        counterparty.BusinessType ?? NotStated,
        counterparty.BusinessClass ?? NotStated,
        counterparty.ContactName,
        counterparty.ContactEmail,
        counterparty.ContactPhoneNumber ?? NotStated);

    private static async Task ConcludeAsync(Work work, CounterpartyId id, NtsConnectionCommand answer, string? reason, CancellationToken ct)
    {
        if (await work.Db.Set<Counterparty>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } counterparty)
        {
            return;
        }
        var concluded = counterparty.ConcludeConnection(answer, work.Now, reason);
        // Refused only when somebody ended the connection meanwhile: then there is nothing to conclude.
        if (!concluded.IsRefused)
        {
            work.Record(CounterpartyWork.Subject, id.Value, $"Nts{concluded.Value.To}", concluded.Value.From, concluded.Value.To, reason);
            await work.TellConnectionAsync(counterparty, reason, ct);
        }
    }
}
