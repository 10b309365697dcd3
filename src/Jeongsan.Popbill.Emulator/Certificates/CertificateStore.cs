using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jeongsan.Etax;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Certificates;

/// <summary>What a company handed in: one PFX, or the pair of the NPKI folder; and the password.</summary>
internal sealed record CertificateFiles(byte[]? Pfx, byte[]? SignCert, byte[]? SignKey, string Password)
{
    public CertificateOpening Open() => Pfx is { } pfx ? SignerCertificate.OpenPfx(pfx, Password) : SignerCertificate.OpenNpki(SignCert, SignKey, Password);
}

internal sealed record CertificateFacts(string RegDT, string ExpireDT, string IssuerDN, string SubjectDN, string IssuerName, string? Oid, string? RegContactName, string? RegContactID);

/// <summary>Certificates of members. Passwords are encrypted under a key that comes from the emulator's secret.</summary>
internal sealed class CertificateStore(PopbillEmulatorOptions options) : IDisposable
{
    private const int OpenedMax = 2_000;

    /// <summary>Opened keys by company, with the stored password's cipher text, which is another with each registration. Used inside the store's loop only.</summary>
    private readonly Dictionary<string, (string Stamp, SignerCertificate Key)> _opened = new(StringComparer.Ordinal);

    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes("certificate-password:" + options.SecretKey));

    public static CertificateFacts? Facts(EmulatorSession db, string corpNum) =>
        db.Text("SELECT facts FROM certificates WHERE corp_num = $0", corpNum) is { } facts ? JsonSerializer.Deserialize<CertificateFacts>(facts, LenientJson.Options) : null;

    public void Save(EmulatorSession db, string corpNum, CertificateFiles files, CertificateFacts facts) => db.Execute(
        """
        INSERT INTO certificates (corp_num, pfx, sign_cert, sign_key, password, facts) VALUES ($0, $1, $2, $3, $4, $5)
        ON CONFLICT (corp_num) DO UPDATE SET pfx = $1, sign_cert = $2, sign_key = $3, password = $4, facts = $5
        """,
        corpNum, files.Pfx, files.SignCert, files.SignKey, Encrypt(files.Password), JsonSerializer.Serialize(facts, LenientJson.Options));

    /// <summary>The key that signs for a company now, or why there is none. The store keeps it: opening one is slow on purpose.</summary>
    public (SignerCertificate? Key, PopbillError? Error) KeyOf(EmulatorSession db, string corpNum, DateTimeOffset now)
    {
        if (db.Text("SELECT password FROM certificates WHERE corp_num = $0", corpNum) is not { } stamp) return (null, Errors.NoCertificate);
        if (!_opened.TryGetValue(corpNum, out var opened) || opened.Stamp != stamp)
        {
            if (Open(db, corpNum) is not { } key) return (null, Errors.CertificateInvalid);
            Forget(corpNum);
            if (_opened.Count >= OpenedMax) foreach (var other in _opened.Keys.ToList()) Forget(other);
            _opened[corpNum] = opened = (stamp, key);
        }
        return opened.Key.NotAfter >= now ? (opened.Key, null) : (null, Errors.CertificateExpired);
    }

    public void Dispose()
    {
        foreach (var corpNum in _opened.Keys.ToList()) Forget(corpNum);
    }

    private SignerCertificate? Open(EmulatorSession db, string corpNum) => db.One(
        "SELECT pfx, sign_cert, sign_key, password FROM certificates WHERE corp_num = $0",
        r => new CertificateFiles(Bytes(r, 0), Bytes(r, 1), Bytes(r, 2), Decrypt(r.GetString(3))), corpNum)?.Open().Certificate;

    private void Forget(string corpNum)
    {
        if (_opened.Remove(corpNum, out var opened)) opened.Key.Dispose();
    }

    private static byte[]? Bytes(Microsoft.Data.Sqlite.SqliteDataReader row, int column) => row.IsDBNull(column) ? null : (byte[])row.GetValue(column);

    private string Encrypt(string text)
    {
        var nonce = RandomNumberGenerator.GetBytes(12);
        var plain = Encoding.UTF8.GetBytes(text);
        var cipher = new byte[plain.Length];
        var tag = new byte[16];
        using var aes = new AesGcm(_key, 16);
        aes.Encrypt(nonce, plain, cipher, tag);
        return Convert.ToBase64String([.. nonce, .. tag, .. cipher]);
    }

    private string Decrypt(string text)
    {
        var all = Convert.FromBase64String(text);
        var plain = new byte[all.Length - 28];
        using var aes = new AesGcm(_key, 16);
        aes.Decrypt(all.AsSpan(0, 12), all.AsSpan(28), all.AsSpan(12, 16), plain);
        return Encoding.UTF8.GetString(plain);
    }
}
