using System.Security.Cryptography;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Statements;

namespace Jeongsan.Domain.TaxInvoices;

public enum SupplierLinkKind
{
    /// <summary>To approve or refuse one invoice.</summary>
    Approval = 0,

    /// <summary>To register a certificate (again) at the ASP.</summary>
    Certificate,

    /// <summary>To see one settlement statement, and the others of the same partner.</summary>
    Statement,
}

/// <summary>The personal link of a mail. Only the token's hash is kept.</summary>
public sealed class SupplierLink : ITenantOwned
{
    public const int TokenSizeBytes = 32;
    public const int ValidMonths = 2;
    public const int AttemptCountMax = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(30);

    private SupplierLink()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public SupplierLinkId Id { get; private set; }
    public SupplierLinkKind Kind { get; private set; }

    /// <summary>Of an approval.</summary>
    public TaxInvoiceId? TaxInvoiceId { get; private set; }

    /// <summary>Of a certificate or a statement.</summary>
    public PartnerId? PartnerId { get; private set; }

    /// <summary>Of a settlement statement.</summary>
    public StatementSendingId? StatementSendingId { get; private set; }

    /// <summary>SHA-256 of the token, lower-case hex; what a visitor is looked up by.</summary>
    public string TokenHash { get; private set; } = null!;

    /// <summary>Where the mail went.</summary>
    public string Email { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>From this instant on the link is dead.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? ReplacedAt { get; private set; }
    public int FailedAttemptCount { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }
    public DateTimeOffset? OpenedAt { get; private set; }
    public int Version { get; private set; }

    /// <param name="random">256 random bits from the caller.</param>
    public static (SupplierLink Link, string Token) Create(SupplierLinkId id, TaxInvoice invoice, string email, ReadOnlySpan<byte> random, DateTimeOffset at)
    {
        var (link, token) = Create(id, new Tenant(invoice.MerchantId, invoice.Mode), email, random, at);
        link.TaxInvoiceId = invoice.Id;
        return (link, token);
    }

    /// <param name="random">256 random bits from the caller.</param>
    public static (SupplierLink Link, string Token) CreateForCertificate(SupplierLinkId id, Partner partner, ReadOnlySpan<byte> random, DateTimeOffset at)
    {
        var (link, token) = Create(id, new Tenant(partner.MerchantId, partner.Mode), partner.Contact.Email, random, at);
        (link.Kind, link.PartnerId) = (SupplierLinkKind.Certificate, partner.Id);
        return (link, token);
    }

    /// <param name="random">256 random bits from the caller.</param>
    public static (SupplierLink Link, string Token) CreateForStatement(SupplierLinkId id, StatementSending sending, ReadOnlySpan<byte> random, DateTimeOffset at)
    {
        var (link, token) = Create(id, new Tenant(sending.MerchantId, sending.Mode), sending.Email, random, at);
        (link.Kind, link.PartnerId, link.StatementSendingId) = (SupplierLinkKind.Statement, sending.PartnerId, sending.Id);
        return (link, token);
    }

    private static (SupplierLink Link, string Token) Create(SupplierLinkId id, Tenant tenant, string email, ReadOnlySpan<byte> random, DateTimeOffset at)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, TokenSizeBytes);
        var token = Convert.ToBase64String(random).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var link = new SupplierLink
        {
            MerchantId = tenant.Merchant,
            Mode = tenant.Mode,
            Id = id,
            TokenHash = HashOf(token),
            Email = email,
            CreatedAt = at,
            ExpiresAt = at.AddMonths(ValidMonths),
            Version = 1,
        };
        return (link, token);
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));

    /// <summary>Kills the link, because a newer mail was sent.</summary>
    public void Replace(DateTimeOffset at)
    {
        ReplacedAt ??= at;
        Version++;
    }

    /// <summary>Null when the link still leads somewhere. Order: replaced, expired, locked.</summary>
    public Refusal? Check(DateTimeOffset now) =>
        ReplacedAt is { } replacedAt ? new TaxInvoiceRefusal.LinkReplaced(replacedAt)
        : now >= ExpiresAt ? new TaxInvoiceRefusal.LinkExpired(ExpiresAt)
        : LockedUntil is { } until && now < until ? new TaxInvoiceRefusal.LinkLocked(until, AttemptCountMax)
        : null;

    /// <summary>The visitor types the supplier's business number.</summary>
    public Outcome<Done> Enter(BusinessRegistrationNumber given, BusinessRegistrationNumber expected, DateTimeOffset now) => Enter(given.Value, expected.Value ?? "", now);

    /// <summary>The visitor types what only the receiver knows. Five wrong answers in a row lock the link for half an hour.</summary>
    /// <param name="given">Digits only.</param>
    /// <param name="expected">The business number, birth date or account number; empty fits nothing.</param>
    public Outcome<Done> Enter(string given, string expected, DateTimeOffset now)
    {
        if (Check(now) is { } refusal)
        {
            return refusal;
        }

        Version++;
        if (expected.Length > 0 && given == expected)
        {
            (FailedAttemptCount, LockedUntil) = (0, null);
            OpenedAt ??= now;
            return default(Done);
        }

        FailedAttemptCount++;
        if (FailedAttemptCount < AttemptCountMax)
        {
            return new TaxInvoiceRefusal.SupplierNumberMismatched();
        }

        (FailedAttemptCount, LockedUntil) = (0, now + LockedFor);
        return new TaxInvoiceRefusal.LinkLocked(LockedUntil.Value, AttemptCountMax);
    }
}
