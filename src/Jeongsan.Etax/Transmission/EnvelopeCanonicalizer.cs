using System.Xml;

namespace Jeongsan.Etax.Transmission;

/// <summary>Canonical XML 1.0 without comments, of an element and all that is in it but one left-out element.</summary>
internal static class EnvelopeCanonicalizer
{
    private const string Xmlns = "http://www.w3.org/2000/xmlns/";
    private const string XmlNamespace = "http://www.w3.org/XML/1998/namespace";

    public static byte[] Canonicalize(XmlElement apex, XmlElement? leftOut = null)
    {
        var text = new CanonicalText(8192);
        Write(text, apex, InScope(apex), [], leftOut);
        return text.Written.ToArray();
    }

    /// <summary>Every namespace that holds at the apex: inclusive canonicalization renders them all there.</summary>
    private static SortedDictionary<string, string> InScope(XmlElement apex)
    {
        var scope = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (XmlNode? node = apex; node is XmlElement element; node = node.ParentNode)
            foreach (var (prefix, uri) in Declared(element)) scope.TryAdd(prefix, uri);
        return scope;
    }

    private static SortedDictionary<string, string> Declared(XmlElement element)
    {
        var declared = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (XmlAttribute attribute in element.Attributes)
            if (attribute.NamespaceURI == Xmlns) declared[attribute.Prefix.Length == 0 ? "" : attribute.LocalName] = attribute.Value;
        return declared;
    }

    private static void Write(CanonicalText text, XmlElement element, SortedDictionary<string, string> declared, Dictionary<string, string> rendered, XmlElement? leftOut)
    {
        text.Raw("<"u8).Raw(element.Name);
        var inside = new Dictionary<string, string>(rendered);
        foreach (var (prefix, uri) in declared)
        {
            if (rendered.GetValueOrDefault(prefix, prefix.Length == 0 ? "" : null!) == uri) continue;
            inside[prefix] = uri;
            text.Raw(prefix.Length == 0 ? " xmlns=\"" : $" xmlns:{prefix}=\"").AttributeValue(uri).Raw("\""u8);
        }
        foreach (var attribute in element.Attributes.Cast<XmlAttribute>().Where(attribute => attribute.NamespaceURI != Xmlns)
            .OrderBy(attribute => attribute.NamespaceURI, StringComparer.Ordinal).ThenBy(attribute => attribute.LocalName, StringComparer.Ordinal))
        {
            // xml:… attributes would be inherited by a signed part of the document: the messages have none.
            if (attribute.NamespaceURI == XmlNamespace) throw new TransmissionRefusedException(TransmissionRefusal.MalformedMessage);
            text.Raw(" "u8).Raw(attribute.Name).Raw("=\""u8).AttributeValue(attribute.Value).Raw("\""u8);
        }
        text.Raw(">"u8);
        foreach (XmlNode child in element.ChildNodes)
        {
            if (child is XmlElement next)
            {
                if (next != leftOut) Write(text, next, Declared(next), inside, leftOut);
            }
            else if (child is XmlCharacterData and not XmlComment) text.Text(child.Value);
        }
        text.Raw("</"u8).Raw(element.Name).Raw(">"u8);
    }
}
