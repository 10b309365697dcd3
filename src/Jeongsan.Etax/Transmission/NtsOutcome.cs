namespace Jeongsan.Etax.Transmission;

/// <summary>What became of a message to the gateway.</summary>
public abstract record NtsOutcome
{
    private NtsOutcome() { }

    /// <summary>The gateway signed for it. Results come later, one for each document.</summary>
    public sealed record Acknowledged(NtsMessage Answer) : NtsOutcome;

    /// <summary>Nothing was taken.</summary>
    public sealed record Refused(NtsFault Fault) : NtsOutcome;

    /// <summary>Nobody knows: the message may have been taken. Ask for the results of the submission's id, or send it again under the same id; never under a new one.</summary>
    /// <param name="Why">For a log, in English.</param>
    public sealed record Unknown(string Why) : NtsOutcome;
}

/// <summary>The other end: its address and its two certificates, as the National Tax Service hands them out.</summary>
/// <param name="SigningCertificate">Every answer must be signed with its key.</param>
/// <param name="EncryptionCertificate">For key management: packages are sealed to it.</param>
public sealed record NtsGatewayAddress(
    Uri Address,
    System.Security.Cryptography.X509Certificates.X509Certificate2 SigningCertificate,
    System.Security.Cryptography.X509Certificates.X509Certificate2 EncryptionCertificate);

/// <summary>An issuer with a registration of its own: an ASP, or a company with its own system.</summary>
public sealed record NtsIssuer
{
    public required NtsParty Party { get; init; }

    /// <summary>Eight digits; stand in every approval number.</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>Signs the messages, not the documents.</summary>
    public required IEtaxSigningKey SigningKey { get; init; }

    /// <summary>Results come sealed to it.</summary>
    public required System.Security.Cryptography.X509Certificates.X509Certificate2 EncryptionCertificate { get; init; }

    public required System.Security.Cryptography.RSA DecryptionKey { get; init; }

    /// <summary>Where the gateway sends results: see <see cref="NtsClient.Receive"/>.</summary>
    public required Uri ReplyTo { get; init; }
}

/// <summary>Results that came from the gateway.</summary>
/// <param name="Message">The message that carried them.</param>
/// <param name="Results">What became of each document.</param>
/// <param name="Answer">To be sent back as the HTTP answer, once the results are stored: without it the gateway sends them again.</param>
public sealed record NtsIncomingResults(NtsMessage Message, NtsResults Results, NtsTransmission Answer);
