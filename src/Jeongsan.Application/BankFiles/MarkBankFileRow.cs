using Jeongsan.Application.Payouts;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.BankFiles;

/// <param name="Reason">Where the person saw it: a bank statement, a call.</param>
public sealed record RowMark(BankFileId BankFileId, PayoutId PayoutId, bool IsPaid, string? Reason);

/// <summary>A person says what became of one payout of a file whose result the bank's file does not tell.</summary>
public sealed class MarkBankFileRow(Store store)
{
    /// <param name="secondFactorPassed">As for executing: a payout that is wrongly said to have failed is paid twice.</param>
    public async Task<Outcome<Payout>> HandleAsync(Tenant tenant, Actor actor, RowMark mark, bool secondFactorPassed, CancellationToken ct)
    {
        if (tenant.Mode == Mode.Live && !secondFactorPassed)
        {
            return new ExecutionRefusal.SecondFactorNeeded();
        }
        if (BankFile.CheckReason(mark.Reason) is { } unsaid)
        {
            return unsaid;
        }
        return await store.CommandAsync<Payout>(tenant, actor, work => MarkAsync(work, mark, ct), ct);
    }

    private static async Task<Outcome<Payout>> MarkAsync(Work work, RowMark mark, CancellationToken ct)
    {
        var found = await work.FindFileAsync(mark.BankFileId, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }
        var file = found.Value;
        if (!await work.Db.Set<BankFileRow>().AnyAsync(row => row.BankFileId == file.Id && row.PayoutId == mark.PayoutId, ct))
        {
            return new BankFileRefusal.NotInFile(mark.PayoutId);
        }
        var payout = await work.Db.Set<Payout>().SingleAsync(row => row.Id == mark.PayoutId, ct);
        var known = BankFileWork.KnownOf(payout);
        if (file.Status != BankFileStatus.Discarded && known == (mark.IsPaid ? ResultWord.Succeeded : ResultWord.Failed))
        {
            // Said before: nothing changes.
            return payout;
        }
        if (known != ResultWord.Unknown)
        {
            return file.Status == BankFileStatus.Discarded ? new BankFileRefusal.Discarded() : new BankFileRefusal.ContradictsKnown(payout.Status);
        }
        var read = file.ReadResults(work.Now);
        if (read.IsRefused)
        {
            return read.Refusal;
        }
        work.Note(MakeBankFile.Subject, file.Id.Value, "BankFileRowMarked", read, $"{payout.Id} {(mark.IsPaid ? "이체됨" : "이체되지 않음")}: {mark.Reason}");
        work.Record(PayoutWork.Subject, payout.Id.Value, "PayoutMarkedByHand", why: mark.Reason);
        await work.SettleAsync(file, mark.IsPaid ? [payout] : [], mark.IsPaid ? [] : [(payout, mark.Reason!)], ct);
        return payout;
    }
}
