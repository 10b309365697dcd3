using System.Text;

namespace Jeongsan.Popbill;

/// <summary>Files and statements that go with an invoice.</summary>
public sealed partial class PopbillTaxInvoices
{
    private const int FileNameLengthMax = 200;

    /// <summary>Attaches a file to a draft; at most five.</summary>
    public Task<PopbillResult> AttachFileAsync(string corpNum, InvoiceSide side, string key, string displayName, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        PopbillLimits.RequiredLength("displayName", displayName, FileNameLengthMax);
        if (displayName.Any(c => char.IsControl(c) || "\"\\/".Contains(c, StringComparison.Ordinal))) throw PopbillLimits.Problem("displayName", PopbillFieldRule.BadCharacter);
        var path = Path(side, key) + "/Files";
        return _client.PostContentAsync(corpNum, path, () => Multipart(displayName, content), ct);
    }

    public Task<IReadOnlyList<TaxinvoiceFile>> FilesAsync(string corpNum, InvoiceSide side, string key, CancellationToken ct) =>
        _client.GetAsync<IReadOnlyList<TaxinvoiceFile>>(corpNum, Path(side, key) + "/Files", ct);

    /// <summary>Only while it is a draft, only by its writer. <paramref name="fileId"/> is <see cref="TaxinvoiceFile.AttachedFile"/>.</summary>
    public Task<PopbillResult> DeleteFileAsync(string corpNum, InvoiceSide side, string key, string fileId, CancellationToken ct)
    {
        PopbillLimits.Required("fileID", fileId);
        return _client.PostAsync<PopbillResult>(corpNum, $"{Path(side, key)}/Files/{Uri.EscapeDataString(fileId)}", "DELETE", null, ct);
    }

    /// <summary>Attaches an electronic statement of Popbill (전자명세서) by its kind, 121 to 126, and its document key.</summary>
    public Task<PopbillResult> AttachStatementAsync(string corpNum, InvoiceSide side, string key, int itemCode, string statementKey, CancellationToken ct) =>
        StatementAsync(corpNum, Path(side, key) + "/AttachStmt", itemCode, statementKey, ct);

    public Task<PopbillResult> DetachStatementAsync(string corpNum, InvoiceSide side, string key, int itemCode, string statementKey, CancellationToken ct) =>
        StatementAsync(corpNum, Path(side, key) + "/DetachStmt", itemCode, statementKey, ct);

    private Task<PopbillResult> StatementAsync(string corpNum, string path, int itemCode, string statementKey, CancellationToken ct)
    {
        if (itemCode is < 121 or > 126) throw PopbillLimits.Problem("ItemCode", PopbillFieldRule.BadForm);
        PopbillLimits.Key("MgtKey", statementKey);
        return _client.PostAsync<PopbillResult>(corpNum, path, null, PopbillJson.Spelled(new { ItemCode = itemCode, MgtKey = statementKey }), ct);
    }

    /// <summary>Two parts as Popbill's own clients write them: quoted names, the file's name as raw UTF-8, the boundary without quotes.</summary>
    private static MultipartContent Multipart(string displayName, ReadOnlyMemory<byte> content)
    {
        var boundary = "popbill-" + Guid.NewGuid().ToString("N");
        var form = new ByteArrayContent(PopbillClient.JsonBytes(PopbillJson.Spelled(new { DisplayName = displayName })));
        form.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; name=\"form\"");
        form.Headers.TryAddWithoutValidation("Content-Type", "application/json;charset=utf-8");
        var file = new ReadOnlyMemoryContent(content);
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"Filedata\"; filename=\"{displayName}\"");
        file.Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");
        var parts = new MultipartContent("form-data", boundary) { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        parts.Headers.Remove("Content-Type");
        parts.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");
        parts.Add(form);
        parts.Add(file);
        return parts;
    }
}
