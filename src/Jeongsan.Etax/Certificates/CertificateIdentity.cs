using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;

namespace Jeongsan.Etax;

/// <summary>VID of a joint certificate: a double hash over the owner's number and the key's R value, in the subject's alternative name.</summary>
internal sealed record CertificateIdentity(string RealName, string HashOid, byte[] Vid)
{
    internal const string IdentifyData = "1.2.410.200004.10.1.1";
    internal const string VidOid = "1.2.410.200004.10.1.1.1";
    internal const string Sha256Oid = "2.16.840.1.101.3.4.2.1";
    private const string Sha1Oid = "1.3.14.3.2.26";
    private const string SubjectAlternativeName = "2.5.29.17";

    /// <summary>Null when the certificate carries none, or one of another form.</summary>
    public static CertificateIdentity? Of(X509Certificate2 certificate)
    {
        if (certificate.Extensions[SubjectAlternativeName] is not { } extension) return null;
        try
        {
            foreach (var name in GeneralNames.GetInstance(Asn1Object.FromByteArray(extension.RawData)).GetNames())
            {
                if (name.TagNo != GeneralName.OtherName) continue;
                var other = OtherName.GetInstance(name.Name);
                if (other.TypeID.Id == IdentifyData) return Parse(Asn1Sequence.GetInstance(other.Value));
            }
        }
        catch (Exception malformed) when (malformed is ArgumentException or IOException or InvalidOperationException or InvalidCastException or IndexOutOfRangeException)
        {
            return null;
        }
        return null;
    }

    /// <summary>Null when the hash is one that we don't know.</summary>
    public bool? Matches(string number, ReadOnlySpan<byte> randomValue)
    {
        var content = HashContent(number, randomValue);
        var hash = HashOid switch
        {
            Sha256Oid => SHA256.HashData(SHA256.HashData(content)),
            Sha1Oid => SHA1.HashData(SHA1.HashData(content)),
            _ => null,
        };
        return hash is null ? null : CryptographicOperations.FixedTimeEquals(hash, Vid);
    }

    /// <summary>HashContent ::= SEQUENCE { idn PrintableString, randomNum BIT STRING } in DER.</summary>
    public static byte[] HashContent(string number, ReadOnlySpan<byte> randomValue) =>
        new DerSequence(new DerPrintableString(number), new DerBitString(randomValue.ToArray())).GetDerEncoded();

    /// <summary>The value of the subjectAltName extension that carries this identity.</summary>
    public byte[] ToSubjectAlternativeName()
    {
        var vid = new DerSequence(
            new DerSequence(new DerObjectIdentifier(HashOid)),
            new DerTaggedObject(true, 0, new DerOctetString(Vid)));
        var identity = new DerSequence(
            new DerUtf8String(RealName),
            new DerSequence(new DerSequence(new DerObjectIdentifier(VidOid), vid)));
        return new GeneralNames(new GeneralName(GeneralName.OtherName, new OtherName(new DerObjectIdentifier(IdentifyData), identity))).GetDerEncoded();
    }

    private static CertificateIdentity? Parse(Asn1Sequence identity)
    {
        var realName = ((IAsn1String)identity[0]).GetString();
        foreach (var item in Asn1Sequence.GetInstance(identity[1]))
        {
            var attribute = Asn1Sequence.GetInstance(item);
            if (DerObjectIdentifier.GetInstance(attribute[0]).Id != VidOid) continue;
            var vid = Asn1Sequence.GetInstance(attribute[1]);
            var hash = DerObjectIdentifier.GetInstance(Asn1Sequence.GetInstance(vid[0])[0]).Id;
            return new(realName, hash, Asn1OctetString.GetInstance(((Asn1TaggedObject)vid[1]).GetExplicitBaseObject()).GetOctets());
        }
        return null;
    }
}
