using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.People;

/// <summary>Who a session belongs to, as long as nothing about the person has changed since it began.</summary>
public sealed class FindSignedInPerson(Store store)
{
    public sealed record Answer(MerchantId Merchant, PersonId Id, string Email, string Name, PersonRole Role, string SecurityStamp);

    /// <summary>Null when there is no such person any more.</summary>
    public async Task<Answer?> HandleAsync(MerchantId merchant, PersonId id, CancellationToken ct)
    {
        await using var db = store.Read(default);
        return await People.FindAsync(db, merchant, id, ct) is { } person
            ? new Answer(person.MerchantId, person.Id, person.Email, person.Name, person.Role, person.SecurityStamp)
            : null;
    }
}
