namespace Jeongsan.Domain.Money;

/// <summary>Shares an amount out so that the parts always add up to it.</summary>
public static class Allocation
{
    /// <summary>
    /// Parts in proportion to the weights. Each is first cut towards zero; what is left goes, one won each, to the
    /// largest cut-off fractions, the earlier one first. Without any weight the first part takes all.
    /// </summary>
    public static IReadOnlyList<Won> Share(Won amount, IReadOnlyList<Won> weights)
    {
        ArgumentOutOfRangeException.ThrowIfZero(weights.Count);
        if (weights.Any(weight => weight.IsNegative))
        {
            throw new ArgumentOutOfRangeException(nameof(weights), "A weight cannot be negative.");
        }

        var whole = weights.Aggregate((Int128)0, (sum, weight) => sum + weight.Value);
        var parts = new long[weights.Count];
        if (whole == 0)
        {
            parts[0] = amount.Value;
            return [.. parts.Select(part => new Won(part))];
        }

        var magnitude = Int128.Abs(amount.Value);
        var fractions = new Int128[weights.Count];
        for (var index = 0; index < parts.Length; index++)
        {
            var (part, fraction) = Int128.DivRem(magnitude * weights[index].Value, whole);
            parts[index] = (long)part;
            fractions[index] = fraction;
        }

        var left = (int)(magnitude - parts.Sum());
        foreach (var index in Enumerable.Range(0, parts.Length).OrderByDescending(index => fractions[index]).ThenBy(index => index).Take(left))
        {
            parts[index]++;
        }

        return [.. parts.Select(part => new Won(amount.IsNegative ? -part : part))];
    }

    /// <summary>
    /// How much of <paramref name="whole"/> falls on the first <paramref name="reached"/> of <paramref name="total"/>:
    /// taking the difference between two such points makes any chain of parts add up to the whole.
    /// </summary>
    public static Won Reached(Won whole, Won reached, Won total) =>
        reached == total ? whole : total.IsZero ? Won.Zero : whole.MultiplyDivide(reached.Value, total.Value, Rounding.Floor);
}
