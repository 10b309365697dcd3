using System.Text;

namespace Jeongsan.Etax;

/// <summary>An element of a parsed document: texts joined, comments dropped. Children hang on a chain, because a list for each was most of what reading allocated (VerifyingBenchmarks).</summary>
internal sealed class EtaxXmlElement
{
    private readonly ReadOnlyMemory<byte> canonical;
    private List<KeyValuePair<string, string>>? attributes;
    private EtaxXmlElement? last;
    private string first = "";
    private StringBuilder? joined;

    public EtaxXmlElement(string name) => Name = name;

    /// <summary>An element whose text stands in a document in canonical form; it is decoded when somebody asks for it.</summary>
    public EtaxXmlElement(string name, ReadOnlyMemory<byte> canonical)
    {
        Name = name;
        this.canonical = canonical;
    }

    public string Name { get; }

    public EtaxXmlElement? FirstChild { get; private set; }

    public EtaxXmlElement? Next { get; private set; }

    public int ChildCount { get; private set; }

    /// <summary>Whether somebody has read it already: see <see cref="EtaxXmlFields"/>.</summary>
    public bool IsTaken { get; set; }

    public string Text => canonical.Length > 0 ? CanonicalText.Unescape(canonical.Span) : joined?.ToString() ?? first;

    public bool IsEmpty => canonical.Length == 0 && joined is null && first.Length == 0;

    public bool HasOnlyWhitespace
    {
        get
        {
            if (IsEmpty) return true;
            foreach (var letter in Text)
                if (letter is not (' ' or '\t' or '\n' or '\r')) return false;
            return true;
        }
    }

    /// <summary>The text in UTF-8, as it is for numbers, dates and codes: those are never escaped, so an escape in it only makes it none of them.</summary>
    public ReadOnlySpan<byte> PlainBytes => canonical.Length > 0 ? canonical.Span : Encoding.UTF8.GetBytes(Text);

    public void Add(EtaxXmlElement child)
    {
        if (last is null) FirstChild = child;
        else last.Next = child;
        last = child;
        ChildCount++;
    }

    /// <summary>Attributes without a namespace; only the signature's elements have any.</summary>
    public string? Attribute(string attribute)
    {
        if (attributes is not null)
            foreach (var (name, value) in attributes)
                if (name == attribute) return value;
        return null;
    }

    public IEnumerable<KeyValuePair<string, string>> AttributesInCanonicalOrder() => attributes?.OrderBy(pair => pair.Key, StringComparer.Ordinal) ?? Enumerable.Empty<KeyValuePair<string, string>>();

    public void SetAttribute(string attribute, string value) => (attributes ??= new(1)).Add(new(attribute, value));

    /// <summary>Nearly every element has one piece of text; comments and CDATA cut it into more.</summary>
    public void Append(string part)
    {
        if (joined is not null) joined.Append(part);
        else if (first.Length == 0) first = part;
        else joined = new StringBuilder(first).Append(part);
    }
}
