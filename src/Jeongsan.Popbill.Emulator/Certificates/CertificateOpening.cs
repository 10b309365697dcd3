using Jeongsan.Etax;

namespace Jeongsan.Popbill.Emulator.Certificates;

/// <summary>From files and password to a key.</summary>
internal static class CertificateOpening
{
    /// <summary>Null when the files or the password are wrong.</summary>
    public static SignerCertificate? Open(CertificateFiles files) =>
        files.Pfx is { } pfx ? SignerCertificate.OpenPfx(pfx, files.Password) : SignerCertificate.OpenNpki(files.SignCert!, files.SignKey!, files.Password);
}
