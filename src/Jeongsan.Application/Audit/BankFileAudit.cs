using Jeongsan.Application.BankFiles;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Audit;

/// <summary>Files for banks against the payouts in them; and no payout on two ways.</summary>
internal static class BankFileAudit
{
    public static async Task RunAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        foreach (var id in await db.Set<BankFile>().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(ct))
        {
            await CompareAsync(db, await db.Set<BankFile>().SingleAsync(row => row.Id == id, ct), findings, ct);
        }
        await WaysAsync(db, findings, ct);
    }

    private static async Task CompareAsync(JeongsanContext db, BankFile file, AuditFindings findings, CancellationToken ct)
    {
        var id = file.Id.Value;
        var rows = await db.Set<BankFileRow>().Where(row => row.BankFileId == file.Id).ToListAsync(ct);
        findings.Compare(AuditCheck.BankFile, MakeBankFile.Subject, id, "줄 수", rows.Count, file.RowCount);
        findings.Compare(AuditCheck.BankFile, MakeBankFile.Subject, id, "합계", rows.Total(row => row.Amount), file.TotalAmount);
        findings.Compare(AuditCheck.BankFile, MakeBankFile.Subject, id, "보관한 파일", 1, await db.Set<BankFileContent>().CountAsync(row => row.BankFileId == file.Id, ct));
        var payouts = await db.Set<Payout>().Where(row => row.BulkPayoutId == file.BulkPayoutId).ToDictionaryAsync(row => row.Id, ct);
        foreach (var row in rows)
        {
            if (!payouts.TryGetValue(row.PayoutId, out var payout))
            {
                findings.Add(AuditCheck.BankFile, MakeBankFile.Subject, id, $"{row.Number}번째 줄의 지급", row.PayoutId.Value, null);
                continue;
            }
            findings.Compare(AuditCheck.BankFile, PayoutWork.Subject, payout.Id.Value, "이체 파일의 금액", payout.Amount, row.Amount);
            if (!Fits(file.Status, payout.Status))
            {
                findings.Add(AuditCheck.BankFile, PayoutWork.Subject, payout.Id.Value, $"이체 파일({file.Status})에 있는 지급의 상태", file.Status, payout.Status);
            }
        }
        if (file.Status == BankFileStatus.AwaitingResults && !payouts.Values.Any(payout => payout.Status == PayoutStatus.Processing))
        {
            findings.Add(AuditCheck.BankFile, MakeBankFile.Subject, id, "결과를 기다리는 지급", "1건 이상", 0);
        }
    }

    private static bool Fits(BankFileStatus file, PayoutStatus payout) => payout switch
    {
        PayoutStatus.Failed or PayoutStatus.Cancelled => true,
        PayoutStatus.Succeeded => file != BankFileStatus.Discarded,
        PayoutStatus.Processing => file == BankFileStatus.AwaitingResults,
        PayoutStatus.Prepared or PayoutStatus.Confirmed or PayoutStatus.Scheduled or PayoutStatus.Stopped => false,
        _ => throw new System.Diagnostics.UnreachableException(payout.ToString()),
    };

    /// <summary>Money of a payout leaves one way: by a message to the remittance service, or by a file.</summary>
    private static async Task WaysAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        var filed = (await db.Set<BankFileRow>().Select(row => row.PayoutId).ToListAsync(ct)).ToHashSet();
        foreach (var id in (await OrderedAsync(db, filed, ct)).OrderBy(id => id.Value, StringComparer.Ordinal))
        {
            findings.Add(AuditCheck.BankFile, PayoutWork.Subject, id.Value, "보낸 방법", "한 가지", "송금 서비스와 이체 파일");
        }
        var leaving = await db.Set<Payout>().Where(payout => payout.Status == PayoutStatus.Processing).Select(payout => payout.Id).ToListAsync(ct);
        var ordered = await OrderedAsync(db, leaving, ct);
        foreach (var id in leaving.Where(id => !filed.Contains(id) && !ordered.Contains(id)))
        {
            findings.Add(AuditCheck.BankFile, PayoutWork.Subject, id.Value, "보낸 방법", "송금 서비스나 이체 파일", null);
        }
    }

    /// <summary>Those of them that the remittance service was to send.</summary>
    private static async Task<HashSet<PayoutId>> OrderedAsync(JeongsanContext db, IEnumerable<PayoutId> payouts, CancellationToken ct)
    {
        var ordered = new HashSet<PayoutId>();
        foreach (var keys in payouts.Select(id => RemitPayout.KeyPrefix + id.Value).Chunk(500))
        {
            ordered.UnionWith((await db.Set<OutboxMessage>().Where(message => keys.Contains(message.Key)).Select(message => message.Key).ToListAsync(ct))
                .Select(key => new PayoutId(key[RemitPayout.KeyPrefix.Length..])));
        }
        return ordered;
    }
}
