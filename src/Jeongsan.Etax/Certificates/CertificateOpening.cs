using System.Diagnostics.CodeAnalysis;
using Org.BouncyCastle.Crypto;

namespace Jeongsan.Etax;

/// <summary>Why certificate files could not be opened.</summary>
public enum CertificateRefusal
{
    /// <summary>More than 100 KiB: no certificate file is that large.</summary>
    TooLarge,
    NotACertificate,
    NotAKey,
    NotAPfx,
    WrongPassword,
    /// <summary>Encrypted in a way that joint certificates don't use, or with absurdly many rounds.</summary>
    UnsupportedEncryption,
    NoPrivateKey,
    SeveralKeys,
    /// <summary>signCert.der and signPri.key are of two different certificates.</summary>
    KeyOfAnotherCertificate,
    /// <summary>Not RSA of at least 2048 bits.</summary>
    WeakKey,
}

/// <summary>An opened certificate, or the reason why not. Exactly one of the two is set.</summary>
public sealed class CertificateOpening
{
    public SignerCertificate? Certificate { get; private init; }

    public CertificateRefusal? Refusal { get; private init; }

    [MemberNotNullWhen(true, nameof(Certificate))]
    public bool IsOpened => Certificate is not null;

    /// <summary>The refusal in Korean with what to do; empty when opened.</summary>
    public string Message => Refusal switch
    {
        null => "",
        CertificateRefusal.TooLarge => "파일이 너무 큽니다. 인증서 파일이 맞는지 확인해 주세요.",
        CertificateRefusal.NotACertificate => "인증서(signCert.der) 파일이 아닙니다. 파일을 다시 골라 주세요.",
        CertificateRefusal.NotAKey => "개인키(signPri.key) 파일이 아닙니다. 파일을 다시 골라 주세요.",
        CertificateRefusal.NotAPfx => "PFX·P12 인증서 파일이 아닙니다. 파일을 다시 골라 주세요.",
        CertificateRefusal.WrongPassword => "인증서 비밀번호가 맞지 않습니다. 다시 입력해 주세요.",
        CertificateRefusal.UnsupportedEncryption => "지원하지 않는 방식으로 잠긴 파일입니다. 인증기관 프로그램에서 인증서를 다시 내보내 주세요.",
        CertificateRefusal.NoPrivateKey => "파일에 개인키가 없습니다. 개인키를 포함해 인증서를 다시 내보내 주세요.",
        CertificateRefusal.SeveralKeys => "파일에 인증서가 여러 개 있습니다. 전자세금계산서에 쓸 인증서 하나만 내보내 주세요.",
        CertificateRefusal.KeyOfAnotherCertificate => "인증서와 개인키가 서로 다른 인증서의 것입니다. 같은 폴더의 두 파일을 골라 주세요.",
        CertificateRefusal.WeakKey => "RSA 2048비트보다 약한 인증서입니다. 인증서를 새로 발급받아 주세요.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static CertificateOpening Try(Func<SignerCertificate> open)
    {
        try
        {
            return new CertificateOpening { Certificate = open() };
        }
        catch (CertificateRefusedException refused)
        {
            return new CertificateOpening { Refusal = refused.Refusal };
        }
    }

    /// <summary>How the parsers say that bytes are not what they should be.</summary>
    internal static bool IsMalformed(Exception exception) => exception is
        ArgumentException or IOException or InvalidOperationException or InvalidCastException or FormatException or ArithmeticException
        or IndexOutOfRangeException or NullReferenceException or CryptoException or System.Security.Cryptography.CryptographicException;
}

/// <summary>Carries a refusal out of the depths of the parsers; never leaves the library.</summary>
internal sealed class CertificateRefusedException(CertificateRefusal refusal) : Exception
{
    private const int FileSizeMax = 100 * 1024;

    public CertificateRefusal Refusal { get; } = refusal;

    public static void ThrowIfTooLarge(int size)
    {
        if (size > FileSizeMax) throw new CertificateRefusedException(CertificateRefusal.TooLarge);
    }
}
