namespace Jeongsan.TestKit;

/// <summary>The checkout that the running test was built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Release or Debug: the built server that a test starts is of the same kind as the test.</summary>
    public static string Configuration { get; } =
        new DirectoryInfo(AppContext.BaseDirectory).Parent?.Name is "Debug" ? "Debug" : "Release";

    /// <summary>The built server's assembly, started by <c>dotnet</c>. It is found, not referenced, so that a test sees what a user runs.</summary>
    public static string ServerAssembly
    {
        get
        {
            var path = Path.Combine(Root, "src", "Jeongsan.Server", "bin", Configuration, "net10.0", "Jeongsan.Server.dll");
            return File.Exists(path)
                ? path
                : throw new FileNotFoundException(
                    $"The server is not built: run 'dotnet build -c {Configuration} src/Jeongsan.Server' first.", path);
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Jeongsan.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No Jeongsan.slnx above {AppContext.BaseDirectory}.");
    }
}
