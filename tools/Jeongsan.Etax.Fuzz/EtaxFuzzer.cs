using System.Text;
using Jeongsan.Etax.Transmission;

namespace Jeongsan.Etax.Fuzz;

/// <summary>An input that broke a promise.</summary>
internal sealed class FuzzFailureException(byte[] input, Exception inner) : Exception(inner.Message, inner)
{
    public byte[] Input { get; } = input;
}

/// <summary>A mutation fuzzer over everything that reads what strangers send. Seeded: the same seed and number of rounds do the same.</summary>
/// <remarks>An input that takes a new branch, or leads to an answer not seen before, joins the corpus of the run, so that mutations build on each other.</remarks>
internal sealed class EtaxFuzzer(int seed, Coverage coverage)
{
    private const int GrownMax = 2_000;
    private const int SizeMax = 200_000;

    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "<", ">", "/>", "</", "&", "&#0;", "&#xD800;", "&#x10FFFF;", "&lt;", "<![CDATA[", "]]>", "<!--", "-->", "<?x y?>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "xmlns=\"\"", "xmlns:ds=\"urn:x\"",
            "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">", "</ds:Signature>", "<TaxInvoice>", "<ExchangedDocument>", "</ExchangedDocument>", "<TaxInvoiceDocument>", "<ds:Object/>",
            "\uFEFF", "\u0000", "\uFFFE", "가", "\r\n", "99999999999999999999", "-0", "1e9", "20260230", "Algorithm=\"\"", "URI=\"#x\"", "--", "Content-ID: <x>", "boundary",
        }.Select(Encoding.UTF8.GetBytes),
        [0x30, 0x80], [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF], [0x04, 0x00], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x00],
    ];

    private readonly Random random = new(seed);
    private readonly HashSet<string> seen = [];
    private readonly HashSet<EtaxInvoice> signed = [];

    public long Runs { get; private set; }

    public int Answers => seen.Count;

    /// <summary>Branches that the corpus alone took.</summary>
    public int CorpusBranches { get; private set; }

    /// <summary>What joined the corpus.</summary>
    public List<byte[]> Found { get; } = [];

    /// <summary>Runs until told to stop; a failure names the seed, the run and the input.</summary>
    public void Run(IReadOnlyList<byte[]> corpus, Func<bool> goesOn)
    {
        var inputs = corpus.ToList();
        foreach (var input in corpus)
            if (EtaxVerifier.Verify(input).Invoice is { } invoice) signed.Add(WithoutManagement(invoice));
        foreach (var input in corpus) Try(input);
        CorpusBranches = coverage.BranchCount;
        while (goesOn())
        {
            var input = Mutate(inputs[random.Next(inputs.Count)], inputs);
            if (!Try(input) || Found.Count == GrownMax || input.Length >= SizeMax) continue;
            inputs.Add(input);
            Found.Add(input);
        }
    }

    /// <summary>True when the input led to somewhere new.</summary>
    private bool Try(byte[] input)
    {
        Runs++;
        try
        {
            coverage.Begin();
            var isNewAnswer = seen.Add(Answer(input));
            return coverage.End() | isNewAnswer;
        }
        catch (Exception crash)
        {
            throw new FuzzFailureException(input, crash);
        }
    }

    private string Answer(byte[] input)
    {
        var reading = EtaxInvoiceReader.Read(input);
        var verification = EtaxVerifier.Verify(input);
        using var certificate = verification.Certificate;
        if (reading.Invoice is { } invoice)
        {
            EtaxInvoiceChecks.Check(invoice);
            TaxInvoiceForm.RenderSvg(invoice, FormCopy.Supplier);
            var again = EtaxInvoiceReader.Read(EtaxInvoiceWriter.Write(invoice));
            if (again.Invoice != invoice) throw new InvalidOperationException($"Written and read again it is another invoice: {again.Message}");
        }
        if (verification.Invoice is { } verified && (verified != reading.Invoice || !signed.Contains(WithoutManagement(verified))))
            throw new InvalidOperationException("Accepted something that nobody signed.");
        // With a comment in front the platform's XML reader reads it; as it stands, perhaps the short way: see EtaxXmlScanner.
        if (reading.Invoice is not null && EtaxInvoiceReader.Read((byte[])[.. "<!---->"u8, .. input]) is var slow && slow.Invoice != reading.Invoice && !input.AsSpan().StartsWith("\uFEFF"u8) && !input.AsSpan().StartsWith("<?xml"u8))
            throw new InvalidOperationException($"Two ways of reading it differ: {slow.Message}");
        var package = TaxInvoicePackage.Decode(input);
        var message = NtsMessageReader.Read("multipart/related; boundary=\"b\"", input);
        var soap = NtsMessageReader.Read("text/xml", input);
        var results = NtsResults.Read(input);
        var opened = SignerCertificate.OpenPfx(input.AsMemory(0, Math.Min(input.Length, 5_000)), "");
        opened.Certificate?.Dispose();
        return $"{reading.Refusal} {Shape(reading.Message)} {verification.Reason} {Shape(verification.Message)} {package.Refusal} {message.Refusal} {soap.Refusal} {results.Refusal} {opened.Refusal}";
    }

    /// <summary>What the signature covers.</summary>
    private static EtaxInvoice WithoutManagement(EtaxInvoice invoice) => invoice with { ManagementId = null, ReferencedManagementId = null, IssuedAt = null };

    /// <summary>A message without its numbers: positions are no new behaviour.</summary>
    private static string Shape(string message) => string.Concat(message.Where(letter => !char.IsAsciiDigit(letter)).Take(60));

    private byte[] Mutate(byte[] input, List<byte[]> inputs)
    {
        var changed = input;
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(changed.Length + 1);
            var length = Math.Min(changed.Length - at, 1 << random.Next(10));
            var token = Tokens[random.Next(Tokens.Length)];
            var other = inputs[random.Next(inputs.Count)];
            changed = random.Next(8) switch
            {
                0 when at < changed.Length => Flip(changed, at),
                1 => [.. changed[..at], .. token, .. changed[at..]],
                2 => [.. changed[..at], .. token, .. changed[Math.Min(changed.Length, at + token.Length)..]],
                3 => [.. changed[..at], .. changed[(at + length)..]],
                4 => [.. changed[..(at + length)], .. changed[at..]],
                5 => [.. changed[..at], .. other[Math.Min(other.Length, at)..]],
                6 => SwapTags(changed),
                _ => changed[..at],
            };
            if (changed.Length > SizeMax) changed = changed[..SizeMax];
        }
        return changed;
    }

    private byte[] Flip(byte[] input, int at)
    {
        var changed = input.ToArray();
        changed[at] ^= (byte)(1 << random.Next(8));
        return changed;
    }

    /// <summary>Takes what stands between two tag starts somewhere else: elements move, double and nest.</summary>
    private byte[] SwapTags(byte[] input)
    {
        var starts = new List<int>();
        for (var i = 0; i < input.Length; i++)
            if (input[i] == '<') starts.Add(i);
        if (starts.Count < 3) return input;
        var from = random.Next(starts.Count - 1);
        var to = random.Next(from + 1, Math.Min(starts.Count, from + 6));
        var target = starts[random.Next(starts.Count)];
        return [.. input[..target], .. input[starts[from]..starts[to]], .. input[target..]];
    }
}
