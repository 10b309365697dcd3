using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Privacy.Supervision;

/// <summary>Keeps what shows that processors are bound, supervised and trained (제26조 ①, ④).</summary>
public sealed class KeepEvidence(Store store)
{
    /// <remarks>Refused: NotFound, EvidenceUnusable.</remarks>
    public Task<Outcome<ProcessorEvidence>> HandleAsync(Tenant tenant, Actor actor, ProcessorId processor, NewEvidence evidence, CancellationToken ct) =>
        store.CommandAsync<ProcessorEvidence>(tenant, actor, async work =>
        {
            if (!await work.Db.Set<ConsignmentProcessor>().AnyAsync(row => row.Id == processor, ct))
            {
                return new StoredRefusal.NotFound(KeepRegister.Subject, processor.Value);
            }
            var recorded = ProcessorEvidence.Record(tenant, new ProcessorEvidenceId(work.NewId("evidence")), processor, evidence, work.Today, actor, work.Now);
            if (!recorded.IsRefused)
            {
                work.Db.Add(recorded.Value);
                work.Record(KeepRegister.Subject, processor.Value, What(evidence.Kind), why: recorded.Value.FileHash is { } hash ? $"SHA-256 {hash}" : null);
            }
            return recorded;
        }, ct);

    private static string What(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Contract => "ProcessorContractKept",
        EvidenceKind.Supervision => "ProcessorSupervised",
        EvidenceKind.Training => "ProcessorTrained",
        _ => throw new System.Diagnostics.UnreachableException(kind.ToString()),
    };
}

internal sealed class ProcessorEvidenceMapping : IEntityTypeConfiguration<ProcessorEvidence>
{
    public void Configure(EntityTypeBuilder<ProcessorEvidence> builder)
    {
        builder.ToTable("processor_evidence");
        builder.TenantKey();
        // A contract names people and seals.
        builder.Property(evidence => evidence.File).Sealed();
        builder.HasIndex(evidence => new { evidence.MerchantId, evidence.Mode, evidence.ProcessorId, evidence.On });
    }
}
