using System.Globalization;

namespace Jeongsan.Popbill;

/// <summary>Looking invoices up.</summary>
public sealed partial class PopbillTaxInvoices
{
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
    public Task<IReadOnlyList<TaxinvoiceInfo>> FindManyAsync(string corpNum, InvoiceSide side, IReadOnlyList<string> keys, CancellationToken ct)
    {
        PopbillLimits.Count("mgtKeyList", keys, PopbillLimits.StatesCountMax);
        foreach (var key in keys) PopbillLimits.Key("mgtKeyList", key);
        return _client.PostAsync<IReadOnlyList<TaxinvoiceInfo>>(corpNum, $"/Taxinvoice/{Code(side)}", null, keys, ct);
    }

    public Task<TaxinvoiceForm> DetailAsync(string corpNum, InvoiceSide side, string key, CancellationToken ct) =>
        _client.GetAsync<TaxinvoiceForm>(corpNum, Path(side, key) + "?Detail", ct);

    /// <summary>By Popbill's own number of 18 digits, for documents without a key on the caller's side.</summary>
    public Task<TaxinvoiceForm> DetailByItemKeyAsync(string corpNum, string itemKey, CancellationToken ct)
    {
        PopbillLimits.Digits("itemKey", itemKey, 18);
        return _client.GetAsync<TaxinvoiceForm>(corpNum, $"/Taxinvoice/{itemKey}?Detail", ct);
    }

    /// <summary>The signed document exactly as Popbill keeps it; text of UTF-8 XML.</summary>
    public async Task<string> XmlAsync(string corpNum, InvoiceSide side, string key, CancellationToken ct) =>
        (await _client.GetAsync<XmlAnswer>(corpNum, Path(side, key) + "?XML", ct)).RetObject
            ?? throw new PopbillException(PopbillOutcome.Unknown, null, "the answer holds no document");

    /// <summary>The document for printing. Popbill grants the right to it by partner.</summary>
    public async Task<byte[]> PdfAsync(string corpNum, InvoiceSide side, string key, CancellationToken ct)
    {
        var answer = await _client.GetRawAsync(corpNum, Path(side, key) + "?PDF", ct);
        if (answer.Body.AsSpan().StartsWith("%PDF-"u8)) return answer.Body;
        // Not a PDF: a refusal with status 200, or nothing that can be understood.
        PopbillWire.Read<PopbillResult>(answer.Body);
        throw new PopbillException(PopbillOutcome.Unknown, null, "the answer is no PDF");
    }

    /// <summary>Everything that happened to the invoice, oldest first.</summary>
    public Task<IReadOnlyList<TaxinvoiceLog>> LogsAsync(string corpNum, InvoiceSide side, string key, CancellationToken ct) =>
        _client.GetAsync<IReadOnlyList<TaxinvoiceLog>>(corpNum, Path(side, key) + "/Logs", ct);

    public Task<TaxinvoicePage> SearchAsync(string corpNum, InvoiceSide side, TaxinvoiceSearch search, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(search);
        if (search.DType is not ("R" or "W" or "I")) throw PopbillLimits.Problem("DType", PopbillFieldRule.BadForm);
        if (search.To < search.From) throw PopbillLimits.Problem("EDate", PopbillFieldRule.BadForm);
        if (search.To > search.From.AddMonths(6)) throw PopbillLimits.Problem("EDate", PopbillFieldRule.TooLong, 6);
        if (search.PerPage is < 1 or > PopbillLimits.PerPageMax) throw PopbillLimits.Problem("PerPage", PopbillFieldRule.BadForm, PopbillLimits.PerPageMax);
        if (search.States.Any(s => s.Length != 3)) throw PopbillLimits.Problem("State", PopbillFieldRule.BadForm, 3);
        return _client.GetAsync<TaxinvoicePage>(corpNum, $"/Taxinvoice/{Code(side)}?{string.Join('&', Query(search))}", ct);
    }

    private static IEnumerable<string> Query(TaxinvoiceSearch s)
    {
        (string Name, string? Value)[] all =
        [
            ("DType", s.DType), ("SDate", Day(s.From)), ("EDate", Day(s.To)), ("State", List(s.States)), ("Type", List(s.Types)), ("TaxType", List(s.TaxTypes)), ("IssueType", List(s.IssueTypes)),
            ("RegType", List(s.RegTypes)), ("CloseDownState", List(s.CloseDownStates)), ("LateOnly", Flag(s.LateOnly)), ("TaxRegIDType", s.TaxRegIDType), ("TaxRegIDYN", Flag(s.HasTaxRegID)),
            ("TaxRegID", List(s.TaxRegIDs)), ("QString", s.Text), ("MgtKey", s.DocumentKeyPart), ("InterOPYN", Flag(s.InterOPYN)), ("Order", s.IsAscending ? "A" : "D"),
            ("Page", s.Page.ToString(CultureInfo.InvariantCulture)), ("PerPage", s.PerPage.ToString(CultureInfo.InvariantCulture)),
        ];
        // Popbill reads * and , as they are.
        return all.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!).Replace("%2C", ",", StringComparison.Ordinal).Replace("%2A", "*", StringComparison.Ordinal)}");
    }

    private static string List(IReadOnlyList<string> values) => string.Join(',', values);

    private static string? Flag(bool? flag) => flag switch { true => "1", false => "0", null => null };

    private sealed record XmlAnswer(string? RetObject);
}
