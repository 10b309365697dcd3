using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Statements;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Statements;

/// <summary>정산내역서 양식: kept, changed, deleted. One of them is the default as soon as there is any.</summary>
public sealed class StatementTemplates(Store store)
{
    public const string Subject = "StatementTemplate";

    /// <param name="id">Chosen by the caller, or null for a new one.</param>
    /// <remarks>Refused: IdNotUsable, FieldMissing, FieldTooLong, AlreadyExists, NameTaken, TooManyTemplates.</remarks>
    public Task<Outcome<StatementTemplate>> CreateAsync(Tenant tenant, Actor actor, string? id, StatementTerms terms, bool isDefault, CancellationToken ct) =>
        store.CommandAsync<StatementTemplate>(tenant, actor, async work =>
        {
            if (CallerIds.Check(Subject, id) is { } unusable)
            {
                return unusable;
            }
            var all = await AllAsync(work, ct);
            var own = StatementTemplateId.From(id ?? work.NewId("statement-template"));
            var created = StatementTemplate.Create(tenant, own, terms, isDefault || all.Count == 0, work.Now);
            if (created.IsRefused)
            {
                return created;
            }
            if (all.Exists(template => template.Id == own))
            {
                return new StoredRefusal.AlreadyExists(Subject, own.Value);
            }
            if (all.Exists(template => template.Terms.Name == terms.Name))
            {
                return new StatementRefusal.NameTaken(terms.Name);
            }
            if (all.Count >= StatementLimits.TemplateCountMax)
            {
                return new StatementRefusal.TooManyTemplates(StatementLimits.TemplateCountMax);
            }
            if (isDefault)
            {
                all.ForEach(template => template.SetDefault(false));
            }
            work.Db.Add(created.Value);
            work.Record(Subject, own.Value, "StatementTemplateCreated");
            return created;
        }, ct);

    /// <param name="isDefault">False for the one that is the default is refused: another one has to become it.</param>
    /// <remarks>Refused: NotFound, FieldMissing, FieldTooLong, NameTaken, DefaultNeeded.</remarks>
    public Task<Outcome<StatementTemplate>> UpdateAsync(Tenant tenant, Actor actor, StatementTemplateId id, StatementTerms terms, bool isDefault, CancellationToken ct) =>
        store.CommandAsync<StatementTemplate>(tenant, actor, async work =>
        {
            var all = await AllAsync(work, ct);
            if (all.Find(template => template.Id == id) is not { } found)
            {
                return new StoredRefusal.NotFound(Subject, id.Value);
            }
            if (found.Update(terms, work.Now) is { IsRefused: true } refused)
            {
                return refused.Refusal;
            }
            if (all.Exists(template => template.Id != id && template.Terms.Name == terms.Name))
            {
                return new StatementRefusal.NameTaken(terms.Name);
            }
            if (found.IsDefault && !isDefault)
            {
                return new StatementRefusal.DefaultNeeded(id);
            }
            if (isDefault)
            {
                all.ForEach(template => template.SetDefault(template.Id == id));
            }
            work.Record(Subject, id.Value, "StatementTemplateUpdated");
            return found;
        }, ct);

    /// <summary>Statements that were sent by it stay as they are. The default goes last.</summary>
    /// <remarks>Refused: NotFound, DefaultNeeded.</remarks>
    public Task<Outcome<Done>> DeleteAsync(Tenant tenant, Actor actor, StatementTemplateId id, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, actor, async work =>
        {
            var all = await AllAsync(work, ct);
            if (all.Find(template => template.Id == id) is not { } found)
            {
                return new StoredRefusal.NotFound(Subject, id.Value);
            }
            if (found.IsDefault && all.Count > 1)
            {
                return new StatementRefusal.DefaultNeeded(id);
            }
            work.Db.Remove(found);
            work.Record(Subject, id.Value, "StatementTemplateDeleted");
            return new Done();
        }, ct);

    /// <summary>The named template, or the default; where a platform keeps none yet, the usual one is kept as its first.</summary>
    /// <remarks>Refused: NotFound.</remarks>
    internal static async Task<Outcome<StatementTemplate>> ChooseAsync(Work work, StatementTemplateId? chosen, CancellationToken ct)
    {
        if (chosen is { } id)
        {
            return await work.Db.Set<StatementTemplate>().SingleOrDefaultAsync(template => template.Id == id, ct) is { } named
                ? named : new StoredRefusal.NotFound(Subject, id.Value);
        }
        if (await work.Db.Set<StatementTemplate>().SingleOrDefaultAsync(template => template.IsDefault, ct) is { } found)
        {
            return found;
        }
        // Its id is always the same, so that of two who send for the first time one finds the other's.
        var first = StatementTemplate.Create(work.Tenant, StatementTemplateId.From("statement-template-usual"), StatementTerms.Usual, isDefault: true, work.Now);
        work.Db.Add(first.Value);
        work.Record(Subject, first.Value.Id.Value, "StatementTemplateCreated");
        return first;
    }

    /// <summary>All of them, and nobody else changes any until this command ends: which one is the default concerns them all.</summary>
    private static async Task<List<StatementTemplate>> AllAsync(Work work, CancellationToken ct)
    {
        await TenantLock.TakeAsync(work, Subject, ct);
        return await work.Db.Set<StatementTemplate>().ToListAsync(ct);
    }
}
