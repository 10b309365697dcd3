using System.Globalization;
using Jeongsan.Etax;
using Jeongsan.Etax.Pdf;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

/// <summary>The lawful form of an invoice, to print: blue for the recipient, red for everybody else.</summary>
internal static class InvoicePdf
{
    public static byte[] Of(Invoice invoice, string reader) => TaxInvoicePdf.RenderPdf(Document(invoice), Copy(invoice, reader));

    public static IReadOnlyList<string> Svg(Invoice invoice, string reader) => TaxInvoiceForm.RenderSvg(Document(invoice), Copy(invoice, reader));

    private static FormCopy Copy(Invoice invoice, string reader) => reader == invoice.Form.InvoiceeCorpNum ? FormCopy.Recipient : FormCopy.Supplier;

    private static EtaxInvoice Document(Invoice invoice)
    {
        var isIssued = DateTime.TryParseExact(invoice.Facts.IssueDT, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
        return InvoiceDocument.Of(invoice, invoice.Facts.NtsConfirmNum, isIssued ? new DateTimeOffset(local, TimeSpan.FromHours(9)) : null);
    }
}
