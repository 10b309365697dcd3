using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Accesses;

/// <summary>Which access records are asked for; null and empty mean any.</summary>
/// <param name="Partner">Whose data were shown, also under the business number on an invoice.</param>
/// <param name="ActorId">Of a person, or the name of an API secret.</param>
/// <param name="From">Included.</param>
/// <param name="Until">Not included.</param>
public sealed record AccessFilter(PartnerId? Partner = null, string? ActorId = null, string? Operation = null, DateTimeOffset? From = null, DateTimeOffset? Until = null);

/// <summary>Looks into the access log.</summary>
public static class FindAccesses
{
    public static async Task<IQueryable<AccessRecord>> In(JeongsanContext db, AccessFilter filter, CancellationToken ct)
    {
        IQueryable<AccessRecord> records = db.Set<AccessRecord>();
        if (filter.Partner is { } partner)
        {
            var number = (await db.Set<Partner>().SingleOrDefaultAsync(row => row.Id == partner, ct))?.BusinessRegistrationNumber;
            var asPartner = $"\n{AccessRecord.Line(DataSubject.Of(partner))}";
            var asCompany = number is { } own ? $"\n{AccessRecord.Line(DataSubject.Of(own))}" : asPartner;
            records = records.Where(record => ("\n" + record.Subjects).Contains(asPartner) || ("\n" + record.Subjects).Contains(asCompany));
        }
        if (!string.IsNullOrEmpty(filter.ActorId))
        {
            records = records.Where(record => record.ActorId == filter.ActorId);
        }
        if (!string.IsNullOrEmpty(filter.Operation))
        {
            records = records.Where(record => record.Operation == filter.Operation);
        }
        if (filter.From is { } from)
        {
            records = records.Where(record => record.At >= from);
        }
        if (filter.Until is { } until)
        {
            records = records.Where(record => record.At < until);
        }
        return records;
    }
}
