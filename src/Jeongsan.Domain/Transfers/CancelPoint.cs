using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies.Formulas;

namespace Jeongsan.Domain.Transfers;

internal readonly record struct DiscountPoint(Won Amount, Won TaxFree);

internal sealed record LinePoint(int Quantity, IReadOnlyList<DiscountPoint> Discounts);

/// <summary>How far the cancellations of an order have come: how much of each thing that a person can state is taken back in all.</summary>
internal sealed record CancelPoint(Won Order, Won TaxFree, IReadOnlyList<DiscountPoint> Discounts, IReadOnlyList<LinePoint> Lines)
{
    /// <summary>The point of everything that <paramref name="details"/> holds.</summary>
    public static CancelPoint Of(TransferDetails details) => new(
        details.Amounts.Order,
        details.Amounts.OrderTaxFree,
        PointsOf(details.Discounts),
        [.. details.Lines.Select(line => new LinePoint(line.Quantity, PointsOf(line.Discounts)))]);

    /// <summary>Where the request leads, or why not. Order: shape, lines, discounts, what remains, limits.</summary>
    public static Outcome<CancelPoint> After(TransferId order, TransferDetails original, TransferDetails taken, CancelRequest request)
    {
        var before = Of(taken);
        var asked = request.Scope switch
        {
            CancelScope.All => Of(original),
            CancelScope.Amount amount => CancelSteps.ByAmount(original, before, amount.Order, request),
            CancelScope.Quantities quantities => CancelSteps.ByQuantities(original, before, quantities.Lines, request),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return asked.Then<CancelPoint>(after =>
            CancelSteps.Check(original, before, after) is { } refusal ? refusal
            : request.Scope is not CancelScope.All && after.IsSameAs(before) ? new TransferRefusal.NothingToCancel(order)
            : after);
    }

    /// <summary>Where a cancellation that was registered leads from here: what people state of one does not depend on fees.</summary>
    public CancelPoint With(TransferDetails original, Transfer cancel) => new(
        Order + cancel.Amounts.Order,
        TaxFree + cancel.Amounts.OrderTaxFree,
        Add(original.Discounts, Discounts, cancel.Discounts),
        [.. original.Lines.Zip(Lines, (line, point) => cancel.Lines.FirstOrDefault(other => other.Product.Id == line.Product.Id) is { } taken
            ? new LinePoint(point.Quantity + taken.Quantity, Add(line.Discounts, point.Discounts, taken.Discounts))
            : point)]);

    public bool IsAllOf(TransferDetails original) => IsSameAs(Of(original));

    /// <summary>All amounts at this point: each part of the order in proportion, cut towards zero; what follows from them by the order's own formulas.</summary>
    public Outcome<TransferDetails> Amounts(TransferDetails original, CalculationRules rules)
    {
        var discounts = DiscountsAt(original.Discounts, Discounts);
        var fees = FeesAt(original.AdditionalFees, Order, original.Amounts.Order);
        if (original.Lines.Count == 0)
        {
            var parts = PartsAt(original.Amounts, Order, TaxFree, discounts, fees, Order, original.Amounts.Order);
            return FinalConstants.Of(rules)
                .Then(constants => parts.Assemble(rules, new FormulaPlace(null), constants.At(Order, original.Amounts.Order)))
                .Then<TransferDetails>(amounts => new TransferDetails(amounts, [], discounts, fees));
        }

        return LinesAt(original.Lines, rules).Then(lines =>
        {
            var payment = Order - discounts.Total(discount => discount.Amount) - lines.Total(line => line.Amounts.Discount);
            var paymentTaxFree = TaxFree - discounts.Total(discount => discount.TaxFreeAmount) - lines.Total(line => line.Amounts.DiscountTaxFree);
            var paymentVat = Allocation.Reached(original.Amounts.PaymentVat, payment - paymentTaxFree, original.Amounts.Payment - original.Amounts.PaymentTaxFree);
            return FinalConstants.Of(rules)
                .Then(constants => AmountParts.OfLines(rules, lines, TaxFree, discounts, fees, paymentVat, constants.At(Order, original.Amounts.Order)))
                .Then<TransferDetails>(amounts => new TransferDetails(amounts, lines, discounts, fees));
        });
    }

    private bool IsSameAs(CancelPoint other) =>
        Order == other.Order
        && TaxFree == other.TaxFree
        && Discounts.SequenceEqual(other.Discounts)
        && Lines.Zip(other.Lines).All(pair => pair.First.Quantity == pair.Second.Quantity && pair.First.Discounts.SequenceEqual(pair.Second.Discounts));

    private Outcome<IReadOnlyList<TransferLine>> LinesAt(IReadOnlyList<TransferLine> original, CalculationRules rules)
    {
        var constants = FinalConstants.Of(rules, [.. original.Select(line => line.Amounts.Order)]);
        if (constants.IsRefused)
        {
            return constants.Refusal;
        }

        var lines = new TransferLine[original.Count];
        for (var index = 0; index < lines.Length; index++)
        {
            var line = LineAt(original[index], Lines[index], rules, constants.Value[index]);
            if (line.IsRefused)
            {
                return line.Refusal;
            }

            lines[index] = line.Value;
        }

        return lines;
    }

    private static Outcome<TransferLine> LineAt(TransferLine line, LinePoint point, CalculationRules rules, FinalConstants constants)
    {
        var (reached, whole) = (new Won(point.Quantity), new Won(line.Quantity));
        var discounts = DiscountsAt(line.Discounts, point.Discounts);
        var fees = FeesAt(line.AdditionalFees, reached, whole);
        var taxFree = Allocation.Reached(line.Amounts.OrderTaxFree, reached, whole);
        var parts = PartsAt(line.Amounts, line.Product.Amount * point.Quantity, taxFree, discounts, fees, reached, whole);
        return parts.Assemble(rules.Of(line.Parameters ?? []), new FormulaPlace(line.Product.Id), constants.At(reached, whole)).Then<TransferLine>(amounts => line with
        {
            Quantity = point.Quantity,
            Discounts = discounts,
            AdditionalFees = fees,
            Amounts = amounts,
            FormulaResults = line.FormulaResults is { } results ? [.. results.Select(result => result with { Amount = Allocation.Reached(result.Amount, reached, whole) })] : null,
        });
    }

    private static AmountParts PartsAt(
        SettlementAmounts original,
        Won order,
        Won taxFree,
        IReadOnlyList<TransferDiscount> discounts,
        IReadOnlyList<TransferAdditionalFee> fees,
        Won reached,
        Won whole)
    {
        var payment = order - discounts.Total(discount => discount.Amount);
        var paymentTaxFree = taxFree - discounts.Total(discount => discount.TaxFreeAmount);
        return new AmountParts(
            order,
            taxFree,
            discounts,
            fees,
            Allocation.Reached(original.PlatformFee, reached, whole),
            Allocation.Reached(original.PlatformFeeVat, reached, whole),
            Allocation.Reached(original.PaymentVat, payment - paymentTaxFree, original.Payment - original.PaymentTaxFree));
    }

    private static IReadOnlyList<TransferDiscount> DiscountsAt(IReadOnlyList<TransferDiscount> original, IReadOnlyList<DiscountPoint> points) =>
    [
        .. original.Zip(points, (discount, point) => discount with
        {
            Amount = point.Amount,
            TaxFreeAmount = point.TaxFree,
            ShareAmount = Allocation.Reached(discount.ShareAmount, point.Amount, discount.Amount),
            ShareTaxFreeAmount = Allocation.Reached(discount.ShareTaxFreeAmount, point.TaxFree, discount.TaxFreeAmount),
        }),
    ];

    private static IReadOnlyList<TransferAdditionalFee> FeesAt(IReadOnlyList<TransferAdditionalFee> original, Won reached, Won whole) =>
    [
        .. original.Select(fee => fee with
        {
            Amount = Allocation.Reached(fee.Amount, reached, whole),
            Vat = Allocation.Reached(fee.Vat, reached, whole),
        }),
    ];

    private static IReadOnlyList<DiscountPoint> Add(
        IReadOnlyList<TransferDiscount> original, IReadOnlyList<DiscountPoint> before, IReadOnlyList<TransferDiscount> taken) =>
        [.. original.Zip(before, (discount, point) => taken.FirstOrDefault(other => other.Policy.Id == discount.Policy.Id) is { } more
            ? new DiscountPoint(point.Amount + more.Amount, point.TaxFree + more.TaxFreeAmount)
            : point)];

    private static IReadOnlyList<DiscountPoint> PointsOf(IReadOnlyList<TransferDiscount> discounts) =>
        [.. discounts.Select(discount => new DiscountPoint(discount.Amount, discount.TaxFreeAmount))];
}
