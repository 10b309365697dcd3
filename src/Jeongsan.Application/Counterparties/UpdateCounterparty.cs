using Jeongsan.Application.Storage;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Application.Counterparties;

/// <param name="Change">The present profile with what the caller stated.</param>
public sealed record CounterpartyChange(BusinessRegistrationNumber Brn, Func<CounterpartyProfile, CounterpartyProfile> Change, CounterpartyLookups Lookups);

public sealed class UpdateCounterparty(Store store)
{
    public Task<Outcome<Counterparty>> HandleAsync(Tenant tenant, Actor actor, CounterpartyId id, CounterpartyChange change, CancellationToken ct) =>
        store.CommandAsync<Counterparty>(tenant, actor, async work =>
        {
            var found = await work.FindCounterpartyAsync(id, partner => new CounterpartyRefusal.PartnerEditsIt(partner), ct);
            if (found.IsRefused)
            {
                return found;
            }
            var updated = found.Value.Update(change.Brn, change.Change(found.Value.Profile()), work.Now);
            if (updated.IsRefused)
            {
                return updated.Refusal;
            }
            CreateCounterparty.Note(work, found.Value, change.Lookups);
            work.Record(CounterpartyWork.Subject, id.Value, "CounterpartyUpdated");
            return found;
        }, ct);
}

/// <summary>Removes a counterparty; the invoices that were exchanged with it stay as they are.</summary>
public sealed class DeleteCounterparty(Store store)
{
    public Task<Outcome<Done>> HandleAsync(Tenant tenant, Actor actor, CounterpartyId id, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, actor, async work =>
        {
            var found = await work.FindCounterpartyAsync(id, partner => new CounterpartyRefusal.PartnerDeletesIt(partner), ct);
            if (found.IsRefused)
            {
                return found.Refusal;
            }
            if (await work.HasOngoingTaxInvoiceAsync(id, ct))
            {
                return new CounterpartyRefusal.OngoingTaxInvoice(id);
            }
            work.Db.Remove(found.Value);
            work.Record(CounterpartyWork.Subject, id.Value, "CounterpartyDeleted");
            return new Done();
        }, ct);
}
