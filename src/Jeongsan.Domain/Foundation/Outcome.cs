using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Jeongsan.Domain.Foundation;

/// <summary>
/// An expected "no". Each capability has its own closed set of these (an abstract record with a private
/// constructor and sealed nested records), so that a reader finds every way in which it can say no in one file.
/// </summary>
public abstract record Refusal
{
    /// <summary>The stable name of the reason: the record's own name, for logs, tests and the API's mapping.</summary>
    public string Reason => GetType().Name;
}

/// <summary>Either the value of a command that was carried out, or the refusal that left everything as it was.</summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    /// <summary>Why it was refused; null when it was carried out.</summary>
    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => Refusal is not null;

    /// <summary>The value. Asking a refused outcome for it is a bug of the caller.</summary>
    public T Value => Refusal is null ? _value! : throw new UnreachableException($"Refused: {Refusal}");

    [SuppressMessage("Usage", "CA2225", Justification = "Outcomes are made by returning a value or a refusal.")]
    public static implicit operator Outcome<T>(T value) => new(value, null);

    [SuppressMessage("Usage", "CA2225", Justification = "Outcomes are made by returning a value or a refusal.")]
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    /// <summary>The next step of a straight line of guards: runs only when this one was carried out.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) => Refusal is null ? next(_value!) : Refusal;
}

/// <summary>A command that has nothing to tell but that it was carried out.</summary>
public readonly record struct Done;
