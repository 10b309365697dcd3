using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.People;

/// <summary>Every way in which giving and taking access says no.</summary>
public abstract record AccessRefusal : Refusal
{
    private AccessRefusal()
    {
    }

    /// <summary>The one who asks may not manage access, or not any more.</summary>
    public sealed record NotAllowed : AccessRefusal;

    /// <summary>Somebody else changes one's own role or access.</summary>
    public sealed record Oneself : AccessRefusal;

    /// <summary>Only owners make owners and change what owners are.</summary>
    public sealed record OwnersOnly : AccessRefusal;

    /// <summary>Already what was asked for: deactivated, active, or without a second factor.</summary>
    public sealed record NothingToDo : AccessRefusal;

    public sealed record NameMissing(int LengthMax) : AccessRefusal;

    public sealed record EmailMalformed : AccessRefusal;

    public sealed record TooManySecrets(int CountMax) : AccessRefusal;
}
