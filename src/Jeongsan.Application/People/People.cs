using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.People;

/// <summary>The people of a platform in storage. Sign-in looks over all platforms; everything after it over one.</summary>
internal static class People
{
    /// <summary>The name of people in history rows.</summary>
    internal const string Subject = "Person";

    /// <summary>Null also for who was deactivated: who may not sign in is nobody to whatever signs in, confirms or looks.</summary>
    internal static Task<Person?> FindAsync(JeongsanContext db, MerchantId merchant, PersonId id, CancellationToken ct) =>
        db.Set<Person>().SingleOrDefaultAsync(person => person.MerchantId == merchant && person.Id == id && person.DeactivatedAt == null, ct);
}
