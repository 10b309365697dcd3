using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Application.Transfers;

/// <summary>Turns the policy ids of an order into the policies as they are now.</summary>
internal static class OrderPolicies
{
    public static Outcome<OrderRequest> Resolve(OrderFacts facts, NewOrder order)
    {
        var lines = order.Lines ?? [];
        var defined = facts.Held.Formulas.Texts.Parameters;
        var discounts = order.Discounts.Concat(lines.SelectMany(line => line.Discounts)).Select(one => one.Policy).Distinct();
        if (Missing("DiscountSharePolicy", discounts.Where(id => !facts.Discounts.ContainsKey(id)).Select(id => id.Value)) is { } missingDiscounts)
        {
            return missingDiscounts;
        }
        var fees = order.AdditionalFees.Concat(lines.SelectMany(line => line.AdditionalFees)).Distinct();
        if (Missing("AdditionalFeePolicy", fees.Where(id => !facts.AdditionalFees.ContainsKey(id)).Select(id => id.Value)) is { } missingFees)
        {
            return missingFees;
        }
        if (lines.Select(line => ParameterValues.CheckOfProduct(defined, line.Parameters)).FirstOrDefault(refusal => refusal is not null) is { } ofProduct)
        {
            return ofProduct;
        }
        var resolved = order.Lines?.Select(line => new OrderLine(
            line.Product, line.Quantity, Resolve(facts, line.Discounts), [.. line.AdditionalFees.Select(id => facts.AdditionalFees[id])])
        { Parameters = line.Parameters }).ToList();
        return ParameterValues.OfOrder(defined, order.Parameters).Then(parameters => OrderDetail.Of(order.Total, resolved).Then<OrderRequest>(detail => new OrderRequest(
            detail, order.TaxFree, Resolve(facts, order.Discounts), [.. order.AdditionalFees.Select(id => facts.AdditionalFees[id])])
        { Parameters = parameters }));
    }

    private static IReadOnlyList<OrderDiscount> Resolve(OrderFacts facts, IReadOnlyList<NewOrderDiscount> given) =>
        [.. given.Select(one => new OrderDiscount(facts.Discounts[one.Policy], one.Amount, one.TaxFree))];

    private static RegistrationRefusal.PoliciesNotFound? Missing(string subject, IEnumerable<string> ids) =>
        ids.ToList() is { Count: > 0 } missing ? new RegistrationRefusal.PoliciesNotFound(subject, missing) : null;
}
