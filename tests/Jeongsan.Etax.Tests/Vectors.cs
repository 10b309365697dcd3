namespace Jeongsan.Etax.Tests;

/// <summary>Files beside the test assembly.</summary>
internal static class Vectors
{
    public static string PathOf(params string[] parts) => Path.Combine([AppContext.BaseDirectory, .. parts]);

    public static byte[] Read(params string[] parts) => File.ReadAllBytes(PathOf(["vectors", .. parts]));
}
