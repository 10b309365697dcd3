using System.ComponentModel;
using System.Diagnostics;

namespace Jeongsan.Etax.Tests;

/// <summary>Runs the small Java programs beside the tests: the JDK's XML signatures are what the National Tax Service's side behaves like.</summary>
internal static class JdkJudge
{
    public sealed record Verdict(bool IsValid, string DigestInputSha256);

    public static IReadOnlyList<Verdict> Verify(params IEnumerable<string> files) =>
        [.. Run("Verify.java", files).Select(line => line.Split(' ')).Select(parts => new Verdict(parts[0] == "valid", parts[1]))];

    public static void Sign(string pfx, string password, params IEnumerable<string> inAndOut) => Run("Sign.java", [pfx, password, .. inAndOut]);

    private static string[] Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("java") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Vectors.PathOf("judge", program));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var java = Process.Start(start)!;
            var errors = java.StandardError.ReadToEndAsync();
            var output = java.StandardOutput.ReadToEnd();
            java.WaitForExit();
            Assert.True(java.ExitCode == 0, $"java {program} failed: {errors.GetAwaiter().GetResult()}");
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Win32Exception)
        {
            Assert.Fail("These tests need the JDK as their judge. Install the package openjdk-17-jdk-headless (or any JDK from 17 on, with java on the path).");
            throw;
        }
    }
}
