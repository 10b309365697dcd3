using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Storage;

/// <summary>That a request with this key was carried out, and what was answered.</summary>
public sealed class IdempotencyRow : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 of what was asked; the same key with another one is refused.</summary>
    public required string Fingerprint { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>HTTP status of the answer; null while it is not known.</summary>
    public int? Status { get; set; }
    public byte[]? Body { get; set; }
}

internal sealed class IdempotencyRowMapping : IEntityTypeConfiguration<IdempotencyRow>
{
    public void Configure(EntityTypeBuilder<IdempotencyRow> builder)
    {
        builder.ToTable("idempotency_keys");
        builder.TenantKey(nameof(IdempotencyRow.Key));
        builder.HasIndex(row => row.CreatedAt);
    }
}

/// <summary>
/// The key of the request that is being carried out. The first command that commits under it writes the key in its own
/// transaction, so that the work and the memory of it are one.
/// </summary>
public sealed class IdempotencyMark(string key, string fingerprint)
{
    private static readonly AsyncLocal<IdempotencyMark?> Ambient = new();

    /// <summary>Null outside a request with a key.</summary>
    public static IdempotencyMark? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public string Key => key;

    /// <summary>Whether a command has written the key.</summary>
    public bool IsWritten { get; private set; }

    /// <exception cref="IdempotencyKeyTakenException">Another request with the key was faster.</exception>
    internal async Task WriteAsync(Work work, CancellationToken ct)
    {
        if (IsWritten)
        {
            return;
        }
        await CheckFreeAsync(work, ct);
        work.Db.Add(new IdempotencyRow
        {
            MerchantId = work.Tenant.Merchant,
            Mode = work.Tenant.Mode,
            Key = key,
            Fingerprint = fingerprint,
            CreatedAt = work.RealNow,
        });
    }

    /// <exception cref="IdempotencyKeyTakenException">Another request with the key was faster.</exception>
    internal async Task CheckFreeAsync(Work work, CancellationToken ct)
    {
        if (!IsWritten && await work.Db.Set<IdempotencyRow>().AnyAsync(row => row.Key == key, ct))
        {
            throw new IdempotencyKeyTakenException();
        }
    }

    internal void Written() => IsWritten = true;
}

/// <summary>Another request with the same key was carried out first; this one changed nothing.</summary>
public sealed class IdempotencyKeyTakenException : Exception;
