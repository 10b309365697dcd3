namespace Jeongsan.TestKit;

/// <summary>A folder of one test; gone with its content when disposed.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("jeongsan-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
