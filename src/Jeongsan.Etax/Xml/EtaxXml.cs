namespace Jeongsan.Etax;

/// <summary>Names, addresses and limits of the standard's XML.</summary>
internal static class EtaxXml
{
    public const string Namespace = "urn:kr:or:kec:standard:Tax:ReusableAggregateBusinessInformationEntitySchemaModule:1:0";
    public const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    public const string SignatureNamespace = "http://www.w3.org/2000/09/xmldsig#";
    public const string Canonical = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    public const string XPathTransform = "http://www.w3.org/TR/1999/REC-xpath-19991116";
    public const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    public const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    public const string RsaSha1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
    public const string Sha1 = "http://www.w3.org/2000/09/xmldsig#sha1";
    public const string XPath =
        "not(self::*[name() = 'TaxInvoice'] | ancestor-or-self::*[name() = 'ExchangedDocument'] | ancestor-or-self::ds:Signature)";

    public const int SizeMax = 1 << 20;
    public const int DepthMax = 8;

    /// <summary>The omitted root leaves its namespace declarations behind as bare text at the start of what is digested.</summary>
    public static ReadOnlySpan<byte> DigestPrefix =>
        " xmlns=\"urn:kr:or:kec:standard:Tax:ReusableAggregateBusinessInformationEntitySchemaModule:1:0\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""u8;

    public static ReadOnlySpan<byte> RootStart =>
        "<TaxInvoice xmlns=\"urn:kr:or:kec:standard:Tax:ReusableAggregateBusinessInformationEntitySchemaModule:1:0\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:kr:or:kec:standard:Tax:ReusableAggregateBusinessInformationEntitySchemaModule:1:0 http://www.kec.or.kr/standard/Tax/TaxInvoiceSchemaModule_1.0.xsd\">"u8;

    /// <summary>Canonical XML renders every namespace in scope on the apex element; in the document itself the two outer ones stand on the root.</summary>
    public static ReadOnlySpan<byte> SignedInfoAlone =>
        "<ds:SignedInfo xmlns=\"urn:kr:or:kec:standard:Tax:ReusableAggregateBusinessInformationEntitySchemaModule:1:0\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"u8;

    public static ReadOnlySpan<byte> SignatureStart => "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">"u8;

    public static ReadOnlySpan<byte> RootEnd => "</TaxInvoice>"u8;
}
