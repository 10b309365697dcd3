using System.Security.Cryptography;
using System.Text;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Merchants;

/// <summary>A program's key to the API. Only its hash is kept: 256 random bits need no salt and no slow hash.</summary>
public sealed class ApiSecret
{
    public required string Id { get; init; }
    public required MerchantId MerchantId { get; init; }
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret's UTF-8 text, lower-case hex.</summary>
    public required string Hash { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A new secret of 256 random bits.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}

internal sealed class ApiSecretMapping : IEntityTypeConfiguration<ApiSecret>
{
    public void Configure(EntityTypeBuilder<ApiSecret> builder)
    {
        builder.ToTable("api_secrets");
        builder.HasKey(secret => secret.Id);
        builder.HasIndex(secret => secret.Hash).IsUnique();
    }
}
