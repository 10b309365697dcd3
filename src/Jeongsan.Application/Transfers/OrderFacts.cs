using Jeongsan.Application.Policies.Formulas;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Application.UserDefinedProperties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Transfers;

/// <summary>What deciding a set of orders needs of the database, read by a handful of statements however many orders there are.</summary>
internal sealed class OrderFacts
{
    /// <summary>Ids that one statement asks for.</summary>
    private const int AskedCountMax = 500;

    private readonly HashSet<TransferId> _takenIds = [];
    private readonly Dictionary<(PartnerId, PaymentId), TransferId> _registered = [];

    private readonly HashSet<string> _properties = [];

    private OrderFacts(PlatformSettings settings, HeldFormulas held) => (Settings, Held) = (settings, held);

    public PlatformSettings Settings { get; }

    /// <summary>The formulas that calculate.</summary>
    public HeldFormulas Held { get; }

    /// <summary>Archived ones are not here.</summary>
    public Dictionary<PartnerId, Partner> Partners { get; } = [];
    public Dictionary<ContractId, Contract> Contracts { get; } = [];
    public Dictionary<DiscountSharePolicyId, DiscountShareSnapshot> Discounts { get; } = [];
    public Dictionary<AdditionalFeePolicyId, AdditionalFeeSnapshot> AdditionalFees { get; } = [];

    public static async Task<OrderFacts> ReadAsync(Work work, IReadOnlyList<NewOrder> orders, PlatformSettings settings, HeldFormulas held, CancellationToken ct)
    {
        var facts = new OrderFacts(settings, held);
        await facts.ReadRegisteredAsync(work, orders, ct);
        foreach (var ids in orders.Select(order => order.PartnerId).Distinct().Chunk(AskedCountMax))
        {
            foreach (var partner in await work.Db.Set<Partner>().AsNoTracking().Where(row => ids.Contains(row.Id) && !row.IsArchived).ToListAsync(ct))
            {
                facts.Partners.Add(partner.Id, partner);
            }
        }
        var contracts = orders.Where(order => order.ContractId is not null).Select(order => order.ContractId!.Value).Concat(facts.Partners.Values.Select(partner => partner.SnapshotAt(work.Now).Profile.DefaultContractId));
        foreach (var ids in contracts.Distinct().Chunk(AskedCountMax))
        {
            foreach (var contract in await work.Db.Set<Contract>().AsNoTracking().Where(row => ids.Contains(row.Id) && !row.IsArchived).ToListAsync(ct))
            {
                facts.Contracts.Add(contract.Id, contract);
            }
        }
        await facts.ReadPoliciesAsync(work, orders, ct);
        if (orders.Any(order => order.Properties.Count > 0))
        {
            facts._properties.UnionWith(await work.Db.Set<PropertyDefinition>().Where(row => row.Scope == PropertyScope.Transfer).Select(row => row.Key).ToListAsync(ct));
        }
        return facts;
    }

    /// <summary>Whether the partner may have one transfer of the payment only.</summary>
    public bool IsOnlyOne(NewOrder order) => order.Id is null && !Settings.SupportsMultipleOrderTransfersPerPartner;

    public PropertyRefusal? Undefined(NewOrder order) =>
        order.Properties.FirstOrDefault(property => !_properties.Contains(property.Key)) is { } unknown ? new PropertyRefusal.NotDefined(unknown.Key) : null;

    public bool IsTaken(TransferId id) => _takenIds.Contains(id);

    public TransferId? Registered(PartnerId partner, PaymentId payment) => _registered.TryGetValue((partner, payment), out var transfer) ? transfer : null;

    /// <summary>The next order of the set sees this one as if it had been registered before.</summary>
    public void Note(Transfer order)
    {
        _takenIds.Add(order.Id);
        _registered.TryAdd((order.PartnerId, order.PaymentId!.Value), order.Id);
    }

    private async Task ReadRegisteredAsync(Work work, IReadOnlyList<NewOrder> orders, CancellationToken ct)
    {
        foreach (var ids in orders.Where(order => order.Id is not null).Select(order => new TransferId(order.Id!)).Distinct().Chunk(AskedCountMax))
        {
            _takenIds.UnionWith(await work.Db.Set<Transfer>().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct));
        }
        foreach (var payments in orders.Where(IsOnlyOne).Select(order => (PaymentId?)order.Payment.Id).Distinct().Chunk(AskedCountMax))
        {
            var found = await work.Db.Set<Transfer>().Where(row => payments.Contains(row.PaymentId) && row.Kind == TransferKind.Order)
                .Select(row => new { row.PartnerId, row.PaymentId, row.Id }).ToListAsync(ct);
            foreach (var row in found)
            {
                _registered.TryAdd((row.PartnerId, row.PaymentId!.Value), row.Id);
            }
        }
    }

    private async Task ReadPoliciesAsync(Work work, IReadOnlyList<NewOrder> orders, CancellationToken ct)
    {
        var discounts = orders.SelectMany(order => order.Discounts.Concat((order.Lines ?? []).SelectMany(line => line.Discounts))).Select(one => one.Policy);
        foreach (var ids in discounts.Distinct().Chunk(AskedCountMax))
        {
            foreach (var policy in await work.Db.Set<DiscountSharePolicy>().AsNoTracking().Where(row => ids.Contains(row.Id) && !row.IsArchived).ToListAsync(ct))
            {
                Discounts.Add(policy.Id, policy.SnapshotAt(work.Now));
            }
        }
        var fees = orders.SelectMany(order => order.AdditionalFees.Concat((order.Lines ?? []).SelectMany(line => line.AdditionalFees)));
        foreach (var ids in fees.Distinct().Chunk(AskedCountMax))
        {
            foreach (var policy in await work.Db.Set<AdditionalFeePolicy>().AsNoTracking().Where(row => ids.Contains(row.Id) && !row.IsArchived).ToListAsync(ct))
            {
                AdditionalFees.Add(policy.Id, policy.SnapshotAt(work.Now));
            }
        }
    }
}
