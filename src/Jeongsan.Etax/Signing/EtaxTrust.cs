using System.Security.Cryptography.X509Certificates;

namespace Jeongsan.Etax;

/// <summary>The issuers that an operator trusts: roots of the licensed authorities, their intermediate certificates, and where wanted the test authority.</summary>
/// <remarks>Revocation is not asked: it needs the network, and the National Tax Service asks it itself.</remarks>
public sealed class EtaxTrust(IEnumerable<X509Certificate2> authorities)
{
    private readonly X509Certificate2[] authorities = [.. authorities];

    /// <summary>Every .der, .cer, .crt and .pem file of a folder.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A file is no certificate.</exception>
    public static EtaxTrust FromFolder(string folder) => new(
        Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
            .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".DER" or ".CER" or ".CRT" or ".PEM")
            .Select(X509CertificateLoader.LoadCertificateFromFile));

    /// <summary>Null when the certificate leads to a self-signed authority of the list, was valid at <paramref name="at"/>, and may sign.</summary>
    /// <param name="known">When trusted: for which other moments the answer is the same.</param>
    internal EtaxRefusedException? Check(X509Certificate2 certificate, DateTimeOffset? at, out TrustedTime? known)
    {
        known = null;
        var time = at ?? certificate.NotBefore;
        if (time < certificate.NotBefore || time > certificate.NotAfter)
            return new(EtaxRefusal.CertificateNotValidThen, "발행일시가 인증서의 유효기간 밖입니다.");
        if (certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } usage
            && !usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature) && !usage.KeyUsages.HasFlag(X509KeyUsageFlags.NonRepudiation))
            return new(EtaxRefusal.WrongKeyUsage, "서명에 쓸 수 없는 인증서입니다.");

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = time.LocalDateTime;
        foreach (var authority in authorities)
        {
            if (authority.SubjectName.RawData.AsSpan().SequenceEqual(authority.IssuerName.RawData)) chain.ChainPolicy.CustomTrustStore.Add(authority);
            else chain.ChainPolicy.ExtraStore.Add(authority);
        }
        if (!chain.Build(certificate)) return new(EtaxRefusal.UntrustedIssuer, "신뢰하는 공인 인증기관이 발급한 인증서가 아닙니다.");
        known = TrustedTime.Of(chain);
        return null;
    }
}

/// <summary>The time in which every certificate of a chain that was built is valid, ends included: the chain's answer is the same at any other moment of it.</summary>
internal sealed record TrustedTime(DateTimeOffset From, DateTimeOffset To)
{
    public bool Contains(DateTimeOffset moment) => From <= moment && moment <= To;

    public static TrustedTime Of(X509Chain chain) =>
        new(chain.ChainElements.Max(element => (DateTimeOffset)element.Certificate.NotBefore), chain.ChainElements.Min(element => (DateTimeOffset)element.Certificate.NotAfter));
}
