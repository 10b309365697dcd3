using System.Formats.Asn1;

namespace Jeongsan.Etax.Transmission;

/// <summary>One document of a package.</summary>
/// <param name="SignerRandomValue">The R value of the signer's key (<see cref="IEtaxSigningKey.RandomValue"/>).</param>
/// <param name="TaxInvoice">The signed XML.</param>
public sealed record PackagedInvoice(ReadOnlyMemory<byte> SignerRandomValue, ReadOnlyMemory<byte> TaxInvoice);

/// <summary>The standard's TaxInvoicePackage: 1 to 100 signed documents with their signers' R values, in DER.</summary>
public static class TaxInvoicePackage
{
    /// <exception cref="ArgumentException">Not 1 to 100 documents, an empty or oversized one, or an empty R value.</exception>
    public static byte[] Encode(IReadOnlyList<PackagedInvoice> invoices)
    {
        ArgumentNullException.ThrowIfNull(invoices);
        if (invoices.Count is 0 or > TransmissionLimits.PackageCountMax) throw new ArgumentException("A package holds 1 to 100 documents.", nameof(invoices));
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(invoices.Count);
            // DER sorts the members of a SET OF by their encoding: the writer does it.
            using (writer.PushSetOf())
                foreach (var invoice in invoices) Encode(writer, invoice);
        }
        var package = writer.Encode();
        if (package.Length > TransmissionLimits.PackageSizeMax) throw new ArgumentException("The package is larger than the gateway accepts: split it.", nameof(invoices));
        return package;
    }

    /// <summary>Everything that is not such a package byte for byte is refused.</summary>
    public static TransmissionReading<IReadOnlyList<PackagedInvoice>> Decode(ReadOnlyMemory<byte> der) => TransmissionReading<IReadOnlyList<PackagedInvoice>>.Try(() =>
    {
        if (der.Length > TransmissionLimits.PackageSizeMax) throw new TransmissionRefusedException(TransmissionRefusal.TooLarge);
        try
        {
            return Read(der);
        }
        catch (AsnContentException)
        {
            throw new TransmissionRefusedException(TransmissionRefusal.MalformedPackage);
        }
    });

    private static void Encode(AsnWriter writer, PackagedInvoice invoice)
    {
        if (invoice.SignerRandomValue.IsEmpty) throw new ArgumentException("The signer's R value is missing: without it the National Tax Service can't tell whose certificate it is.");
        if (invoice.TaxInvoice.Length is 0 or > TransmissionLimits.InvoiceSizeMax) throw new ArgumentException("A document is empty or too large.");
        using (writer.PushSequence())
        {
            writer.WriteOctetString(invoice.SignerRandomValue.Span);
            writer.WriteOctetString(invoice.TaxInvoice.Span);
        }
    }

    private static List<PackagedInvoice> Read(ReadOnlyMemory<byte> der)
    {
        var reader = new AsnReader(der, AsnEncodingRules.DER);
        var package = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        if (!package.TryReadInt32(out var count) || count is < 1 or > TransmissionLimits.PackageCountMax) throw new TransmissionRefusedException(TransmissionRefusal.WrongCount);
        var set = package.ReadSetOf();
        package.ThrowIfNotEmpty();
        var invoices = new List<PackagedInvoice>(count);
        while (set.HasData)
        {
            if (invoices.Count == count) throw new TransmissionRefusedException(TransmissionRefusal.WrongCount);
            var item = set.ReadSequence();
            var invoice = new PackagedInvoice(item.ReadOctetString(), item.ReadOctetString());
            item.ThrowIfNotEmpty();
            if (invoice.TaxInvoice.Length > TransmissionLimits.InvoiceSizeMax) throw new TransmissionRefusedException(TransmissionRefusal.TooLarge);
            invoices.Add(invoice);
        }
        return invoices.Count == count ? invoices : throw new TransmissionRefusedException(TransmissionRefusal.WrongCount);
    }
}
