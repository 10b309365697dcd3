using Jeongsan.Application.Storage;
using Jeongsan.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Payees;

internal sealed class PayeeCheckMapping : IEntityTypeConfiguration<PayeeCheck>
{
    public void Configure(EntityTypeBuilder<PayeeCheck> builder)
    {
        builder.ToTable("payee_checks");
        builder.TenantKey(nameof(PayeeCheck.PartnerId));
        builder.Property(check => check.Version).IsConcurrencyToken();
    }
}

public static class PayeeChecks
{
    /// <summary>So that a statement's list of ids stays within what databases take.</summary>
    private const int IdsAtOnce = 500;

    /// <summary>What is known of these partners; nothing of those that nobody asked about.</summary>
    public static async Task<Dictionary<PartnerId, PayeeCheck>> OfAsync(JeongsanContext db, IEnumerable<PartnerId> partners, CancellationToken ct)
    {
        var found = new Dictionary<PartnerId, PayeeCheck>();
        foreach (var ids in partners.Distinct().Chunk(IdsAtOnce))
        {
            foreach (var check in await db.Set<PayeeCheck>().Where(row => ids.Contains(row.PartnerId)).ToListAsync(ct))
            {
                found.Add(check.PartnerId, check);
            }
        }
        return found;
    }
}
