using Jeongsan.Application.Partners;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Incidents;

/// <summary>Access records to go by: whose data was shown in them. Null and empty mean any; at least one must be said.</summary>
/// <param name="ActorId">Of a person, or the name of an API secret.</param>
/// <param name="NetworkAddress">From where.</param>
/// <param name="From">Included, by the machine's clock.</param>
/// <param name="Until">Not included.</param>
public sealed record ShownIn(string? ActorId, string? NetworkAddress, DateTimeOffset? From, DateTimeOffset? Until)
{
    public bool IsEmpty => string.IsNullOrEmpty(ActorId) && string.IsNullOrEmpty(NetworkAddress) && From is null && Until is null;
}

/// <summary>Partners to go by. Null means any.</summary>
public sealed record AffectedFilter(PartnerTypeName? Type, string? Tag);

/// <summary>Whose data it is about: everybody whom one of these finds.</summary>
public sealed record AffectedChoice(ShownIn? Log, AffectedFilter? Filter, IReadOnlyCollection<PartnerId> Partners)
{
    public bool IsEmpty => Log is null or { IsEmpty: true } && Filter is null && Partners.Count == 0;
}

/// <summary>Whom a choice finds.</summary>
/// <param name="Others">Who is no partner: told by hand.</param>
/// <param name="RecordCount">Access records that were gone by.</param>
/// <param name="IsEverybody">One of them took a whole sheet, or a list too long to be kept: then it may have been anybody.</param>
public sealed record FoundAffected(IReadOnlyList<PartnerId> Partners, IReadOnlyList<DataSubject> Others, int RecordCount, bool IsEverybody);

/// <summary>Finds out whose data an incident is about, and freezes it.</summary>
public sealed class ChooseAffected(Store store)
{
    /// <summary>Looks without freezing.</summary>
    /// <remarks>Refused: ChoiceMissing, NotFound (partner).</remarks>
    public async Task<Outcome<FoundAffected>> FindAsync(Tenant tenant, AffectedChoice choice, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        return await FindAsync(db, choice, ct);
    }

    /// <remarks>Refused: NotFound (incident, partner), NotInState, ChoiceMissing.</remarks>
    public Task<Outcome<Incident>> ConfirmAsync(Tenant tenant, Actor actor, IncidentId id, AffectedChoice choice, CancellationToken ct) =>
        store.StepAsync(tenant, actor, id, "IncidentAffectedConfirmed", async (work, incident) =>
        {
            var found = await FindAsync(work.Db, choice, ct);
            if (found.IsRefused)
            {
                return found.Refusal;
            }
            var (partners, others) = (found.Value.Partners, found.Value.Others);
            var moved = incident.ConfirmAffected(partners.Count, others.Count, IncidentWords.Of(choice, found.Value));
            if (!moved.IsRefused)
            {
                await work.Db.InsertAsync<AffectedSubject>([.. partners.Select(DataSubject.Of).Concat(others).Select(subject => new AffectedSubject
                {
                    MerchantId = work.Tenant.Merchant, Mode = work.Tenant.Mode, IncidentId = id, SubjectKind = subject.Kind, SubjectId = subject.Id,
                })], ct);
            }
            return moved;
        }, ct);

    private static async Task<Outcome<FoundAffected>> FindAsync(JeongsanContext db, AffectedChoice choice, CancellationToken ct)
    {
        if (choice.IsEmpty)
        {
            return new IncidentRefusal.ChoiceMissing();
        }
        var all = await db.Set<Partner>().Select(partner => new { partner.Id, partner.TypeName, partner.Tags, partner.BusinessRegistrationNumber }).ToListAsync(ct);
        var known = all.Select(partner => partner.Id).ToHashSet();
        if (choice.Partners.FirstOrDefault(partner => !known.Contains(partner)) is { Value: not null } missing)
        {
            return new StoredRefusal.NotFound(CreatePartners.Subject, missing.Value);
        }
        var partners = choice.Partners.ToHashSet();
        if (choice.Filter is { } filter)
        {
            partners.UnionWith(all.Where(partner => (filter.Type is null || partner.TypeName == filter.Type) && (string.IsNullOrEmpty(filter.Tag) || partner.Tags.Contains(filter.Tag))).Select(partner => partner.Id));
        }
        var (others, records, isEverybody) = (new HashSet<DataSubject>(), 0, false);
        if (choice.Log is { IsEmpty: false } log)
        {
            var byNumber = all.Where(partner => partner.BusinessRegistrationNumber is not null).ToLookup(partner => partner.BusinessRegistrationNumber!.Value.Value, partner => partner.Id);
            await foreach (var record in Records(db, log).AsAsyncEnumerable().WithCancellation(ct))
            {
                records++;
                isEverybody |= record.SubjectCount is null or > AccessRecord.SubjectsMax;
                foreach (var subject in record.SubjectList)
                {
                    Take(subject, known, byNumber, partners, others);
                }
            }
        }
        return new FoundAffected(
            [.. (isEverybody ? known : partners).OrderBy(partner => partner.Value, StringComparer.Ordinal)], [.. others.OrderBy(subject => subject.Kind).ThenBy(subject => subject.Id, StringComparer.Ordinal)], records, isEverybody);
    }

    private static void Take(DataSubject subject, HashSet<PartnerId> known, ILookup<string, PartnerId> byNumber, HashSet<PartnerId> partners, HashSet<DataSubject> others)
    {
        switch (subject.Kind)
        {
            case DataSubjectKind.Partner when known.Contains(new PartnerId(subject.Id)):
                partners.Add(new PartnerId(subject.Id));
                break;
            case DataSubjectKind.Counterparty when byNumber.Contains(subject.Id):
                partners.UnionWith(byNumber[subject.Id]);
                break;
            default:
                others.Add(subject);
                break;
        }
    }

    private static IQueryable<AccessRecord> Records(JeongsanContext db, ShownIn log)
    {
        IQueryable<AccessRecord> records = db.Set<AccessRecord>();
        if (!string.IsNullOrEmpty(log.ActorId))
        {
            records = records.Where(record => record.ActorId == log.ActorId);
        }
        if (!string.IsNullOrEmpty(log.NetworkAddress))
        {
            records = records.Where(record => record.NetworkAddress == log.NetworkAddress);
        }
        if (log.From is { } from)
        {
            records = records.Where(record => record.At >= from);
        }
        if (log.Until is { } until)
        {
            records = records.Where(record => record.At < until);
        }
        return records.OrderBy(record => record.Number);
    }
}
