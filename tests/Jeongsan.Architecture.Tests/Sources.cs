using System.Runtime.CompilerServices;

namespace Jeongsan.Architecture.Tests;

/// <summary>A source file of ours, without what a machine wrote.</summary>
/// <param name="Path">From the repository's root, with '/'.</param>
/// <param name="Code">Its lines with comments and the insides of strings blanked, so that a word in a text is not taken for code.</param>
internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines, IReadOnlyList<string> Code)
{
    public string Project => Path.Split('/')[1];

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    /// <summary>"path:line: text" of every line of code that the condition names.</summary>
    public IEnumerable<string> Find(Func<string, bool> isFound) =>
        Code.Index().Where(line => isFound(line.Item)).Select(line => $"{Path}:{line.Index + 1}: {Lines[line.Index].Trim()}");
}

/// <summary>Every C# file under src and tests, found on disk.</summary>
internal static class Sources
{
    private static readonly string[] Excluded = ["/obj/", "/bin/", "/Migrations/", "/node_modules/"];

    public static string Root { get; } = RootOf();

    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. new[] { "src", "tests", "tools", "benchmarks" }
            .Select(folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(path => !Excluded.Any(part => $"/{path}".Contains(part, StringComparison.Ordinal)))
            .Where(path => !path.EndsWith(".g.cs", StringComparison.Ordinal) && !path.EndsWith(".Designer.cs", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path =>
            {
                var text = File.ReadAllText(Path.Combine(Root, path)).Replace("\r\n", "\n", StringComparison.Ordinal);
                return new SourceFile(path, text.Split('\n'), CodeText.Blank(text).Split('\n'));
            }),
    ];

    public static IEnumerable<SourceFile> Product => All.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> Of(string project) => Product.Where(file => file.Project == project);

    private static string RootOf([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
