using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.Storage;

/// <summary>What only the database can tell: whether a thing is there. The subject is the capability's own name, e.g. <c>Contract</c>.</summary>
public abstract record StoredRefusal : Refusal
{
    private StoredRefusal()
    {
    }

    public sealed record NotFound(string Subject, string Id) : StoredRefusal;

    /// <summary>Ids given by the caller are kept; each can be used once.</summary>
    public sealed record AlreadyExists(string Subject, string Id) : StoredRefusal;

    /// <summary>An id that the caller chose and that can't be kept.</summary>
    public sealed record IdNotUsable(string Subject, string Id, int LengthMax) : StoredRefusal;
}

/// <summary>Ids that the caller may choose.</summary>
public static class CallerIds
{
    public const int LengthMax = 100;

    public static StoredRefusal? Check(string subject, string? id) =>
        id is null || (id.Length is > 0 and <= LengthMax && id.All(letter => letter > ' ' && letter != '/' && !char.IsControl(letter)))
            ? null
            : new StoredRefusal.IdNotUsable(subject, id, LengthMax);
}
