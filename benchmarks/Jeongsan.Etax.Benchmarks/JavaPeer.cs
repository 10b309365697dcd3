using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Jeongsan.Etax.Benchmarks;

/// <summary>What the field usually does, measured by a Java program of its own: <c>peer/DomSigner.java</c>.</summary>
internal sealed record JavaPeer(double SignedPerSecond, double BareSignaturesPerSecond, double VerifiedPerSecond)
{
    /// <summary>Null, after a word on why, when there is no Java; throws when its document is not the one that we build.</summary>
    public static JavaPeer? Run(int lineCount, double seconds)
    {
        var folder = Directory.CreateTempSubdirectory("jeongsan-peer-").FullName;
        try
        {
            var (key, document) = (Path.Combine(folder, "key.p12"), Path.Combine(folder, "peer.xml"));
            File.WriteAllBytes(key, Documents.Certificate.Pfx.ToArray());
            var start = new ProcessStartInfo("java") { RedirectStandardOutput = true };
            foreach (var argument in (string[])["-XX:ActiveProcessorCount=1", Path.Combine(AppContext.BaseDirectory, "peer", "DomSigner.java"), key, TestCertificate.Password])
                start.ArgumentList.Add(argument);
            start.ArgumentList.Add(lineCount.ToString(CultureInfo.InvariantCulture));
            start.ArgumentList.Add(seconds.ToString(CultureInfo.InvariantCulture));
            start.ArgumentList.Add(document);
            using var java = Process.Start(start)!;
            var figures = java.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            java.WaitForExit();
            if (java.ExitCode != 0) throw new InvalidOperationException("The Java program failed.");
            if (EtaxVerifier.Verify(File.ReadAllBytes(document)).Invoice != Documents.Create(lineCount)) throw new InvalidOperationException("The Java program did another job than we.");
            return new(Number(figures[0]), Number(figures[1]), Number(figures[2]));
        }
        catch (Win32Exception)
        {
            Console.WriteLine("No Java on the path: nothing to compare with.");
            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
