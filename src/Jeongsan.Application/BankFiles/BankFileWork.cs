using Jeongsan.Application.Payouts;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.BankFiles;

/// <summary>What the commands of bank files share.</summary>
internal static class BankFileWork
{
    /// <summary>The file, with the right to change it, its bulk payout and its payouts until the transaction ends.</summary>
    public static async Task<Outcome<BankFile>> FindFileAsync(this Work work, BankFileId id, CancellationToken ct)
    {
        if (await work.Db.Set<BankFile>().Where(row => row.Id == id).Select(row => (BulkPayoutId?)row.BulkPayoutId).SingleOrDefaultAsync(ct) is not { } bulk)
        {
            return new StoredRefusal.NotFound(MakeBankFile.Subject, id.Value);
        }
        await PayoutWork.HoldBulkAsync(work, bulk, ct);
        return await work.Db.Set<BankFile>().SingleAsync(row => row.Id == id, ct);
    }

    /// <summary>What is final of a payout that was filed; one that failed may have been cancelled since.</summary>
    public static ResultWord KnownOf(Payout payout) => payout.Status switch
    {
        PayoutStatus.Succeeded => ResultWord.Succeeded,
        PayoutStatus.Failed or PayoutStatus.Cancelled => ResultWord.Failed,
        _ => ResultWord.Unknown,
    };

    /// <summary>Ends payouts of a file as the bank or a person said, and what follows from it.</summary>
    public static async Task SettleAsync(this Work work, BankFile file, IReadOnlyList<Payout> succeeded, IReadOnlyList<(Payout Payout, string Reason)> failed, CancellationToken ct)
    {
        await work.EndAsync(succeeded, failed, ct);
        // Written first: what follows looks for payouts by their state.
        await work.Db.SaveChangesAsync(ct);
        var rows = work.Db.Set<BankFileRow>().Where(row => row.BankFileId == file.Id);
        if (file.Status == BankFileStatus.AwaitingResults
            && !await work.Db.Set<Payout>().AnyAsync(payout => payout.Status == PayoutStatus.Processing && rows.Any(row => row.PayoutId == payout.Id), ct))
        {
            work.Note(MakeBankFile.Subject, file.Id.Value, "BankFileCompleted", file.Complete(work.Now));
        }
        await work.GoOnAsync((await work.FindBulkAsync(file.BulkPayoutId, ct)).Value, ct);
    }
}

public static class BankFileRows
{
    /// <summary>The rows of a file with their payouts, by number.</summary>
    public static async Task<List<(BankFileRow Row, Payout Payout)>> OfAsync(JeongsanContext db, BankFileId id, CancellationToken ct)
    {
        var rows = await db.Set<BankFileRow>().Where(row => row.BankFileId == id)
            .Join(db.Set<Payout>(), row => row.PayoutId, payout => payout.Id, (row, payout) => new { row, payout }).ToListAsync(ct);
        return [.. rows.Select(one => (one.row, one.payout)).OrderBy(one => one.row.Number)];
    }
}
