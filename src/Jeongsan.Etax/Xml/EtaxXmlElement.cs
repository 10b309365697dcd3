using System.Text;

namespace Jeongsan.Etax;

/// <summary>An element of a parsed document: texts joined, comments dropped.</summary>
internal sealed class EtaxXmlElement(string name)
{
    private List<EtaxXmlElement>? children;
    private Dictionary<string, string>? attributes;
    private string first = "";
    private StringBuilder? joined;

    public string Name { get; } = name;

    public IReadOnlyList<EtaxXmlElement> Children => (IReadOnlyList<EtaxXmlElement>?)children ?? [];

    /// <summary>Whether somebody has read it already: see <see cref="EtaxXmlFields"/>.</summary>
    public bool IsTaken { get; set; }

    public string Text => joined?.ToString() ?? first;

    public bool HasOnlyWhitespace
    {
        get
        {
            foreach (var letter in Text)
                if (letter is not (' ' or '\t' or '\n' or '\r')) return false;
            return true;
        }
    }

    public void Add(EtaxXmlElement child) => (children ??= []).Add(child);

    /// <summary>Attributes without a namespace; only the signature's elements have any.</summary>
    public string? Attribute(string attribute) => attributes?.GetValueOrDefault(attribute);

    public IEnumerable<KeyValuePair<string, string>> AttributesInCanonicalOrder() => attributes?.OrderBy(pair => pair.Key, StringComparer.Ordinal) ?? Enumerable.Empty<KeyValuePair<string, string>>();

    public void SetAttribute(string attribute, string value) => (attributes ??= [])[attribute] = value;

    /// <summary>Nearly every element has one piece of text; comments and CDATA cut it into more.</summary>
    public void Append(string part)
    {
        if (joined is not null) joined.Append(part);
        else if (first.Length == 0) first = part;
        else joined = new StringBuilder(first).Append(part);
    }
}
