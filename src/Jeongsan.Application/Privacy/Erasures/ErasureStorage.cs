using Jeongsan.Application.Storage;
using Jeongsan.Domain.Privacy.Erasures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Privacy.Erasures;

internal sealed class ErasureMapping : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable("erasures");
        builder.TenantKey();
        // The locked store: all of it is sealed, the name too.
        builder.Property(erasure => erasure.Kept).SealedJson();
        builder.Property(erasure => erasure.Counts).Json();
        builder.Property(erasure => erasure.Version).IsConcurrencyToken();
        // A partner is erased once.
        builder.HasIndex(erasure => new { erasure.MerchantId, erasure.Mode, erasure.PartnerId }).IsUnique();
        builder.HasIndex(erasure => new { erasure.MerchantId, erasure.Mode, erasure.Status, erasure.KeepUntil });
    }
}
