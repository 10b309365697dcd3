using System.Xml;

namespace Jeongsan.Etax;

/// <summary>ds:Signature as it stands in a document: its tree, and the canonical bytes of SignedInfo that the signature value covers.</summary>
internal sealed class EtaxXmlSignature
{
    private readonly CanonicalText signedInfo = new(2048);
    private readonly Stack<EtaxXmlElement> open = [];
    private readonly Stack<Dictionary<string, string>> scopes = [];
    private int signedInfoDepth;

    /// <summary>Of a document that is canonical already.</summary>
    /// <param name="signedInfo">What follows the start tag of SignedInfo, its end tag included; empty when there is none.</param>
    public EtaxXmlSignature(EtaxXmlElement root, ReadOnlySpan<byte> signedInfo, string? xpathPrefixNamespace)
    {
        (Root, XPathPrefixNamespace) = (root, xpathPrefixNamespace);
        this.signedInfo.Raw(EtaxXml.SignedInfoAlone).Raw(signedInfo);
    }

    private EtaxXmlSignature(IReadOnlyDictionary<string, string> rootNamespaces) => scopes.Push(new(rootNamespaces));

    public EtaxXmlElement Root { get; private set; } = null!;

    public ReadOnlySpan<byte> SignedInfo => signedInfo.Written;

    public void ReturnBuffer() => signedInfo.ReturnBuffer();

    /// <summary>What the XPath expression's prefix ds stands for at its place.</summary>
    public string? XPathPrefixNamespace { get; private set; }

    public static void AppendDeclaration(CanonicalText text, string prefix, string uri) =>
        text.Raw(prefix.Length == 0 ? " xmlns" : " xmlns:").Text(prefix).Raw("=\""u8).AttributeValue(uri).Raw("\""u8);

    /// <summary>Reads from the element's start to its end.</summary>
    public static EtaxXmlSignature Read(XmlReader reader, IReadOnlyDictionary<string, string> rootNamespaces)
    {
        var signature = new EtaxXmlSignature(rootNamespaces);
        do
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.ProcessingInstruction:
                    throw new EtaxRefusedException(EtaxRefusal.ProcessingInstruction, "처리 명령(<?…?>)이 들어 있습니다.");
                case XmlNodeType.Element:
                    signature.ReadElement(reader);
                    break;
                case XmlNodeType.EndElement:
                    signature.Close(reader);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    signature.open.Peek().Append(reader.Value);
                    if (signature.signedInfoDepth > 0) signature.signedInfo.Text(reader.Value);
                    break;
            }
        }
        while (signature.open.Count > 0 && reader.Read());
        return signature;
    }

    private void ReadElement(XmlReader reader)
    {
        if (reader.NamespaceURI != EtaxXml.SignatureNamespace || reader.Prefix != "ds" || open.Count >= EtaxXml.DepthMax)
            throw new EtaxRefusedException(EtaxRefusal.MalformedSignature, $"서명 안에 표준에 없는 요소 {reader.Name}이(가) 있습니다.");
        if (reader.LocalName == "Signature" && open.Count > 0)
            throw new EtaxRefusedException(EtaxRefusal.SeveralSignatures, "서명이 둘 이상 들어 있습니다.");
        var element = new EtaxXmlElement(reader.LocalName);
        if (open.TryPeek(out var parent)) parent.Add(element);
        else Root = element;
        if (reader.LocalName == "XPath") XPathPrefixNamespace = reader.LookupNamespace("ds");
        var declared = ReadAttributes(reader, element);
        var outer = scopes.Peek();
        var scope = outer;
        if (declared is not null)
        {
            scope = new Dictionary<string, string>(outer);
            foreach (var (prefix, uri) in declared) scope[prefix] = uri;
        }
        open.Push(element);
        scopes.Push(scope);
        var isApex = open.Count == 2 && element.Name == "SignedInfo";
        if (isApex) AppendStart(element, scope);
        else if (signedInfoDepth > 0) AppendStart(element, declared?.Where(pair => !outer.TryGetValue(pair.Key, out var uri) || uri != pair.Value));
        if (reader.IsEmptyElement) Close(reader);
    }

    /// <summary>The namespace declarations; null when there are none.</summary>
    private static Dictionary<string, string>? ReadAttributes(XmlReader reader, EtaxXmlElement element)
    {
        Dictionary<string, string>? declared = null;
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix == "xmlns") (declared ??= [])[reader.LocalName] = reader.Value;
            else if (reader.Name == "xmlns") (declared ??= [])[""] = reader.Value;
            else if (reader.Prefix.Length == 0 && reader.LocalName is "Algorithm" or "URI" or "Id") element.SetAttribute(reader.LocalName, reader.Value);
            else throw new EtaxRefusedException(EtaxRefusal.MalformedSignature, $"서명 안에 표준에 없는 속성 {reader.Name}이(가) 있습니다.");
        }
        reader.MoveToElement();
        return declared;
    }

    private void AppendStart(EtaxXmlElement element, IEnumerable<KeyValuePair<string, string>>? declarations)
    {
        signedInfoDepth++;
        signedInfo.Raw("<ds:"u8).Raw(element.Name);
        if (declarations is not null)
            foreach (var (prefix, uri) in declarations.OrderBy(pair => pair.Key, StringComparer.Ordinal)) AppendDeclaration(signedInfo, prefix, uri);
        foreach (var (name, value) in element.AttributesInCanonicalOrder())
            signedInfo.Raw(" "u8).Raw(name).Raw("=\""u8).AttributeValue(value).Raw("\""u8);
        signedInfo.Raw(">"u8);
    }

    private void Close(XmlReader reader)
    {
        open.Pop();
        scopes.Pop();
        if (signedInfoDepth == 0) return;
        signedInfo.Raw("</"u8).Raw(reader.Name).Raw(">"u8);
        signedInfoDepth--;
    }
}
