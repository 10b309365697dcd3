namespace Jeongsan.Etax;

/// <summary>Why a document is not read, or not accepted as validly signed; in the order in which the rules are checked.</summary>
public enum EtaxRefusal
{
    /// <summary>More than 1 MiB.</summary>
    TooLarge,
    /// <summary>Another encoding than UTF-8.</summary>
    NotUtf8,
    /// <summary>A document type declaration, and with it any entity.</summary>
    DocumentType,
    /// <summary>Not well-formed XML.</summary>
    Malformed,
    /// <summary>A processing instruction.</summary>
    ProcessingInstruction,
    /// <summary>Elements nested deeper than the standard's.</summary>
    TooDeep,
    /// <summary>The root is not the standard's TaxInvoice.</summary>
    WrongRoot,
    /// <summary>An attribute or a namespace declaration where the standard has none.</summary>
    UnexpectedAttribute,
    /// <summary>An element of another namespace, one that the transforms would leave out of the digest, or root children in another order or number.</summary>
    UnexpectedElement,
    /// <summary>More than one ds:Signature, wherever it stands.</summary>
    SeveralSignatures,
    /// <summary>The signature stands elsewhere than right before TaxInvoiceDocument.</summary>
    SignatureMisplaced,
    /// <summary>No ds:Signature.</summary>
    NoSignature,
    /// <summary>The signature's elements are not those of the profile.</summary>
    MalformedSignature,
    /// <summary>RSA with SHA-1, as it was before 2012.</summary>
    OldAlgorithm,
    /// <summary>Another signature, digest or canonicalization algorithm than the profile's.</summary>
    UnsupportedAlgorithm,
    /// <summary>Other transforms, another XPath expression or another reference than the profile's.</summary>
    UnsupportedTransforms,
    /// <summary>ds:X509Certificate holds no certificate with an RSA key.</summary>
    UnreadableCertificate,
    /// <summary>An RSA key of less than 2048 bits.</summary>
    WeakKey,
    /// <summary>The signature value does not fit SignedInfo and the certificate's key.</summary>
    SignatureMismatch,
    /// <summary>The signed part was changed after signing: its digest is another one.</summary>
    DigestMismatch,
    /// <summary>The content is not the standard's schema: an element is missing, doubled or unknown, or a value has no such form.</summary>
    NotTheSchema,
    /// <summary>The certificate's issuer is not among the trusted ones.</summary>
    UntrustedIssuer,
    /// <summary>The document says that it was signed outside the certificate's validity.</summary>
    CertificateNotValidThen,
    /// <summary>The certificate's key usage excludes signatures.</summary>
    WrongKeyUsage,
}

/// <summary>Carries a refusal out of the depths of the parser; never leaves the library.</summary>
internal sealed class EtaxRefusedException(EtaxRefusal reason, string detail) : Exception(detail)
{
    public EtaxRefusal Reason { get; } = reason;
}
