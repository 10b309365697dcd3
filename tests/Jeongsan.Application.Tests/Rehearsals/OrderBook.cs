using Jeongsan.Application.Policies;
using Jeongsan.Application.Policies.Formulas;
using Jeongsan.Application.Rehearsals;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Transfers;
using Jeongsan.Application.Verifications;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Application.Tests.Rehearsals;

/// <summary>What one cancellation takes back: a part of an order's amount, pieces of one of its lines, or all that remains.</summary>
internal sealed record BookedCancel(int OrderIndex, CancelScope Scope);

/// <summary>Orders, cancellations and corrections of a month, made up from a seed, that can be registered at any platform under any rules.</summary>
internal sealed class OrderBook
{
    private static readonly DateOnly FirstDay = new(2026, 8, 1);

    private readonly Random _random;

    public OrderBook(int seed, int orders)
    {
        _random = new Random(seed);
        Orders = [.. Enumerable.Range(0, orders).Select(Order)];
        Cancels = [.. Enumerable.Range(0, orders).Where(_ => _random.Next(3) == 0).SelectMany(Chain)];
        Manuals = [.. Enumerable.Range(0, 5).Select(index => (index % 3, (long)_random.Next(-50_000, 50_000), FirstDay.AddDays(_random.Next(28))))];
    }

    public IReadOnlyList<NewOrder> Orders { get; }
    public IReadOnlyList<BookedCancel> Cancels { get; }
    public IReadOnlyList<(int Partner, long Amount, DateOnly Date)> Manuals { get; }

    /// <summary>The policies that the orders name; contract A is there already.</summary>
    public static async Task PrepareAsync(Platform platform)
    {
        var (tenant, actor, ct) = (platform.Tenant, Platform.Actor, CancellationToken.None);
        var weekly = new Domain.Calendar.SettlementCycle(3, Domain.Calendar.SettlementDatePolicy.HolidayAfter, new Domain.Calendar.SettlementCycleMethod.Weekly([DayOfWeek.Thursday]));
        Platform.Must(await platform.World.Get<Contracts>().CreateAsync(tenant, actor, "B", new ContractTerms("둘째", null, new Fee.FixedRate(new Rate(7_770)), Payer.Merchant, true, weekly), ct));
        Platform.Must(await platform.World.Get<DiscountSharePolicies>().CreateAsync(tenant, actor, "D", new DiscountShareTerms("반반", null, Rate.OfPercent(50)), ct));
        Platform.Must(await platform.World.Get<AdditionalFeePolicies>().CreateAsync(tenant, actor, "F", new AdditionalFeeTerms("배송", null, new Fee.FixedRate(Rate.OfPercent(3)), Payer.Partner), ct));
        Platform.Must(await platform.World.Get<AdditionalFeePolicies>().CreateAsync(tenant, actor, "G", new AdditionalFeeTerms("포장", null, new Fee.FixedAmount(new Won(333)), Payer.Merchant), ct));
    }

    /// <summary>Saves a change for good, as a platform does that approves it.</summary>
    public static async Task ApproveAsync(Platform platform, RuleChange change)
    {
        var (tenant, actor, ct) = (platform.Tenant, Platform.Actor, CancellationToken.None);
        foreach (var (id, one) in change.Contracts)
        {
            Platform.Must(await platform.World.Get<Contracts>().UpdateAsync(tenant, actor, id.Value, one, ct));
        }
        foreach (var (id, one) in change.Discounts)
        {
            Platform.Must(await platform.World.Get<DiscountSharePolicies>().UpdateAsync(tenant, actor, id.Value, one, ct));
        }
        foreach (var (id, one) in change.AdditionalFees)
        {
            Platform.Must(await platform.World.Get<AdditionalFeePolicies>().UpdateAsync(tenant, actor, id.Value, one, ct));
        }
        foreach (var (id, one) in change.Partners)
        {
            Platform.Must(await platform.World.Get<Application.Partners.UpdatePartner>().HandleAsync(tenant, actor, id.Value, new PartnerChange(DefaultContractId: one.DefaultContractId, Type: one.Type), VerificationProofs.None, ct));
        }
        if (change.Formulas is { } formulas)
        {
            Platform.Must(await platform.World.Get<SaveSettlementFormulas>().HandleAsync(tenant, actor, new NewSettlementFormulas(formulas, null, null, null), ct));
        }
        Platform.Must(await platform.World.Get<UpdatePlatformSettings>().HandleAsync(
            tenant, actor, new SettingsChange(null, null, change.AmountType, change.DeductWht, change.AdjustAfterHolidayIfEarlier, null, SupportsMultipleOrderTransfersPerPartner: true), ct));
    }

    /// <summary>Registers all of it as it comes; what the rules refuse is left out, as a platform would have to.</summary>
    /// <returns>How many were refused.</returns>
    public async Task<int> RegisterAsync(Platform platform)
    {
        var refused = 0;
        foreach (var order in Orders)
        {
            refused += (await platform.World.Get<RegisterOrder>().HandleAsync(platform.Tenant, Platform.Actor, order, CancellationToken.None)).IsRefused ? 1 : 0;
        }
        foreach (var (index, cancel) in Cancels.Index())
        {
            var order = Orders[cancel.OrderIndex];
            var start = order.StartDate!.Value.AddDays(index % 4);
            var outcome = await platform.World.Get<RegisterOrderCancel>().HandleAsync(platform.Tenant, Platform.Actor, new NewOrderCancel(
                null, new TransferId(order.Id!), null, null, new CancelRequest(cancel.Scope, null, []), new CancellationId($"c-{index}"), null, IsExternal: true, start, null, null, []), CancellationToken.None);
            refused += outcome.IsRefused ? 1 : 0;
        }
        foreach (var (partner, amount, date) in Manuals)
        {
            Platform.Must(await platform.ManualAsync(partner, amount, date));
        }
        return refused;
    }

    private NewOrder Order(int index)
    {
        var lines = _random.Next(2) == 0 ? null : Enumerable.Range(0, _random.Next(1, 4)).Select(Line).ToList();
        Won? total = lines is null ? new Won(_random.Next(10, 2_000) * 37) : null;
        var discount = total is { } of && _random.Next(3) == 0 ? new[] { new NewOrderDiscount(new DiscountSharePolicyId("D"), new Won(of.Value / 7), Won.Zero) } : [];
        return new NewOrder(
            $"o-{index:000}", new PartnerId($"p{_random.Next(3)}"), _random.Next(4) == 0 ? new ContractId("B") : null,
            new PaymentSnapshot(new PaymentId($"pay-{index / 2}"), IsExternal: true, "KRW", null, null, null, null, null), total, lines,
            // Less than what discounts and their shares leave of it.
            total is { } sum && _random.Next(3) == 0 ? new Won(sum.Value / 3) : null,
            discount, _random.Next(3) switch { 0 => [new AdditionalFeePolicyId("F")], 1 => [new AdditionalFeePolicyId("G")], _ => [] },
            FirstDay.AddDays(_random.Next(28)), null, Currency.Krw, null, [], []);
    }

    private NewOrderLine Line(int index) => new(
        new Product(new ProductId($"상품-{index}"), $"상품 {index}", new Won(_random.Next(1, 90) * 111), Won.Zero, null), _random.Next(1, 6), [],
        _random.Next(3) == 0 ? [new AdditionalFeePolicyId("F")] : []);

    /// <summary>One or two cancellations that fit the order, with all that remains now and then at the end.</summary>
    private IEnumerable<BookedCancel> Chain(int index)
    {
        var order = Orders[index];
        if (order.Lines is { } lines)
        {
            yield return new BookedCancel(index, new CancelScope.Quantities([new CancelLine(lines[0].Product.Id, 1, [])]));
        }
        else if (order.Discounts.Count == 0 && order.TaxFree is null)
        {
            yield return new BookedCancel(index, new CancelScope.Amount(new Won(order.Total!.Value.Value / 3)));
        }
        if (_random.Next(2) == 0)
        {
            yield return new BookedCancel(index, new CancelScope.All());
        }
    }
}
