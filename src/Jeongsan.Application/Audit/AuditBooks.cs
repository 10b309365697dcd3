using System.Data;
using Jeongsan.Application.Ledger;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Domain.Transfers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Audit;

/// <summary>
/// 대조: follows every won from orders to settlements, payouts, the bank and invoices, and every message with partners' data
/// to its line in the register, and tells what does not tie. Reads one moment's state; changes nothing.
/// </summary>
public sealed class AuditBooks(Store store, IEnumerable<OutboxHandler> handlers)
{
    public async Task<AuditReport> HandleAsync(Tenant tenant, CancellationToken ct)
    {
        var now = await store.NowAsync(tenant, ct);
        await using var db = store.Read(tenant);
        // What happens meanwhile must not look like a difference.
        await using var snapshot = await BeginSnapshotAsync(db, ct);
        var findings = new AuditFindings();
        await SettlementAudit.RunAsync(db, findings, ct);
        await PayoutAudit.RunAsync(db, findings, ct);
        await BankFileAudit.RunAsync(db, findings, ct);
        await InvoiceAudit.RunAsync(db, findings, ct);
        await LedgerAudit.RunAsync(db, findings, ct);
        await ProofChain.RunAsync(db, findings, ct);
        await DisclosureAudit.RunAsync(db, handlers, findings, ct);
        await AccessChain.RunAsync(db, findings, ct);
        var transfers = db.Set<Transfer>().Where(row => row.SettlementCurrency == Currency.Krw);
        var settlements = db.Set<PartnerSettlement>().Where(row => row.SettlementCurrency == Currency.Krw);
        var paid = db.Set<Payout>().Where(row => row.Status == PayoutStatus.Succeeded && row.Currency == Currency.Krw);
        var moved = db.Set<AccountTransfer>().Where(row => row.Type == AccountTransferType.Withdrawal && row.Status == AccountTransferStatus.Succeeded);
        var issued = db.Set<TaxInvoice>().Where(row => row.Status == TaxInvoiceStatus.SendingCompleted);
        return new AuditReport(
            now,
            new AuditSum(await transfers.LongCountAsync(ct), await transfers.SumAsync(row => (long)(object)row.SignedSettlement, ct)),
            new AuditSum(await settlements.LongCountAsync(ct), await settlements.SumAsync(row => (long)(object)row.SignedSettlement, ct)),
            new AuditSum(await paid.LongCountAsync(ct), await paid.SumAsync(row => (long)(object)row.Amount, ct)),
            new AuditSum(await moved.LongCountAsync(ct), await moved.SumAsync(row => (long)(object)row.Amount, ct)),
            new AuditSum(await issued.LongCountAsync(ct), await issued.SumAsync(row => (long)(object)row.TotalAmount, ct)),
            await db.Set<DisclosureLine>().LongCountAsync(ct),
            await BalancesAsync(db, ct),
            findings.Kept,
            findings.Count);
    }

    /// <summary>Every account of the ledger that was ever booked.</summary>
    public static async Task<IReadOnlyList<AuditBalance>> BalancesAsync(JeongsanContext db, CancellationToken ct) =>
    [
        .. (await db.Set<LedgerLine>().GroupBy(line => new { line.Currency, line.Account }).Select(group => new { group.Key.Currency, group.Key.Account, Sum = group.Sum(line => (long)(object)line.Amount) }).ToListAsync(ct))
            .Select(row => new AuditBalance(row.Currency, row.Account, new Won(row.Sum))).OrderBy(balance => balance.Currency).ThenBy(balance => balance.Account),
    ];

    private static async Task<IAsyncDisposable> BeginSnapshotAsync(JeongsanContext db, CancellationToken ct)
    {
        if (db is PostgresJeongsanContext)
        {
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        }
        // Deferred: a reader in WAL mode sees one state and holds up no writer.
        await db.Database.OpenConnectionAsync(ct);
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await db.Database.UseTransactionAsync(transaction, ct))!;
    }
}
