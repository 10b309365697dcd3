using System.Runtime.InteropServices;
using System.Text;
using System.Xml;

namespace Jeongsan.Etax;

/// <summary>A document taken apart safely in one pass: its tree, its signature, and the bytes that the signature's digest covers.</summary>
internal sealed class EtaxXmlDocument
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = EtaxXml.SizeMax,
        IgnoreComments = true,
        CheckCharacters = true,
    };

    private const int OutlineCountMin = 3;

    /// <summary>Under which name the signature stands among the root's children.</summary>
    public const string SignatureName = "ds:Signature";

    private readonly CanonicalText digestInput;
    private readonly SortedDictionary<string, string> namespaces = new(StringComparer.Ordinal);
    private readonly Stack<EtaxXmlElement> open = new();
    private bool isInManagementBlock;

    private EtaxXmlDocument(int size) => digestInput = new(size);

    /// <summary>Of a document that is canonical already: what is digested are byte ranges of it.</summary>
    private EtaxXmlDocument(EtaxXmlParts parts, ReadOnlySpan<byte> xml) : this(xml.Length + EtaxXml.DigestPrefix.Length)
    {
        (Root, Signature) = (parts.Root, parts.Signature);
        digestInput.Raw(EtaxXml.DigestPrefix).Raw(xml[parts.BeforeSignature]).Raw(xml[parts.AfterSignature]);
    }

    public EtaxXmlElement Root { get; private set; } = null!;

    public EtaxXmlSignature? Signature { get; private set; }

    public ReadOnlySpan<byte> DigestInput => digestInput.Written;

    /// <summary>Gives the buffers back: digest input and SignedInfo may not be used afterwards, the tree may.</summary>
    public void ReturnBuffers()
    {
        digestInput.ReturnBuffer();
        Signature?.ReturnBuffer();
    }

    /// <exception cref="EtaxRefusedException">The document is hostile, malformed, or has another outline than the standard's.</exception>
    public static EtaxXmlDocument Parse(ReadOnlyMemory<byte> xml)
    {
        if (xml.Length > EtaxXml.SizeMax) throw new EtaxRefusedException(EtaxRefusal.TooLarge, "문서가 1MB보다 큽니다.");
        return EtaxXmlScanner.Scan(xml) is { } parts ? Checked(new(parts, xml.Span)) : ParseAnyForm(xml);
    }

    /// <summary>By the platform's reader: every form of XML, and every reason to refuse one.</summary>
    internal static EtaxXmlDocument ParseAnyForm(ReadOnlyMemory<byte> xml)
    {
        RefuseOtherEncodings(xml.Span);
        var document = new EtaxXmlDocument(xml.Length + EtaxXml.DigestPrefix.Length);
        try
        {
            using var stream = MemoryMarshal.TryGetArray(xml, out var array)
                ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
                : new MemoryStream(xml.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, Settings);
            document.Read(reader);
            return Checked(document);
        }
        catch (XmlException broken)
        {
            throw new EtaxRefusedException(EtaxRefusal.Malformed, $"XML이 깨져 있습니다. ({broken.LineNumber}행 {broken.LinePosition}열)");
        }
    }

    private static void RefuseOtherEncodings(ReadOnlySpan<byte> xml)
    {
        if (xml.StartsWith("\uFEFF"u8)) xml = xml[3..];
        var start = xml[..Math.Min(4, xml.Length)];
        if (start.Contains((byte)0) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            throw new EtaxRefusedException(EtaxRefusal.NotUtf8, "UTF-8 문서가 아닙니다.");
        // A document type is the only thing of this form in XML outside comments and CDATA; naming it early gives the precise reason.
        if (xml.IndexOf("<!DOCTYPE"u8) is var at and >= 0 && xml[..at].IndexOf("<TaxInvoice"u8) < 0)
            throw new EtaxRefusedException(EtaxRefusal.DocumentType, "문서 형식 선언(DTD)이 들어 있습니다.");
    }

    private void Read(XmlReader reader)
    {
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.XmlDeclaration:
                    if (reader.GetAttribute("encoding") is { } encoding && !encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
                        throw new EtaxRefusedException(EtaxRefusal.NotUtf8, "UTF-8 문서가 아닙니다.");
                    break;
                case XmlNodeType.ProcessingInstruction:
                    throw new EtaxRefusedException(EtaxRefusal.ProcessingInstruction, "처리 명령(<?…?>)이 들어 있습니다.");
                case XmlNodeType.DocumentType:
                    throw new EtaxRefusedException(EtaxRefusal.DocumentType, "문서 형식 선언(DTD)이 들어 있습니다.");
                case XmlNodeType.Element:
                    ReadElement(reader);
                    break;
                case XmlNodeType.EndElement:
                    Close();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when open.Count > 0:
                    open.Peek().Append(reader.Value);
                    if (IsDigested) digestInput.Text(reader.Value);
                    break;
            }
        }
    }

    /// <summary>Everything inside the root but the management block.</summary>
    private bool IsDigested => open.Count > 0 && !isInManagementBlock;

    private void ReadElement(XmlReader reader)
    {
        if (open.Count >= EtaxXml.DepthMax) throw new EtaxRefusedException(EtaxRefusal.TooDeep, "요소가 표준보다 깊이 들어 있습니다.");
        if (reader.NamespaceURI == EtaxXml.SignatureNamespace && open.Count > 0)
        {
            ReadSignature(reader);
            return;
        }
        if (open.Count == 0) ReadRoot(reader);
        else RefuseForeign(reader);
        var element = new EtaxXmlElement(reader.LocalName);
        if (open.Count == 0) Root = element;
        else open.Peek().Add(element);
        open.Push(element);
        isInManagementBlock |= open.Count == 2 && element.Name == "ExchangedDocument";
        if (open.Count > 1 && IsDigested) digestInput.Raw("<"u8).Raw(element.Name).Raw(">"u8);
        if (reader.IsEmptyElement) Close();
    }

    private void Close()
    {
        var element = open.Peek();
        if (open.Count > 1 && IsDigested) digestInput.Raw("</"u8).Raw(element.Name).Raw(">"u8);
        open.Pop();
        isInManagementBlock &= open.Count > 1;
    }

    private void ReadRoot(XmlReader reader)
    {
        if (reader.LocalName != "TaxInvoice" || reader.Prefix.Length > 0 || reader.NamespaceURI != EtaxXml.Namespace)
            throw new EtaxRefusedException(EtaxRefusal.WrongRoot, "표준 전자세금계산서(TaxInvoice) 문서가 아닙니다.");
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix == "xmlns") namespaces[reader.LocalName] = reader.Value;
            else if (reader.Name == "xmlns") namespaces[""] = reader.Value;
            else if (reader.NamespaceURI != EtaxXml.SchemaInstance || reader.LocalName != "schemaLocation")
                throw new EtaxRefusedException(EtaxRefusal.UnexpectedAttribute, $"TaxInvoice 요소에 표준에 없는 속성 {reader.Name}이(가) 있습니다.");
        }
        reader.MoveToElement();
        foreach (var (prefix, uri) in namespaces) EtaxXmlSignature.AppendDeclaration(digestInput, prefix, uri);
    }

    private static void RefuseForeign(XmlReader reader)
    {
        if (reader.NamespaceURI != EtaxXml.Namespace || reader.Prefix.Length > 0)
            throw new EtaxRefusedException(EtaxRefusal.UnexpectedElement, $"표준에 없는 요소 {reader.Name}이(가) 있습니다.");
        if (reader.HasAttributes)
            throw new EtaxRefusedException(EtaxRefusal.UnexpectedAttribute, $"{reader.Name} 요소에 표준에 없는 속성이 있습니다.");
        // The signature's XPath leaves these two out by name wherever they stand: content in them would look signed and not be.
        if (reader.LocalName == "TaxInvoice" || (reader.LocalName == "ExchangedDocument" && reader.Depth != 1))
            throw new EtaxRefusedException(EtaxRefusal.UnexpectedElement, $"{reader.LocalName} 요소가 있으면 안 되는 자리에 있습니다.");
    }

    private void ReadSignature(XmlReader reader)
    {
        if (Signature is not null) throw new EtaxRefusedException(EtaxRefusal.SeveralSignatures, "서명이 둘 이상 들어 있습니다.");
        if (open.Count != 1 || reader.LocalName != "Signature")
            throw new EtaxRefusedException(EtaxRefusal.SignatureMisplaced, "서명이 표준의 자리가 아닌 곳에 있습니다.");
        Root.Add(new EtaxXmlElement(SignatureName));
        Signature = EtaxXmlSignature.Read(reader, namespaces);
    }

    private static EtaxXmlDocument Checked(EtaxXmlDocument document)
    {
        document.CheckOutline();
        return document;
    }

    private void CheckOutline()
    {
        if (!Root.HasOnlyWhitespace) throw new EtaxRefusedException(EtaxRefusal.UnexpectedElement, "요소 사이에 글자가 들어 있습니다.");
        var (place, index, signature) = (0, 0, -1);
        for (var child = Root.FirstChild; child is not null; child = child.Next, index++)
        {
            if (child.Name == SignatureName) signature = index;
            else if (child.Name != OutlineName(place++)) throw WrongOutline();
        }
        if (place < OutlineCountMin) throw WrongOutline();
        if (signature is not (-1 or 1))
            throw new EtaxRefusedException(EtaxRefusal.SignatureMisplaced, "서명이 TaxInvoiceDocument 바로 앞에 있지 않습니다.");
    }

    /// <summary>What stands at a place under the root, the signature not counted.</summary>
    private static string OutlineName(int place) => place switch
    {
        0 => "ExchangedDocument",
        1 => "TaxInvoiceDocument",
        2 => "TaxInvoiceTradeSettlement",
        _ => "TaxInvoiceTradeLineItem",
    };

    private static EtaxRefusedException WrongOutline() =>
        new(EtaxRefusal.UnexpectedElement, "TaxInvoice 바로 아래 요소의 종류·순서·개수가 표준과 다릅니다.");
}
