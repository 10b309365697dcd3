using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Verifications;

/// <summary>The proof of a look-up counts once: which ones have counted.</summary>
public sealed class UsedVerification : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }

    /// <summary>SHA-256 of the proof, in hex.</summary>
    public required string Digest { get; init; }
    public required DateTimeOffset UsedAt { get; init; }
}

internal sealed class UsedVerificationMapping : IEntityTypeConfiguration<UsedVerification>
{
    public void Configure(EntityTypeBuilder<UsedVerification> builder)
    {
        builder.ToTable("used_verifications");
        builder.TenantKey(nameof(UsedVerification.Digest));
    }
}

/// <summary>The proofs that a command rests on; used up in the transaction of the command.</summary>
/// <param name="AccountDigest">Null: none was given.</param>
/// <param name="CompanyDigest">Null: none was given.</param>
public sealed record VerificationProofs(string? AccountDigest, string? CompanyDigest)
{
    public static VerificationProofs None { get; } = new(null, null);
}

public abstract record VerificationRefusal : Refusal
{
    private VerificationRefusal()
    {
    }

    public sealed record AccountAlreadyUsed : VerificationRefusal;

    public sealed record CompanyAlreadyUsed : VerificationRefusal;
}

internal static class VerificationWork
{
    public static async Task<VerificationRefusal?> UseAsync(this Work work, VerificationProofs proofs, CancellationToken ct) =>
        await IsUsedAsync(work, proofs.AccountDigest, ct) ? new VerificationRefusal.AccountAlreadyUsed()
        : await IsUsedAsync(work, proofs.CompanyDigest, ct) ? new VerificationRefusal.CompanyAlreadyUsed()
        : null;

    private static async Task<bool> IsUsedAsync(Work work, string? digest, CancellationToken ct)
    {
        if (digest is null)
        {
            return false;
        }
        if (work.Db.Set<UsedVerification>().Local.Any(row => row.Digest == digest) || await work.Db.Set<UsedVerification>().AnyAsync(row => row.Digest == digest, ct))
        {
            return true;
        }
        work.Db.Add(new UsedVerification { MerchantId = work.Tenant.Merchant, Mode = work.Tenant.Mode, Digest = digest, UsedAt = work.Now });
        return false;
    }
}
