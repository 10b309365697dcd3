using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.BulkTasks;

public enum BulkTaskKind
{
    ConnectPartners = 0,
    DisconnectPartners,

    /// <summary>정산내역서 보내기, one for each payout.</summary>
    SendStatements,

    /// <summary>발행 요청 of drafted tax invoices.</summary>
    RequestTaxInvoices,

    /// <summary>승인 요청 메일 다시 보내기.</summary>
    ResendTaxInvoices,

    /// <summary>요청 취소.</summary>
    CancelTaxInvoices,
}

public enum BulkTaskState
{
    /// <summary>Nothing of it has begun.</summary>
    Prepared = 0,
    Processing,
    Completed,
}

public enum BulkTaskItemState
{
    Prepared = 0,

    /// <summary>Begun; the ASP or the mail server has not answered yet.</summary>
    Processing,
    Succeeded,
    Failed,
}

/// <summary>일괄 작업: one thing done with many partners, payouts or tax invoices. It goes on when its page is left and when the server starts again.</summary>
public sealed class BulkTask : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required string Id { get; init; }
    public required BulkTaskKind Kind { get; init; }
    public BulkTaskState State { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset StateChangedAt { get; set; }

    /// <summary>As <see cref="Actor"/> writes it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Of statements: by which template.</summary>
    public StatementTemplateId? TemplateId { get; init; }
}

/// <summary>What became of one partner, or of one payout, in a bulk task.</summary>
public sealed class BulkTaskItem : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required string TaskId { get; init; }

    /// <summary>Empty for the tax invoice of a company that is no partner.</summary>
    public required PartnerId PartnerId { get; init; }

    /// <summary>Of tax invoices. A partner may have several in one task.</summary>
    public TaxInvoiceId? TaxInvoiceId { get; init; }

    /// <summary>Of statements. A partner may have several payouts in one task.</summary>
    public PayoutId? PayoutId { get; init; }

    /// <summary>Order of working, from 0.</summary>
    public required int Index { get; init; }
    public BulkTaskItemState State { get; set; }

    /// <summary>The refusal's stable name; null where the ASP or the mail server said no, and while nothing failed.</summary>
    public string? Reason { get; set; }

    /// <summary>Why it failed and the mend, in Korean.</summary>
    public string? Words { get; set; }
    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>How far a bulk task is.</summary>
public sealed record BulkTaskProgress(int Prepared, int Processing, int Succeeded, int Failed)
{
    public int Total => Prepared + Processing + Succeeded + Failed;

    public static async Task<BulkTaskProgress> ReadAsync(JeongsanContext db, string taskId, CancellationToken ct)
    {
        var counts = await db.Set<BulkTaskItem>().Where(item => item.TaskId == taskId)
            .GroupBy(item => item.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, ct);
        return new(
            counts.GetValueOrDefault(BulkTaskItemState.Prepared), counts.GetValueOrDefault(BulkTaskItemState.Processing),
            counts.GetValueOrDefault(BulkTaskItemState.Succeeded), counts.GetValueOrDefault(BulkTaskItemState.Failed));
    }
}

internal sealed class BulkTaskMapping : IEntityTypeConfiguration<BulkTask>
{
    public void Configure(EntityTypeBuilder<BulkTask> builder)
    {
        builder.ToTable("bulk_tasks");
        builder.TenantKey();
        builder.HasIndex(task => new { task.MerchantId, task.Mode, task.State });
    }
}

internal sealed class BulkTaskItemMapping : IEntityTypeConfiguration<BulkTaskItem>
{
    public void Configure(EntityTypeBuilder<BulkTaskItem> builder)
    {
        builder.ToTable("bulk_task_items");
        builder.HasKey(item => new { item.MerchantId, item.Mode, item.TaskId, item.Index });
        builder.HasIndex(item => new { item.MerchantId, item.Mode, item.PartnerId, item.State });
        builder.HasIndex(item => new { item.MerchantId, item.Mode, item.TaskId, item.State, item.Index });
    }
}
