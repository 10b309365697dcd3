namespace Jeongsan.Domain.Foundation;

/// <summary>Who did something, for history rows and the access log. Never a person's name: the name is looked up.</summary>
public sealed record Actor(ActorKind Kind, string Id)
{
    public static Actor System { get; } = new(ActorKind.System, "system");

    public override string ToString() => $"{Kind}:{Id}";
}

public enum ActorKind
{
    /// <summary>The product itself: schedules, outbox handlers.</summary>
    System,

    /// <summary>A program of the platform with its API secret; the id names the secret, not its value.</summary>
    ApiSecret,

    /// <summary>A person signed in to the console.</summary>
    Person,

    /// <summary>A partner who came by the link of a mail; the id is the partner's.</summary>
    Supplier,

    /// <summary>The ASP (Popbill), by a call-back or an answer.</summary>
    Agency,
}
