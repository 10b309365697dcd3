using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Jeongsan.Etax.Pdf;

namespace Jeongsan.Etax.Benchmarks;

/// <summary>Build, check and sign a document against the bare RSA-2048 signature that is in it.</summary>
[MemoryDiagnoser]
public class SigningBenchmarks : IDisposable
{
    private readonly SignerCertificate key = Documents.OpenKey();
    private readonly RSA bare = Documents.CreateBareKey();

    [Benchmark(Baseline = true)]
    public byte[] BareRsa2048Signature() => bare.SignData(Documents.SomeSignedInfo, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    [Benchmark]
    public byte[] BuildAndSignOneLine() => EtaxSigner.Sign(Documents.Create(1), key);

    [Benchmark]
    public byte[] BuildAndSign99Lines() => EtaxSigner.Sign(Documents.Create(99), key);

    public void Dispose()
    {
        key.Dispose();
        bare.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Read and verify a document against bare RSA-2048 verification and SHA-256 of a document's size.</summary>
[MemoryDiagnoser]
public class VerifyingBenchmarks : IDisposable
{
    private readonly RSA bare = Documents.CreateBareKey();
    private readonly EtaxBulkVerifier bulk = new();
    private byte[] document = [];
    private byte[] large = [];
    private byte[] signature = [];

    [GlobalSetup]
    public void SignOnce()
    {
        using var key = Documents.OpenKey();
        document = EtaxSigner.Sign(Documents.Create(1), key);
        large = EtaxSigner.Sign(Documents.Create(99), key);
        signature = bare.SignData(Documents.SomeSignedInfo, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    [Benchmark(Baseline = true)]
    public bool BareRsa2048VerificationAndHash() =>
        SHA256.HashData(document).Length == 32 && bare.VerifyData(Documents.SomeSignedInfo, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    [Benchmark]
    public bool VerifyOneLine() => Verify(document);

    [Benchmark]
    public bool Verify99Lines() => Verify(large);

    [Benchmark]
    public bool VerifyOneLineInBulk() => bulk.Verify(document).IsValid;

    [Benchmark]
    public bool Verify99LinesInBulk() => bulk.Verify(large).IsValid;

    public void Dispose()
    {
        bulk.Dispose();
        bare.Dispose();
        GC.SuppressFinalize(this);
    }

    private static bool Verify(byte[] xml) => EtaxVerifier.Verify(xml).IsValid;
}

/// <summary>Pages of the lawful form.</summary>
[MemoryDiagnoser]
public class FormBenchmarks
{
    private readonly EtaxInvoice invoice = Documents.Create(1);

    [Benchmark]
    public string SvgPage() => TaxInvoiceForm.RenderSvg(invoice, FormCopy.Supplier)[0];

    [Benchmark]
    public byte[] PdfPage() => TaxInvoicePdf.RenderPdf(invoice, FormCopy.Supplier);

    [Benchmark]
    public byte[] PngPage() => TaxInvoicePdf.RenderPng(invoice, FormCopy.Supplier, scale: 1)[0];
}
