using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Storage.Sealing;

/// <summary>A key of the installation that columns are sealed with; itself sealed with the master key, which is not in the database.</summary>
public sealed class DataKey
{
    public required string Id { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required byte[] Wrapped { get; set; }

    /// <summary>Since when nothing stored needs it any more; it is destroyed by a later change of keys.</summary>
    public DateTimeOffset? RetiredAt { get; set; }
}

internal sealed class DataKeyMapping : IEntityTypeConfiguration<DataKey>
{
    public void Configure(EntityTypeBuilder<DataKey> builder)
    {
        builder.ToTable("data_keys");
        builder.HasKey(key => key.Id);
    }
}
