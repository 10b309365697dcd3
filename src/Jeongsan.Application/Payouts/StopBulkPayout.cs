using Jeongsan.Application.Ledger;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>지급 중단: what was not sent yet stays unsent, and what is being sent is awaited. What was stopped can be taken up again.</summary>
public sealed class StopBulkPayout(Store store)
{
    public Task<Outcome<BulkPayout>> HandleAsync(Tenant tenant, Actor actor, BulkPayoutId id, CancellationToken ct) =>
        store.CommandAsync<BulkPayout>(tenant, actor, async work =>
        {
            var found = await work.FindBulkAsync(id, ct);
            if (found.IsRefused)
            {
                return found;
            }
            if (await work.Db.Set<BankFile>().Where(row => row.BulkPayoutId == id && row.Status == BankFileStatus.AwaitingResults).Select(row => (BankFileId?)row.Id).FirstOrDefaultAsync(ct) is { } file)
            {
                // All of it is in the file, and the bank may be sending it.
                return new BankFileRefusal.AwaitingResults(file);
            }
            var stopped = found.Value.Stop(work.Now);
            if (stopped.IsRefused)
            {
                return stopped.Refusal;
            }
            await work.StopWaitingAsync(id, why: null, ct);
            work.Note(PayoutWork.BulkSubject, id.Value, "BulkPayoutStopped", stopped);
            return found;
        }, ct);

    /// <summary>Confirms what was stopped again. It is sent when the bulk payout is executed or scheduled, with the second factor that this needs.</summary>
    public Task<Outcome<BulkPayout>> ResumeAsync(Tenant tenant, Actor actor, BulkPayoutId id, CancellationToken ct) =>
        store.CommandAsync<BulkPayout>(tenant, actor, async work =>
        {
            var found = await work.FindBulkAsync(id, ct);
            if (found.IsRefused)
            {
                return found;
            }
            var resumed = found.Value.Resume(work.Now);
            if (resumed.IsRefused)
            {
                return resumed.Refusal;
            }
            var stopped = await work.PayoutsOfAsync(id, ct, PayoutStatus.Stopped);
            if (stopped.Count == 0)
            {
                return new PayoutRefusal.NothingStopped();
            }
            foreach (var payout in stopped)
            {
                await work.NotePayoutAsync(payout, "PayoutResumed", payout.Resume(work.Now), ct);
            }
            work.Note(PayoutWork.BulkSubject, id.Value, "BulkPayoutResumed", resumed);
            return found;
        }, ct);
}
