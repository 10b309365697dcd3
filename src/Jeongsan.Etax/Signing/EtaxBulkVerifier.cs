namespace Jeongsan.Etax;

/// <summary>Verifies many documents: remembers the signers' certificates, which cost more to read than a signature to verify. Not for several threads at once.</summary>
/// <param name="trust">See <see cref="EtaxVerifier.Verify(ReadOnlyMemory{byte}, EtaxTrust?)"/>.</param>
public sealed class EtaxBulkVerifier(EtaxTrust? trust = null) : ISignerKeys, IDisposable
{
    /// <summary>Certificates remembered at a time; the platform's suppliers of one run, or the most of them.</summary>
    public const int CertificateCountMax = 256;

    /// <summary>A joint certificate has about 2,400 characters of base64. A longer text is read anew each time, so that nobody can fill the memory.</summary>
    private const int CertificateTextMax = 16_384;

    private readonly Dictionary<string, SignerKey> known = [];

    /// <summary>As <see cref="EtaxVerifier.Verify(ReadOnlyMemory{byte}, EtaxTrust?)"/>.</summary>
    public EtaxVerification Verify(ReadOnlyMemory<byte> xml)
    {
        if (known.Count >= CertificateCountMax) Forget();
        return EtaxVerifier.Verify(xml, trust, this);
    }

    public void Dispose() => Forget();

    SignerKey ISignerKeys.Find(string certificateBase64)
    {
        // The whole text is the key: one character more or less is another certificate.
        if (known.TryGetValue(certificateBase64, out var key)) return key;
        key = SignerKey.Read(certificateBase64);
        if (certificateBase64.Length <= CertificateTextMax) known.Add(certificateBase64, key);
        return key;
    }

    private void Forget()
    {
        foreach (var key in known.Values) key.Dispose();
        known.Clear();
    }
}
