using System.Globalization;
using System.Xml;

namespace Jeongsan.Etax.Transmission;

/// <summary>What the gateway found about one document.</summary>
/// <param name="ApprovalNumber">IssueID.</param>
/// <param name="StatusCode">SUC001 when everything passed; see the standard's table for the others.</param>
public sealed record NtsDocumentResult(string ApprovalNumber, string StatusCode)
{
    public bool IsAccepted => StatusCode == "SUC001";
}

/// <summary>TaxInvoiceResponse: the results of one submission. It travels sealed like a package, as the attachment of ResultsSubmit.</summary>
public sealed record NtsResults
{
    private const int SizeMax = 1 << 20;
    private const string TimeFormat = "yyyyMMddHHmmss";

    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    public required string RefSubmitId { get; init; }

    public required string ReceiptId { get; init; }

    public required string TypeCode { get; init; }

    /// <summary>To the second, in Korean time on the wire.</summary>
    public required DateTimeOffset RespondedAt { get; init; }

    public required string ProcessStatusCode { get; init; }

    /// <summary>Why the submission as a whole failed; null when it was processed.</summary>
    public string? FailReasonStatusCode { get; init; }

    public required ValueList<NtsDocumentResult> Documents { get; init; }

    public byte[] Write()
    {
        var xml = new CanonicalText(1024).Raw("<TaxInvoiceResponse xmlns=\"" + EtaxXml.Namespace + "\"><ResultDocument>");
        xml.Element("RefSubmitID"u8, RefSubmitId).Element("ReceiptID"u8, ReceiptId).Element("TypeCode"u8, TypeCode);
        xml.Element("ResponseDateTime"u8, RespondedAt.ToOffset(Seoul).ToString(TimeFormat, CultureInfo.InvariantCulture));
        xml.Element("ProcessStatusCode"u8, ProcessStatusCode).Element("FailReasonStatusCode"u8, FailReasonStatusCode);
        var accepted = Documents.Count(document => document.IsAccepted);
        xml.Element("TotalCountQuantity"u8, Number(Documents.Count)).Element("SuccessCountQuantity"u8, Number(accepted)).Element("FailCountQuantity"u8, Number(Documents.Count - accepted));
        foreach (var document in Documents)
            xml.Open("ValidationDocument"u8).Element("IssueID"u8, document.ApprovalNumber).Element("ResultStatusCode"u8, document.StatusCode).Close("ValidationDocument"u8);
        return xml.Raw("</ResultDocument></TaxInvoiceResponse>"u8).Written.ToArray();
    }

    /// <summary>Refuses what is not this document, doubles, a DTD, and counts that differ from the list.</summary>
    public static TransmissionReading<NtsResults> Read(ReadOnlyMemory<byte> xml) => TransmissionReading<NtsResults>.Try(() =>
    {
        if (xml.Length > SizeMax) throw new TransmissionRefusedException(TransmissionRefusal.TooLarge);
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml.ToArray(), writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = SizeMax });
            return Read(reader);
        }
        catch (XmlException)
        {
            throw Malformed();
        }
    });

    private static NtsResults Read(XmlReader reader)
    {
        // Read node by node with a depth of four, so that deep nesting never builds a tree.
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "TaxInvoiceResponse" || reader.NamespaceURI != EtaxXml.Namespace) throw Malformed();
        var fields = new Dictionary<string, string>();
        var documents = new List<NtsDocumentResult>();
        var path = new Stack<string>();
        Dictionary<string, string>? document = null;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (path.Count >= 3 || reader.NamespaceURI != EtaxXml.Namespace || reader.IsEmptyElement && reader.LocalName == "ResultDocument") throw Malformed();
                if (path.Count == 0 && (reader.LocalName != "ResultDocument" || fields.Count > 0)) throw Malformed();
                if (path.Count == 1 && reader.LocalName == "ValidationDocument") document = [];
                if (!reader.IsEmptyElement) path.Push(reader.LocalName);
            }
            else if (reader.NodeType == XmlNodeType.EndElement && path.Count > 0)
            {
                if (path.Pop() != "ValidationDocument" || document is null) continue;
                documents.Add(new(document.GetValueOrDefault("IssueID") ?? throw Malformed(), document.GetValueOrDefault("ResultStatusCode") ?? throw Malformed()));
                document = null;
                if (documents.Count > TransmissionLimits.PackageCountMax) throw Malformed();
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                var target = document ?? fields;
                if (path.Count != (document is null ? 2 : 3) || !target.TryAdd(path.Peek(), reader.Value.Trim())) throw Malformed();
            }
        }
        return Build(fields, documents);
    }

    private static NtsResults Build(Dictionary<string, string> fields, List<NtsDocumentResult> documents)
    {
        string Field(string name) => fields.GetValueOrDefault(name) ?? throw Malformed();
        var accepted = documents.Count(document => document.IsAccepted);
        if (Field("TotalCountQuantity") != Number(documents.Count) || Field("SuccessCountQuantity") != Number(accepted) || Field("FailCountQuantity") != Number(documents.Count - accepted)) throw Malformed();
        if (!DateTime.TryParseExact(Field("ResponseDateTime"), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) throw Malformed();
        return new()
        {
            RefSubmitId = Field("RefSubmitID"),
            ReceiptId = Field("ReceiptID"),
            TypeCode = Field("TypeCode"),
            RespondedAt = new DateTimeOffset(time, Seoul),
            ProcessStatusCode = Field("ProcessStatusCode"),
            FailReasonStatusCode = fields.GetValueOrDefault("FailReasonStatusCode"),
            Documents = ValueList.Create<NtsDocumentResult>([.. documents]),
        };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static TransmissionRefusedException Malformed() => new(TransmissionRefusal.MalformedMessage);
}
