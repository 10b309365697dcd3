using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Cryptography;

namespace Jeongsan.Application.Mails;

/// <summary>DKIM (RFC 6376): says for a domain that a mail is its own, so that receivers can tell ours from forged ones.</summary>
public sealed class MailSignature
{
    // RFC 8301, 3.2: shorter keys are not believed.
    private const int KeyBitsMin = 1024;

    // RFC 6376, 5.4.1: what a reader goes by. A header that is missing can't be added afterwards either.
    private static readonly HeaderId[] Signed =
    [
        HeaderId.From, HeaderId.ReplyTo, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.MimeVersion, HeaderId.ContentType, HeaderId.ContentTransferEncoding,
    ];

    private readonly byte[] _pem;

    private MailSignature(string domain, string selector, byte[] pem) => (Domain, Selector, _pem) = (domain, selector, pem);

    public string Domain { get; }

    /// <summary>The public key stands in the domain's DNS under <c>{selector}._domainkey.{domain}</c>.</summary>
    public string Selector { get; }

    /// <summary>Null where the text is not an RSA private key in PEM that receivers would believe.</summary>
    public static MailSignature? Of(string domain, string selector, string pem)
    {
        try
        {
            using var key = RSA.Create();
            key.ImportFromPem(pem);
            var signature = new MailSignature(domain, selector, Encoding.ASCII.GetBytes(pem));
            signature.Signer();
            return key.KeySize >= KeyBitsMin ? signature : null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException or FormatException or IOException)
        {
            return null;
        }
    }

    internal void Sign(MimeMessage mail)
    {
        // As it is sent: what is encoded afterwards would not fit any more.
        mail.Prepare(EncodingConstraint.SevenBit);
        Signer().Sign(mail, Signed);
    }

    private DkimSigner Signer()
    {
        using var key = new MemoryStream(_pem);
        return new DkimSigner(key, Domain, Selector)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        };
    }
}
