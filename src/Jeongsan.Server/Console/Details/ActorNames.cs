using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Console.Details;

/// <summary>Who did something, in a word: people of the platform by their names.</summary>
internal sealed class ActorNames
{
    private readonly IReadOnlyDictionary<string, string> _people;

    private ActorNames(IReadOnlyDictionary<string, string> people) => _people = people;

    internal static ActorNames None { get; } = new(new Dictionary<string, string>());

    /// <summary>Asks for people only where there are some among the actors.</summary>
    internal static async Task<ActorNames> ReadAsync(JeongsanContext db, MerchantId merchant, IEnumerable<ActorKind> actors) =>
        actors.Contains(ActorKind.Person)
            ? new ActorNames(await db.Set<Person>().Where(person => person.MerchantId == merchant).ToDictionaryAsync(person => person.Id.Value, person => person.Name))
            : None;

    internal string Of(ActorKind kind, string id) => kind switch
    {
        ActorKind.System => "자동",
        ActorKind.ApiSecret => "API",
        ActorKind.Person => _people.GetValueOrDefault(id, "사람"),
        ActorKind.Supplier => "공급자",
        ActorKind.Agency => "팝빌",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
