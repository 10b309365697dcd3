namespace Jeongsan.Domain.Foundation;

/// <summary>A named condition on a transition; null when it holds, else why not.</summary>
public sealed record Guard<TFacts>(string Name, Func<TFacts, Refusal?> Check);

/// <summary>One row of a life cycle: in this state, this command, if the guard holds, leads to that state and is told as that event.</summary>
public sealed record Transition<TState, TCommand, TFacts>(
    TState From, TCommand Command, TState To, Guard<TFacts>? Guard = null, string? Says = null)
    where TState : struct, Enum
    where TCommand : struct, Enum;

/// <summary>What a command did, as the history row needs it.</summary>
/// <param name="Says">The event that others are told, if any.</param>
public sealed record Move(string From, string Command, string To, string? Says = null);

/// <summary>A row of any life cycle in plain text, for the drawing in the documents.</summary>
public sealed record LifecycleRow(string From, string Command, string To, string? Guard);

/// <summary>What all life cycles can tell about themselves.</summary>
public interface ILifecycle
{
    string Name { get; }
    IReadOnlyList<string> Starts { get; }
    IReadOnlyList<LifecycleRow> Rows { get; }
}

/// <summary>A state machine as a table. Pure: nothing but this decides what follows a state.</summary>
public sealed class Lifecycle<TState, TCommand, TFacts>(
    string name,
    IReadOnlyList<TState> starts,
    Func<TState, TCommand, Refusal> notAllowed,
    IReadOnlyList<Transition<TState, TCommand, TFacts>> table) : ILifecycle
    where TState : struct, Enum
    where TCommand : struct, Enum
{
    private readonly ILookup<(TState, TCommand), Transition<TState, TCommand, TFacts>> _rows =
        table.ToLookup(row => (row.From, row.Command));

    public string Name => name;

    public IReadOnlyList<Transition<TState, TCommand, TFacts>> Table => table;

    public IReadOnlyList<string> Starts => [.. starts.Select(start => start.ToString())];

    public IReadOnlyList<LifecycleRow> Rows =>
        [.. table.Select(row => new LifecycleRow(row.From.ToString(), row.Command.ToString(), row.To.ToString(), row.Guard?.Name))];

    /// <summary>True if some row starts here with this command, whatever its guard says.</summary>
    public bool Knows(TState state, TCommand command) => _rows.Contains((state, command));

    /// <summary>The first row whose guard holds; else the first guard's refusal; else "not in this state".</summary>
    public Outcome<Transition<TState, TCommand, TFacts>> Decide(TState state, TCommand command, TFacts facts)
    {
        Refusal? firstRefusal = null;
        foreach (var row in _rows[(state, command)])
        {
            if (row.Guard?.Check(facts) is not { } refusal)
            {
                return row;
            }

            firstRefusal ??= refusal;
        }

        return firstRefusal ?? notAllowed(state, command);
    }
}
