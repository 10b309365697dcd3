using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Counterparties;

/// <summary>What was looked up about a counterparty just before the command.</summary>
/// <param name="BusinessStatus">Null: not asked for.</param>
/// <param name="HasBusinessInfo">The profile was filled from the business information.</param>
public sealed record CounterpartyLookups(CounterpartyBusinessStatus? BusinessStatus = null, bool HasBusinessInfo = false);

/// <param name="Id">Chosen by the caller, or null for a new one.</param>
public sealed record NewCounterparty(string? Id, BusinessRegistrationNumber Brn, CounterpartyProfile Profile, CounterpartyLookups Lookups);

/// <summary>Adds a counterparty that is no partner.</summary>
public sealed class CreateCounterparty(Store store)
{
    public Task<Outcome<Counterparty>> HandleAsync(Tenant tenant, Actor actor, NewCounterparty given, CancellationToken ct) =>
        store.CommandAsync<Counterparty>(tenant, actor, work => CreateAsync(work, given, ct), ct);

    internal static async Task<Outcome<Counterparty>> CreateAsync(Work work, NewCounterparty given, CancellationToken ct)
    {
        if (CallerIds.Check(CounterpartyWork.Subject, given.Id) is { } unusable)
        {
            return unusable;
        }
        if (await work.Db.Set<OwnCompany>().AnyAsync(company => company.BusinessNumber == given.Brn, ct))
        {
            return new CounterpartyRefusal.IsOwnCompany(given.Brn);
        }
        var id = new CounterpartyId(given.Id ?? work.NewId("counterparty"));
        // Whether it is connected yet or not: when it is, the counterparty's id would be taken.
        var partner = new PartnerId(id.Value);
        if (await work.Db.Set<Partner>().AnyAsync(row => row.Id == partner, ct))
        {
            return new CounterpartyRefusal.IdIsPartners(id);
        }
        if (await work.Db.Set<Counterparty>().AnyAsync(row => row.Id == id, ct))
        {
            return new StoredRefusal.AlreadyExists(CounterpartyWork.Subject, id.Value);
        }
        var created = Counterparty.Create(work.Tenant, id, given.Brn, given.Profile, work.Now);
        if (!created.IsRefused)
        {
            Note(work, created.Value, given.Lookups);
            work.Db.Add(created.Value);
            work.Record(CounterpartyWork.Subject, id.Value, "CounterpartyCreated");
        }
        return created;
    }

    internal static void Note(Work work, Counterparty counterparty, CounterpartyLookups lookups)
    {
        if (lookups.BusinessStatus is { } status)
        {
            counterparty.NoteBusinessStatus(status, new CounterpartyCheck(work.NewId("check"), work.Now));
        }
        if (lookups.HasBusinessInfo)
        {
            counterparty.NoteBusinessInfo(new CounterpartyCheck(work.NewId("check"), work.Now));
        }
    }
}
