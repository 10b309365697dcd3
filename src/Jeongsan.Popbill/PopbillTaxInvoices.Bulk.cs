using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Jeongsan.Popbill;

/// <summary>Bulk issue (초대량 발행): up to 100 at once, forward issuance and consignment only.</summary>
public sealed partial class PopbillTaxInvoices
{
    /// <summary>Hands in up to 100 invoices. They are issued later: see <see cref="BulkResultAsync"/>.</summary>
    /// <param name="corpNum">The issuing company.</param>
    /// <param name="submitId">The caller's own id of up to 36 letters, digits and hyphens; used once for ever. After an unknown outcome ask for its result before handing in again.</param>
    /// <param name="forms">Each with the document key of its issuer, no key twice.</param>
    /// <param name="forceIssue">Consents to issuing after the lawful deadline.</param>
    /// <param name="ct">Ends the waiting, not the work.</param>
    public Task<BulkReceipt> SubmitBulkAsync(string corpNum, string submitId, IReadOnlyList<TaxinvoiceForm> forms, bool forceIssue, CancellationToken ct)
    {
        PopbillLimits.SubmitId(submitId);
        PopbillLimits.Count("invoices", forms, PopbillLimits.BulkCountMax);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < forms.Count; i++)
        {
            var (form, prefix) = (forms[i], $"invoices[{i}].");
            TaxinvoiceFormLimits.Check(form, prefix);
            var (field, key) = form.IssueType == "위수탁" ? ("trusteeMgtKey", form.TrusteeMgtKey) : ("invoicerMgtKey", form.InvoicerMgtKey);
            PopbillLimits.Key(prefix + field, key);
            if (!keys.Add(key!)) throw PopbillLimits.Problem(prefix + field, PopbillFieldRule.Repeated);
            if (form.IssueType == "역발행") throw PopbillLimits.Problem(prefix + "issueType", PopbillFieldRule.BadForm);
        }
        var body = PopbillClient.JsonBytes(new { forceIssue, invoices = forms });
        var headers = new Dictionary<string, string> { ["x-pb-message-digest"] = Digest(body), ["x-pb-submit-id"] = submitId };
        return _client.PostBytesAsync<BulkReceipt>(corpNum, "/Taxinvoice", "BULKISSUE", body, headers, ct);
    }

    /// <summary>Null when nothing was handed in under this id.</summary>
    public async Task<BulkResult?> BulkResultAsync(string corpNum, string submitId, CancellationToken ct)
    {
        PopbillLimits.SubmitId(submitId);
        try
        {
            return await _client.GetAsync<BulkResult>(corpNum, $"/Taxinvoice/BULK/{submitId}/State", ct);
        }
        catch (PopbillException e) when (e.Code == PopbillCodes.NoSuchSubmission)
        {
            return null;
        }
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The protocol prescribes SHA-1 here; it guards against damage on the way, TLS against forgery.")]
    private static string Digest(byte[] body) => Convert.ToBase64String(SHA1.HashData(body));
}
