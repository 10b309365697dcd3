using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Supervision;

/// <summary>One thing that has to be done with a processor, and by when.</summary>
public sealed record DueSupervision(ConsignmentProcessor Processor, EvidenceKind Kind, DateOnly DueOn);

/// <summary>Which processors have to be supervised and trained again, and when.</summary>
public static class SupervisionState
{
    /// <summary>Of every processor that the platform supervises itself, the earliest first.</summary>
    public static async Task<IReadOnlyList<DueSupervision>> ReadAsync(JeongsanContext db, CancellationToken ct)
    {
        var processors = await db.Set<ConsignmentProcessor>().Where(row => row.Status == ProcessorStatus.Active && row.ParentId == null).ToListAsync(ct);
        var last = await db.Set<ProcessorEvidence>().GroupBy(row => new { row.ProcessorId, row.Kind })
            .Select(group => new { group.Key.ProcessorId, group.Key.Kind, On = group.Max(row => row.On) }).ToListAsync(ct);
        var due =
            from processor in processors
            from kind in Enum.GetValues<EvidenceKind>()
            let done = last.FirstOrDefault(row => row.ProcessorId == processor.Id && row.Kind == kind)?.On
            let dueOn = SupervisionRule.DueOn(kind, processor, done, SeoulTime.DateOf(processor.ActiveSince!.Value))
            where dueOn is not null
            orderby dueOn, processor.Id.Value, kind
            select new DueSupervision(processor, kind, dueOn.Value);
        return [.. due];
    }

    /// <summary>Those that are late or come within <see cref="SupervisionRule.DaysAhead"/>.</summary>
    public static async Task<IReadOnlyList<DueSupervision>> NearAsync(JeongsanContext db, DateOnly today, CancellationToken ct) =>
        [.. (await ReadAsync(db, ct)).Where(due => SupervisionRule.IsNear(due.DueOn, today))];
}
