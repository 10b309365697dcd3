using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Jeongsan.Etax;

/// <summary>What a scan found: the tree, the signature, and the two ranges of bytes that are digested.</summary>
internal sealed record EtaxXmlParts(EtaxXmlElement Root, EtaxXmlSignature? Signature, Range BeforeSignature, Range AfterSignature);

/// <summary>
/// Reads documents that are canonical already and hold nothing between their elements, as <see cref="EtaxInvoiceWriter"/> and most issuers write them, several times as fast as
/// the platform's reader does (VerifyingBenchmarks). It never refuses: whatever is not of this one form is left to <see cref="EtaxXmlDocument.ParseAnyForm"/>,
/// and what it does read, that reads the same (a property test, and the fuzzer, compare the two).
/// </summary>
internal ref struct EtaxXmlScanner
{
    private const int NameSizeMax = 40;
    private const int SignatureDepth = 2;

    // What XML may not hold at all, and the carriage return, which a reader turns into another line end.
    private static readonly SearchValues<byte> Controls = SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);
    private static readonly SearchValues<byte> Markup = SearchValues.Create("<>&"u8);
    private static readonly SearchValues<byte> NoPlainValue = SearchValues.Create("<&\t\n"u8);

    private readonly ReadOnlyMemory<byte> source;
    private readonly ReadOnlySpan<byte> xml;
    private int at;
    private int signedInfoAt;
    private int signedInfoEnd;
    private bool hasXPath;

    private EtaxXmlScanner(ReadOnlyMemory<byte> source)
    {
        this.source = source;
        xml = source.Span;
    }

    /// <summary>Null when the document is of another form, well-formed or not.</summary>
    public static EtaxXmlParts? Scan(ReadOnlyMemory<byte> xml)
    {
        var bytes = xml.Span;
        var isPlain = bytes.StartsWith(EtaxXml.RootStart) && bytes.IndexOfAny(Controls) < 0 && Utf8.IsValid(bytes)
            && bytes.IndexOf("\uFFFE"u8) < 0 && bytes.IndexOf("\uFFFF"u8) < 0;
        return isPlain ? new EtaxXmlScanner(xml).Document() : null;
    }

    private EtaxXmlParts? Document()
    {
        at = EtaxXml.RootStart.Length;
        var root = new EtaxXmlElement("TaxInvoice");
        EtaxXmlElement? signature = null;
        var (bodyAt, signatureAt, signatureEnd) = (0, 0, 0);
        while (!xml[at..].StartsWith(EtaxXml.RootEnd))
        {
            if (xml[at..].StartsWith(EtaxXml.SignatureStart))
            {
                // In any other place, and a second time, it is refused: not here.
                if (signature is not null || root.ChildCount != 1) return null;
                signatureAt = at;
                at += EtaxXml.SignatureStart.Length;
                signature = new("Signature");
                if (!Content(signature, SignatureDepth, isSignature: true) || !End("ds:Signature"u8)) return null;
                signatureEnd = at;
                root.Add(new(EtaxXmlDocument.SignatureName));
                continue;
            }
            if (Element(SignatureDepth, isSignature: false) is not { } child) return null;
            root.Add(child);
            if (root.ChildCount == 1) bodyAt = at;
        }
        var end = at;
        // Of the elements that are not digested the first is the management block: the outline sees to it. What follows the root is not part of the words.
        if (xml[(end + EtaxXml.RootEnd.Length)..].ContainsAnyExcept(" \t\n"u8) || root.FirstChild is not { Name: "ExchangedDocument" }) return null;
        return signature is null
            ? new(root, null, bodyAt..end, end..end)
            : new(root, new(signature, xml[signedInfoAt..signedInfoEnd], hasXPath ? EtaxXml.SignatureNamespace : null), bodyAt..signatureAt, signatureEnd..end);
    }

    /// <summary>From a start tag to its end tag. Null when it is not of the form.</summary>
    private EtaxXmlElement? Element(int depth, bool isSignature)
    {
        if (depth > EtaxXml.DepthMax || at >= xml.Length || xml[at] != '<') return null;
        var rest = xml[(at + 1)..Math.Min(xml.Length, at + 1 + NameSizeMax)];
        var size = rest.IndexOfAny((byte)'>', (byte)' ');
        if (size < 0) return null;
        var tag = rest[..size];
        if (tag.StartsWith("ds:"u8) != isSignature || EtaxXmlNames.Find(isSignature ? tag[3..] : tag) is not { } name) return null;
        // These two are left out of what is signed, wherever they stand.
        if (name == "TaxInvoice" || name == "Signature" || (name == "ExchangedDocument" && depth != SignatureDepth)) return null;
        at += 1 + size;
        var (attribute, value) = ("", "");
        if (xml[at] == ' ' && !(isSignature && Attribute(out attribute, out value))) return null;
        at++;
        var textAt = at;
        var isApex = isSignature && depth == SignatureDepth + 1 && name == "SignedInfo";
        if (isApex && attribute.Length > 0) return null;
        var length = TextSize();
        if (length < 0) return null;
        var element = new EtaxXmlElement(name, length == 0 ? default : source.Slice(textAt, length));
        if (attribute.Length > 0) element.SetAttribute(attribute, value);
        hasXPath |= name == "XPath" && isSignature;
        if (length == 0 ? !Content(element, depth, isSignature) : !xml[at..].StartsWith("</"u8)) return null;
        if (!End(tag)) return null;
        if (isApex && signedInfoAt == 0) (signedInfoAt, signedInfoEnd) = (textAt, at);
        return element;
    }

    /// <summary>Elements only, up to the parent's end tag, which stays.</summary>
    private bool Content(EtaxXmlElement parent, int depth, bool isSignature)
    {
        while (!xml[at..].StartsWith("</"u8))
        {
            if (Element(depth + 1, isSignature) is not { } child) return false;
            parent.Add(child);
        }
        return true;
    }

    /// <summary>One attribute with its blank before and the tag's end behind, which stays.</summary>
    private bool Attribute(out string name, out string value)
    {
        var start = xml[at..].StartsWith(" URI=\""u8) ? " URI=\""u8 : " Algorithm=\""u8;
        (name, value) = (start.Length == " URI=\"".Length ? "URI" : "Algorithm", "");
        if (!xml[at..].StartsWith(start)) return false;
        var words = xml[(at + start.Length)..];
        var size = words.IndexOf((byte)'"');
        if (size < 0 || size + 1 >= words.Length || words[size + 1] != '>' || words[..size].ContainsAny(NoPlainValue)) return false;
        value = Encoding.UTF8.GetString(words[..size]);
        at += start.Length + size + 1;
        return true;
    }

    /// <summary>Passes a text up to the next tag; -1 when it is not as canonical XML writes it.</summary>
    private int TextSize()
    {
        var start = at;
        while (true)
        {
            var next = xml[at..].IndexOfAny(Markup);
            if (next < 0) return -1;
            at += next;
            if (xml[at] == '<') return at - start;
            if (xml[at] == '>' || EscapeSize(xml[at..]) is not (> 0 and var size)) return -1;
            at += size;
        }
    }

    private static int EscapeSize(ReadOnlySpan<byte> text) =>
        text.StartsWith("&amp;"u8) || text.StartsWith("&#xD;"u8) ? 5 : text.StartsWith("&lt;"u8) || text.StartsWith("&gt;"u8) ? 4 : 0;

    private bool End(ReadOnlySpan<byte> tag)
    {
        var rest = xml[at..];
        if (!rest.StartsWith("</"u8) || !rest[2..].StartsWith(tag) || rest.Length <= tag.Length + 2 || rest[tag.Length + 2] != '>') return false;
        at += tag.Length + 3;
        return true;
    }
}
