using Jeongsan.Application.Mails;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Console.TaxInvoices;

/// <summary>How far the invoices of one bulk are. Each stands in exactly one of the counts.</summary>
/// <param name="Amount">Won, of all.</param>
public sealed record BulkInvoiceProgress(int Drafts, int Sending, int Waiting, int Issued, int Sent, int Trouble, int Cancelled, long Amount)
{
    public int Total => Drafts + Sending + Waiting + Issued + Sent + Trouble + Cancelled;

    /// <summary>Whether something of it moves by itself just now.</summary>
    public bool IsMoving => Sending > 0;

    /// <summary>Chip of the invoice list → how many.</summary>
    public IEnumerable<(string Label, int Count)> Parts => new[]
    {
        ("작성 중", Drafts), ("요청 보내는 중", Sending), ("승인 대기", Waiting), ("전송 예정", Issued), ("전송 완료", Sent), ("실패·거부", Trouble), ("취소", Cancelled),
    }.Where(part => part.Item2 > 0);

    public string Words => Total == 0 ? "모두 지워졌어요" : string.Join(" · ", Parts.Select(part => $"{part.Label} {KoreanWords.Digits(part.Count)}"));

    internal static async Task<IReadOnlyDictionary<BulkTaxInvoiceId, BulkInvoiceProgress>> ReadAsync(JeongsanContext db, IReadOnlyCollection<BulkTaxInvoiceId> bulks, CancellationToken ct)
    {
        BulkTaxInvoiceId?[] wanted = [.. bulks.Select(bulk => (BulkTaxInvoiceId?)bulk)];
        var rows = await db.Set<TaxInvoice>().Where(row => row.DeletedAt == null && wanted.Contains(row.BulkTaxInvoiceId))
            .GroupBy(row => new { row.BulkTaxInvoiceId, row.Status })
            .Select(group => new { group.Key.BulkTaxInvoiceId, group.Key.Status, Count = group.Count(), Amount = group.Sum(row => (long)(object)row.TotalAmount) }).ToListAsync(ct);
        return bulks.ToDictionary(bulk => bulk, bulk =>
        {
            var own = rows.Where(row => row.BulkTaxInvoiceId == bulk).ToList();
            int Of(params TaxInvoiceStatus[] states) => own.Where(row => states.Contains(row.Status)).Sum(row => row.Count);
            return new BulkInvoiceProgress(
                Of(TaxInvoiceStatus.Drafted, TaxInvoiceStatus.DraftPending),
                Of(TaxInvoiceStatus.RequestPending),
                Of(TaxInvoiceStatus.Requested, TaxInvoiceStatus.IssuePending),
                Of(TaxInvoiceLooks.StatesOf("issued")!),
                Of(TaxInvoiceLooks.StatesOf("sent")!),
                Of(TaxInvoiceLooks.StatesOf("trouble")!),
                Of(TaxInvoiceLooks.StatesOf("cancelled")!),
                own.Sum(row => row.Amount));
        });
    }
}
