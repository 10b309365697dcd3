using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Privacy.Incidents;

/// <summary>Writes down a leak, what is told about it, that it was reported, and how it ended.</summary>
public sealed class KeepIncident(Store store)
{
    /// <remarks>Refused: FieldMissing, TextTooLong, InstantInFuture, PeriodReversed.</remarks>
    public Task<Outcome<Incident>> RecordAsync(Tenant tenant, Actor actor, IncidentDescription description, CancellationToken ct) => store.CommandAsync<Incident>(tenant, actor, work =>
    {
        var incident = Incident.Record(work.Tenant, new IncidentId(work.NewId("incident")), description, work.Actor, work.Now);
        if (!incident.IsRefused)
        {
            work.Db.Add(incident.Value);
            work.Record(IncidentWork.Subject, incident.Value.Id.Value, "IncidentRecorded", to: incident.Value.Status.ToString());
        }
        return Task.FromResult(incident);
    }, ct);

    /// <summary>What is known grows until it is settled whose data it is about.</summary>
    /// <remarks>Refused: NotFound, NotInState, FieldMissing, TextTooLong, InstantInFuture, PeriodReversed.</remarks>
    public Task<Outcome<Incident>> DescribeAsync(Tenant tenant, Actor actor, IncidentId id, IncidentDescription description, CancellationToken ct) =>
        store.StepAsync(tenant, actor, id, "IncidentDescribed", (work, incident) => Task.FromResult(incident.Describe(description, work.Now)), ct);

    /// <remarks>Refused: NotFound, NotInState, TextTooLong.</remarks>
    public Task<Outcome<Incident>> WriteNoticeAsync(Tenant tenant, Actor actor, IncidentId id, IncidentNotice notice, CancellationToken ct) =>
        store.StepAsync(tenant, actor, id, "IncidentNoticeWritten", (_, incident) => Task.FromResult(incident.WriteNotice(notice)), ct);

    /// <summary>신고: the Commission was told, with its receipt.</summary>
    /// <remarks>Refused: NotFound, NotInState, FieldMissing, TextTooLong, InstantInFuture.</remarks>
    public Task<Outcome<Incident>> NoteReportAsync(Tenant tenant, Actor actor, IncidentId id, DateTimeOffset reportedAt, string receiptNumber, CancellationToken ct) =>
        store.StepAsync(tenant, actor, id, "IncidentReported", (work, incident) => Task.FromResult(incident.NoteReport(reportedAt, receiptNumber, work.Now)), ct, receiptNumber);

    /// <remarks>Refused: NotFound, NotInState, FieldMissing, TextTooLong, AffectedNotTold, NotReported.</remarks>
    public Task<Outcome<Incident>> CloseAsync(Tenant tenant, Actor actor, IncidentId id, string summary, CancellationToken ct) =>
        store.StepAsync(tenant, actor, id, "IncidentClosed", async (work, incident) => incident.Close(summary, (await IncidentProgress.ReadAsync(work.Db, incident, ct)).Untold, work.Now), ct, summary);
}

/// <summary>How far telling the affected partners has come.</summary>
/// <param name="Affected">Partners.</param>
/// <param name="Told">By mail or otherwise.</param>
/// <param name="Sending">Mails on their way.</param>
/// <param name="Failed">Reached by no mail, and not told otherwise.</param>
public sealed record IncidentProgress(int Affected, int Told, int Sending, int Failed)
{
    public int Untold => Affected - Told;

    public static async Task<IncidentProgress> ReadAsync(JeongsanContext db, Incident incident, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var owner = incident.Id.Value;
        var counts = await db.Set<LegalNotice>().Where(notice => notice.Kind == LegalNoticeKind.Incident && notice.OwnerId == owner)
            .GroupBy(notice => notice.Delivery).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, ct);
        return new IncidentProgress(
            incident.AffectedCount,
            counts.GetValueOrDefault(LegalNoticeDelivery.Delivered) + counts.GetValueOrDefault(LegalNoticeDelivery.ToldOtherwise),
            counts.GetValueOrDefault(LegalNoticeDelivery.Pending),
            counts.GetValueOrDefault(LegalNoticeDelivery.Failed));
    }
}

/// <summary>Whose data an incident is about, as it was frozen.</summary>
public sealed class AffectedSubject : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required IncidentId IncidentId { get; init; }
    public required DataSubjectKind SubjectKind { get; init; }
    public required string SubjectId { get; init; }
}

internal static class IncidentWork
{
    public const string Subject = "Incident";

    /// <summary>One step of one incident, with its line in the time line.</summary>
    public static Task<Outcome<Incident>> StepAsync(
        this Store store, Tenant tenant, Actor actor, IncidentId id, string what, Func<Work, Incident, Task<Outcome<Move>>> step, CancellationToken ct, string? why = null) =>
        store.CommandAsync<Incident>(tenant, actor, async work =>
        {
            if (await work.Db.Set<Incident>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } incident)
            {
                return new StoredRefusal.NotFound(Subject, id.Value);
            }
            var moved = await step(work, incident);
            if (moved.IsRefused)
            {
                return moved.Refusal;
            }
            work.Record(Subject, id.Value, what, moved.Value.From, moved.Value.To, why);
            return incident;
        }, ct);
}

internal sealed class IncidentMapping : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("incidents");
        builder.TenantKey();
        builder.Ignore(incident => incident.DueAt);
        builder.Ignore(incident => incident.MustBeReported);
        builder.Ignore(incident => incident.IsOpen);
        builder.Property(incident => incident.Items).Json();
        builder.Property(incident => incident.Notice).Json();
        builder.Property(incident => incident.Version).IsConcurrencyToken();
        builder.HasIndex(incident => new { incident.MerchantId, incident.Mode, incident.KnownAt });
    }
}

internal sealed class AffectedSubjectMapping : IEntityTypeConfiguration<AffectedSubject>
{
    public void Configure(EntityTypeBuilder<AffectedSubject> builder)
    {
        builder.ToTable("incident_affected");
        builder.HasKey(row => new { row.MerchantId, row.Mode, row.IncidentId, row.SubjectKind, row.SubjectId });
    }
}
