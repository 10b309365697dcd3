using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Mails;

/// <summary>A mail that was "sent" while no SMTP server is set; the /mailbox page shows it.</summary>
public sealed class MailboxMail : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }

    /// <summary>The Message-Id without brackets; a mail can be here only once.</summary>
    public required string Id { get; init; }
    public required string FromName { get; init; }
    public required string ReplyTo { get; init; }
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Html { get; init; }
    public required string Text { get; init; }

    /// <summary>File name of what went with it; null when nothing did.</summary>
    public string? AttachmentName { get; init; }
    public byte[]? Attachment { get; init; }
    public required DateTimeOffset SentAt { get; init; }
}

internal sealed class MailboxMailMapping : IEntityTypeConfiguration<MailboxMail>
{
    public void Configure(EntityTypeBuilder<MailboxMail> builder)
    {
        builder.ToTable("mailbox");
        builder.HasKey(mail => new { mail.MerchantId, mail.Mode, mail.Id });
        builder.HasIndex(mail => mail.SentAt);
    }
}
