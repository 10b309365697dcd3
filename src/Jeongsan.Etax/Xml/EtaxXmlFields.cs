using System.Buffers.Text;

namespace Jeongsan.Etax;

/// <summary>Takes the children of one element out by name; what is doubled, of a wrong form, or left over at the end is refused.</summary>
internal readonly struct EtaxXmlFields
{
    private readonly EtaxXmlElement element;

    public EtaxXmlFields(EtaxXmlElement element)
    {
        this.element = element;
        if (!element.HasOnlyWhitespace) throw NotTheSchema(element.Name, "요소 사이에 글자가 들어 있습니다");
    }

    public static EtaxRefusedException NotTheSchema(string name, string what) => new(EtaxRefusal.NotTheSchema, $"{name}: {what}.");

    public List<EtaxXmlElement> All(string name, int most)
    {
        var found = new List<EtaxXmlElement>();
        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            if (child.Name != name) continue;
            if (found.Count == most) throw NotTheSchema(name, $"{most}개까지만 쓸 수 있습니다");
            child.IsTaken = true;
            found.Add(child);
        }
        return found;
    }

    public EtaxXmlElement? One(string name)
    {
        EtaxXmlElement? found = null;
        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            if (child.Name != name) continue;
            found = found is null ? child : throw NotTheSchema(name, "1개까지만 쓸 수 있습니다");
            found.IsTaken = true;
        }
        return found;
    }

    /// <summary>A group that may be absent; an empty one counts as absent.</summary>
    public EtaxXmlFields? Group(string name) => One(name) is { } found && (found.ChildCount > 0 || !found.HasOnlyWhitespace) ? new(found) : null;

    public EtaxXmlFields RequiredGroup(string name) => One(name) is { } found ? new(found) : throw NotTheSchema(name, "있어야 하는 요소가 없습니다");

    public static string? TextOf(EtaxXmlElement leaf)
    {
        RefuseChildren(leaf);
        return leaf.IsEmpty ? null : leaf.Text;
    }

    public string? Text(string name) => One(name) is { } leaf ? TextOf(leaf) : null;

    public string Required(string name) => Text(name) ?? throw Missing(name);

    public long? Number(string name) => Value(name) is { } leaf ? NumberOf(leaf) : null;

    public long RequiredNumber(string name) => NumberOf(Value(name) ?? throw Missing(name));

    public Hundredths? Decimal(string name) =>
        Text(name) is not { } text ? null : Hundredths.TryParse(text, out var value) ? value : throw NotTheSchema(name, "숫자(소수 둘째 자리까지)가 아닙니다");

    public DateOnly? Date(string name) => Value(name) is { } leaf ? DateOf(leaf) : null;

    public DateOnly RequiredDate(string name) => DateOf(Value(name) ?? throw Missing(name));

    public TCode? Code<TCode>(string name) where TCode : struct, Enum
    {
        if (Value(name) is not { } leaf) return null;
        if (leaf.PlainBytes is not [>= (byte)'0' and <= (byte)'9' and var tens, >= (byte)'0' and <= (byte)'9' and var ones]) throw NotTheSchema(name, "표준에 없는 코드입니다");
        var code = System.Runtime.CompilerServices.Unsafe.BitCast<int, TCode>((tens - '0') * 10 + (ones - '0'));
        return Enum.IsDefined(code)
                ? code
                : throw NotTheSchema(name, "표준에 없는 코드입니다");
    }

    /// <summary>Refuses whatever was not taken.</summary>
    public void Done()
    {
        for (var child = element.FirstChild; child is not null; child = child.Next)
            if (!child.IsTaken) throw NotTheSchema($"{element.Name}/{child.Name}", "표준에 없는 요소입니다");
    }

    /// <summary>A leaf with something in it.</summary>
    private EtaxXmlElement? Value(string name)
    {
        if (One(name) is not { } leaf) return null;
        RefuseChildren(leaf);
        return leaf.IsEmpty ? null : leaf;
    }

    private static void RefuseChildren(EtaxXmlElement leaf)
    {
        if (leaf.ChildCount > 0) throw NotTheSchema(leaf.Name, "값이 와야 할 곳에 요소가 있습니다");
    }

    private static EtaxRefusedException Missing(string name) => NotTheSchema(name, "있어야 하는 값이 없습니다");

    private static long NumberOf(EtaxXmlElement leaf)
    {
        var text = leaf.PlainBytes;
        var digits = text is [(byte)'-', ..] ? text[1..] : text;
        return text.Length <= 19 && digits.Length > 0 && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') && Utf8Parser.TryParse(text, out long number, out var read) && read == text.Length
            ? number
            : throw NotTheSchema(leaf.Name, "정수가 아닙니다");
    }

    private static DateOnly DateOf(EtaxXmlElement leaf)
    {
        const int size = 8;
        var text = leaf.PlainBytes;
        if (text.Length == size && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            var (year, month, day) = (Part(text[..4]), Part(text[4..6]), Part(text[6..]));
            if (year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)) return new(year, month, day);
        }
        throw NotTheSchema(leaf.Name, "날짜(연월일 8자리)가 아닙니다");
    }

    private static int Part(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = number * 10 + digit - '0';
        return number;
    }
}
