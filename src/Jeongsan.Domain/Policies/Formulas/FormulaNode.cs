using Jeongsan.Domain.Money;

namespace Jeongsan.Domain.Policies.Formulas;

/// <summary>A part of a formula.</summary>
public abstract record FormulaNode
{
    private FormulaNode()
    {
    }

    internal abstract decimal Evaluate(IReadOnlyDictionary<string, decimal> values);

    internal virtual IEnumerable<Variable> Variables() => [];

    public sealed record Number(decimal Value) : FormulaNode
    {
        internal override decimal Evaluate(IReadOnlyDictionary<string, decimal> values) => Value;
    }

    public sealed record Variable(string Name, int Position) : FormulaNode
    {
        internal override decimal Evaluate(IReadOnlyDictionary<string, decimal> values) => values[Name];

        internal override IEnumerable<Variable> Variables() => [this];
    }

    public sealed record Negated(FormulaNode Inner) : FormulaNode
    {
        internal override decimal Evaluate(IReadOnlyDictionary<string, decimal> values) => -Inner.Evaluate(values);

        internal override IEnumerable<Variable> Variables() => Inner.Variables();
    }

    public sealed record Rounded(Rounding Rounding, FormulaNode Inner) : FormulaNode
    {
        internal override decimal Evaluate(IReadOnlyDictionary<string, decimal> values) => Formula.Round(Inner.Evaluate(values), Rounding);

        internal override IEnumerable<Variable> Variables() => Inner.Variables();
    }

    /// <param name="Operator">'+', '-' or '*'.</param>
    public sealed record Combined(char Operator, FormulaNode Left, FormulaNode Right) : FormulaNode
    {
        internal override decimal Evaluate(IReadOnlyDictionary<string, decimal> values)
        {
            var (left, right) = (Left.Evaluate(values), Right.Evaluate(values));
            return Operator switch
            {
                '+' => left + right,
                '-' => left - right,
                _ => left * right,
            };
        }

        internal override IEnumerable<Variable> Variables() => Left.Variables().Concat(Right.Variables());
    }
}
