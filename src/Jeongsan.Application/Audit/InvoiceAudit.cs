using System.Text;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Audit;

/// <summary>Payouts against their invoices, and issued invoices against the signed documents that are kept of them.</summary>
internal static class InvoiceAudit
{
    private const int AtOnce = 500;

    public static async Task RunAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        await AgainstPayoutsAsync(db, findings, ct);
        await TwiceAsync(db, findings, ct);
        await AgainstDocumentsAsync(db, findings, ct);
    }

    private static IQueryable<TaxInvoice> OfPayouts(JeongsanContext db) => db.Set<TaxInvoice>().Where(row =>
        row.PayoutId != null && row.DeletedAt == null && row.Document == TaxInvoiceDocument.Normal && !TaxInvoiceLifecycle.Ended.Contains(row.Status));

    private static async Task AgainstPayoutsAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        var pairs = from invoice in OfPayouts(db)
                    join payout in db.Set<Payout>() on invoice.PayoutId equals (PayoutId?)payout.Id into found
                    from payout in found.DefaultIfEmpty()
                    select new
                    {
                        invoice.Id,
                        invoice.Taxation,
                        invoice.TotalSupplyAmount,
                        invoice.TotalTaxAmount,
                        PayoutId = payout == null ? (PayoutId?)null : payout.Id,
                        Supply = payout == null ? (Won?)null : payout.SupplyAmount,
                        Vat = payout == null ? (Won?)null : payout.VatAmount,
                        TaxFree = payout == null ? (Won?)null : payout.TaxFreeAmount,
                    };
        await foreach (var pair in pairs.AsAsyncEnumerable().WithCancellation(ct))
        {
            var isFree = pair.Taxation == TaxInvoiceTaxation.Free;
            findings.Compare(AuditCheck.TaxInvoice, TaxInvoiceWork.Subject, pair.Id.Value, "공급가액(지급과 비교)", isFree ? pair.TaxFree : pair.Supply, pair.TotalSupplyAmount);
            findings.Compare(AuditCheck.TaxInvoice, TaxInvoiceWork.Subject, pair.Id.Value, "세액(지급과 비교)", isFree ? Won.Zero : pair.Vat, pair.TotalTaxAmount);
        }
    }

    /// <summary>No supply is invoiced twice.</summary>
    private static async Task TwiceAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        var twice = OfPayouts(db).GroupBy(row => new { row.PayoutId, IsFree = row.Taxation == TaxInvoiceTaxation.Free }).Where(group => group.Count() > 1)
            .Select(group => new { group.Key.PayoutId, Count = group.Count() });
        await foreach (var one in twice.AsAsyncEnumerable().WithCancellation(ct))
        {
            findings.Add(AuditCheck.TaxInvoice, Payouts.PayoutWork.Subject, one.PayoutId!.Value.Value, "같은 지급의 세금계산서 수", 1, one.Count);
        }
        await TwiceOverPayoutsAsync(db, findings, ct);
    }

    /// <summary>Settlements that a payout gave back are paid by another one: only one of the two payouts' invoices may stand.</summary>
    private static async Task TwiceOverPayoutsAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        var standing = OfPayouts(db).Where(row => row.Status != TaxInvoiceStatus.Drafted && row.Status != TaxInvoiceStatus.RequestFailed);
        var givenBack = await db.Set<Payout>().Where(row => row.Status == PayoutStatus.Failed || row.Status == PayoutStatus.Cancelled)
            .Where(row => standing.Any(invoice => invoice.PayoutId == row.Id)).OrderBy(row => row.Id).ToListAsync(ct);
        foreach (var payout in givenBack)
        {
            var settlements = payout.SettlementIds ?? [];
            var again = await db.Set<PartnerSettlement>().Where(row => settlements.Contains(row.Id) && row.PayoutId != payout.Id && standing.Any(invoice => invoice.PayoutId == row.PayoutId))
                .OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(ct);
            foreach (var settlement in again)
            {
                findings.Add(AuditCheck.TaxInvoice, "PartnerSettlement", settlement.Value, "정산 내역을 담은 세금계산서 수", 1, 2);
            }
        }
    }

    private static async Task AgainstDocumentsAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        using var verifier = new EtaxBulkVerifier();
        var sent = await db.Set<TaxInvoice>().Where(row => row.Status == TaxInvoiceStatus.SendingCompleted).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(ct);
        foreach (var ids in sent.Chunk(AtOnce))
        {
            var some = await db.Set<TaxInvoice>().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
            var documents = await db.Set<SignedDocument>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct);
            string[] keys = [.. ids.Where(id => !documents.ContainsKey(id)).Select(ArchiveDocument.KeyOf)];
            // Those that the archive is still to fetch are no difference.
            var awaited = (await db.Set<OutboxMessage>().Where(row => keys.Contains(row.Key) && row.State != OutboxState.Done).Select(row => row.Key).ToListAsync(ct)).ToHashSet();
            foreach (var invoice in some)
            {
                if (documents.GetValueOrDefault(invoice.Id) is { } document)
                {
                    Compare(invoice, document, verifier, findings);
                }
                else if (!awaited.Contains(ArchiveDocument.KeyOf(invoice.Id)))
                {
                    findings.Add(AuditCheck.SignedDocument, TaxInvoiceWork.Subject, invoice.Id.Value, "보관한 전자문서", "1건", null);
                }
            }
        }
    }

    private static void Compare(TaxInvoice invoice, SignedDocument document, EtaxBulkVerifier verifier, AuditFindings findings)
    {
        var id = invoice.Id.Value;
        var verified = verifier.Verify(Encoding.UTF8.GetBytes(document.Xml));
        if (verified is not { IsValid: true, Invoice: { } signed })
        {
            findings.Add(AuditCheck.SignedDocument, TaxInvoiceWork.Subject, id, "전자서명", "유효한 서명", verified.Message);
            return;
        }
        findings.Compare(AuditCheck.SignedDocument, TaxInvoiceWork.Subject, id, "승인번호", invoice.NtsApprovalNumber, signed.ApprovalNumber);
        findings.Compare(AuditCheck.SignedDocument, TaxInvoiceWork.Subject, id, "합계금액", invoice.TotalAmount.Value, signed.GrandTotal);
        findings.Compare(AuditCheck.SignedDocument, TaxInvoiceWork.Subject, id, "세액", invoice.TotalTaxAmount.Value, signed.TaxTotal);
        findings.Compare(AuditCheck.SignedDocument, TaxInvoiceWork.Subject, id, "공급자", invoice.SupplierBrn.Value, signed.Supplier.RegistrationNumber);
        findings.Compare(AuditCheck.SignedDocument, TaxInvoiceWork.Subject, id, "공급받는자", invoice.RecipientBrn.Value, signed.Recipient.RegistrationNumber);
        findings.Compare(AuditCheck.SignedDocument, TaxInvoiceWork.Subject, id, "작성일자", invoice.WriteDate, signed.WriteDate);
    }
}
