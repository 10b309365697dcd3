using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.People;

/// <summary>Who a session belongs to, as long as nothing about the person has changed since it began.</summary>
public sealed class FindSignedInPerson(JeongsanContext db)
{
    public sealed record Answer(MerchantId Merchant, PersonId Id, string Email, string Name, PersonRole Role, string SecurityStamp);

    /// <summary>Null when there is no such person any more.</summary>
    public async Task<Answer?> HandleAsync(MerchantId merchant, PersonId id, CancellationToken ct) =>
        await db.Set<Person>().AsNoTracking()
            .Where(person => person.MerchantId == merchant && person.Id == id)
            .Select(person => new Answer(person.MerchantId, person.Id, person.Email, person.Name, person.Role, person.SecurityStamp))
            .SingleOrDefaultAsync(ct);
}
