using Jeongsan.Application.Ledger;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Jeongsan.Application.AccountTransfers;

/// <summary>Asks the bank what came into the platform's account. A bank that does not answer is asked at the next look.</summary>
internal sealed partial class CollectDeposits(Store store, IRemittance bank, ILogger<CollectDeposits> log) : DueStep
{
    public override int Order => 60;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        IReadOnlyList<BankDeposit> deposits;
        try
        {
            deposits = await bank.DepositsAsync(tenant.ToString(), ct);
        }
        catch (Exception fault) when (fault is HttpRequestException or System.Text.Json.JsonException || (fault is TaskCanceledException && !ct.IsCancellationRequested))
        {
            LogBankSilent(fault.Message);
            return;
        }
        await using var db = store.Read(tenant);
        var ids = deposits.Select(deposit => new AccountTransferId(deposit.Id)).ToList();
        var known = (await db.Set<AccountTransfer>().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct)).ToHashSet();
        var arrived = deposits.Where(deposit => !known.Contains(new AccountTransferId(deposit.Id))).ToList();
        if (arrived.Count > 0)
        {
            await store.CommandAsync<Done>(tenant, Actor.System, work => KeepAsync(work, arrived, ct), ct);
        }
    }

    private static async Task<Outcome<Done>> KeepAsync(Work work, List<BankDeposit> arrived, CancellationToken ct)
    {
        foreach (var deposit in arrived)
        {
            var id = new AccountTransferId(deposit.Id);
            // Another process may have asked at the same time.
            if (!await work.Db.Set<AccountTransfer>().AnyAsync(row => row.Id == id, ct))
            {
                var transfer = AccountTransfer.OfDeposit(work.Tenant, id, new Won(deposit.AmountWon), deposit.DepositorName, deposit.Memo, deposit.TradedAt, work.Now);
                work.Db.Add(transfer);
                work.BookDeposit(transfer);
                work.Record("AccountTransfer", deposit.Id, "DepositArrived", to: AccountTransferStatus.Succeeded.ToString());
            }
        }
        return new Done();
    }

    [LoggerMessage(1301, LogLevel.Warning, "The bank did not tell its deposits: {Reason}")]
    private partial void LogBankSilent(string reason);
}
