using System.Text;

namespace Jeongsan.Etax;

/// <summary>An element of a parsed document: texts joined, comments dropped.</summary>
internal sealed class EtaxXmlElement(string name)
{
    private readonly StringBuilder text = new();

    public string Name { get; } = name;

    public List<EtaxXmlElement> Children { get; } = [];

    /// <summary>Attributes without a namespace; only the signature's elements have any.</summary>
    public Dictionary<string, string> Attributes { get; } = [];

    public string Text => text.ToString();

    public void Append(string part) => text.Append(part);

    public bool HasOnlyWhitespace
    {
        get
        {
            for (var i = 0; i < text.Length; i++)
                if (text[i] is not (' ' or '\t' or '\n' or '\r')) return false;
            return true;
        }
    }
}
