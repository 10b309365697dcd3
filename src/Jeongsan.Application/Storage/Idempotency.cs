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

    /// <summary>HTTP status of the answer; null only within the transaction that makes it.</summary>
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
        builder.Property(row => row.Body).Sealed();
    }
}

/// <summary>
/// The key of the request that is being carried out. Its first command writes the key and leaves the transaction open; the
/// request's other commands join it, and the answer is committed with them, so that the work and the memory of it are one.
/// </summary>
public sealed class IdempotencyMark(string key, string fingerprint)
{
    private static readonly AsyncLocal<IdempotencyMark?> Ambient = new();

    private bool _isEnded;

    /// <summary>Null outside a request with a key, and in what outlives it.</summary>
    public static IdempotencyMark? Current
    {
        get => Ambient.Value is { _isEnded: false } mark ? mark : null;
        set => Ambient.Value = value;
    }

    public string Key => key;

    /// <summary>The open transaction, once a command has written something.</summary>
    internal HeldWork? Held { get; set; }

    /// <summary>Commits what the request did together with what it is answered, then does what was put off until then.</summary>
    public async Task KeepAsync(KeptAnswer answer, CancellationToken ct)
    {
        // A request that was refused wrote nothing: its caller may mend it and use the key again.
        if (Held is { } held)
        {
            await held.KeepAsync(answer);
            (Held, _isEnded) = (null, true);
            await held.AfterwardsAsync(ct);
            held.Dispose();
        }
    }

    /// <summary>Undoes what the request did, unless it was kept.</summary>
    public async Task AbandonAsync()
    {
        _isEnded = true;
        if (Held is { } held)
        {
            Held = null;
            await held.AbandonAsync();
            held.Dispose();
        }
    }

    /// <exception cref="IdempotencyKeyTakenException">Another request with the key was faster.</exception>
    internal async Task WriteAsync(Work work, CancellationToken ct)
    {
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

    internal async Task WriteAnswerAsync(Work work, KeptAnswer answer)
    {
        using var sealing = work.Db.Sealing();
        await work.Db.Set<IdempotencyRow>().Where(row => row.Key == key)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, answer.Status).SetProperty(row => row.Body, answer.Body), CancellationToken.None);
    }

    /// <exception cref="IdempotencyKeyTakenException">Another request with the key was faster.</exception>
    internal async Task CheckFreeAsync(Work work, CancellationToken ct)
    {
        if (await work.Db.Set<IdempotencyRow>().AnyAsync(row => row.Key == key, ct))
        {
            throw new IdempotencyKeyTakenException();
        }
    }
}

/// <summary>Another request with the same key was carried out first; this one changed nothing.</summary>
public sealed class IdempotencyKeyTakenException : Exception;
