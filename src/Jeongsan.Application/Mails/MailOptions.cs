namespace Jeongsan.Application.Mails;

/// <summary>How mails leave. Without an SMTP host they go to the mailbox page.</summary>
public sealed record MailOptions
{
    /// <summary>SMTP host (<c>JEONGSAN_SMTP_HOST</c>); null means the mailbox page.</summary>
    public string? SmtpHost { get; init; }

    /// <summary>587 with STARTTLS by default; 465 means TLS from the start.</summary>
    public int SmtpPort { get; init; } = 587;
    public string? SmtpUser { get; init; }
    public string? SmtpPassword { get; init; }

    /// <summary>Envelope and From address; the display name is the platform's.</summary>
    public string FromAddress { get; init; } = "no-reply@jeongsan.invalid";

    /// <summary>Null: mails leave unsigned, and the SMTP server may sign them.</summary>
    public MailSignature? Signature { get; init; }

    /// <summary>How partners reach this server from outside, without a slash at the end; links in mails begin with it.</summary>
    public required Uri PublicAddress { get; init; }
}
