namespace Jeongsan.Popbill;

/// <summary>The kind of published limit that a field breaks.</summary>
public enum PopbillFieldRule
{
    Missing,

    /// <summary>Fewer characters than <see cref="PopbillFieldProblem.Limit"/>.</summary>
    TooShort,

    /// <summary>More characters than <see cref="PopbillFieldProblem.Limit"/>.</summary>
    TooLong,

    /// <summary>More entries than <see cref="PopbillFieldProblem.Limit"/>.</summary>
    TooMany,

    /// <summary>A character that is not allowed in this field.</summary>
    BadCharacter,

    /// <summary>Not of the prescribed form: a date, a number, one of a few words.</summary>
    BadForm,

    /// <summary>The same value twice in one list.</summary>
    Repeated,
}

/// <summary>A limit of Popbill's that was broken before anything was sent. It names the field, never its value.</summary>
/// <param name="Field">As the protocol writes it, for example <c>invoicerMgtKey</c> or <c>detailList[3].itemName</c>.</param>
/// <param name="Rule">What is wrong.</param>
/// <param name="Limit">The longest or shortest length, or the largest count.</param>
public sealed record PopbillFieldProblem(string Field, PopbillFieldRule Rule, int? Limit = null)
{
    internal string Sentence => Rule switch
    {
        PopbillFieldRule.Missing => $"{Field}: 값이 없습니다.",
        PopbillFieldRule.TooShort => $"{Field}: {Limit}자 이상이어야 합니다.",
        PopbillFieldRule.TooLong => $"{Field}: {Limit}자까지 보낼 수 있습니다.",
        PopbillFieldRule.TooMany => $"{Field}: 한 번에 {Limit}건까지 보낼 수 있습니다.",
        PopbillFieldRule.BadCharacter => $"{Field}: 쓸 수 없는 문자가 있습니다.",
        PopbillFieldRule.Repeated => $"{Field}: 같은 값이 두 번 있습니다.",
        _ => $"{Field}: 형식이 올바르지 않습니다.",
    };
}
