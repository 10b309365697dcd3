using Jeongsan.Application.Payouts;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Application.BankFiles;

/// <summary>
/// 파일 폐기: a person says that the file was never given to the bank. Its payouts fail, so that their settlements can be chosen
/// again; the file itself is never given out again.
/// </summary>
public sealed class DiscardBankFile(Store store)
{
    /// <param name="secondFactorPassed">As for executing: who is wrong here pays twice.</param>
    public async Task<Outcome<BankFile>> HandleAsync(Tenant tenant, Actor actor, BankFileId id, string? reason, bool secondFactorPassed, CancellationToken ct)
    {
        if (tenant.Mode == Mode.Live && !secondFactorPassed)
        {
            return new ExecutionRefusal.SecondFactorNeeded();
        }
        if (BankFile.CheckReason(reason) is { } unsaid)
        {
            return unsaid;
        }
        return await store.CommandAsync<BankFile>(tenant, actor, async work =>
        {
            var found = await work.FindFileAsync(id, ct);
            if (found.IsRefused)
            {
                return found;
            }
            var file = found.Value;
            var discarded = file.Discard(reason!, work.Now);
            if (discarded.IsRefused)
            {
                return discarded.Refusal;
            }
            work.Note(MakeBankFile.Subject, id.Value, "BankFileDiscarded", discarded, reason);
            List<(Payout, string)> failed = [.. (await BankFileRows.OfAsync(work.Db, id, ct)).Select(row => (row.Payout, $"은행에 올리지 않고 폐기한 이체 파일: {reason}"))];
            await work.SettleAsync(file, [], failed, ct);
            return file;
        }, ct);
    }
}
