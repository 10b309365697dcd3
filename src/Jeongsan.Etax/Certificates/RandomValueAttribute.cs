using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;

namespace Jeongsan.Etax;

/// <summary>The R value: an attribute of the PKCS#8 key, a SET of one BIT STRING.</summary>
internal static class RandomValueAttribute
{
    private static readonly DerObjectIdentifier Oid = new("1.2.410.200004.10.1.1.3");

    public static byte[]? Read(PrivateKeyInfo key)
    {
        if (key.Attributes is not { } attributes) return null;
        foreach (var item in attributes)
        {
            if (item.ToAsn1Object() is not Asn1Sequence { Count: 2 } attribute || !Oid.Equals(attribute[0].ToAsn1Object())) continue;
            if (attribute[1].ToAsn1Object() is Asn1Set { Count: > 0 } values && values[0].ToAsn1Object() is DerBitString value) return value.GetBytes();
        }
        return null;
    }

    /// <summary>The same key with the attribute.</summary>
    public static PrivateKeyInfo With(PrivateKeyInfo key, byte[] randomValue) => new(
        key.PrivateKeyAlgorithm,
        key.ParsePrivateKey(),
        new DerSet(new DerSequence(Oid, new DerSet(new DerBitString(randomValue)))));
}
