using System.Security.Cryptography;
using System.Text;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Mails;

/// <summary>What is known of a mail after it left.</summary>
public enum MailFate
{
    /// <summary>A mail server took it.</summary>
    Sent,

    /// <summary>Told later: not delivered yet, and tried again by the mail server.</summary>
    Delayed,

    /// <summary>The mail server refused it for good.</summary>
    Refused,

    /// <summary>Told later: it came back.</summary>
    Bounced,
}

/// <summary>
/// What became of one mail to a partner or counterparty. The address itself is not kept, only a digest by which a later word about
/// it is recognized.
/// </summary>
public sealed class MailDelivery : ITenantOwned
{
    public const int ReasonLengthMax = 200;

    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }

    /// <summary>The message's key; the Message-Id without its right side.</summary>
    public required string Key { get; init; }
    public required DataSubjectKind SubjectKind { get; init; }
    public required string SubjectId { get; init; }
    public required string AddressDigest { get; init; }

    /// <summary>The thing on whose time line it stands; null where it is about nothing but the receiver.</summary>
    public string? AboutSubject { get; init; }
    public string? AboutId { get; init; }
    public MailFate Fate { get; private set; }

    /// <summary>The mail server's words, without the address; null while nothing went wrong.</summary>
    public string? Reason { get; private set; }

    /// <summary>When a mail server took it; null while none has.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it was refused, delayed or came back.</summary>
    public DateTimeOffset? ProblemAt { get; private set; }

    /// <summary>The address does not take mail as far as this mail knows, and no later one was taken.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Of one tenant, so that the same address looks different elsewhere.</summary>
    public static string DigestOf(MerchantId merchant, string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{merchant.Value}\n{address.Trim().ToLowerInvariant()}")));
    }

    internal void Take(DateTimeOffset at)
    {
        (Fate, Reason, ProblemAt, IsOpen) = (MailFate.Sent, null, null, false);
        SentAt = at;
    }

    /// <returns>False when it says nothing new.</returns>
    internal bool Note(MailFate fate, string reason, DateTimeOffset at)
    {
        // What came back for good is not on its way any more.
        if (fate == Fate || (fate == MailFate.Delayed && Fate != MailFate.Sent))
        {
            return false;
        }
        (Fate, Reason, ProblemAt, IsOpen) = (fate, reason, at, fate != MailFate.Delayed);
        return true;
    }
}

internal sealed class MailDeliveryMapping : IEntityTypeConfiguration<MailDelivery>
{
    public void Configure(EntityTypeBuilder<MailDelivery> builder)
    {
        builder.ToTable("mail_deliveries");
        builder.TenantKey(nameof(MailDelivery.Key));
        // A server's reason names the address as a rule.
        builder.Property(row => row.Reason).Sealed();
        // What is told twice at once is noted once.
        builder.Property(row => row.Fate).IsConcurrencyToken();
        builder.HasIndex(row => new { row.MerchantId, row.Mode, row.IsOpen, row.SubjectKind, row.SubjectId });
        builder.HasIndex(row => new { row.MerchantId, row.Mode, row.AboutSubject, row.AboutId });
    }
}
