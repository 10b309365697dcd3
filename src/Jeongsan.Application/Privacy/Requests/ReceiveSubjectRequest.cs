using Jeongsan.Application.Holidays;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Privacy.Requests;

/// <summary>접수: writes down what a partner asks about its data, from which day the clock runs.</summary>
public sealed class ReceiveSubjectRequest(Store store)
{
    /// <remarks>Refused: NotFound (partner), FieldMissing, TextTooLong, DayInFuture.</remarks>
    public Task<Outcome<SubjectRequest>> HandleAsync(Tenant tenant, Actor actor, ReceivedRequest received, CancellationToken ct) =>
        store.CommandAsync<SubjectRequest>(tenant, actor, async work =>
        {
            if (!await work.Db.Set<Partner>().AnyAsync(row => row.Id == received.Partner, ct))
            {
                return new StoredRefusal.NotFound(CreatePartners.Subject, received.Partner.Value);
            }
            var request = SubjectRequest.Receive(
                work.Tenant, new SubjectRequestId(work.NewId("request")), received, await work.Db.BusinessDaysAsync(ct), work.Today, work.Actor, work.Now);
            if (request.IsRefused)
            {
                return request;
            }
            work.Db.Add(request.Value);
            work.Record(SubjectRequestWork.Subject, request.Value.Id.Value, "SubjectRequestReceived", to: request.Value.Status.ToString());
            work.Record(CreatePartners.Subject, received.Partner.Value, "SubjectRequestReceived", why: SubjectRequestWords.Of(received.Kind));
            return request;
        }, ct);
}

internal static class SubjectRequestWork
{
    public const string Subject = "SubjectRequest";

    /// <summary>One step of one request, with its line in the time line. Two people's steps at once: the second finds what the first left.</summary>
    public static Task<Outcome<SubjectRequest>> StepAsync(
        this Store store, Tenant tenant, Actor actor, SubjectRequestId id, string what, Func<Work, SubjectRequest, Task<Outcome<Move>>> step, CancellationToken ct, string? why = null) =>
        store.CommandAsync<SubjectRequest>(tenant, actor, async work =>
        {
            if (await work.Db.Set<SubjectRequest>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } request)
            {
                return new StoredRefusal.NotFound(Subject, id.Value);
            }
            var moved = await step(work, request);
            if (moved.IsRefused)
            {
                return moved.Refusal;
            }
            work.Record(Subject, id.Value, what, moved.Value.From, moved.Value.To, why);
            return request;
        }, ct);
}

internal sealed class SubjectRequestMapping : IEntityTypeConfiguration<SubjectRequest>
{
    public void Configure(EntityTypeBuilder<SubjectRequest> builder)
    {
        builder.ToTable("subject_requests");
        builder.TenantKey();
        builder.Ignore(request => request.Deadline);
        builder.Ignore(request => request.IsOpen);
        builder.Property(request => request.Corrections).SealedJson();
        builder.Property(request => request.Asked).Sealed();
        builder.Property(request => request.Words).Sealed();
        builder.Property(request => request.Version).IsConcurrencyToken();
        builder.HasIndex(request => new { request.MerchantId, request.Mode, request.Status });
        builder.HasIndex(request => new { request.MerchantId, request.Mode, request.PartnerId });
        builder.HasIndex(request => new { request.MerchantId, request.Mode, request.ReceivedOn });
    }
}

internal sealed class ProcessingStopMapping : IEntityTypeConfiguration<ProcessingStop>
{
    public void Configure(EntityTypeBuilder<ProcessingStop> builder)
    {
        builder.ToTable("processing_stops");
        builder.TenantKey();
        builder.Property(stop => stop.Version).IsConcurrencyToken();
        builder.HasIndex(stop => new { stop.MerchantId, stop.Mode, stop.PartnerId, stop.LiftedAt });
    }
}
