using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Audit;

/// <summary>
/// 대조 증명: what the audit saw at a moment, signed, and chained to the proof before it. Only added, never changed: the database
/// refuses it, and <see cref="ProofChain"/> shows it.
/// </summary>
public sealed class AuditProof : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }

    /// <summary>1, 2, 3 …; none is missing.</summary>
    public required int Number { get; init; }

    /// <summary>By the machine's clock.</summary>
    public required DateTimeOffset At { get; init; }

    public required int DifferenceCount { get; init; }

    /// <summary>A <see cref="ProofContent"/> as JSON, exactly as it was signed.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/> in UTF-8, in lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>ECDSA over P-256 with SHA-256 (FIPS 186-5) of <see cref="Content"/> in UTF-8, in DER (RFC 3279 section 2.2.3), so that OpenSSL verifies it.</summary>
    public required byte[] Signature { get; init; }
}

/// <summary>The key that signs a tenant's proofs.</summary>
public sealed class ProofKey : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }

    /// <summary>SubjectPublicKeyInfo (RFC 5280), DER.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>PKCS#8, sealed by the installation's key ring.</summary>
    public required byte[] SealedPrivateKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class AuditProofMapping : IEntityTypeConfiguration<AuditProof>
{
    public void Configure(EntityTypeBuilder<AuditProof> builder)
    {
        builder.ToTable("audit_proofs");
        builder.TenantKey(nameof(AuditProof.Number));
    }
}

internal sealed class ProofKeyMapping : IEntityTypeConfiguration<ProofKey>
{
    public void Configure(EntityTypeBuilder<ProofKey> builder)
    {
        builder.ToTable("proof_keys");
        builder.HasKey(key => new { key.MerchantId, key.Mode });
    }
}
