using Jeongsan.Domain.Money;

namespace Jeongsan.Application.Rehearsals;

/// <summary>Adds up partners and keeps those with the largest differences.</summary>
internal sealed class Ranking(int countMax, bool isOnlyChanged)
{
    private readonly SortedDictionary<Currency, RehearsedSum> _totals = [];

    /// <summary>Out of it comes first whoever is the least in the ranking.</summary>
    private readonly PriorityQueue<RehearsedPartner, RehearsedPartner> _kept = new(Comparer<RehearsedPartner>.Create((one, other) => Order.Compare(other, one)));

    private static Comparer<RehearsedPartner> Order { get; } = Comparer<RehearsedPartner>.Create((one, other) =>
        other.Sum.Difference.Abs().CompareTo(one.Sum.Difference.Abs()) is var byDifference and not 0 ? byDifference
        : other.Sum.ChangedCount.CompareTo(one.Sum.ChangedCount) is var byCount and not 0 ? byCount
        : string.CompareOrdinal(one.Id.Value, other.Id.Value) is var byId and not 0 ? byId
        : one.Sum.Currency.CompareTo(other.Sum.Currency));

    public int Count { get; private set; }

    public IReadOnlyList<RehearsedSum> Totals => [.. _totals.Values];

    public IEnumerable<RehearsedPartner> Ranked => _kept.UnorderedItems.Select(item => item.Element).Order(Order);

    public void Add(PartnerTally? tally)
    {
        foreach (var partner in tally?.Sums() ?? [])
        {
            _totals[partner.Sum.Currency] = _totals.TryGetValue(partner.Sum.Currency, out var total) ? total + partner.Sum : partner.Sum;
            if (isOnlyChanged && partner.Sum.ChangedCount == 0 && partner.Sum.Difference.IsZero)
            {
                continue;
            }
            Count++;
            _kept.Enqueue(partner, partner);
            if (_kept.Count > countMax)
            {
                _kept.Dequeue();
            }
        }
    }
}
