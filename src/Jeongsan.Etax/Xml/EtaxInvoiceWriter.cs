using System.Globalization;

namespace Jeongsan.Etax;

/// <summary>Writes an invoice as the standard's XML: UTF-8, byte-exact, without whitespace and already in canonical form.</summary>
public static class EtaxInvoiceWriter
{
    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    /// <summary>The document without a signature.</summary>
    /// <exception cref="ArgumentException">A text holds a character that no XML document may hold (see <see cref="EtaxInvoiceChecks"/>).</exception>
    public static byte[] Write(EtaxInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var xml = new CanonicalText(SizeHint(invoice)).Raw(EtaxXml.RootStart);
        WriteManagementBlock(xml, invoice);
        WriteSignedPart(xml, invoice);
        var written = xml.Raw(EtaxXml.RootEnd).Written.ToArray();
        xml.ReturnBuffer();
        return written;
    }

    /// <summary>Enough for most documents without their signature.</summary>
    internal static int SizeHint(EtaxInvoice invoice) => 4096 + 512 * invoice.Lines.Count;

    internal static void WriteManagementBlock(CanonicalText xml, EtaxInvoice invoice)
    {
        xml.Open("ExchangedDocument"u8).Element("ID"u8, invoice.ManagementId);
        xml.Element("IssueDateTime"u8, invoice.IssuedAt?.ToOffset(Seoul).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture));
        if (!string.IsNullOrEmpty(invoice.ReferencedManagementId))
            xml.Open("ReferencedDocument"u8).Element("ID"u8, invoice.ReferencedManagementId).Close("ReferencedDocument"u8);
        xml.Close("ExchangedDocument"u8);
    }

    /// <summary>Everything after the signature, up to the root's end: with the prefix of <see cref="EtaxXml.DigestPrefix"/> exactly what is digested.</summary>
    internal static void WriteSignedPart(CanonicalText xml, EtaxInvoice invoice)
    {
        WriteDocument(xml, invoice);
        WriteSettlement(xml, invoice);
        for (var index = 0; index < invoice.Lines.Count; index++) WriteLine(xml, invoice.Lines[index], index + 1);
    }

    private static void WriteDocument(CanonicalText xml, EtaxInvoice invoice)
    {
        xml.Open("TaxInvoiceDocument"u8).Element("IssueID"u8, invoice.ApprovalNumber).Element("TypeCode"u8, invoice.TypeCode);
        foreach (var remark in invoice.Remarks) xml.Element("DescriptionText"u8, remark);
        xml.Element("IssueDateTime"u8, invoice.WriteDate);
        xml.Code("AmendmentStatusCode"u8, (int?)invoice.AmendmentReason);
        xml.Code("PurposeCode"u8, (int?)invoice.Purpose);
        xml.Element("OriginalIssueID"u8, invoice.OriginalApprovalNumber);
        if (invoice.ImportDeclaration is { } import) WriteImport(xml, import);
        xml.Close("TaxInvoiceDocument"u8);
    }

    private static void WriteImport(CanonicalText xml, EtaxImportDeclaration import)
    {
        xml.Open("ReferencedImportDocument"u8).Element("ID"u8, import.Id).Element("ItemQuantity"u8, import.ItemCount);
        if (import.Start is not null || import.End is not null)
        {
            xml.Open("AcceptablePeriod"u8);
            xml.Element("StartDateTime"u8, import.Start).Element("EndDateTime"u8, import.End);
            xml.Close("AcceptablePeriod"u8);
        }
        xml.Close("ReferencedImportDocument"u8);
    }

    private static void WriteSettlement(CanonicalText xml, EtaxInvoice invoice)
    {
        xml.Open("TaxInvoiceTradeSettlement"u8);
        WriteParty(xml, "InvoicerParty"u8, invoice.Supplier, isRecipient: false);
        WriteParty(xml, "InvoiceeParty"u8, invoice.Recipient, isRecipient: true);
        if (invoice.Broker is not null) WriteParty(xml, "BrokerParty"u8, invoice.Broker, isRecipient: false);
        foreach (var payment in invoice.Payments)
        {
            xml.Open("SpecifiedPaymentMeans"u8).Code("TypeCode"u8, (int)payment.Kind);
            xml.Element("PaidAmount"u8, payment.Amount).Close("SpecifiedPaymentMeans"u8);
        }
        xml.Open("SpecifiedMonetarySummation"u8).Element("ChargeTotalAmount"u8, invoice.SupplyTotal);
        xml.Element("TaxTotalAmount"u8, invoice.TaxTotal).Element("GrandTotalAmount"u8, invoice.GrandTotal);
        xml.Close("SpecifiedMonetarySummation"u8).Close("TaxInvoiceTradeSettlement"u8);
    }

    private static void WriteParty(CanonicalText xml, ReadOnlySpan<byte> name, EtaxParty party, bool isRecipient)
    {
        xml.Open(name).Element("ID"u8, party.RegistrationNumber).Element("TypeCode"u8, party.BusinessType);
        xml.Element("NameText"u8, party.CompanyName).Element("ClassificationCode"u8, party.BusinessItem);
        if (!string.IsNullOrEmpty(party.SubPlaceNumber) || party.Kind is not null)
        {
            xml.Open("SpecifiedOrganization"u8).Element("TaxRegistrationID"u8, party.SubPlaceNumber);
            xml.Code("BusinessTypeCode"u8, (int?)party.Kind).Close("SpecifiedOrganization"u8);
        }
        if (!string.IsNullOrEmpty(party.RepresentativeName))
            xml.Open("SpecifiedPerson"u8).Element("NameText"u8, party.RepresentativeName).Close("SpecifiedPerson"u8);
        WriteContact(xml, isRecipient ? "PrimaryDefinedContact"u8 : "DefinedContact"u8, party.Contact);
        if (isRecipient) WriteContact(xml, "SecondaryDefinedContact"u8, party.SecondContact);
        if (!string.IsNullOrEmpty(party.Address))
            xml.Open("SpecifiedAddress"u8).Element("LineOneText"u8, party.Address).Close("SpecifiedAddress"u8);
        xml.Close(name);
    }

    private static void WriteContact(CanonicalText xml, ReadOnlySpan<byte> name, EtaxContact? contact)
    {
        if (contact is null || contact.IsEmpty) return;
        xml.Open(name).Element("DepartmentNameText"u8, contact.Department).Element("PersonNameText"u8, contact.Name);
        xml.Element("TelephoneCommunication"u8, contact.Phone).Element("URICommunication"u8, contact.Email).Close(name);
    }

    private static void WriteLine(CanonicalText xml, EtaxLine line, int number)
    {
        xml.Open("TaxInvoiceTradeLineItem"u8).Element("SequenceNumeric"u8, number).Element("DescriptionText"u8, line.Remark);
        xml.Element("InvoiceAmount"u8, line.SupplyAmount).Element("ChargeableUnitQuantity"u8, line.Quantity?.ToString());
        xml.Element("InformationText"u8, line.Specification).Element("NameText"u8, line.Name);
        xml.Element("PurchaseExpiryDateTime"u8, line.SupplyDate);
        if (line.TaxAmount is { } tax) xml.Open("TotalTax"u8).Element("CalculatedAmount"u8, tax).Close("TotalTax"u8);
        if (line.UnitPrice is { } price) xml.Open("UnitPrice"u8).Element("UnitAmount"u8, price.ToString()).Close("UnitPrice"u8);
        xml.Close("TaxInvoiceTradeLineItem"u8);
    }
}
