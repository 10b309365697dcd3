using System.Text;

namespace Jeongsan.Domain.Foundation;

/// <summary>Draws a life cycle as a Mermaid state diagram, so that the documents show the table that runs.</summary>
public static class LifecycleDiagram
{
    public static string Render(ILifecycle lifecycle)
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var start in lifecycle.Starts)
        {
            text.Append("    [*] --> ").Append(start).Append('\n');
        }

        foreach (var row in lifecycle.Rows)
        {
            text.Append("    ").Append(row.From).Append(" --> ").Append(row.To).Append(": ").Append(row.Command);
            text.Append(row.Guard is null ? "" : $" [{row.Guard}]").Append('\n');
        }

        foreach (var end in Ends(lifecycle))
        {
            text.Append("    ").Append(end).Append(" --> [*]\n");
        }

        return text.ToString();
    }

    /// <summary>States that nothing leaves.</summary>
    public static IReadOnlyList<string> Ends(ILifecycle lifecycle) =>
        [.. lifecycle.Rows.Select(row => row.To).Except(lifecycle.Rows.Select(row => row.From)).Distinct().Order(StringComparer.Ordinal)];
}
