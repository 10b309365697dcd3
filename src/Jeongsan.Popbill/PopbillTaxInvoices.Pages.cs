namespace Jeongsan.Popbill;

/// <summary>A page that shows one invoice.</summary>
public enum InvoicePage
{
    /// <summary>With buttons to act.</summary>
    Popup,

    /// <summary>Without menus.</summary>
    View,
    Print,

    /// <summary>The print form as it was before 2019.</summary>
    PrintOld,

    /// <summary>The recipient's print form.</summary>
    RecipientPrint,

    /// <summary>As linked from the mail to the recipient; never dies.</summary>
    Mail,
    Pdf,
}

/// <summary>A list of invoices on Popbill's web site.</summary>
public enum InvoiceBox
{
    Drafts,
    Sales,
    Purchases,
    SalesWaiting,
    PurchasesWaiting,

    /// <summary>The form for a new invoice.</summary>
    Write,
}

/// <summary>Addresses of pages.</summary>
public sealed partial class PopbillTaxInvoices
{
    /// <summary>A page that shows the invoice; all but <see cref="InvoicePage.Mail"/> must be opened within 30 seconds.</summary>
    public Task<Uri> PageAsync(string corpNum, InvoiceSide side, string key, InvoicePage page, CancellationToken ct) => PageAsync(corpNum, side, key, Code(page), ct);

    /// <summary>A page that shows the invoice. <paramref name="target"/>: POPUP, VIEW, PRINT, PRINTOLD, EPRINT, MAIL or PDF; all but MAIL die after 30 seconds.</summary>
    public async Task<Uri> PageAsync(string corpNum, InvoiceSide side, string key, string target, CancellationToken ct) =>
        new((await _client.GetAsync<PopbillUrl>(corpNum, $"{Path(side, key)}?TG={Uri.EscapeDataString(target)}", ct)).Url);

    /// <summary>One page that prints up to 100 invoices.</summary>
    public async Task<Uri> MassPrintPageAsync(string corpNum, InvoiceSide side, IReadOnlyList<string> keys, CancellationToken ct)
    {
        PopbillLimits.Count("mgtKeyList", keys, PopbillLimits.MassPrintCountMax);
        foreach (var key in keys) PopbillLimits.Key("mgtKeyList", key);
        return new((await _client.PostAsync<PopbillUrl>(corpNum, $"/Taxinvoice/{Code(side)}?Print", null, keys, ct)).Url);
    }

    public async Task<Uri> BoxPageAsync(string corpNum, InvoiceBox box, CancellationToken ct) =>
        new((await _client.GetAsync<PopbillUrl>(corpNum, $"/Taxinvoice?TG={Code(box)}", ct)).Url);

    private static string Code(InvoicePage page) => page switch
    {
        InvoicePage.Popup => "POPUP",
        InvoicePage.View => "VIEW",
        InvoicePage.Print => "PRINT",
        InvoicePage.PrintOld => "PRINTOLD",
        InvoicePage.RecipientPrint => "EPRINT",
        InvoicePage.Mail => "MAIL",
        InvoicePage.Pdf => "PDF",
        _ => throw new ArgumentOutOfRangeException(nameof(page)),
    };

    private static string Code(InvoiceBox box) => box switch
    {
        InvoiceBox.Drafts => "TBOX",
        InvoiceBox.Sales => "SBOX",
        InvoiceBox.Purchases => "PBOX",
        InvoiceBox.SalesWaiting => "SWBOX",
        InvoiceBox.PurchasesWaiting => "PWBOX",
        InvoiceBox.Write => "WRITE",
        _ => throw new ArgumentOutOfRangeException(nameof(box)),
    };
}
