using System.Globalization;

namespace Jeongsan.Popbill;

/// <summary>Invoices: draft, reverse-issuance request, issue, refuse, cancel, file, look up.</summary>
/// <remarks>
/// Each call names the acting company; its role in the document decides what it may do. After <see cref="PopbillOutcome.Unknown"/> call
/// <see cref="FindAsync"/> with the document key before acting again: a second identical request is refused as a used key.
/// </remarks>
public sealed partial class PopbillTaxInvoices
{
    private readonly PopbillClient _client;

    internal PopbillTaxInvoices(PopbillClient client) => _client = client;

    /// <summary>Stores a draft (100) of the acting company.</summary>
    public Task<PopbillResult> RegisterAsync(string corpNum, TaxinvoiceForm form, CancellationToken ct) =>
        _client.PostAsync<PopbillResult>(corpNum, "/Taxinvoice", null, Checked(form), ct);

    /// <summary>Stores and asks the supplier to issue in one step (200); the acting company is the recipient.</summary>
    public Task<PopbillResult> RequestReverseIssueAsync(string recipientCorpNum, TaxinvoiceForm form, CancellationToken ct) =>
        _client.PostAsync<PopbillResult>(recipientCorpNum, "/Taxinvoice", "REQUEST", Checked(form), ct);

    /// <summary>Stores and issues in one step (300); forward issuance and consignment only.</summary>
    public Task<TaxinvoiceIssued> RegisterAndIssueAsync(string corpNum, TaxinvoiceForm form, CancellationToken ct) =>
        _client.PostAsync<TaxinvoiceIssued>(corpNum, "/Taxinvoice", "ISSUE", Checked(form), ct);

    public Task<PopbillResult> UpdateAsync(string corpNum, InvoiceSide side, string key, TaxinvoiceForm form, CancellationToken ct) =>
        _client.PostAsync<PopbillResult>(corpNum, Path(side, key), "PATCH", Checked(form), ct);

    public Task<PopbillResult> RequestAsync(string recipientCorpNum, string key, string? memo, CancellationToken ct) =>
        ActAsync(recipientCorpNum, InvoiceSide.Recipient, key, "REQUEST", memo, ct);

    public Task<PopbillResult> CancelRequestAsync(string recipientCorpNum, string key, string? memo, CancellationToken ct) =>
        ActAsync(recipientCorpNum, InvoiceSide.Recipient, key, "CANCELREQUEST", memo, ct);

    public Task<PopbillResult> RefuseAsync(string supplierCorpNum, string key, string? memo, CancellationToken ct) =>
        ActAsync(supplierCorpNum, InvoiceSide.Supplier, key, "REFUSE", memo, ct);

    /// <summary>Signs with the certificate that Popbill keeps for the company, and issues. Late issue needs <paramref name="forceIssue"/>.</summary>
    public Task<TaxinvoiceIssued> IssueAsync(string corpNum, InvoiceSide side, string key, string? memo, bool forceIssue, CancellationToken ct) =>
        IssueAsync(corpNum, side, key, memo, null, forceIssue, ct);

    /// <inheritdoc cref="IssueAsync(string, InvoiceSide, string, string?, bool, CancellationToken)"/>
    /// <param name="emailSubject">Subject of the mail to the recipient; null for Popbill's own.</param>
    public Task<TaxinvoiceIssued> IssueAsync(string corpNum, InvoiceSide side, string key, string? memo, string? emailSubject, bool forceIssue, CancellationToken ct)
    {
        PopbillLimits.Length("memo", memo, PopbillLimits.MemoLengthMax);
        PopbillLimits.Length("emailSubject", emailSubject, PopbillLimits.EmailSubjectLengthMax);
        return _client.PostAsync<TaxinvoiceIssued>(corpNum, Path(side, key), "ISSUE", new { memo, emailSubject, forceIssue }, ct);
    }

    public Task<PopbillResult> CancelIssueAsync(string corpNum, InvoiceSide side, string key, string? memo, CancellationToken ct) =>
        ActAsync(corpNum, side, key, "CANCELISSUE", memo, ct);

    /// <summary>Files at once instead of at 15:00 of the next business day.</summary>
    public Task<PopbillResult> SendToNtsAsync(string corpNum, InvoiceSide side, string key, CancellationToken ct) =>
        _client.PostAsync<PopbillResult>(corpNum, Path(side, key), "NTS", null, ct);

    /// <summary>Frees the document key. Only the writer, only in 100, 305, 400, 500 or 600.</summary>
    public Task<PopbillResult> DeleteAsync(string corpNum, InvoiceSide side, string key, CancellationToken ct) =>
        _client.PostAsync<PopbillResult>(corpNum, Path(side, key), "DELETE", null, ct);

    /// <summary>Gives the acting company's own document key to an invoice that has none on its side.</summary>
    public Task<PopbillResult> AssignKeyAsync(string corpNum, string itemKey, InvoiceSide side, string key, CancellationToken ct)
    {
        PopbillLimits.Digits("itemKey", itemKey, 18);
        PopbillLimits.Key("MgtKey", key);
        return _client.PostContentAsync(corpNum, $"/Taxinvoice/{itemKey}/{Code(side)}", () => new FormUrlEncodedContent([new("MgtKey", key)]), ct);
    }

    private Task<PopbillResult> ActAsync(string corpNum, InvoiceSide side, string key, string verb, string? memo, CancellationToken ct)
    {
        PopbillLimits.Length("memo", memo, PopbillLimits.MemoLengthMax);
        return _client.PostAsync<PopbillResult>(corpNum, Path(side, key), verb, new { memo }, ct);
    }

    private static TaxinvoiceForm Checked(TaxinvoiceForm form)
    {
        TaxinvoiceFormLimits.Check(form);
        return form;
    }

    private static string Path(InvoiceSide side, string key)
    {
        PopbillLimits.Key("MgtKey", key);
        return $"/Taxinvoice/{Code(side)}/{key}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Code(InvoiceSide side) => side switch
    {
        InvoiceSide.Supplier => "SELL",
        InvoiceSide.Recipient => "BUY",
        InvoiceSide.Trustee => "TRUSTEE",
        _ => throw new ArgumentOutOfRangeException(nameof(side)),
    };
}
