using System.Globalization;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api;

namespace Jeongsan.Server.Console.TaxInvoices;

/// <summary>What a person writes into the lawful form. Amounts stay as typed; what is wrong is said beside its field.</summary>
public sealed class InvoiceForm
{
    /// <summary>Names of fields, by which a problem finds its place.</summary>
    public const string SupplierField = "supplier", WriteDateField = "writeDate", LinesField = "lines", EmailField = "email", RemarksField = "remarks";

    public InvoiceForm(DateOnly writeDate) => WriteDate = writeDate;

    /// <summary>Begins with what another invoice says.</summary>
    public InvoiceForm(TaxInvoiceContent content)
    {
        (WriteDate, Taxation, Purpose, Supplier) = (content.WriteDate, content.Taxation, content.Purpose, content.Supplier);
        Email = content.Supplier.Contact?.Email ?? "";
        Lines = [.. content.Items.Select(item => new InvoiceLine(item, content.WriteDate))];
        Remarks = [.. content.Remarks.Concat(Enumerable.Repeat("", TaxInvoiceLimits.RemarkCountMax)).Take(TaxInvoiceLimits.RemarkCountMax)];
        if (Lines.Count == 0)
            Lines.Add(new InvoiceLine());
    }

    /// <summary>Null until one was chosen.</summary>
    public TaxInvoiceParty? Supplier { get; private set; }

    public DateOnly? WriteDate { get; set; }

    public TaxInvoiceTaxation Taxation { get; private set; }

    public TaxInvoicePurpose Purpose { get; set; } = TaxInvoicePurpose.Invoice;

    /// <summary>Where the request for approval goes.</summary>
    public string Email { get; set; } = "";

    public string[] Remarks { get; } = ["", "", ""];

    public List<InvoiceLine> Lines { get; } = [new()];

    public bool HasTax => Taxation == TaxInvoiceTaxation.Taxable;

    /// <summary>Field → what is wrong with it, in Korean.</summary>
    public Dictionary<string, string> Problems { get; } = new(StringComparer.Ordinal);

    public Won Supply => Lines.Select(line => line.SupplyAmount).OfType<Won>().Total();

    public Won Tax => HasTax ? Lines.Select(line => line.TaxAmount).OfType<Won>().Total() : Won.Zero;

    public Won Total => Supply + Tax;

    public string? Problem(string field) => Problems.GetValueOrDefault(field);

    public static string FieldOf(int line, string part) => string.Create(CultureInfo.InvariantCulture, $"line-{line}-{part}");

    public void Choose(TaxInvoiceParty supplier)
    {
        (Supplier, Email) = (supplier, supplier.Contact?.Email ?? "");
        Problems.Remove(SupplierField);
    }

    public void Forget() => (Supplier, Email) = (null, "");

    public void TaxAs(TaxInvoiceTaxation taxation)
    {
        Taxation = taxation;
        foreach (var line in Lines)
            line.Reckon(HasTax);
    }

    /// <summary>Says what is wrong beside its field; true when nothing is.</summary>
    public bool Check()
    {
        Problems.Clear();
        if (Supplier is null)
            Problems[SupplierField] = "공급자를 골라 주세요.";
        else if (!MailAddresses.IsUsable(Email.Trim()))
            Problems[EmailField] = "승인 요청을 받을 이메일 주소를 하나만 적어 주세요.";
        if (WriteDate is null)
            Problems[WriteDateField] = "작성일자를 적어 주세요.";
        if (Lines.TrueForAll(line => line.IsEmpty))
            Problems[LinesField] = "품목을 한 줄 이상 적어 주세요.";
        foreach (var (index, line) in Lines.Index())
            foreach (var (part, problem) in line.Check(HasTax))
                Problems[FieldOf(index, part)] = problem;
        if (Remarks.Any(remark => remark.Trim().Length > TaxInvoiceLimits.RemarkLengthMax))
            Problems[RemarksField] = $"비고는 한 줄에 {TaxInvoiceLimits.RemarkLengthMax}자까지 적을 수 있어요.";
        return Problems.Count == 0;
    }

    /// <summary>A refusal of the command, beside the field that it is about; false when no field has it.</summary>
    public bool Show(Refusal refusal)
    {
        var field = refusal switch
        {
            WritingRefusal.SupplierNotFound or WritingRefusal.CounterpartyNotFound or TaxInvoiceRefusal.SupplierNotConnected or TaxInvoiceRefusal.SupplierIsRecipient or TaxInvoiceRefusal.BrnInvalid => SupplierField,
            TaxInvoiceRefusal.FieldMissing(var name) when name.StartsWith("supplier", StringComparison.Ordinal) => SupplierField,
            TaxInvoiceRefusal.FieldTooLong(var name, _, _) when name.StartsWith("items", StringComparison.Ordinal) => LinesField,
            TaxInvoiceRefusal.ItemsMismatched or TaxInvoiceRefusal.TooMany { Field: "items" } => LinesField,
            _ => null,
        };
        if (field is not null)
            Problems[field] = TaxInvoiceWords.Of(refusal);
        return field is not null;
    }

    /// <summary>Only after <see cref="Check"/> said yes.</summary>
    /// <param name="recipient">Our own company's side.</param>
    public TaxInvoiceContent Content(TaxInvoiceParty recipient) => new()
    {
        Taxation = Taxation,
        Issuance = TaxInvoiceIssuance.Reverse,
        Purpose = Purpose,
        WriteDate = WriteDate!.Value,
        TotalSupply = Supply,
        TotalTax = Tax,
        TotalAmount = Total,
        Supplier = Supplier! with { Contact = Supplier.Contact is { } contact ? contact with { Email = Email.Trim() } : new TaxInvoiceContact(null, null, null, null, Email.Trim()) },
        Recipient = recipient,
        Remarks = [.. Remarks.Select(remark => remark.Trim()).Where(remark => remark.Length > 0)],
        Items = [.. Lines.Where(line => !line.IsEmpty).Select(line => line.Item(WriteDate.Value, HasTax))],
    };
}
