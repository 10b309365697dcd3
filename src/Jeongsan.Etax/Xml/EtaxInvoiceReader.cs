namespace Jeongsan.Etax;

/// <summary>An invoice that was read, or the reason why not. Exactly one of <see cref="Invoice"/> and <see cref="Refusal"/> is set.</summary>
public sealed record EtaxReading
{
    public EtaxInvoice? Invoice { get; init; }

    public EtaxRefusal? Refusal { get; init; }

    /// <summary>The refusal in one Korean sentence; empty when the document was read.</summary>
    public string Message { get; init; } = "";

    /// <summary>Whether a ds:Signature stands in the document; says nothing about its validity.</summary>
    public bool HasSignature { get; init; }
}

/// <summary>Reads the standard's XML, signed or not, of any issuer. Hostile input is refused: see <see cref="EtaxRefusal"/>.</summary>
/// <remarks>What <see cref="EtaxInvoiceWriter"/> writes is read back as an equal model. Elements without a value count as left out.</remarks>
public static class EtaxInvoiceReader
{
    /// <summary>Does not check the signature (see <see cref="EtaxVerifier"/>), nor the rules of <see cref="EtaxInvoiceChecks"/>.</summary>
    public static EtaxReading Read(ReadOnlyMemory<byte> xml)
    {
        try
        {
            var document = EtaxXmlDocument.Parse(xml);
            return new EtaxReading { Invoice = EtaxXmlMapping.ToInvoice(document.Root), HasSignature = document.Signature is not null };
        }
        catch (EtaxRefusedException refused)
        {
            return new EtaxReading { Refusal = refused.Reason, Message = refused.Message };
        }
    }
}
