using Jeongsan.Domain.Money;

namespace Jeongsan.Domain.Policies.Formulas;

/// <summary>A part of a formula.</summary>
public abstract record FormulaNode
{
    private FormulaNode()
    {
    }

    internal abstract decimal Evaluate(Func<string, decimal> valueOf);

    internal virtual IEnumerable<Variable> Variables() => [];

    public sealed record Number(decimal Value) : FormulaNode
    {
        internal override decimal Evaluate(Func<string, decimal> valueOf) => Value;
    }

    public sealed record Variable(string Name, int Position) : FormulaNode
    {
        internal override decimal Evaluate(Func<string, decimal> valueOf) => valueOf(Name);

        internal override IEnumerable<Variable> Variables() => [this];
    }

    public sealed record Negated(FormulaNode Inner) : FormulaNode
    {
        internal override decimal Evaluate(Func<string, decimal> valueOf) => -Inner.Evaluate(valueOf);

        internal override IEnumerable<Variable> Variables() => Inner.Variables();
    }

    public sealed record Rounded(Rounding Rounding, FormulaNode Inner) : FormulaNode
    {
        internal override decimal Evaluate(Func<string, decimal> valueOf) => Formula.Round(Inner.Evaluate(valueOf), Rounding);

        internal override IEnumerable<Variable> Variables() => Inner.Variables();
    }

    /// <param name="Operator">'+', '-' or '*'.</param>
    public sealed record Combined(char Operator, FormulaNode Left, FormulaNode Right) : FormulaNode
    {
        internal override decimal Evaluate(Func<string, decimal> valueOf)
        {
            var (left, right) = (Left.Evaluate(valueOf), Right.Evaluate(valueOf));
            return Operator switch
            {
                '+' => left + right,
                '-' => left - right,
                _ => left * right,
            };
        }

        internal override IEnumerable<Variable> Variables() => Left.Variables().Concat(Right.Variables());
    }

    /// <summary>MIN or MAX of its arguments.</summary>
    public sealed record Extreme(bool IsMax, IReadOnlyList<FormulaNode> Arguments) : FormulaNode
    {
        internal override decimal Evaluate(Func<string, decimal> valueOf)
        {
            var values = Arguments.Select(argument => argument.Evaluate(valueOf));
            return IsMax ? values.Max() : values.Min();
        }

        internal override IEnumerable<Variable> Variables() => Arguments.SelectMany(argument => argument.Variables());
    }
}
