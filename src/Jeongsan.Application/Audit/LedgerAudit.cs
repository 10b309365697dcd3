using Jeongsan.Application.Ledger;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.Ledger;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Audit;

/// <summary>The ledger against itself, and each document's lines against the document.</summary>
internal static class LedgerAudit
{
    private const int AtOnce = 500;

    public static async Task RunAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        await UnbalancedAsync(db, findings, ct);
        foreach (var ids in (await db.Set<PartnerSettlement>().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(ct)).Chunk(AtOnce))
        {
            var settlements = await db.Set<PartnerSettlement>().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
            await CompareAsync(db, LedgerWork.SettlementSubject, [.. settlements.Select(row => new Booked(row.Id.Value, row.SettlementCurrency, LedgerSides.Of(row)))], findings, ct);
        }
        foreach (var ids in (await db.Set<Payout>().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(ct)).Chunk(AtOnce))
        {
            var payouts = await db.Set<Payout>().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
            var byHand = await PayoutWork.CompletedByHandAsync(db, payouts, ct);
            await CompareAsync(db, PayoutWork.Subject, [.. payouts.Select(row => new Booked(row.Id.Value, row.Currency, LedgerSides.Of(row, row.Status, byHand.Contains(row.Id))))], findings, ct);
        }
        foreach (var ids in (await Deposits(db).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(ct)).Chunk(AtOnce))
        {
            var deposits = await Deposits(db).Where(row => ids.Contains(row.Id)).ToListAsync(ct);
            await CompareAsync(db, LedgerWork.DepositSubject, [.. deposits.Select(row => new Booked(row.Id.Value, row.Currency, LedgerSides.OfDeposit(row)))], findings, ct);
        }
        await StrayAsync(db, findings, ct);
    }

    private static IQueryable<AccountTransfer> Deposits(JeongsanContext db) => db.Set<AccountTransfer>().Where(row => row.Type == AccountTransferType.Deposit);

    private static async Task UnbalancedAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        var unbalanced = db.Set<LedgerLine>().GroupBy(line => new { line.Entry, line.Currency }).Where(group => group.Sum(line => (long)(object)line.Amount) != 0)
            .Select(group => new { group.Key.Entry, Sum = group.Sum(line => (long)(object)line.Amount) });
        await foreach (var entry in unbalanced.AsAsyncEnumerable().WithCancellation(ct))
        {
            findings.Add(AuditCheck.Ledger, "LedgerEntry", entry.Entry, "차변과 대변의 차이", 0, entry.Sum);
        }
    }

    private static async Task CompareAsync(JeongsanContext db, string subject, Booked[] documents, AuditFindings findings, CancellationToken ct)
    {
        string[] ids = [.. documents.Select(document => document.Id)];
        var sums = (await db.Set<LedgerLine>().Where(line => line.Subject == subject && ids.Contains(line.SubjectId))
            .GroupBy(line => new { line.SubjectId, line.Currency, line.Account })
            .Select(group => new { group.Key.SubjectId, group.Key.Currency, group.Key.Account, Sum = group.Sum(line => (long)(object)line.Amount) }).ToListAsync(ct)).ToLookup(row => row.SubjectId);
        foreach (var document in documents)
        {
            var expected = document.Sides.Postings.ToDictionary(posting => (document.Currency, posting.Account), posting => posting.Amount);
            var found = sums[document.Id].ToDictionary(row => (row.Currency, row.Account), row => new Won(row.Sum));
            foreach (var key in expected.Keys.Union(found.Keys).Order())
            {
                findings.Compare(AuditCheck.Ledger, subject, document.Id, $"원장의 {LedgerWords.Of(key.Account)}({key.Currency})", expected.GetValueOrDefault(key), found.GetValueOrDefault(key));
            }
        }
    }

    /// <summary>What is booked for documents that aren't there comes to nothing.</summary>
    private static async Task StrayAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        var lines = db.Set<LedgerLine>();
        var settlements = db.Set<PartnerSettlement>();
        var payouts = db.Set<Payout>();
        var transfers = db.Set<AccountTransfer>();
        var stray = lines.Where(line => line.Subject == LedgerWork.SettlementSubject && !settlements.Any(row => (string)(object)row.Id == line.SubjectId))
            .Concat(lines.Where(line => line.Subject == PayoutWork.Subject && !payouts.Any(row => (string)(object)row.Id == line.SubjectId)))
            .Concat(lines.Where(line => line.Subject == LedgerWork.DepositSubject && !transfers.Any(row => (string)(object)row.Id == line.SubjectId)))
            .GroupBy(line => new { line.Subject, line.SubjectId, line.Currency, line.Account })
            .Select(group => new { group.Key.Subject, group.Key.SubjectId, group.Key.Account, Sum = group.Sum(line => (long)(object)line.Amount) })
            .Where(row => row.Sum != 0);
        await foreach (var row in stray.AsAsyncEnumerable().WithCancellation(ct))
        {
            findings.Add(AuditCheck.Ledger, row.Subject, row.SubjectId, $"없는 것에 남은 원장의 {LedgerWords.Of(row.Account)}", 0, row.Sum);
        }
    }

    private sealed record Booked(string Id, Currency Currency, LedgerSides Sides);
}
