using Jeongsan.Application.Storage;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Supervision;

/// <summary>A piece of evidence without its file.</summary>
public sealed record EvidenceRow(ProcessorEvidenceId Id, ProcessorId Processor, EvidenceKind Kind, DateOnly On, string Words, string? FileName, string? FileHash, string RecordedBy, DateTimeOffset RecordedAt)
{
    public static EvidenceRow Of(ProcessorEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return new(evidence.Id, evidence.ProcessorId, evidence.Kind, evidence.On, evidence.Words, evidence.FileName, evidence.FileHash, evidence.RecordedBy, evidence.RecordedAt);
    }
}

/// <summary>What shows that processors are bound, supervised and trained, as lists and files.</summary>
public static class EvidenceList
{
    /// <summary>The latest first.</summary>
    /// <param name="processor">Null: of all of them.</param>
    public static async Task<IReadOnlyList<EvidenceRow>> ReadAsync(JeongsanContext db, ProcessorId? processor, CancellationToken ct)
    {
        IQueryable<ProcessorEvidence> rows = db.Set<ProcessorEvidence>();
        if (processor is { } one)
        {
            rows = rows.Where(row => row.ProcessorId == one);
        }
        return await rows.OrderByDescending(row => row.On).ThenByDescending(row => row.RecordedAt).ThenBy(row => row.Id)
            .Select(row => new EvidenceRow(row.Id, row.ProcessorId, row.Kind, row.On, row.Words, row.FileName, row.FileHash, row.RecordedBy, row.RecordedAt)).ToListAsync(ct);
    }

    /// <summary>Null when there is none.</summary>
    public static async Task<EvidenceFile?> FileAsync(JeongsanContext db, ProcessorId processor, ProcessorEvidenceId id, CancellationToken ct) =>
        await db.Set<ProcessorEvidence>().SingleOrDefaultAsync(row => row.Id == id && row.ProcessorId == processor, ct) is { File: { } content, FileName: { } name }
            ? new EvidenceFile(name, content)
            : null;
}
