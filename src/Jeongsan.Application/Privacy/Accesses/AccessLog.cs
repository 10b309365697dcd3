using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Accesses;

/// <summary>What somebody is about to be shown.</summary>
/// <param name="Operation">Of the API, or the page of the console.</param>
/// <param name="Target">Of what, as the address named it; empty for lists.</param>
/// <param name="Subjects">Whose data; null when a whole sheet is taken and nobody counts.</param>
/// <param name="NetworkAddress">From where; empty when the server itself looks.</param>
public sealed record Access(string Operation, string Target, IReadOnlyCollection<PersonalDataItem> Items, IReadOnlyCollection<DataSubject>? Subjects, string NetworkAddress);

/// <summary>Writes down that personal data is shown, before it is shown: what can't be written down isn't shown.</summary>
public sealed class AccessLog(Store store)
{
    private const int TextLengthMax = 300;

    /// <summary>Nothing is written when there is nobody whose data is shown.</summary>
    public async Task NoteAsync(Tenant tenant, Actor actor, Access access, CancellationToken ct)
    {
        if (access.Items.Count == 0 || access.Subjects is { Count: 0 })
        {
            return;
        }
        await store.CommandAsync<Done>(tenant, actor, work => AddAsync(work, access, ct), ct);
    }

    private static async Task<Outcome<Done>> AddAsync(Work work, Access access, CancellationToken ct)
    {
        // Each record is chained to the one before: one at a time for a tenant.
        await TenantLock.TakeAsync(work, nameof(AccessRecord), ct);
        var last = await work.Db.Set<AccessRecord>().OrderByDescending(row => row.Number).Select(row => new { row.Number, row.Hash }).FirstOrDefaultAsync(ct);
        var record = new AccessRecord
        {
            MerchantId = work.Tenant.Merchant,
            Mode = work.Tenant.Mode,
            Number = (last?.Number ?? 0) + 1,
            // As precise as both databases keep it.
            At = new DateTimeOffset(work.RealNow.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero),
            ActorKind = work.Actor.Kind,
            ActorId = work.Actor.Id,
            NetworkAddress = Cut(access.NetworkAddress),
            Operation = Cut(access.Operation),
            Target = Cut(access.Target),
            Items = [.. access.Items.Distinct().Order()],
            Subjects = string.Concat((access.Subjects ?? []).Take(AccessRecord.SubjectsMax).Select(AccessRecord.Line)),
            SubjectCount = access.Subjects?.Count,
        };
        record.Hash = record.HashAfter(last?.Hash);
        work.Db.Add(record);
        return new Done();
    }

    private static string Cut(string text) => text.Length <= TextLengthMax ? text : text[..(char.IsHighSurrogate(text[TextLengthMax - 1]) ? TextLengthMax - 1 : TextLengthMax)];
}
