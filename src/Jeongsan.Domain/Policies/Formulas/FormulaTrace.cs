using Jeongsan.Domain.Money;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Domain.Policies.Formulas;

/// <param name="Value">What the name stood for.</param>
public sealed record FormulaInput(string Name, decimal Value);

/// <summary>What a formula was evaluated for.</summary>
/// <param name="Product">The line; null for the order itself.</param>
/// <param name="PolicyId">The discount share or additional fee policy.</param>
/// <param name="IsTaxFreePart">True for the tax-free part of a discount share.</param>
public sealed record FormulaPlace(ProductId? Product, string? PolicyId = null, bool IsTaxFreePart = false);

/// <summary>One evaluation of a formula: all that is needed to check it by hand.</summary>
/// <param name="Exact">Before rounding.</param>
public sealed record FormulaStep(FormulaKind Kind, FormulaText Formula, FormulaPlace Place, IReadOnlyList<FormulaInput> Inputs, decimal Exact, Won Result);

/// <summary>Collects the evaluations of one calculation, in their order.</summary>
public sealed class FormulaTrace
{
    private readonly List<FormulaStep> _steps = [];

    public IReadOnlyList<FormulaStep> Steps => _steps;

    internal void Add(FormulaStep step) => _steps.Add(step);
}
