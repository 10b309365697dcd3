using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Privacy;

/// <summary>
/// 약관·계약에 담아 알림: the platform's terms, which every partner accepts, hold the notice. While it stands for the
/// register's present revision, each partner counts as told by it, from its creation on.
/// </summary>
public sealed class TermsBasis : ITenantOwned
{
    private TermsBasis()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public string Id { get; private set; } = null!;

    /// <summary>Which document, in which version of its own, e.g. 파트너 이용약관 3.1 제12조.</summary>
    public string Document { get; private set; } = null!;

    /// <summary>Since when the document holds.</summary>
    public DateOnly DocumentDate { get; private set; }

    public int NoticeNumber { get; private set; }
    public int RegisterRevision { get; private set; }
    public DateTimeOffset RecordedAt { get; private set; }
    public string RecordedBy { get; private set; } = null!;

    /// <summary>From then on new partners aren't told by it.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public NoticeVersion Version => new(NoticeNumber, RegisterRevision);

    public static Outcome<TermsBasis> Record(Tenant tenant, string id, string document, DateOnly documentDate, PublishedNotice notice, Actor by, DateOnly today, DateTimeOffset at) =>
        string.IsNullOrWhiteSpace(document) ? new PrivacyRefusal.FieldMissing("document")
        : documentDate > today ? new PrivacyRefusal.DocumentInFuture(documentDate, today)
        : new TermsBasis
        {
            MerchantId = tenant.Merchant,
            Mode = tenant.Mode,
            Id = id,
            Document = document,
            DocumentDate = documentDate,
            NoticeNumber = notice.Number,
            RegisterRevision = notice.RegisterRevision,
            RecordedAt = at,
            RecordedBy = by.ToString(),
        };

    public void End(DateTimeOffset at) => EndedAt ??= at;
}
