using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Jeongsan.Etax;

/// <summary>A signer's certificate in DER and its public key, ready for use.</summary>
internal sealed class SignerKey(byte[] certificate, RSA rsa) : IDisposable
{
    private const string RsaOid = "1.2.840.113549.1.1.1";

    private static readonly Asn1Tag Version = new(TagClass.ContextSpecific, 0);

    public RSA Rsa => rsa;

    public ReadOnlyMemory<byte> Certificate => certificate;

    /// <summary>When the verifier that knows this key found its certificate trusted; null as long as it did not.</summary>
    public TrustedTime? Trusted { get; set; }

    /// <summary>From the text of ds:X509Certificate.</summary>
    /// <exception cref="EtaxRefusedException">It is no base64, no certificate, or one without an RSA key.</exception>
    public static SignerKey Read(string base64)
    {
        var der = SignatureBase64.Decode(base64) ?? throw new EtaxRefusedException(EtaxRefusal.MalformedSignature, "X509Certificate의 값이 Base64가 아닙니다.");
        var rsa = RSA.Create();
        try
        {
            rsa.ImportRSAPublicKey(PublicKeyIn(der).Span, out _);
            return new SignerKey(der, rsa);
        }
        catch (Exception malformed) when (malformed is CryptographicException or AsnContentException or EtaxRefusedException)
        {
            rsa.Dispose();
            throw malformed as EtaxRefusedException ?? new EtaxRefusedException(EtaxRefusal.UnreadableCertificate, "서명 안의 인증서나 그 안의 RSA 키를 읽을 수 없습니다.");
        }
    }

    /// <summary>Bits of the certificate's RSA key; 0 when its key is of another kind or unreadable.</summary>
    /// <remarks>Read from the encoding: making a key object of it costs a tenth of a signature (SigningBenchmarks).</remarks>
    public static int SizeOf(X509Certificate2 certificate)
    {
        if (certificate.PublicKey.Oid.Value != RsaOid) return 0;
        try
        {
            var modulus = new AsnReader(certificate.PublicKey.EncodedKeyValue.RawData, AsnEncodingRules.DER).ReadSequence().ReadIntegerBytes().Span.TrimStart((byte)0);
            return modulus.Length == 0 ? 0 : modulus.Length * 8 - System.Numerics.BitOperations.LeadingZeroCount((uint)modulus[0]) + 24;
        }
        catch (AsnContentException)
        {
            return 0;
        }
    }

    public void Dispose() => rsa.Dispose();

    /// <summary>RSAPublicKey of a certificate (RFC 5280, 4.1), without what a certificate object of the platform costs: VerifyingBenchmarks.</summary>
    private static ReadOnlyMemory<byte> PublicKeyIn(byte[] der)
    {
        var outer = new AsnReader(der, AsnEncodingRules.BER);
        var certificate = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        var body = certificate.ReadSequence();
        if (body.PeekTag().HasSameClassAndValue(Version)) body.ReadEncodedValue();
        body.ReadInteger();
        // Signature algorithm, issuer, validity, subject.
        for (var i = 0; i < 4; i++) body.ReadSequence();
        var keyInfo = body.ReadSequence();
        if (keyInfo.ReadSequence().ReadObjectIdentifier() != RsaOid) throw new EtaxRefusedException(EtaxRefusal.UnreadableCertificate, "인증서에 RSA 키가 없습니다.");
        var key = keyInfo.ReadBitString(out _);
        certificate.ReadSequence();
        certificate.ReadBitString(out _);
        certificate.ThrowIfNotEmpty();
        return key;
    }
}

/// <summary>Where the verifier gets signers' keys from.</summary>
internal interface ISignerKeys
{
    /// <exception cref="EtaxRefusedException">See <see cref="SignerKey.Read"/>.</exception>
    SignerKey Find(string certificateBase64);
}

/// <summary>The key of one document.</summary>
internal sealed class OneKey : ISignerKeys, IDisposable
{
    private SignerKey? key;

    public SignerKey Find(string certificateBase64) => key = SignerKey.Read(certificateBase64);

    public void Dispose() => key?.Dispose();
}
