using System.Text;

namespace Jeongsan.Etax;

/// <summary>The names of the standard's elements, found by their bytes, so that reading makes no string for a name.</summary>
internal static class EtaxXmlNames
{
    private const int PlaceCount = 512;

    private static readonly string[] All =
    [
        "TaxInvoice", "ExchangedDocument", "ID", "IssueDateTime", "ReferencedDocument", "TaxInvoiceDocument", "IssueID", "TypeCode", "DescriptionText",
        "AmendmentStatusCode", "PurposeCode", "OriginalIssueID", "ReferencedImportDocument", "ItemQuantity", "AcceptablePeriod", "StartDateTime",
        "EndDateTime", "TaxInvoiceTradeSettlement", "InvoicerParty", "InvoiceeParty", "BrokerParty", "NameText", "ClassificationCode",
        "SpecifiedOrganization", "TaxRegistrationID", "BusinessTypeCode", "SpecifiedPerson", "DefinedContact", "PrimaryDefinedContact",
        "SecondaryDefinedContact", "DepartmentNameText", "PersonNameText", "TelephoneCommunication", "URICommunication", "SpecifiedAddress", "LineOneText",
        "SpecifiedPaymentMeans", "PaidAmount", "SpecifiedMonetarySummation", "ChargeTotalAmount", "TaxTotalAmount", "GrandTotalAmount",
        "TaxInvoiceTradeLineItem", "SequenceNumeric", "InvoiceAmount", "ChargeableUnitQuantity", "InformationText", "PurchaseExpiryDateTime", "TotalTax",
        "CalculatedAmount", "UnitPrice", "UnitAmount", "Signature", "SignedInfo", "CanonicalizationMethod", "SignatureMethod", "Reference", "Transforms",
        "Transform", "XPath", "DigestMethod", "DigestValue", "SignatureValue", "KeyInfo", "X509Data", "X509Certificate",
    ];

    // A name stands at the place of its hash, or at the next free one.
    private static readonly (byte[] Bytes, string Name)[] Places = Placed();

    /// <summary>Null when the standard has no such name.</summary>
    public static string? Find(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty) return null;
        for (var place = PlaceOf(name); Places[place].Name is { } known; place = (place + 1) % PlaceCount)
            if (name.SequenceEqual(Places[place].Bytes)) return known;
        return null;
    }

    private static (byte[] Bytes, string Name)[] Placed()
    {
        var places = new (byte[], string Name)[PlaceCount];
        foreach (var name in All)
        {
            var bytes = Encoding.ASCII.GetBytes(name);
            var place = PlaceOf(bytes);
            while (places[place].Name is not null) place = (place + 1) % PlaceCount;
            places[place] = (bytes, name);
        }
        return places;
    }

    private static int PlaceOf(ReadOnlySpan<byte> name) => (name.Length * 37 + name[0] * 5 + name[name.Length / 2] * 11 + name[^1] * 3) % PlaceCount;
}
