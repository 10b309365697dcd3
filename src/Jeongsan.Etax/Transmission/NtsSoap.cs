namespace Jeongsan.Etax.Transmission;

/// <summary>Names and addresses of the gateway's messages.</summary>
internal static class NtsSoap
{
    public const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    public const string Kec = "http://www.kec.or.kr/standard/Tax/";
    public const string Addressing = "http://www.w3.org/2005/08/addressing";
    public const string Security = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    public const string SecurityUtility = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    public const string Schema = "http://www.w3.org/2001/XMLSchema";
    public const string Base64Encoding = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";
    public const string X509v3 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";
    public const string EnvelopedSignature = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    public const string AttachmentContent = "http://docs.oasis-open.org/wss/oasis-wss-SwAProfile-1.1#Attachment-Content-Signature-Transform";
    public const string Version = "3.0";
    public const string TokenId = "X509Token";
    public const string SoapPart = "SOAPPart";
    public const string InvoicePart = "taxInvoicePart";
    public const string TimeStampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary>In canonical order: by prefix, capital letters first.</summary>
    public const string Declarations =
        " xmlns:SOAP=\"" + Soap + "\" xmlns:ds=\"" + EtaxXml.SignatureNamespace + "\" xmlns:kec=\"" + Kec + "\" xmlns:wsa=\"" + Addressing
        + "\" xmlns:wsse=\"" + Security + "\" xmlns:wsu=\"" + SecurityUtility + "\" xmlns:xsd=\"" + Schema + "\" xmlns:xsi=\"" + EtaxXml.SchemaInstance + "\"";
}
