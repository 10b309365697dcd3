using System.Security.Cryptography;
using System.Text;
using Jeongsan.Etax;

namespace Jeongsan.Popbill.Tests;

/// <summary>A well-signed document with a content that our writer would never write.</summary>
internal static class ResignedDocument
{
    /// <summary>The signed document <paramref name="xml"/>, whose body was changed by hand, with the digest and signature of what it says now.</summary>
    public static string Of(string xml, TestCertificate certificate)
    {
        using var key = SignerCertificate.OpenPfx(certificate.Pfx, TestCertificate.Password).Certificate!;
        var body = xml[(xml.IndexOf("</ds:Signature>", StringComparison.Ordinal) + "</ds:Signature>".Length)..xml.IndexOf("</TaxInvoice>", StringComparison.Ordinal)];
        const string declarations = " xmlns=\"urn:kr:or:kec:standard:Tax:ReusableAggregateBusinessInformationEntitySchemaModule:1:0\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
        var digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(declarations + body)));
        static string Between(string text, string start, string end)
        {
            var at = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
            return text[at..text.IndexOf(end, at, StringComparison.Ordinal)];
        }
        var oldDigest = Between(xml, "<ds:DigestValue>", "<");
        var info = "<ds:SignedInfo>" + Between(xml, "<ds:SignedInfo>", "</ds:SignedInfo>").Replace(oldDigest, digest, StringComparison.Ordinal) + "</ds:SignedInfo>";
        var canonical = info.Replace("<ds:SignedInfo>", "<ds:SignedInfo xmlns=\"urn:kr:or:kec:standard:Tax:ReusableAggregateBusinessInformationEntitySchemaModule:1:0\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">", StringComparison.Ordinal);
        var value = Convert.ToBase64String(key.SignSha256Pkcs1(Encoding.UTF8.GetBytes(canonical)));
        return xml.Replace(oldDigest, digest, StringComparison.Ordinal).Replace(Between(xml, "<ds:SignatureValue>", "<"), value, StringComparison.Ordinal);
    }
}
