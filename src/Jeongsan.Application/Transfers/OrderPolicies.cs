using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Transfers;

/// <summary>Turns the policy ids of an order into the policies as they are now.</summary>
internal static class OrderPolicies
{
    public static async Task<Outcome<OrderRequest>> ResolveAsync(Work work, NewOrder order, IReadOnlyList<ParameterDefinition> defined, CancellationToken ct)
    {
        var lines = order.Lines ?? [];
        var discounts = await DiscountsAsync(work, [.. order.Discounts.Concat(lines.SelectMany(line => line.Discounts)).Select(one => one.Policy).Distinct()], ct);
        if (discounts.IsRefused)
        {
            return discounts.Refusal;
        }
        var fees = await FeesAsync(work, [.. order.AdditionalFees.Concat(lines.SelectMany(line => line.AdditionalFees)).Distinct()], ct);
        if (fees.IsRefused)
        {
            return fees.Refusal;
        }
        if (lines.Select(line => ParameterValues.CheckOfProduct(defined, line.Parameters)).FirstOrDefault(refusal => refusal is not null) is { } ofProduct)
        {
            return ofProduct;
        }
        var resolved = order.Lines?.Select(line => new OrderLine(
            line.Product, line.Quantity, Resolve(line.Discounts, discounts.Value), [.. line.AdditionalFees.Select(id => fees.Value[id])])
        { Parameters = line.Parameters }).ToList();
        return ParameterValues.OfOrder(defined, order.Parameters).Then(parameters => OrderDetail.Of(order.Total, resolved).Then<OrderRequest>(detail => new OrderRequest(
            detail, order.TaxFree, Resolve(order.Discounts, discounts.Value), [.. order.AdditionalFees.Select(id => fees.Value[id])])
        { Parameters = parameters }));
    }

    private static IReadOnlyList<OrderDiscount> Resolve(IReadOnlyList<NewOrderDiscount> given, IReadOnlyDictionary<DiscountSharePolicyId, DiscountShareSnapshot> policies) =>
        [.. given.Select(one => new OrderDiscount(policies[one.Policy], one.Amount, one.TaxFree))];

    private static async Task<Outcome<Dictionary<DiscountSharePolicyId, DiscountShareSnapshot>>> DiscountsAsync(
        Work work, IReadOnlyList<DiscountSharePolicyId> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<DiscountSharePolicyId, DiscountShareSnapshot>();
        }
        var found = await work.Db.Set<DiscountSharePolicy>().AsNoTracking().Where(row => ids.Contains(row.Id) && !row.IsArchived).ToDictionaryAsync(row => row.Id, row => row.SnapshotAt(work.Now), ct);
        return found.Count == ids.Count ? found
            : new RegistrationRefusal.PoliciesNotFound("DiscountSharePolicy", [.. ids.Where(id => !found.ContainsKey(id)).Select(id => id.Value)]);
    }

    private static async Task<Outcome<Dictionary<AdditionalFeePolicyId, AdditionalFeeSnapshot>>> FeesAsync(
        Work work, IReadOnlyList<AdditionalFeePolicyId> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<AdditionalFeePolicyId, AdditionalFeeSnapshot>();
        }
        var found = await work.Db.Set<AdditionalFeePolicy>().AsNoTracking().Where(row => ids.Contains(row.Id) && !row.IsArchived).ToDictionaryAsync(row => row.Id, row => row.SnapshotAt(work.Now), ct);
        return found.Count == ids.Count ? found
            : new RegistrationRefusal.PoliciesNotFound("AdditionalFeePolicy", [.. ids.Where(id => !found.ContainsKey(id)).Select(id => id.Value)]);
    }
}
