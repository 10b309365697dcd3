using System.Runtime.CompilerServices;
using System.Text;
using Jeongsan.Domain.Foundation;
using Xunit;

namespace Jeongsan.Domain.Tests.Lifecycles;

public sealed class LifecycleDocumentTests
{
    /// <summary>With JEONGSAN_WRITE_DOCS=1 the test writes the page instead of comparing it.</summary>
    [Fact]
    public void Document_Lifecycles_ShowsTheTablesThatRun()
    {
        var path = Path.Combine(RepositoryOf(), "docs", "lifecycles.md");
        if (Environment.GetEnvironmentVariable("JEONGSAN_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, Page());
        }

        Assert.Equal(Page(), File.ReadAllText(path));
    }

    private static string Page()
    {
        var page = new StringBuilder("# Life cycles\n\nDrawn from the tables in `src/Jeongsan.Domain` that decide every change of state; a test compares them.\n"
            + "To draw them again: `JEONGSAN_WRITE_DOCS=1 dotnet run --project tests/Jeongsan.Domain.Tests`.\n");
        foreach (var lifecycle in LifecycleTests.All)
        {
            page.Append("\n## ").Append(lifecycle.Name).Append("\n\n```mermaid\n").Append(LifecycleDiagram.Render(lifecycle)).Append("```\n");
        }

        return page.ToString();
    }

    private static string RepositoryOf([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
