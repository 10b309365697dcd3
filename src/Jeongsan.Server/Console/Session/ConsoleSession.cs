using Jeongsan.Application.People;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Server.Console.Session;

/// <summary>What the page's first answer tells the live connection: chosen by cookie, not changed before a reload.</summary>
public sealed record ConsoleStart(Mode Mode, bool IsDark, string Theme, string NetworkAddress);

/// <summary>Who looks, at whose data, in which mode. Cascades to every page.</summary>
public sealed record ConsoleSession
{
    public required Tenant Tenant { get; init; }
    public required string PlatformName { get; init; }
    public required PersonId Person { get; init; }
    public required string PersonName { get; init; }
    public required PersonRole Role { get; init; }
    public required string NetworkAddress { get; init; }
    public required string Theme { get; init; }

    public Actor Actor => new(ActorKind.Person, Person.Value);

    public bool IsTest => Tenant.Mode == Mode.Test;

    public bool May(PersonRight right) => Role.Has(right);
}
