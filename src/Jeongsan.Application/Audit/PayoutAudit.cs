using Jeongsan.Application.Payouts;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Audit;

/// <summary>Settlements against payouts, payouts against their own reckoning, their bulk payout and the bank.</summary>
internal static class PayoutAudit
{
    public static async Task RunAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        await LostSettlementsAsync(db, findings, ct);
        foreach (var id in await db.Set<BulkPayout>().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(ct))
        {
            await CompareAsync(db, await db.Set<BulkPayout>().SingleAsync(row => row.Id == id, ct), findings, ct);
        }
        await LostBankLinesAsync(db, findings, ct);
    }

    private static async Task CompareAsync(JeongsanContext db, BulkPayout bulk, AuditFindings findings, CancellationToken ct)
    {
        var payouts = await db.Set<Payout>().Where(row => row.BulkPayoutId == bulk.Id).ToListAsync(ct);
        var settlements = db.Set<PartnerSettlement>().Where(row => row.BulkPayoutId == bulk.Id && row.PayoutId != null);
        var sums = await settlements.GroupBy(row => row.PayoutId)
            .Select(group => new { group.Key, Settlement = group.Sum(row => (long)(object)row.SignedSettlement), TaxFree = group.Sum(row => (long)(object)row.SignedSettlementTaxFree) })
            .ToDictionaryAsync(row => row.Key!.Value, row => (Settlement: new Won(row.Settlement), TaxFree: new Won(row.TaxFree)), ct);
        var lines = await db.Set<AccountTransfer>().Where(row => row.BulkPayoutId == bulk.Id).ToDictionaryAsync(row => row.Id.Value, ct);
        var byHand = await PayoutWork.CompletedByHandAsync(db, payouts, ct);
        foreach (var payout in payouts)
        {
            // A payout that failed or was cancelled has let its settlements go.
            if (payout.Status is not (PayoutStatus.Failed or PayoutStatus.Cancelled))
            {
                var (settlement, taxFree) = sums.GetValueOrDefault(payout.Id);
                findings.Compare(AuditCheck.Payout, PayoutWork.Subject, payout.Id.Value, "정산 금액", settlement, payout.SettlementAmount);
                findings.Compare(AuditCheck.Payout, PayoutWork.Subject, payout.Id.Value, "면세 정산 금액", taxFree, payout.SettlementTaxFreeAmount);
            }
            Reckon(bulk, payout, findings);
            CompareWithBank(payout, lines.GetValueOrDefault(payout.Id.Value), byHand.Contains(payout.Id), findings);
        }
        findings.Compare(AuditCheck.BulkPayout, PayoutWork.BulkSubject, bulk.Id.Value, "지급 수", payouts.Count, bulk.PayoutCount);
        findings.Compare(AuditCheck.BulkPayout, PayoutWork.BulkSubject, bulk.Id.Value, "지급 합계", payouts.Total(payout => payout.Amount), bulk.TotalPayoutAmount);
        findings.Compare(AuditCheck.BulkPayout, PayoutWork.BulkSubject, bulk.Id.Value, "정산 합계", payouts.Total(payout => payout.SettlementAmount), bulk.TotalSettlementAmount);
    }

    /// <summary>Reckons the payout anew from its settlement amount, under the rules that it was made with.</summary>
    private static void Reckon(BulkPayout bulk, Payout payout, AuditFindings findings)
    {
        var again = PayoutAmounts.Of(payout.Partner.Profile.Type, payout.SettlementAmount, payout.SettlementTaxFreeAmount, new PayoutRules(payout.SettlementAmountType, payout.DeductWht, bulk.PaymentDate));
        var id = payout.Id.Value;
        findings.Compare(AuditCheck.Payout, PayoutWork.Subject, id, "공급가액", again.Supply, payout.SupplyAmount);
        findings.Compare(AuditCheck.Payout, PayoutWork.Subject, id, "면세 금액", again.TaxFree, payout.TaxFreeAmount);
        findings.Compare(AuditCheck.Payout, PayoutWork.Subject, id, "부가세", again.Vat, payout.VatAmount);
        findings.Compare(AuditCheck.Payout, PayoutWork.Subject, id, "소득세", again.IncomeTax, payout.IncomeTaxAmount);
        findings.Compare(AuditCheck.Payout, PayoutWork.Subject, id, "지방소득세", again.LocalIncomeTax, payout.LocalIncomeTaxAmount);
        findings.Compare(AuditCheck.Payout, PayoutWork.Subject, id, "지급 금액", again.Payout, payout.Amount);
    }

    private static void CompareWithBank(Payout payout, AccountTransfer? line, bool isByHand, AuditFindings findings)
    {
        var id = payout.Id.Value;
        AccountTransferStatus? expected = payout.Status switch
        {
            PayoutStatus.Succeeded when isByHand => null,
            PayoutStatus.Succeeded => AccountTransferStatus.Succeeded,
            PayoutStatus.Processing => AccountTransferStatus.Processing,
            PayoutStatus.Failed => AccountTransferStatus.Failed,
            PayoutStatus.Cancelled => line is null ? null : AccountTransferStatus.Failed,
            PayoutStatus.Prepared or PayoutStatus.Confirmed or PayoutStatus.Scheduled or PayoutStatus.Stopped => null,
            _ => throw new System.Diagnostics.UnreachableException(payout.Status.ToString()),
        };
        findings.Compare(AuditCheck.BankLine, PayoutWork.Subject, id, "이체 내역의 상태", expected, line?.Status);
        if (line is not null)
        {
            findings.Compare(AuditCheck.BankLine, PayoutWork.Subject, id, "이체 금액", payout.Amount, line.Amount);
        }
    }

    /// <summary>A settlement in payment belongs to a payout that pays it.</summary>
    private static async Task LostSettlementsAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        var payouts = db.Set<Payout>().Where(payout => payout.Status != PayoutStatus.Failed && payout.Status != PayoutStatus.Cancelled);
        var lost = db.Set<PartnerSettlement>().Where(row => row.PayoutId == null
            ? row.Status == PartnerSettlementStatus.Confirmed || row.Status == PartnerSettlementStatus.PayoutScheduled || row.Status == PartnerSettlementStatus.InPayout || row.Status == PartnerSettlementStatus.PaidOut
            : !payouts.Any(payout => payout.Id == row.PayoutId && payout.BulkPayoutId == row.BulkPayoutId && payout.PartnerId == row.PartnerId));
        await foreach (var row in lost.Select(row => new { row.Id, row.PayoutId }).AsAsyncEnumerable().WithCancellation(ct))
        {
            findings.Add(AuditCheck.Payout, "PartnerSettlement", row.Id.Value, "지급", row.PayoutId?.Value ?? "지급 하나", null);
        }
    }

    /// <summary>Nothing left the bank but for a payout.</summary>
    private static async Task LostBankLinesAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        var payouts = db.Set<Payout>();
        var lost = db.Set<AccountTransfer>().Where(row => row.Type == AccountTransferType.Withdrawal && !payouts.Any(payout => payout.Id == row.PayoutId));
        await foreach (var row in lost.Select(row => new { row.Id, row.Amount }).AsAsyncEnumerable().WithCancellation(ct))
        {
            findings.Add(AuditCheck.BankLine, "AccountTransfer", row.Id.Value, "지급 없이 나간 금액", Won.Zero, row.Amount);
        }
    }
}
