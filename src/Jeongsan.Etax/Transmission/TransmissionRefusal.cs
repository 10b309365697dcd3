namespace Jeongsan.Etax.Transmission;

/// <summary>Why something that was transmitted cannot be used.</summary>
public enum TransmissionRefusal
{
    /// <summary>Larger than <see cref="TransmissionLimits"/> allow.</summary>
    TooLarge,
    /// <summary>Not the DER of a TaxInvoicePackage.</summary>
    MalformedPackage,
    /// <summary>The count in the package is not the number of its documents, or not 1 to 100.</summary>
    WrongCount,
    /// <summary>Not CMS EnvelopedData with the prescribed algorithms.</summary>
    MalformedEnvelope,
    /// <summary>No recipient of the envelope is this certificate.</summary>
    NotForThisRecipient,
    /// <summary>The key or the content doesn't decrypt. Which of the two is not said, so that nobody can ask for it byte by byte.</summary>
    NotDecryptable,
    /// <summary>Not multipart/related with the SOAP part first and at most one attachment.</summary>
    MalformedMultipart,
    /// <summary>Not well-formed XML, with a DTD, or not the message that the standard describes.</summary>
    MalformedMessage,
    /// <summary>No WS-Security signature, more than one, or other algorithms, transforms, references or tokens than prescribed.</summary>
    UnsupportedSignature,
    /// <summary>The signature value does not fit the token's key.</summary>
    SignatureMismatch,
    /// <summary>The envelope was changed after signing.</summary>
    EnvelopeDigestMismatch,
    /// <summary>The attachment was changed, added or taken away after signing.</summary>
    AttachmentDigestMismatch,
    /// <summary>Well signed, but not by the gateway.</summary>
    SignedByAnother,
}

/// <summary>What was read, or why not: exactly one is set.</summary>
public sealed record TransmissionReading<T> where T : class
{
    public T? Value { get; init; }

    public TransmissionRefusal? Refusal { get; init; }

    internal static TransmissionReading<T> Try(Func<T> read)
    {
        try
        {
            return new() { Value = read() };
        }
        catch (TransmissionRefusedException refused)
        {
            return new() { Refusal = refused.Refusal };
        }
    }
}

/// <summary>Sizes in bytes, inclusive.</summary>
public static class TransmissionLimits
{
    public const int InvoiceSizeMax = EtaxXml.SizeMax;
    public const int PackageSizeMax = 16 << 20;
    public const int PackageCountMax = 100;

    /// <summary>Package, padding, the recipient's structures, the SOAP part.</summary>
    public const int MessageSizeMax = PackageSizeMax + (1 << 20);

    internal const int SoapSizeMax = 256 << 10;
}

/// <summary>Carries a refusal out of the depths of the parsers; never leaves the library.</summary>
internal sealed class TransmissionRefusedException(TransmissionRefusal refusal) : Exception
{
    public TransmissionRefusal Refusal { get; } = refusal;
}
