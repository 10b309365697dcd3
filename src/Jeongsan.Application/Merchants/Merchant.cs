using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Merchants;

/// <summary>A platform (고객사) of this installation.</summary>
public sealed class Merchant
{
    public required MerchantId Id { get; init; }

    /// <summary>As partners know it: the sender's name of mails.</summary>
    public required string Name { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class MerchantMapping : IEntityTypeConfiguration<Merchant>
{
    public void Configure(EntityTypeBuilder<Merchant> builder)
    {
        builder.ToTable("merchants");
        builder.HasKey(merchant => merchant.Id);
    }
}
