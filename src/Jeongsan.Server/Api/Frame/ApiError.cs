using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Jeongsan.Server.Api;

/// <summary>What the API answers when it says no. The set of types is closed: each is a sealed record with its <see cref="ErrorTypeAttribute"/>.</summary>
internal abstract record ApiError
{
    private static readonly ConcurrentDictionary<Type, ErrorTypeAttribute> Kinds = new();

    private readonly string? _message;

    /// <summary>The stable name by which clients tell errors apart.</summary>
    [JsonPropertyOrder(-2)]
    public string Type => KindOf(GetType()).Type;

    /// <summary>Korean, says the mend. The type's own sentence unless a more exact one was given.</summary>
    [JsonPropertyOrder(-1)]
    public string Message
    {
        get => _message ?? KindOf(GetType()).Message;
        init => _message = value;
    }

    [JsonIgnore]
    public int Status => KindOf(GetType()).Status;

    public static ErrorTypeAttribute KindOf(Type error) =>
        Kinds.GetOrAdd(error, type => type.GetCustomAttribute<ErrorTypeAttribute>() ?? throw new ArgumentException($"{type} has no error type", nameof(error)));
}

/// <summary>The data of an error type: its name on the wire, its HTTP status, its Korean sentence.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ErrorTypeAttribute(string type, int status, string message) : Attribute
{
    public string Type => type;

    public int Status => status;

    public string Message => message;

    /// <summary>The reference also documents these codes for the member "type"; ours always says the error's own name there.</summary>
    public Type? FormerCodes { get; init; }
}

/// <summary>The errors that one operation may answer.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OneOfAttribute(params Type[] members) : Attribute
{
    public IReadOnlyList<Type> Members => members;
}

/// <summary>Endpoint metadata: the union of errors that the operation declares.</summary>
internal sealed record RefusesMetadata(Type Union)
{
    public IReadOnlyList<Type> Members { get; } =
        Union.GetCustomAttribute<OneOfAttribute>()?.Members ?? throw new ArgumentException($"{Union} is not a union of errors", nameof(Union));
}
