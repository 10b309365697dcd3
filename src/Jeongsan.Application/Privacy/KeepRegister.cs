using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy;

/// <summary>Keeps the register of processors (수탁자 명부). Every change is in the history; whoever gets data is in the public table at once.</summary>
public sealed class KeepRegister(Store store)
{
    internal const string Subject = "Processor";

    /// <param name="parent">Of a sub-processor (재수탁자): who passes the data on to it.</param>
    public Task<Outcome<ConsignmentProcessor>> AddAsync(Tenant tenant, Actor actor, string? id, ProcessorId? parent, ProcessorFacts facts, CancellationToken ct) =>
        store.CommandAsync<ConsignmentProcessor>(tenant, actor, async work =>
        {
            if (CallerIds.Check(Subject, id) is { } unusable)
            {
                return unusable;
            }
            var own = new ProcessorId(id ?? work.NewId("processor"));
            if (await work.Db.Set<ConsignmentProcessor>().AnyAsync(row => row.Id == own, ct))
            {
                return new StoredRefusal.AlreadyExists(Subject, own.Value);
            }
            if (parent is { } above && !await work.Db.Set<ConsignmentProcessor>().AnyAsync(row => row.Id == above, ct))
            {
                return new PrivacyRefusal.ParentUnknown(above);
            }
            var planned = ConsignmentProcessor.Plan(tenant, own, parent, facts);
            if (!planned.IsRefused)
            {
                work.Db.Add(planned.Value);
                work.Record(Subject, own.Value, "ProcessorAdded");
            }
            return planned;
        }, ct);

    public Task<Outcome<ConsignmentProcessor>> ChangeAsync(Tenant tenant, Actor actor, ProcessorId id, ProcessorFacts facts, CancellationToken ct) =>
        DoAsync(tenant, actor, id, "ProcessorChanged", (processor, revision, _) => processor.Change(facts, revision).Then<Move?>(_ => (Move?)null), ct);

    /// <summary>The platform agrees that its processor passes data on to this one (제26조 ⑥).</summary>
    public Task<Outcome<ConsignmentProcessor>> ConsentAsync(Tenant tenant, Actor actor, ProcessorId id, DateOnly on, CancellationToken ct) =>
        DoAsync(tenant, actor, id, "SubConsentRecorded", (processor, _, _) =>
        {
            processor.Consent(new SubConsent(actor.ToString(), on));
            return (Move?)null;
        }, ct);

    public Task<Outcome<ConsignmentProcessor>> ActivateAsync(Tenant tenant, Actor actor, ProcessorId id, CancellationToken ct) =>
        DoAsync(tenant, actor, id, "ProcessorActivated", (processor, revision, at) => processor.Activate(revision, at).Then<Move?>(move => move), ct);

    public Task<Outcome<ConsignmentProcessor>> EndAsync(Tenant tenant, Actor actor, ProcessorId id, CancellationToken ct) =>
        DoAsync(tenant, actor, id, "ProcessorEnded", (processor, _, at) => processor.End(at).Then<Move?>(move => move), ct);

    private Task<Outcome<ConsignmentProcessor>> DoAsync(
        Tenant tenant, Actor actor, ProcessorId id, string what, Func<ConsignmentProcessor, int, DateTimeOffset, Outcome<Move?>> act, CancellationToken ct) =>
        store.CommandAsync<ConsignmentProcessor>(tenant, actor, async work =>
        {
            // Two changes at once would take the same revision.
            await TenantLock.TakeAsync(work, "keep-register", ct);
            var register = await work.Privacy.RegisterAsync(ct);
            if (register.Processors.FirstOrDefault(row => row.Id == id) is not { } processor)
            {
                return new StoredRefusal.NotFound(Subject, id.Value);
            }
            var done = act(processor, register.Revision, work.Now);
            if (done.IsRefused)
            {
                return done.Refusal;
            }
            work.Record(Subject, id.Value, what, done.Value?.From, done.Value?.To);
            return processor;
        }, ct);
}
