using System.ComponentModel;
using System.Diagnostics;

namespace Jeongsan.Etax.Tests;

/// <summary>Runs the openssl command line.</summary>
internal static class OpenSsl
{
    public static void Run(params IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"openssl {string.Join(' ', arguments)}: {errors} {output.GetAwaiter().GetResult()}");
        }
        catch (Win32Exception)
        {
            Assert.Fail("These tests compare with OpenSSL. Install the package openssl.");
            throw;
        }
    }
}
