using System.ComponentModel;
using System.Diagnostics;

namespace Jeongsan.Etax.Tests;

/// <summary>Runs the small Java programs beside the tests: the JDK's XML signatures are what the National Tax Service's side behaves like.</summary>
internal static class JdkJudge
{
    private const string JarFolder = "/usr/share/java";

    private static readonly string[] SantuarioJars = ["xmlsec", "xalan2", "serializer", "woodstox-core", "stax2-api", "slf4j-api", "slf4j-nop", "commons-codec"];
    private const string SantuarioPackages = "libxml-security-java libxalan2-java libwoodstox-java libstax2-api-java libslf4j-java libcommons-codec-java";
    private static readonly string[] BouncyCastleJars = ["bcprov", "bcpkix", "bcutil"];

    public sealed record Verdict(bool IsValid, string DigestInputSha256);

    public static IReadOnlyList<Verdict> Verify(params IEnumerable<string> files) => Verdicts(Run("Verify.java", [], files));

    /// <summary>The same by Apache Santuario, the other implementation that the field uses.</summary>
    public static IReadOnlyList<Verdict> VerifyBySantuario(params IEnumerable<string> files) => Verdicts(Run("VerifySantuario.java", ClassPath(SantuarioJars, SantuarioPackages), files));

    public static void Sign(string pfx, string password, params IEnumerable<string> inAndOut) => Run("Sign.java", [], [pfx, password, .. inAndOut]);

    public static void SignBySantuario(string pfx, string password, params IEnumerable<string> inAndOut) =>
        Run("SignSantuario.java", ClassPath(SantuarioJars, SantuarioPackages), [pfx, password, .. inAndOut]);

    /// <summary>Opens an envelope with Bouncy Castle for Java and seals its content anew.</summary>
    public static void OpenCms(string certificate, string key, string sealedFile, string opened, string sealedAgain) =>
        Run("OpenCms.java", ClassPath(BouncyCastleJars, "libbcprov-java libbcpkix-java"), [certificate, key, sealedFile, opened, sealedAgain]);

    private static IReadOnlyList<Verdict> Verdicts(string[] lines) => [.. lines.Select(line => line.Split(' ')).Select(parts => new Verdict(parts[0] == "valid", parts[1]))];

    private static string[] ClassPath(string[] jars, string packages)
    {
        var files = jars.Select(jar => Path.Combine(JarFolder, jar + ".jar")).ToList();
        if (!files.All(File.Exists))
            Assert.Fail($"{string.Join(", ", files.Where(file => !File.Exists(file)))} missing: this test needs a second judge. Install the packages {packages}.");
        return ["--class-path", string.Join(':', files)];
    }

    private static string[] Run(string program, string[] options, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("java") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var option in options) start.ArgumentList.Add(option);
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
