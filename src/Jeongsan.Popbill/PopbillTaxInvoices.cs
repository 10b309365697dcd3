using System.Globalization;

namespace Jeongsan.Popbill;

/// <summary>Invoices: draft, reverse-issuance request, issue, refuse, cancel, file, look up.</summary>
/// <remarks>
/// Each call names the acting company; its role in the document decides what it may do. After <see cref="PopbillOutcome.Unknown"/> call
/// <see cref="FindAsync"/> with the document key before acting again: a second identical request is refused as a used key.
/// </remarks>
public sealed class PopbillTaxInvoices
{
    private readonly PopbillClient _client;

    internal PopbillTaxInvoices(PopbillClient client) => _client = client;

    /// <summary>Stores a draft (100) of the acting company.</summary>
    public Task<PopbillResult> RegisterAsync(string corpNum, TaxinvoiceForm form, CancellationToken ct) =>
        _client.PostAsync<PopbillResult>(corpNum, "/Taxinvoice", null, form, ct);

    /// <summary>Stores and asks the supplier to issue in one step (200); the acting company is the recipient.</summary>
    public Task<PopbillResult> RequestReverseIssueAsync(string recipientCorpNum, TaxinvoiceForm form, CancellationToken ct) =>
        _client.PostAsync<PopbillResult>(recipientCorpNum, "/Taxinvoice", "REQUEST", form, ct);

    /// <summary>Stores and issues in one step (300); forward issuance and consignment only.</summary>
    public Task<TaxinvoiceIssued> RegisterAndIssueAsync(string corpNum, TaxinvoiceForm form, CancellationToken ct) =>
        _client.PostAsync<TaxinvoiceIssued>(corpNum, "/Taxinvoice", "ISSUE", form, ct);

    public Task<PopbillResult> UpdateAsync(string corpNum, InvoiceSide side, string key, TaxinvoiceForm form, CancellationToken ct) =>
        _client.PostAsync<PopbillResult>(corpNum, Path(side, key), "PATCH", form, ct);

    public Task<PopbillResult> RequestAsync(string recipientCorpNum, string key, string? memo, CancellationToken ct) =>
        ActAsync(recipientCorpNum, InvoiceSide.Recipient, key, "REQUEST", memo, ct);

    public Task<PopbillResult> CancelRequestAsync(string recipientCorpNum, string key, string? memo, CancellationToken ct) =>
        ActAsync(recipientCorpNum, InvoiceSide.Recipient, key, "CANCELREQUEST", memo, ct);

    public Task<PopbillResult> RefuseAsync(string supplierCorpNum, string key, string? memo, CancellationToken ct) =>
        ActAsync(supplierCorpNum, InvoiceSide.Supplier, key, "REFUSE", memo, ct);

    /// <summary>Signs with the certificate that Popbill keeps for the company, and issues. Late issue needs <paramref name="forceIssue"/>.</summary>
    public Task<TaxinvoiceIssued> IssueAsync(string corpNum, InvoiceSide side, string key, string? memo, bool forceIssue, CancellationToken ct) =>
        _client.PostAsync<TaxinvoiceIssued>(corpNum, Path(side, key), "ISSUE", new { memo, forceIssue }, ct);

    public Task<PopbillResult> CancelIssueAsync(string corpNum, InvoiceSide side, string key, string? memo, CancellationToken ct) =>
        ActAsync(corpNum, side, key, "CANCELISSUE", memo, ct);

    /// <summary>Files at once instead of at 15:00 of the next business day.</summary>
    public Task<PopbillResult> SendToNtsAsync(string corpNum, InvoiceSide side, string key, CancellationToken ct) =>
        _client.PostAsync<PopbillResult>(corpNum, Path(side, key), "NTS", null, ct);

    /// <summary>Frees the document key. Only the writer, only in 100, 305, 400, 500 or 600.</summary>
    public Task<PopbillResult> DeleteAsync(string corpNum, InvoiceSide side, string key, CancellationToken ct) =>
        _client.PostAsync<PopbillResult>(corpNum, Path(side, key), "DELETE", null, ct);

    /// <summary>Gives the acting company's own document key to an invoice that has none on its side.</summary>
    public Task<PopbillResult> AssignKeyAsync(string corpNum, string itemKey, InvoiceSide side, string key, CancellationToken ct) =>
        _client.PostFormAsync(corpNum, $"/Taxinvoice/{itemKey}/{Code(side)}", new() { ["MgtKey"] = key }, ct);

    /// <summary>Null when no invoice has this key: the key is free.</summary>
    public async Task<TaxinvoiceInfo?> FindAsync(string corpNum, InvoiceSide side, string key, CancellationToken ct)
    {
        try
        {
            var info = await _client.GetAsync<TaxinvoiceInfo>(corpNum, Path(side, key), ct);
            return info.ItemKey.Length == 0 ? null : info;
        }
        catch (PopbillException e) when (e.Code == PopbillCodes.NoSuchInvoice)
        {
            return null;
        }
    }

    /// <summary>At most 1,000 keys; unknown ones are left out of the answer.</summary>
    public Task<IReadOnlyList<TaxinvoiceInfo>> FindManyAsync(string corpNum, InvoiceSide side, IReadOnlyList<string> keys, CancellationToken ct) =>
        _client.PostAsync<IReadOnlyList<TaxinvoiceInfo>>(corpNum, $"/Taxinvoice/{Code(side)}", null, keys, ct);

    public Task<TaxinvoiceForm> DetailAsync(string corpNum, InvoiceSide side, string key, CancellationToken ct) =>
        _client.GetAsync<TaxinvoiceForm>(corpNum, Path(side, key) + "?Detail", ct);

    /// <summary>The signed document exactly as Popbill keeps it; text of UTF-8 XML.</summary>
    public async Task<string> XmlAsync(string corpNum, InvoiceSide side, string key, CancellationToken ct) =>
        (await _client.GetAsync<XmlAnswer>(corpNum, Path(side, key) + "?XML", ct)).RetObject;

    public Task<byte[]> PdfAsync(string corpNum, InvoiceSide side, string key, CancellationToken ct) =>
        _client.GetBytesAsync(corpNum, Path(side, key) + "?PDF", ct);

    public Task<IReadOnlyList<TaxinvoiceLog>> LogsAsync(string corpNum, InvoiceSide side, string key, CancellationToken ct) =>
        _client.GetAsync<IReadOnlyList<TaxinvoiceLog>>(corpNum, Path(side, key) + "/Logs", ct);

    public Task<TaxinvoicePage> SearchAsync(string corpNum, InvoiceSide side, TaxinvoiceSearch search, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(search);
        var query = new List<string>
        {
            $"DType={search.DType}", $"SDate={Day(search.From)}", $"EDate={Day(search.To)}",
            string.Create(CultureInfo.InvariantCulture, $"Page={search.Page}"), string.Create(CultureInfo.InvariantCulture, $"PerPage={search.PerPage}"),
        };
        if (search.States.Count > 0) query.Add("State=" + string.Join(',', search.States));
        if (search.IssueTypes.Count > 0) query.Add("IssueType=" + string.Join(',', search.IssueTypes));
        if (search.Text is { Length: > 0 } text) query.Add("QString=" + Uri.EscapeDataString(text));
        if (search.DocumentKeyPart is { Length: > 0 } part) query.Add("MgtKey=" + Uri.EscapeDataString(part));
        return _client.GetAsync<TaxinvoicePage>(corpNum, $"/Taxinvoice/{Code(side)}?{string.Join('&', query)}", ct);
    }

    /// <summary>A page that shows the invoice. <paramref name="target"/>: POPUP, VIEW, PRINT, EPRINT, MAIL or PDF; all but MAIL die after 30 seconds.</summary>
    public async Task<Uri> PageAsync(string corpNum, InvoiceSide side, string key, string target, CancellationToken ct) =>
        new((await _client.GetAsync<PopbillUrl>(corpNum, $"{Path(side, key)}?TG={target}", ct)).Url);

    public Task<IReadOnlyList<EmailSetting>> EmailSettingsAsync(string corpNum, CancellationToken ct) =>
        _client.GetAsync<IReadOnlyList<EmailSetting>>(corpNum, "/Taxinvoice/EmailSendConfig", ct);

    public Task<PopbillResult> SetEmailAsync(string corpNum, string emailType, bool send, CancellationToken ct) =>
        _client.PostAsync<PopbillResult>(corpNum, $"/Taxinvoice/EmailSendConfig?EmailType={emailType}&SendYN={(send ? "True" : "False")}", null, null, ct);

    private Task<PopbillResult> ActAsync(string corpNum, InvoiceSide side, string key, string verb, string? memo, CancellationToken ct) =>
        _client.PostAsync<PopbillResult>(corpNum, Path(side, key), verb, new { memo }, ct);

    private static string Path(InvoiceSide side, string key) => $"/Taxinvoice/{Code(side)}/{Uri.EscapeDataString(key)}";

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Code(InvoiceSide side) => side switch
    {
        InvoiceSide.Supplier => "SELL",
        InvoiceSide.Recipient => "BUY",
        InvoiceSide.Trustee => "TRUSTEE",
        _ => throw new ArgumentOutOfRangeException(nameof(side)),
    };

    private sealed record XmlAnswer(string RetObject);
}
