using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Privacy;

/// <summary>개인정보 처리방침 (제30조), as far as settlement goes. A published version never changes; a new one is a new number.</summary>
public sealed class PublishedPolicy : ITenantOwned
{
    public const int OfficerLengthMax = 200;

    private PublishedPolicy()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }

    /// <summary>1 for the first.</summary>
    public int Number { get; private set; }

    /// <summary>Without the part that says since when it applies.</summary>
    public string Body { get; private set; } = null!;

    /// <summary>개인정보 보호책임자: name or department, and how to reach it.</summary>
    public string Officer { get; private set; } = null!;

    /// <summary>The first day on which it applies, in Seoul.</summary>
    public DateOnly EffectiveFrom { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>As <see cref="Actor"/> writes it.</summary>
    public string PublishedBy { get; private set; } = null!;

    /// <param name="last">Null while there is none.</param>
    /// <param name="today">Today in Seoul.</param>
    public static Outcome<PublishedPolicy> Publish(Tenant tenant, PublishedPolicy? last, string body, PolicyPublication publication, DateOnly today, Actor by, DateTimeOffset at)
    {
        var officer = publication.Officer.Trim();
        if (officer.Length is 0 or > OfficerLengthMax)
        {
            return new PrivacyRefusal.OfficerUnusable(officer.Length, OfficerLengthMax);
        }

        var from = publication.EffectiveFrom ?? today;
        if (from < today)
        {
            return new PrivacyRefusal.PolicyInPast(from, today);
        }

        if (last is not null && last.Body == body)
        {
            return new PrivacyRefusal.PolicyUnchanged(last.Number);
        }

        return new PublishedPolicy
        {
            MerchantId = tenant.Merchant,
            Mode = tenant.Mode,
            Number = (last?.Number ?? 0) + 1,
            Body = body,
            Officer = officer,
            EffectiveFrom = from,
            PublishedAt = at,
            PublishedBy = by.ToString(),
        };
    }
}

/// <param name="Officer">개인정보 보호책임자: name or department, and how to reach it.</param>
/// <param name="EffectiveFrom">Null: today.</param>
public sealed record PolicyPublication(string Officer, DateOnly? EffectiveFrom = null);
