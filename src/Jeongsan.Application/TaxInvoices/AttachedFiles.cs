using Jeongsan.Application.Storage;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>A file that goes to the ASP with its invoice.</summary>
public sealed record AgencyFile(string Name, ReadOnlyMemory<byte> Content);

internal static class AttachedFiles
{
    /// <summary>In the order in which they were attached.</summary>
    public static async Task<IReadOnlyList<AgencyFile>> ReadAsync(JeongsanContext db, TaxInvoiceId invoice, CancellationToken ct)
    {
        var attached = await db.Set<TaxInvoiceAttachment>().Where(row => row.TaxInvoiceId == invoice).OrderBy(row => row.Id).ToListAsync(ct);
        if (attached.Count == 0)
        {
            return [];
        }
        var ids = attached.Select(row => row.FileId).ToArray();
        var contents = await db.Set<UploadedFile>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Content, ct);
        return [.. attached.Select(row => new AgencyFile(row.Name, contents[row.FileId]))];
    }
}
