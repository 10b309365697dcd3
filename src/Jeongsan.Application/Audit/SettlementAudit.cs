using Jeongsan.Application.Settlements;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Audit;

/// <summary>Orders, cancellations and corrections against the settlements that gathered them.</summary>
internal static class SettlementAudit
{
    private const string TransferSubject = "Transfer";
    private const string Subject = "PartnerSettlement";

    /// <summary>Settlements whose transfers are summed together.</summary>
    private const int AtOnce = 500;

    private static readonly TransferSums Nothing = new(0, null, null, Won.Zero, Won.Zero, SettlementAmounts.Zero, []);

    public static async Task RunAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        await OwnSumsAsync(db, findings, ct);
        await LostTransfersAsync(db, findings, ct);
        var ids = await db.Set<PartnerSettlement>().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(ct);
        var preparing = (await db.Set<BulkPayout>().Where(row => row.Status == BulkPayoutStatus.Preparing).Select(row => row.Id).ToListAsync(ct)).ToHashSet();
        foreach (var some in ids.Chunk(AtOnce))
        {
            await CompareAsync(db, await db.Set<PartnerSettlement>().Where(row => some.Contains(row.Id)).ToListAsync(ct), preparing, findings, ct);
        }
    }

    /// <summary>A transfer's amounts against each other: what no formula of a platform's can change.</summary>
    private static async Task OwnSumsAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        var wrong = db.Set<Transfer>().Where(row =>
            (long)(object)row.SignedSettlement != (row.Kind == TransferKind.OrderCancel ? -(long)(object)row.Amounts.Settlement : (long)(object)row.Amounts.Settlement)
            || (long)(object)row.SignedSettlementTaxFree != (row.Kind == TransferKind.OrderCancel ? -(long)(object)row.Amounts.SettlementTaxFree : (long)(object)row.Amounts.SettlementTaxFree)
            || (long)(object)row.Amounts.Payment != (long)(object)row.Amounts.Order - (long)(object)row.Amounts.Discount
            || (long)(object)row.Amounts.Payment != (long)(object)row.Amounts.PaymentSupply + (long)(object)row.Amounts.PaymentVat + (long)(object)row.Amounts.PaymentTaxFree);
        await foreach (var row in wrong.Select(row => new { row.Id, row.Kind, row.SignedSettlement, row.SignedSettlementTaxFree, row.Amounts }).AsAsyncEnumerable().WithCancellation(ct))
        {
            var (amounts, isCancel) = (row.Amounts, row.Kind == TransferKind.OrderCancel);
            findings.Compare(AuditCheck.Transfer, TransferSubject, row.Id.Value, "정산 금액", isCancel ? -amounts.Settlement : amounts.Settlement, row.SignedSettlement);
            findings.Compare(AuditCheck.Transfer, TransferSubject, row.Id.Value, "면세 정산 금액", isCancel ? -amounts.SettlementTaxFree : amounts.SettlementTaxFree, row.SignedSettlementTaxFree);
            findings.Compare(AuditCheck.Transfer, TransferSubject, row.Id.Value, "결제 금액(주문 − 할인)", amounts.Order - amounts.Discount, amounts.Payment);
            findings.Compare(AuditCheck.Transfer, TransferSubject, row.Id.Value, "결제 금액(공급가액 + 부가세 + 면세)", amounts.PaymentSupply + amounts.PaymentVat + amounts.PaymentTaxFree, amounts.Payment);
        }
    }

    /// <summary>Nothing that came due stands outside a settlement, or in one that isn't there.</summary>
    private static async Task LostTransfersAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        var settlements = db.Set<PartnerSettlement>();
        var lost = db.Set<Transfer>().Where(row => row.PartnerSettlementId == null
            ? row.Status != TransferStatus.Scheduled && row.Status != TransferStatus.InProcess
            : !settlements.Any(settlement => settlement.Id == row.PartnerSettlementId));
        await foreach (var row in lost.Select(row => new { row.Id, row.PartnerSettlementId }).AsAsyncEnumerable().WithCancellation(ct))
        {
            findings.Add(AuditCheck.Settlement, TransferSubject, row.Id.Value, "정산 내역", row.PartnerSettlementId?.Value ?? "정산 내역 하나", null);
        }
    }

    private static async Task CompareAsync(JeongsanContext db, List<PartnerSettlement> settlements, HashSet<BulkPayoutId> preparing, AuditFindings findings, CancellationToken ct)
    {
        PartnerSettlementId[] ids = [.. settlements.Select(row => row.Id)];
        var mine = db.Set<Transfer>().Where(row => ids.Contains(row.PartnerSettlementId!.Value));
        var sums = await GatheringSums.SumAsync(mine, ct);
        var states = (await mine.GroupBy(row => new { row.PartnerSettlementId, row.Status }).Select(group => new { group.Key.PartnerSettlementId, group.Key.Status, Count = group.Count() }).ToListAsync(ct))
            .ToLookup(row => row.PartnerSettlementId!.Value);
        foreach (var settlement in settlements)
        {
            var id = settlement.Id.Value;
            var sum = sums.GetValueOrDefault(settlement.Id) ?? Nothing;
            findings.Compare(AuditCheck.Settlement, Subject, id, "정산건 수", sum.TransferCount, settlement.TransferCount);
            findings.Compare(AuditCheck.Settlement, Subject, id, "정산 금액", sum.SignedSettlement, settlement.SignedSettlement);
            findings.Compare(AuditCheck.Settlement, Subject, id, "면세 정산 금액", sum.SignedSettlementTaxFree, settlement.SignedSettlementTaxFree);
            if (sum.Amounts != settlement.Amounts)
            {
                findings.Add(AuditCheck.Settlement, Subject, id, "항목별 금액", sum.Amounts, settlement.Amounts);
            }
            // A bulk payout takes settlements in when it is made, and their transfers when it is confirmed.
            var isChosenOnly = settlement.BulkPayoutId is { } bulk && preparing.Contains(bulk);
            var expected = isChosenOnly ? TransferStatus.Settled : StateOfTransfers(settlement.Status);
            foreach (var state in states[settlement.Id].Where(state => state.Status != expected))
            {
                findings.Add(AuditCheck.Settlement, Subject, id, $"정산건 {state.Count}건의 상태", expected, state.Status);
            }
        }
    }

    private static TransferStatus StateOfTransfers(PartnerSettlementStatus status) => status switch
    {
        PartnerSettlementStatus.Confirmed or PartnerSettlementStatus.PayoutScheduled => TransferStatus.PayoutConfirmed,
        PartnerSettlementStatus.InPayout => TransferStatus.InPayout,
        PartnerSettlementStatus.PaidOut => TransferStatus.PaidOut,
        PartnerSettlementStatus.PayoutPrepared or PartnerSettlementStatus.PayoutWithheld or PartnerSettlementStatus.PayoutExcluded
            or PartnerSettlementStatus.PayoutFailed or PartnerSettlementStatus.Cancelled => TransferStatus.Settled,
        _ => throw new System.Diagnostics.UnreachableException(status.ToString()),
    };
}
