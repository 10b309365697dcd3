using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Jeongsan.Etax.Tests;

/// <summary>What another program reads out of a PDF.</summary>
internal static class PdfText
{
    public static string Of(string file)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-raw", file, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return text;
        }
        catch (Win32Exception)
        {
            Assert.Fail("This test reads PDFs with pdftotext. Install the package poppler-utils.");
            throw;
        }
    }
}
