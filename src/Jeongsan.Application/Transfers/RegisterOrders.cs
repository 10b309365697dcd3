using Jeongsan.Application.Partners;
using Jeongsan.Application.Policies.Formulas;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Application.Transfers;

/// <summary>Some orders of a set were refused, so none was registered.</summary>
/// <param name="ByIndex">Why, by the order's place in the set.</param>
public sealed record OrdersRefused(IReadOnlyDictionary<int, Refusal> ByIndex) : Refusal;

/// <summary>
/// Registers many orders by the set: facts are read and rows are written by a handful of statements however many orders there
/// are, and each order is decided by itself, in turn.
/// </summary>
public sealed class RegisterOrders(Store store, FormulaBook book)
{
    /// <summary>Orders that are held in memory together.</summary>
    private const int DecidedCountMax = 2_000;

    /// <summary>All or none.</summary>
    /// <returns>How many were registered, or <see cref="OrdersRefused"/> with the reason of each that was not.</returns>
    public Task<Outcome<int>> HandleAsync(Tenant tenant, Actor actor, IReadOnlyList<NewOrder> orders, CancellationToken ct) =>
        store.CommandAsync<int>(tenant, actor, async work =>
        {
            var refused = new Dictionary<int, Refusal>();
            foreach (var (part, chunk) in orders.Chunk(DecidedCountMax).Index())
            {
                var outcomes = refused.Count == 0 ? await RegisterAsync(work, chunk, null, ct) : Decide(work, await ReadAsync(work, chunk, null, ct), chunk);
                foreach (var (index, outcome) in outcomes.Index().Where(one => one.Item.IsRefused))
                {
                    refused.Add((part * DecidedCountMax) + index, outcome.Refusal!);
                }
            }
            return refused.Count == 0 ? orders.Count : new OrdersRefused(refused);
        }, ct);

    /// <summary>What would become of each order now. Nothing is kept.</summary>
    public async Task<IReadOnlyList<Outcome<Transfer>>> RehearseAsync(Tenant tenant, Actor actor, IReadOnlyList<NewOrder> orders, CancellationToken ct)
    {
        IReadOnlyList<Outcome<Transfer>> decided = [];
        await store.CommandAsync<Done>(tenant, actor, async work =>
        {
            decided = Decide(work, await ReadAsync(work, orders, null, ct), orders);
            return new Done();
        }, ct);
        return decided;
    }

    /// <summary>Why not, or null, for each. Nothing is kept.</summary>
    internal async Task<IReadOnlyList<Refusal?>> DecideAsync(Work work, IReadOnlyList<NewOrder> orders, CancellationToken ct) =>
        [.. Decide(work, await ReadAsync(work, orders, null, ct), orders).Select(outcome => outcome.Refusal)];

    /// <summary>The same, and registers those that aren't refused.</summary>
    internal async Task<IReadOnlyList<Refusal?>> WriteAsync(Work work, IReadOnlyList<NewOrder> orders, CancellationToken ct) =>
        [.. (await RegisterAsync(work, orders, null, ct)).Select(outcome => outcome.Refusal)];

    /// <summary>Registers each order for itself: a refused one does not hold up the others.</summary>
    /// <param name="draft">Formulas to try instead of those that hold.</param>
    internal async Task<List<Outcome<Transfer>>> RegisterAsync(Work work, IReadOnlyList<NewOrder> orders, HeldFormulas? draft, CancellationToken ct)
    {
        var facts = await ReadAsync(work, orders, draft, ct);
        var outcomes = Decide(work, facts, orders);
        var keys = new Dictionary<TransferId, string>(orders.Count);
        var made = new List<Transfer>(orders.Count);
        foreach (var (order, outcome) in orders.Zip(outcomes))
        {
            if (!outcome.IsRefused)
            {
                made.Add(outcome.Value);
                keys.Add(outcome.Value.Id, facts.IsOnlyOne(order) ? $"order:{order.PartnerId}:{order.Payment.Id}" : TransferKeys.ById(outcome.Value.Id.Value));
            }
        }
        await work.Db.InsertAsync(made, ct, (TransferMapping.NaturalKey, transfer => keys[transfer.Id]));
        await work.RecordAsync([.. made.Select(transfer => work.Line(RegisterOrder.Subject, transfer.Id.Value, "OrderRegistered", to: transfer.Status.ToString()))], ct);
        return outcomes;
    }

    internal Task<HeldFormulas> HoldingAsync(Work work, PlatformSettings settings, CancellationToken ct) => book.HoldingAsync(work.Db, settings, work.Now, ct);

    private async Task<OrderFacts> ReadAsync(Work work, IReadOnlyList<NewOrder> orders, HeldFormulas? draft, CancellationToken ct)
    {
        var settings = await PlatformSettings.ReadAsync(work.Db, ct);
        return await OrderFacts.ReadAsync(work, orders, settings, draft ?? await HoldingAsync(work, settings, ct), ct);
    }

    private static List<Outcome<Transfer>> Decide(Work work, OrderFacts facts, IReadOnlyList<NewOrder> orders)
    {
        var outcomes = new List<Outcome<Transfer>>(orders.Count);
        foreach (var order in orders)
        {
            var outcome = Decide(work, facts, order);
            if (!outcome.IsRefused)
            {
                facts.Note(outcome.Value);
            }
            outcomes.Add(outcome);
        }
        return outcomes;
    }

    private static Outcome<Transfer> Decide(Work work, OrderFacts facts, NewOrder order)
    {
        if (CallerIds.Check(RegisterOrder.Subject, order.Id) is { } unusable)
        {
            return unusable;
        }
        if (order.Id is { } own && facts.IsTaken(new TransferId(own)))
        {
            return new StoredRefusal.AlreadyExists(RegisterOrder.Subject, own);
        }
        if (facts.Undefined(order) is { } undefined)
        {
            return undefined;
        }
        if (facts.IsOnlyOne(order) && facts.Registered(order.PartnerId, order.Payment.Id) is { } existing)
        {
            return new RegistrationRefusal.AlreadyRegistered(existing);
        }
        if (!facts.Partners.TryGetValue(order.PartnerId, out var partner))
        {
            return new StoredRefusal.NotFound(CreatePartners.Subject, order.PartnerId.Value);
        }
        var contractId = order.ContractId ?? partner.SnapshotAt(work.Now).Profile.DefaultContractId;
        if (!facts.Contracts.TryGetValue(contractId, out var contract))
        {
            return new StoredRefusal.NotFound("Contract", contractId.Value);
        }
        var request = OrderPolicies.Resolve(facts, order);
        if (request.IsRefused)
        {
            return request.Refusal;
        }
        var agreed = contract.SnapshotAt(work.Now);
        var dates = SettlementDates.For(work, facts.Settings, agreed.Terms.SettlementCycle, order.StartDate ?? PaidOn(order), order.SettlementDate);
        if (dates.IsRefused)
        {
            return dates.Refusal;
        }
        var (start, settlement) = dates.Value;
        var input = new OrderTransferInput(
            partner.SnapshotAt(work.Now), agreed, order.Payment, order.Currency, start, settlement, order.Memo, facts.Held.Number, request.Value.Parameters, order.Properties);
        return SettlementCalculation.Calculate(agreed.Terms, facts.Held.Formulas, request.Value)
            .Then(calculated => Transfer.ForOrder(work.Tenant, new TransferId(order.Id ?? work.NewId("transfer")), input, calculated, work.Today, work.Now));
    }

    private static DateOnly? PaidOn(NewOrder order) => order.Payment.PaidAt is { } paidAt ? SeoulTime.DateOf(paidAt) : null;
}
