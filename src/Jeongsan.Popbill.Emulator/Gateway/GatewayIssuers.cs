using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Jeongsan.Popbill.Emulator.Storage;

namespace Jeongsan.Popbill.Emulator.Gateway;

/// <summary>An issuing system that may submit: who it is, and its two certificates in DER.</summary>
internal sealed record GatewayIssuer(string Registration, string Business, string Name, byte[] Signing, byte[] Encryption);

internal static class GatewayIssuers
{
    /// <summary>False when a certificate is none, the second can't be encrypted to, or the registration number is no eight digits.</summary>
    public static bool Register(EmulatorSession db, GatewayIssuer issuer)
    {
        if (issuer.Registration is not { Length: 8 } number || !number.All(char.IsAsciiDigit) || !Etax.BusinessNumber.IsValid(issuer.Business) || issuer.Name.Length == 0) return false;
        try
        {
            using var signing = X509CertificateLoader.LoadCertificate(issuer.Signing);
            using var encryption = X509CertificateLoader.LoadCertificate(issuer.Encryption);
            Etax.Transmission.PrescribedWeakEnvelope.SealWithTripleDes([0], encryption);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return false;
        }
        db.Execute("""
            INSERT INTO nts_issuers (registration, business, name, signing, encryption) VALUES ($0, $1, $2, $3, $4)
            ON CONFLICT (registration) DO UPDATE SET business = $1, name = $2, signing = $3, encryption = $4
            """, issuer.Registration, issuer.Business, issuer.Name, issuer.Signing, issuer.Encryption);
        return true;
    }

    public static GatewayIssuer? Find(EmulatorSession db, string registration) => db.One(
        "SELECT registration, business, name, signing, encryption FROM nts_issuers WHERE registration = $0",
        r => new GatewayIssuer(r.GetString(0), r.GetString(1), r.GetString(2), r.GetFieldValue<byte[]>(3), r.GetFieldValue<byte[]>(4)), registration);

    /// <summary>Whose certificate signed a message.</summary>
    public static GatewayIssuer? BySigner(EmulatorSession db, byte[] certificate) =>
        db.Text("SELECT registration FROM nts_issuers WHERE signing = $0", certificate) is { } registration ? Find(db, registration) : null;
}
