using System.Globalization;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;

namespace Jeongsan.Domain.Policies.Formulas;

/// <summary>
/// sum = product (('+' | '-') product)* ; product = operand ('*' operand)* ;
/// operand = '-' operand | number | name | ('FLOOR' | 'CEIL' | 'ROUND')? '(' sum ')' | ('MIN' | 'MAX') '(' sum (',' sum)* ')'.
/// Spaces mean nothing; × and − are taken too.
/// </summary>
internal sealed class FormulaParser(string text)
{
    private int _position;
    private int _depth;

    public Outcome<FormulaNode> Parse() => Sum().Then<FormulaNode>(root =>
        AtEnd() ? root
        : text[_position] == ')' ? new FormulaRefusal.BracketNotOpened(_position)
        : IsOperandStart(text[_position]) ? new FormulaRefusal.OperatorMissing(_position)
        : new FormulaRefusal.UnexpectedCharacter(_position, text[_position]));

    private Outcome<FormulaNode> Sum() => Chain(Product, '+', '-');

    private Outcome<FormulaNode> Product() => Chain(Operand, '*', '*');

    private Outcome<FormulaNode> Chain(Func<Outcome<FormulaNode>> next, char first, char second)
    {
        var left = next();
        while (!left.IsRefused && !AtEnd() && Operator() is { } found && (found == first || found == second))
        {
            _position++;
            var right = next();
            if (right.IsRefused)
            {
                return right;
            }

            left = new FormulaNode.Combined(found, left.Value, right.Value);
        }

        return left;
    }

    private Outcome<FormulaNode> Operand()
    {
        if (AtEnd())
        {
            return new FormulaRefusal.OperandMissing(_position);
        }

        if (++_depth > Formula.DepthMax)
        {
            return new FormulaRefusal.NestedTooDeep(_position, Formula.DepthMax);
        }

        var operand = Operator() == '-' ? Negated()
            : text[_position] == '(' ? Bracketed(_position)
            : char.IsAsciiDigit(text[_position]) ? Number()
            : IsNameStart(text[_position]) ? Name()
            : IsOperatorOrClose() ? new FormulaRefusal.OperandMissing(_position)
            : new FormulaRefusal.UnexpectedCharacter(_position, text[_position]);
        _depth--;
        return operand;
    }

    private Outcome<FormulaNode> Negated()
    {
        _position++;
        return Operand().Then<FormulaNode>(inner => new FormulaNode.Negated(inner));
    }

    private Outcome<FormulaNode> Bracketed(int openedAt)
    {
        _position = openedAt + 1;
        return Sum().Then(inner => Close(openedAt).Then<FormulaNode>(_ => inner));
    }

    private Outcome<FormulaNode> Extreme(bool isMax)
    {
        var openedAt = _position;
        var arguments = new List<FormulaNode>();
        do
        {
            _position++;
            var argument = Sum();
            if (argument.IsRefused)
            {
                return argument;
            }

            arguments.Add(argument.Value);
        }
        while (!AtEnd() && text[_position] == ',');

        return Close(openedAt).Then<FormulaNode>(_ => new FormulaNode.Extreme(isMax, arguments));
    }

    private Outcome<Done> Close(int openedAt)
    {
        if (AtEnd())
        {
            return new FormulaRefusal.BracketNotClosed(_position, openedAt);
        }

        if (text[_position] != ')')
        {
            return IsOperandStart(text[_position]) ? new FormulaRefusal.OperatorMissing(_position) : new FormulaRefusal.UnexpectedCharacter(_position, text[_position]);
        }

        _position++;
        return default(Done);
    }

    private Outcome<FormulaNode> Number()
    {
        var start = _position;
        while (_position < text.Length && (char.IsAsciiDigit(text[_position]) || text[_position] == '.'))
        {
            _position++;
        }

        var number = text[start.._position];
        return number.Length <= 20 && decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && !number.EndsWith('.')
            ? new FormulaNode.Number(value)
            : new FormulaRefusal.NumberMalformed(start, number);
    }

    private Outcome<FormulaNode> Name()
    {
        var start = _position;
        while (_position < text.Length && (IsNameStart(text[_position]) || char.IsAsciiDigit(text[_position])))
        {
            _position++;
        }

        var name = text[start.._position];
        var isCall = !AtEnd() && text[_position] == '(';
        return name switch
        {
            "FLOOR" when isCall => Rounded(Rounding.Floor),
            "CEIL" when isCall => Rounded(Rounding.Ceiling),
            "ROUND" when isCall => Rounded(Rounding.HalfUp),
            "MIN" when isCall => Extreme(isMax: false),
            "MAX" when isCall => Extreme(isMax: true),
            _ => new FormulaNode.Variable(name, start),
        };
    }

    private Outcome<FormulaNode> Rounded(Rounding rounding) =>
        Bracketed(_position).Then<FormulaNode>(inner => new FormulaNode.Rounded(rounding, inner));

    /// <summary>Skips spaces; true when nothing is left.</summary>
    private bool AtEnd()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
        {
            _position++;
        }

        return _position == text.Length;
    }

    private char? Operator() => text[_position] switch
    {
        '+' => '+',
        '-' or '−' => '-',
        '*' or '×' => '*',
        _ => null,
    };

    private bool IsOperatorOrClose() => Operator() is not null || text[_position] == ')';

    private static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character == '_';

    private static bool IsOperandStart(char character) => IsNameStart(character) || char.IsAsciiDigit(character) || character == '(';
}
