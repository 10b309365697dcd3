using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;

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

    public sealed record NameMissing(string Key) : FormulaRefusal;

    public sealed record NameTooLong(string Key, int Length, int LengthMax) : FormulaRefusal;

    public sealed record TooManyParameters(int Count, int CountMax) : FormulaRefusal;

    /// <summary>The variable is given per product; this formula is evaluated once for the whole order.</summary>
    public sealed record ParameterOnlyPerProduct(int Position, string Name, FormulaKind Kind) : FormulaRefusal;

    public sealed record ParameterNotFound(string Key) : FormulaRefusal;

    public sealed record ParameterNotPerProduct(string Key) : FormulaRefusal;

    public sealed record ParameterScaleOutOfRange(string Key, int Scale, int ScaleMax) : FormulaRefusal;

    public sealed record ParameterOutOfRange(string Key, long UnscaledMax) : FormulaRefusal;

    /// <summary>A fee is never negative; a discount share is between 0 and the discount.</summary>
    /// <param name="Max">Null where there is none.</param>
    public sealed record ResultNotUsable(string Key, Won Result, Won? Max) : FormulaRefusal;
}

/// <summary>A mistake and the formula or parameter that holds it.</summary>
public sealed record FormulaMistake(string Key, Refusal Mistake) : Refusal
{
    /// <summary>The character where it is, from 0; null when it is not in a formula's text.</summary>
    public int? Position => Mistake switch
    {
        FormulaRefusal.Empty => 0,
        FormulaRefusal.TooLong tooLong => tooLong.LengthMax,
        FormulaRefusal.UnexpectedCharacter at => at.Position,
        FormulaRefusal.OperandMissing at => at.Position,
        FormulaRefusal.OperatorMissing at => at.Position,
        FormulaRefusal.BracketNotClosed at => at.Position,
        FormulaRefusal.BracketNotOpened at => at.Position,
        FormulaRefusal.NumberMalformed at => at.Position,
        FormulaRefusal.NestedTooDeep at => at.Position,
        FormulaRefusal.VariableUnknown at => at.Position,
        FormulaRefusal.VariableNotAllowed at => at.Position,
        FormulaRefusal.ParameterOnlyPerProduct at => at.Position,
        _ => null,
    };
}
