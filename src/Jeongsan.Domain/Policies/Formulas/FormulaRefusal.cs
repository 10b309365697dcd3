using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Policies.Formulas;

/// <summary>Every way in which a formula is wrong. Positions count characters from 0.</summary>
public abstract record FormulaRefusal : Refusal
{
    private FormulaRefusal()
    {
    }

    public sealed record Empty : FormulaRefusal;

    public sealed record TooLong(int Length, int LengthMax) : FormulaRefusal;

    public sealed record UnexpectedCharacter(int Position, char Character) : FormulaRefusal;

    /// <summary>A number, a name or an opening bracket should stand here.</summary>
    public sealed record OperandMissing(int Position) : FormulaRefusal;

    /// <summary>Two operands stand side by side.</summary>
    public sealed record OperatorMissing(int Position) : FormulaRefusal;

    /// <param name="OpenedAt">Where the bracket was opened.</param>
    public sealed record BracketNotClosed(int Position, int OpenedAt) : FormulaRefusal;

    public sealed record BracketNotOpened(int Position) : FormulaRefusal;

    public sealed record NumberMalformed(int Position, string Text) : FormulaRefusal;

    public sealed record NestedTooDeep(int Position, int DepthMax) : FormulaRefusal;

    public sealed record VariableUnknown(int Position, string Name) : FormulaRefusal;

    /// <summary>The variable exists, but is not known yet when this formula is evaluated.</summary>
    public sealed record VariableNotAllowed(int Position, string Name, FormulaKind Kind) : FormulaRefusal;

    public sealed record ResultOutOfRange(string Key) : FormulaRefusal;

    public sealed record TooManyUserDefined(int Count, int CountMax) : FormulaRefusal;

    public sealed record KeyMalformed(string Key, int LengthMax) : FormulaRefusal;

    public sealed record KeyDuplicated(string Key) : FormulaRefusal;
}
