using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Jeongsan.Etax.Pdf;

namespace Jeongsan.Etax.Benchmarks;

/// <summary>
/// The list of figures that counts, in three minutes. Each ratio comes from short slices of both sides in turn, counted in this process's processor time, so that a busy
/// machine disturbs it little; the median of the slices is printed. Rates are per second of processor time.
/// </summary>
internal static class Measure
{
    private const int Slices = 81;
    private static readonly TimeSpan SliceTime = TimeSpan.FromMilliseconds(30);
    private const double PeerSeconds = 8;

    public static void Run()
    {
        using var key = Documents.OpenKey();
        using var bare = Documents.CreateBareKey();
        var signature = bare.SignData(Documents.SomeSignedInfo, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var bulk = new EtaxBulkVerifier();
        foreach (var lineCount in (int[])[1, 99])
        {
            Line($"-- {lineCount} line(s)");
            var invoice = Documents.Create(lineCount);
            var document = EtaxSigner.Sign(invoice, key);
            void BareSign() => bare.SignData(Documents.SomeSignedInfo, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            void Sign() => EtaxSigner.Sign(Documents.Create(lineCount), key);
            void BareVerify()
            {
                SHA256.HashData(document);
                bare.VerifyData(Documents.SomeSignedInfo, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            }
            void Verify() => Check(EtaxVerifier.Verify(document));
            void VerifyInBulk() => Check(bulk.Verify(document));
            var (signRatio, signRate) = Compare(BareSign, Sign);
            Line($"build + check + sign: {signRatio:0.000} of the bare RSA-2048 signing rate ({signRate:0}/s), {Allocated(Sign):#,0} bytes allocated for a document of {document.Length:#,0} bytes");
            if (JavaPeer.Run(lineCount, PeerSeconds) is { } peer)
            {
                var again = Rate(Sign, TimeSpan.FromSeconds(2));
                Line($"  against DOM + JDK XMLDSig: {again / peer.SignedPerSecond:0.0} times as many ({peer.SignedPerSecond:0}/s there, where a bare RSA signature runs {peer.BareSignaturesPerSecond:0}/s)");
                Line($"  verifying against the same: {Rate(VerifyInBulk, TimeSpan.FromSeconds(2)) / peer.VerifiedPerSecond:0.0} times as many ({peer.VerifiedPerSecond:0}/s there, with the key at hand)");
            }
            var (oneRatio, oneRate) = Compare(BareVerify, Verify);
            Line($"verify one by one: {oneRatio:0.000} of the rate of bare RSA verification + SHA-256 ({oneRate:0}/s), {Allocated(Verify):#,0} bytes");
            var (bulkRatio, bulkRate) = Compare(BareVerify, VerifyInBulk);
            Line($"verify in bulk (certificates remembered): {bulkRatio:0.000} of it ({bulkRate:0}/s), {Allocated(VerifyInBulk):#,0} bytes");
            var pages = TaxInvoicePdf.RenderPng(invoice, FormCopy.Supplier, scale: 1).Count;
            var pdf = TaxInvoicePdf.RenderPdf(invoice, FormCopy.Supplier);
            Line($"PDF: {pages * Rate(() => TaxInvoicePdf.RenderPdf(invoice, FormCopy.Supplier), TimeSpan.FromSeconds(3)):0} pages/s, {pdf.Length:#,0} bytes for {pages} page(s)");
            Line($"SVG: {pages * Rate(() => TaxInvoiceForm.RenderSvg(invoice, FormCopy.Supplier), TimeSpan.FromSeconds(1)):0} pages/s; PNG at 96 dpi: {pages * Rate(() => TaxInvoicePdf.RenderPng(invoice, FormCopy.Supplier, scale: 1), TimeSpan.FromSeconds(2)):0} pages/s");
        }
    }

    private static void Check(EtaxVerification verification)
    {
        // The certificate as an object of the platform is made when somebody asks for it: not here.
        if (!verification.IsValid) throw new InvalidOperationException(verification.Message);
    }

    /// <summary>Rate of ours as a part of that of the bare operation, and ours a second.</summary>
    private static (double Ratio, double Rate) Compare(Action bare, Action ours)
    {
        Rate(bare, TimeSpan.FromSeconds(1));
        Rate(ours, TimeSpan.FromSeconds(1));
        var (ratios, rates) = (new List<double>(), new List<double>());
        var before = Rate(bare, SliceTime);
        for (var i = 0; i < Slices; i++)
        {
            var rate = Rate(ours, SliceTime);
            var after = Rate(bare, SliceTime);
            // Bare on both sides of ours: a slow drift of the machine cancels.
            ratios.Add(rate / ((before + after) / 2));
            rates.Add(rate);
            before = after;
        }
        return (ratios.Order().ElementAt(Slices / 2), rates.Order().ElementAt(Slices / 2));
    }

    /// <summary>How often a second of processor time, the collector's included.</summary>
    private static double Rate(Action work, TimeSpan time)
    {
        // Looking at the clock costs about a microsecond: done once in a few dozen microseconds of work it doesn't count.
        const int atOnce = 4;
        var start = Environment.CpuUsage.TotalTime;
        var count = 0;
        TimeSpan spent;
        do
        {
            for (var i = 0; i < atOnce; i++) work();
            count += atOnce;
            spent = Environment.CpuUsage.TotalTime - start;
        }
        while (spent < time);
        return count / spent.TotalSeconds;
    }

    private static long Allocated(Action work)
    {
        const int times = 100;
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < times; i++) work();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / times;
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
