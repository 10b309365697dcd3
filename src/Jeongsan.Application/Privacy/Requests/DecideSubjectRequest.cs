using Jeongsan.Application.Partners;
using Jeongsan.Application.Privacy.Erasures;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Privacy.Erasures;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Requests;

/// <summary>What a person states about what was done.</summary>
/// <param name="Words">For whoever asked.</param>
/// <param name="Erased">Of a deletion: what was erased.</param>
/// <param name="Kept">Of a deletion: what stays, until when and by which law.</param>
public sealed record StatedMeasures(string Words, string? Erased = null, string? Kept = null);

/// <summary>Makes sure who asks, then does what is asked or refuses it.</summary>
public sealed class DecideSubjectRequest(Store store)
{
    /// <remarks>Refused: NotFound, FieldMissing, TextTooLong, NotInState.</remarks>
    public Task<Outcome<SubjectRequest>> CheckIdentityAsync(Tenant tenant, Actor actor, SubjectRequestId id, string method, CancellationToken ct) =>
        store.StepAsync(tenant, actor, id, "SubjectIdentified", (work, request) => Task.FromResult(request.CheckIdentity(method, work.Actor, work.Now)), ct, method);

    /// <remarks>Refused: NotFound, FieldMissing, TextTooLong, NotInState, IdentityNotChecked, GroundNotOfKind.</remarks>
    public Task<Outcome<SubjectRequest>> RefuseAsync(Tenant tenant, Actor actor, SubjectRequestId id, SubjectRefusalGround ground, string words, CancellationToken ct) =>
        store.StepAsync(tenant, actor, id, "SubjectRequestRefused", (work, request) => Task.FromResult(request.Refuse(ground, words, work.Actor, work.Now)), ct, $"{SubjectRequestWords.Of(ground)}: {words}");

    /// <remarks>Refused: NotFound, FieldMissing, TextTooLong, NotInState.</remarks>
    public Task<Outcome<SubjectRequest>> WithdrawAsync(Tenant tenant, Actor actor, SubjectRequestId id, string words, CancellationToken ct) =>
        store.StepAsync(tenant, actor, id, "SubjectRequestWithdrawn", (work, request) => Task.FromResult(request.Withdraw(words)), ct, words);

    /// <summary>Ends the doing. A stop begins here, in the same transaction; what was corrected is read from the partner's versions.</summary>
    /// <remarks>Refused: NotFound, FieldMissing, TextTooLong, NotInState, ExportMissing, NothingCorrected.</remarks>
    public Task<Outcome<SubjectRequest>> CompleteAsync(Tenant tenant, Actor actor, SubjectRequestId id, StatedMeasures stated, CancellationToken ct) =>
        store.StepAsync(tenant, actor, id, "SubjectRequestCompleted", async (work, request) =>
        {
            var measures = request.Kind switch
            {
                SubjectRequestKind.Correction => new RequestMeasures(stated.Words, await PartnerCorrections.SinceAsync(work.Db, request, ct)),
                SubjectRequestKind.Deletion => await ErasureAsync(work, request, stated, ct),
                SubjectRequestKind.Access or SubjectRequestKind.Stop => new RequestMeasures(stated.Words, []),
                _ => throw new ArgumentOutOfRangeException(nameof(id), request.Kind, null),
            };
            var completed = request.Complete(measures, work.Actor, work.Now);
            if (!completed.IsRefused && request.Kind == SubjectRequestKind.Stop)
            {
                await StopAsync(work, request, ct);
            }
            return completed;
        }, ct, stated.Words);

    /// <summary>What a deletion is completed with: what the certificate says where the partner was erased, else what a person states that it erased by hand.</summary>
    private static async Task<RequestMeasures> ErasureAsync(Work work, SubjectRequest request, StatedMeasures stated, CancellationToken ct) =>
        await work.Db.Set<Erasure>().SingleOrDefaultAsync(row => row.PartnerId == request.PartnerId && row.FinishedAt != null, ct) is { } erasure
            ? new RequestMeasures(stated.Words, [], string.Join(", ", ErasureCertificate.ErasedOf(erasure)), string.Join(" / ", ErasureCertificate.KeptOf(erasure)))
            : new RequestMeasures(stated.Words, [], stated.Erased, stated.Kept);

    private static async Task StopAsync(Work work, SubjectRequest request, CancellationToken ct)
    {
        if (await work.Db.Set<ProcessingStop>().AnyAsync(stop => stop.PartnerId == request.PartnerId && stop.LiftedAt == null, ct))
        {
            return;
        }
        work.Db.Add(ProcessingStop.Begin(new ProcessingStopId(work.NewId("stop")), request, work.Actor, work.Now));
        work.Record(CreatePartners.Subject, request.PartnerId.Value, "ProcessingStopped", why: request.Id.Value);
    }
}

/// <summary>Lets data of a partner leave again that had its processing stopped. What was held meanwhile stays held until somebody sends it again.</summary>
public sealed class LiftProcessingStop(Store store)
{
    public const string Subject = "ProcessingStop";

    /// <remarks>Refused: NotFound while nothing is stopped, FieldMissing, TextTooLong.</remarks>
    public Task<Outcome<Done>> HandleAsync(Tenant tenant, Actor actor, Domain.Partners.PartnerId partner, string reason, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, actor, async work =>
        {
            var standing = await work.Db.Set<ProcessingStop>().Where(stop => stop.PartnerId == partner && stop.LiftedAt == null).ToListAsync(ct);
            if (standing.Count == 0)
            {
                return new StoredRefusal.NotFound(Subject, partner.Value);
            }
            foreach (var stop in standing)
            {
                var lifted = stop.Lift(reason, work.Actor, work.Now);
                if (lifted.IsRefused)
                {
                    return lifted.Refusal;
                }
            }
            work.Record(CreatePartners.Subject, partner.Value, "ProcessingStopLifted", why: reason.Trim());
            return new Done();
        }, ct);
}
