using System.Security.Cryptography.X509Certificates;

namespace Jeongsan.Etax;

/// <summary>A certificate whose private key can sign: in memory (<see cref="SignerCertificate"/>), in a hardware module, or at a remote signer.</summary>
public interface IEtaxSigningKey
{
    /// <summary>The signer's certificate; its private key isn't needed in it.</summary>
    X509Certificate2 Certificate { get; }

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256 over <paramref name="data"/> (the data itself, not its hash).</summary>
    byte[] SignSha256Pkcs1(ReadOnlySpan<byte> data);

    /// <summary>The R value of the key's owner, needed for the package to the National Tax Service; null when the key carries none.</summary>
    ReadOnlyMemory<byte>? RandomValue { get; }
}
