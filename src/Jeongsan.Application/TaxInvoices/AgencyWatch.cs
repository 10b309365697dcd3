using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>When an open invoice is compared with the ASP next, and what differed when it was last.</summary>
public sealed class AgencyWatch : ITenantOwned
{
    /// <summary>No open invoice goes longer without a look: the daily reconciliation.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);

    /// <summary>The ASP transmits at the full hour; what it says a moment later is new.</summary>
    private static readonly TimeSpan AfterSending = TimeSpan.FromMinutes(1);

    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required TaxInvoiceId Id { get; init; }

    /// <summary>Our state at the last look; a look is due at once when it is another now.</summary>
    public TaxInvoiceStatus Status { get; private set; }

    /// <summary>By the tenant's clock.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When the last look began.</summary>
    public DateTimeOffset LookedAt { get; private set; }

    /// <summary>When the ASP last told that something happened. It is only a hint: a look is due when none has begun since.</summary>
    public DateTimeOffset? HintedAt { get; private set; }

    /// <summary>Looks in a row that found nothing new.</summary>
    public int QuietLooks { get; private set; }

    /// <summary>Looks in a row that found a difference which our life cycle can't take over.</summary>
    public int DifferentLooks { get; private set; }

    /// <summary>What differs, in Korean, for a person; null while nothing does, or while it may be a passing one.</summary>
    public string? Difference { get; private set; }

    public static AgencyWatch Begin(Tenant tenant, TaxInvoiceId id) => new() { MerchantId = tenant.Merchant, Mode = tenant.Mode, Id = id };

    public void Hint(DateTimeOffset now) => HintedAt = now;

    /// <param name="difference">What differs even after ours took over all it could; null for nothing.</param>
    /// <param name="began">When the ASP was asked.</param>
    public void Looked(TaxInvoice invoice, string? difference, DateTimeOffset began, BusinessDays days)
    {
        QuietLooks = Status == invoice.Status && LookedAt != default ? QuietLooks + 1 : 0;
        DifferentLooks = difference is null ? 0 : DifferentLooks + 1;
        // One look may catch the ASP between two of its own states.
        Difference = DifferentLooks >= 2 ? difference : null;
        (Status, LookedAt) = (invoice.Status, began);
        DueAt = began + (difference is null ? Wait(QuietLooks, invoice.IssuedAt, began, days) : FirstWait);
    }

    /// <summary>Doubles with each look that found nothing; never over the time at which something new is due, and from there on it begins anew.</summary>
    internal static TimeSpan Wait(int quietLooks, DateTimeOffset? issued, DateTimeOffset now, BusinessDays days)
    {
        var doubled = TimeSpan.FromTicks(Math.Min(FirstWait.Ticks << Math.Min(quietLooks, 20), LongestWait.Ticks));
        if (issued is not { } issuedAt)
        {
            return doubled;
        }
        var news = IssueDeadline.SendingAt(issuedAt, days) + AfterSending - now;
        var longest = news > TimeSpan.Zero ? news : -news;
        return longest >= doubled ? doubled : news > TimeSpan.Zero || longest > FirstWait ? longest : FirstWait;
    }
}

internal sealed class AgencyWatchMapping : IEntityTypeConfiguration<AgencyWatch>
{
    public void Configure(EntityTypeBuilder<AgencyWatch> builder)
    {
        builder.ToTable("agency_watches");
        builder.TenantKey();
        builder.HasIndex(watch => new { watch.MerchantId, watch.Mode, watch.DifferentLooks });
    }
}
