using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Versions;

/// <summary>
/// How a contract, policy or partner was from some time on; written in the transaction that made it so, never changed.
/// Transfers hold their own copies: this answers who changed which terms, and when.
/// </summary>
public sealed class VersionRow : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }

    /// <summary>The capability's own name, e.g. <c>Contract</c>.</summary>
    public required string Subject { get; init; }
    public required string SubjectId { get; init; }
    public required int Version { get; init; }

    /// <summary>The whole thing as it was.</summary>
    public required string Content { get; init; }

    /// <summary>Since when it holds.</summary>
    public required DateTimeOffset AppliedAt { get; init; }

    /// <summary>When it was written down, by the tenant's clock.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
    public required ActorKind ActorKind { get; init; }
    public required string ActorId { get; init; }

    public T Read<T>() => StorageJson.Read<T>(Content);
}

internal sealed class VersionRowMapping : IEntityTypeConfiguration<VersionRow>
{
    public void Configure(EntityTypeBuilder<VersionRow> builder)
    {
        builder.ToTable("versions");
        builder.Property(row => row.Content).Sealed();
        builder.HasKey(row => new { row.MerchantId, row.Mode, row.Subject, row.SubjectId, row.Version });
    }
}

internal static class VersionWork
{
    public static void KeepVersion(this Work work, string subject, string id, int version, DateTimeOffset appliedAt, object content) =>
        work.Db.Add(Row(work, work.Actor, subject, id, version, appliedAt, content));

    /// <summary>What was made before versions were kept: its state before the first change is its first version.</summary>
    public static async Task KeepFirstVersionAsync(
        this Work work, string subject, string id, int version, DateTimeOffset appliedAt, object content, CancellationToken ct)
    {
        if (!await work.Db.Set<VersionRow>().AnyAsync(row => row.Subject == subject && row.SubjectId == id, ct))
        {
            work.Db.Add(Row(work, Actor.System, subject, id, version, appliedAt, content));
        }
    }

    internal static Task KeepVersionsAsync(this Work work, IReadOnlyList<(string Subject, string Id, int Version, DateTimeOffset AppliedAt, object Content)> versions, CancellationToken ct) =>
        work.Db.InsertAsync<VersionRow>([.. versions.Select(one => Row(work, work.Actor, one.Subject, one.Id, one.Version, one.AppliedAt, one.Content))], ct);

    private static VersionRow Row(Work work, Actor actor, string subject, string id, int version, DateTimeOffset appliedAt, object content) => new()
    {
        MerchantId = work.Tenant.Merchant,
        Mode = work.Tenant.Mode,
        Subject = subject,
        SubjectId = id,
        Version = version,
        Content = System.Text.Json.JsonSerializer.Serialize(content, content.GetType(), StorageJson.Options),
        AppliedAt = appliedAt,
        RecordedAt = work.Now,
        ActorKind = actor.Kind,
        ActorId = actor.Id,
    };
}
