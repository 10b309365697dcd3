using System.Security.Cryptography;
using Jeongsan.Application.Imports;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.BankFiles;

public sealed record ResultUpload(BankFileId BankFileId, byte[] Content, string? FileName);

/// <summary>What a result file comes to, and what of our file it says nothing about.</summary>
public sealed record ResultPreview(IReadOnlyList<MatchedLine> Lines, IReadOnlyList<FiledPayout> Missing)
{
    /// <summary>Rows for which nothing of the result file is taken.</summary>
    public int WrongCount => Lines.Count(line => ResultMatch.IsWrong(line.Kind));

    public int CountOf(ResultLineKind kind) => Lines.Count(line => line.Kind == kind);

    public long SumOf(ResultLineKind kind) => Lines.Where(line => line.Kind == kind).Sum(line => line.Filed?.Amount.Value ?? 0);
}

public abstract record ResultRefusal : Refusal
{
    private ResultRefusal()
    {
    }

    /// <summary>Nothing was taken: these rows are not about this file, or say what can't be.</summary>
    public sealed record Wrong(ResultPreview Preview) : ResultRefusal;

    /// <summary>No row of it is about a payout of this file.</summary>
    public sealed record NothingOfThisFile : ResultRefusal;

    /// <summary>The same bytes were read as the result of another file: that month's payouts may look like this one's.</summary>
    public sealed record OfAnotherFile(BankFileId Other) : ResultRefusal;
}

/// <summary>
/// Reads what the bank made of a file. Looked through first, then taken whole or not at all; what the bank does not know yet
/// stays as it is until another result file or a person says.
/// </summary>
public sealed class ReadBankFileResult(Store store)
{
    private const int ReasonLengthMax = 200;
    private const string NoReason = "은행이 이유를 알려 주지 않았습니다.";

    /// <summary>What would come of it. Nothing is kept.</summary>
    public async Task<Outcome<ResultPreview>> PreviewAsync(Tenant tenant, ResultUpload upload, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        var read = await ReadAsync(db, upload, ct);
        return read.IsRefused ? read.Refusal : Compare(await BankFileRows.OfAsync(db, upload.BankFileId, ct), read.Value.File, read.Value.Lines);
    }

    /// <summary>All rows whose end is known, or none. Reading the same once more changes nothing.</summary>
    public async Task<Outcome<BankFileResult>> ApplyAsync(Tenant tenant, Actor actor, ResultUpload upload, CancellationToken ct)
    {
        if (upload.FileName?.Length > ImportLimits.FileNameLengthMax)
        {
            return new ImportRefusal.FileNameTooLong(ImportLimits.FileNameLengthMax);
        }
        // Unpacked and read before the transaction: nobody waits for a large file.
        await using var db = store.Read(tenant);
        var read = await ReadAsync(db, upload, ct);
        return read.IsRefused ? read.Refusal : await store.CommandAsync<BankFileResult>(tenant, actor, work => ApplyAsync(work, upload, read.Value.Lines, ct), ct);
    }

    private static async Task<Outcome<BankFileResult>> ApplyAsync(Work work, ResultUpload upload, IReadOnlyList<ResultLine> lines, CancellationToken ct)
    {
        var found = await work.FindFileAsync(upload.BankFileId, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }
        var file = found.Value;
        if (file.Status == BankFileStatus.Discarded)
        {
            return new BankFileRefusal.Discarded();
        }
        var rows = await BankFileRows.OfAsync(work.Db, file.Id, ct);
        var preview = Compare(rows, file, lines);
        if (preview.WrongCount > 0)
        {
            return new ResultRefusal.Wrong(preview);
        }
        return preview.Lines.All(line => line.Kind == ResultLineKind.NotAPayout) ? new ResultRefusal.NothingOfThisFile() : await TakeAsync(work, file, rows, preview, upload, ct);
    }

    private static async Task<Outcome<BankFileResult>> TakeAsync(Work work, BankFile file, List<(BankFileRow Row, Payout Payout)> rows, ResultPreview preview, ResultUpload upload, CancellationToken ct)
    {
        var hash = HashOf(upload);
        var payouts = rows.ToDictionary(row => row.Payout.Id, row => row.Payout);
        List<Payout> succeeded = [.. preview.Lines.Where(line => line.Kind == ResultLineKind.WillSucceed).Select(line => payouts[line.Filed!.Id])];
        List<(Payout, string)> failed = [.. preview.Lines.Where(line => line.Kind == ResultLineKind.WillFail).Select(line => (payouts[line.Filed!.Id], ReasonOf(line.Line)))];
        var before = await work.Db.Set<BankFileResult>().Where(row => row.BankFileId == file.Id).OrderBy(row => row.Number).ToListAsync(ct);
        if (succeeded.Count + failed.Count == 0 && before.Find(one => one.Sha256 == hash) is { } same)
        {
            return same;
        }
        var result = new BankFileResult
        {
            MerchantId = work.Tenant.Merchant,
            Mode = work.Tenant.Mode,
            BankFileId = file.Id,
            Number = before.Count + 1,
            FileName = upload.FileName,
            Sha256 = hash,
            SucceededCount = succeeded.Count,
            FailedCount = failed.Count,
            UnknownCount = preview.CountOf(ResultLineKind.StillUnknown),
            ReaderId = work.Actor.ToString(),
            ReadAt = work.Now,
        };
        work.Db.Add(result);
        if (file.Status == BankFileStatus.AwaitingResults)
        {
            // Also a file whose rows are all unknown says that the bank has ours.
            work.Note(MakeBankFile.Subject, file.Id.Value, "BankFileResultRead", file.ReadResults(work.Now), $"이체됨 {result.SucceededCount}, 이체되지 않음 {result.FailedCount}, 모름 {result.UnknownCount}");
        }
        if (succeeded.Count + failed.Count > 0)
        {
            await work.SettleAsync(file, succeeded, failed, ct);
        }
        return result;
    }

    /// <summary>By the present words of the same bank's layout: what a first result file taught the platform counts at once.</summary>
    private static async Task<Outcome<(BankFile File, IReadOnlyList<ResultLine> Lines)>> ReadAsync(JeongsanContext db, ResultUpload upload, CancellationToken ct)
    {
        if (await db.Set<BankFile>().SingleOrDefaultAsync(row => row.Id == upload.BankFileId, ct) is not { } file)
        {
            return new StoredRefusal.NotFound(MakeBankFile.Subject, upload.BankFileId.Value);
        }
        if (file.Status == BankFileStatus.Discarded)
        {
            return new BankFileRefusal.Discarded();
        }
        var present = (await PlatformSettings.ReadAsync(db, ct)).SendingNow.Layout;
        var columns = present is not null && present.Bank == file.Layout.Bank ? present.Results : file.Layout.Results;
        var hash = HashOf(upload);
        if (await db.Set<BankFileResult>().Where(row => row.Sha256 == hash && row.BankFileId != file.Id).Select(row => (BankFileId?)row.BankFileId).FirstOrDefaultAsync(ct) is { } other)
        {
            return new ResultRefusal.OfAnotherFile(other);
        }
        string[] needed = [columns.Account, columns.Amount, columns.Status, .. new[] { columns.Key, columns.Reason }.OfType<string>()];
        return TableFile.Read(upload.Content, ct, needed).Then(table => Lines(table, columns, needed)).Then<(BankFile, IReadOnlyList<ResultLine>)>(lines => (file, lines));
    }

    private static Outcome<IReadOnlyList<ResultLine>> Lines(Table table, ResultColumns columns, string[] needed)
    {
        if (needed.FirstOrDefault(name => table.Columns.Count(column => column == name) > 1) is { } twice)
        {
            return new ImportRefusal.ColumnTwice(twice);
        }
        var at = needed.ToDictionary(name => name, name => table.Columns.ToList().IndexOf(name));
        string Cell(string[] cells, string? name) => name is null ? "" : cells[at[name]];
        return table.Rows.Select((cells, index) =>
        {
            var (status, reason) = (Cell(cells, columns.Status), Cell(cells, columns.Reason));
            return new ResultLine(
                table.RowNumbers[index], Short(Cell(cells, columns.Key)), Short(Cell(cells, columns.Account)), Short(Cell(cells, columns.Amount)), Short(status),
                reason.Length == 0 ? null : Short(reason), ResultWords.Read(columns, status, reason));
        }).ToList();
    }

    private static ResultPreview Compare(List<(BankFileRow Row, Payout Payout)> rows, BankFile file, IReadOnlyList<ResultLine> lines)
    {
        var filed = rows.Select(row => new FiledPayout(
            row.Row.Number, BankFileText.KeyOf(file.Tag, row.Row.Number), row.Payout.Id, row.Payout.Partner.Profile.Name, row.Payout.Account.Number, row.Row.Amount, BankFileWork.KnownOf(row.Payout))).ToList();
        var matches = ResultMatch.Match(filed, lines);
        var said = matches.Select(match => match.Filed?.Number).ToHashSet();
        return new ResultPreview(matches, [.. filed.Where(row => row.Known == ResultWord.Unknown && !said.Contains(row.Number))]);
    }

    private static string HashOf(ResultUpload upload) => Convert.ToHexStringLower(SHA256.HashData(upload.Content));

    private static string ReasonOf(ResultLine line) => line.Reason ?? (line.Status.Length > 0 ? line.Status : NoReason);

    /// <summary>Nothing of a bank's is longer; a hostile cell is.</summary>
    private static string Short(string text) => text.Length <= ReasonLengthMax ? text : text[..ReasonLengthMax];
}
