using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Outbox;

public enum OutboxState
{
    /// <summary>To be done at <see cref="OutboxMessage.DueAt"/> or later.</summary>
    Pending,

    /// <summary>Claimed by a worker until its lease ends; after a crash the outcome is unknown and is asked for.</summary>
    Running,

    Done,

    /// <summary>Gave up; a person sees it in the console with its reason and can send it again.</summary>
    Failed,
}

/// <summary>An effect on the outside world that was decided in a committed transaction and happens exactly once.</summary>
public sealed class OutboxMessage : ITenantOwned
{
    /// <summary>Order of decision: messages of one aggregate run in this order.</summary>
    public long Sequence { get; init; }
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }

    /// <summary>Which handler does it.</summary>
    public required string Type { get; init; }

    /// <summary>Stable for ever; unique per tenant; what the outside sees (document number, transfer id, webhook-id, Message-Id) derives from it.</summary>
    public required string Key { get; init; }

    /// <summary>Whose order must be kept, e.g. <c>TaxInvoice:inv-1</c>.</summary>
    public required string Aggregate { get; init; }

    /// <summary>Which outside's pace it keeps: see <see cref="OutboxLane"/>.</summary>
    public string Lane { get; init; } = OutboxLane.Open;

    /// <summary>Within its lane the lowest goes first; among equals, the one that was due first.</summary>
    public long Priority { get; init; }

    /// <summary>The handler's own facts, as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>Whose data it carries, as JSON; null when it carries nothing of a partner.</summary>
    public string? Cargo { get; init; }

    public OutboxState State { get; set; }

    /// <summary>How often a worker has begun it. More than one at the start of an attempt means that an earlier outcome is unknown.</summary>
    public int Attempts { get; set; }

    /// <summary>Real time, not the tenant's clock.</summary>
    public required DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }
    public string? LeaseOwner { get; set; }

    /// <summary>Why the last attempt did not end it, in Korean words for people.</summary>
    public string? LastProblem { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }

    public Tenant Tenant => new(MerchantId, Mode);

    /// <summary>W3C trace parent of the command that decided it, so that one trace shows command and effect.</summary>
    public string? TraceParent { get; init; }

    internal T Read<T>() => StorageJson.Read<T>(Payload);
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox");
        builder.HasKey(message => message.Sequence);
        builder.Property(message => message.Sequence).ValueGeneratedOnAdd();
        builder.Ignore(message => message.Tenant);
        builder.Property(message => message.Payload).Sealed();
        builder.HasIndex(message => new { message.MerchantId, message.Mode, message.Key }).IsUnique();
        builder.HasIndex(message => new { message.State, message.Lane, message.Priority, message.DueAt, message.Sequence });
        builder.HasIndex(message => new { message.MerchantId, message.Mode, message.Aggregate, message.Sequence });
    }
}
