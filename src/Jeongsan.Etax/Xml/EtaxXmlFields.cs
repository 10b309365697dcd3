using System.Globalization;

namespace Jeongsan.Etax;

/// <summary>Takes the children of one element out by name; what is doubled, of a wrong form, or left over at the end is refused.</summary>
internal sealed class EtaxXmlFields
{
    private readonly EtaxXmlElement element;

    public EtaxXmlFields(EtaxXmlElement element)
    {
        this.element = element;
        if (!element.HasOnlyWhitespace) throw NotTheSchema(element.Name, "요소 사이에 글자가 들어 있습니다");
    }

    public static EtaxRefusedException NotTheSchema(string name, string what) => new(EtaxRefusal.NotTheSchema, $"{name}: {what}.");

    public IReadOnlyList<EtaxXmlElement> All(string name, int most)
    {
        var found = new List<EtaxXmlElement>();
        for (var i = 0; i < element.Children.Count; i++)
        {
            var child = element.Children[i];
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
        var children = element.Children;
        for (var i = 0; i < children.Count; i++)
        {
            if (children[i].Name != name) continue;
            found = found is null ? children[i] : throw NotTheSchema(name, "1개까지만 쓸 수 있습니다");
            found.IsTaken = true;
        }
        return found;
    }

    /// <summary>A group that may be absent; an empty one counts as absent.</summary>
    public EtaxXmlFields? Group(string name) => One(name) is { } found && (found.Children.Count > 0 || !found.HasOnlyWhitespace) ? new(found) : null;

    public EtaxXmlFields RequiredGroup(string name) => One(name) is { } found ? new(found) : throw NotTheSchema(name, "있어야 하는 요소가 없습니다");

    public static string? TextOf(EtaxXmlElement leaf)
    {
        if (leaf.Children.Count > 0) throw NotTheSchema(leaf.Name, "값이 와야 할 곳에 요소가 있습니다");
        return leaf.Text.Length == 0 ? null : leaf.Text;
    }

    public string? Text(string name) => One(name) is { } leaf ? TextOf(leaf) : null;

    public string Required(string name) => Text(name) ?? throw NotTheSchema(name, "있어야 하는 값이 없습니다");

    public long? Number(string name) => Text(name) is { } text ? NumberOf(name, text) : null;

    public long RequiredNumber(string name) => NumberOf(name, Required(name));

    public Hundredths? Decimal(string name) =>
        Text(name) is not { } text ? null : Hundredths.TryParse(text, out var value) ? value : throw NotTheSchema(name, "숫자(소수 둘째 자리까지)가 아닙니다");

    public DateOnly? Date(string name) => Text(name) is { } text ? DateOf(name, text) : null;

    public DateOnly RequiredDate(string name) => DateOf(name, Required(name));

    public TCode? Code<TCode>(string name) where TCode : struct, Enum
    {
        if (Text(name) is not { } text) return null;
        if (text.Length != 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1])) throw NotTheSchema(name, "표준에 없는 코드입니다");
        var number = (text[0] - '0') * 10 + (text[1] - '0');
        var code = System.Runtime.CompilerServices.Unsafe.BitCast<int, TCode>(number);
        return Enum.IsDefined(code)
                ? code
                : throw NotTheSchema(name, "표준에 없는 코드입니다");
    }

    /// <summary>Refuses whatever was not taken.</summary>
    public void Done()
    {
        var children = element.Children;
        for (var i = 0; i < children.Count; i++)
            if (!children[i].IsTaken) throw NotTheSchema($"{element.Name}/{children[i].Name}", "표준에 없는 요소입니다");
    }

    private static long NumberOf(string name, string text) =>
        text.Length <= 19 && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && text[0] != '+'
            ? number
            : throw NotTheSchema(name, "정수가 아닙니다");

    private static DateOnly DateOf(string name, string text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw NotTheSchema(name, "날짜(연월일 8자리)가 아닙니다");
}
